// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.text.Normalizer;

/**
 * Replaces letters and digits of mathematical alphabets, in squares and in circles with plain ones: of the two characters of
 * such a letter the first becomes the letter, the second {@link LicenseText#IGNORABLE}. Tags, which nobody can see, become
 * ignorable too.
 */
final class StyledLetters {
    private static final char MATHEMATICAL = '\uD835';
    private static final char ENCLOSED = '\uD83C';
    private static final char TAGS = '\uDB40';

    private StyledLetters() {}

    /** Whether a character may start what {@link #fold} replaces. */
    static boolean isCandidate(char c) {
        return c == MATHEMATICAL || c == ENCLOSED || c == TAGS || isCircled(c);
    }

    /** Replaces letters in place. */
    static void fold(char[] c) {
        for (int i = 0; i + 1 < c.length; i++) {
            if (isCircled(c[i])) {
                i = circled(c, i) - 1;
            } else if (isCandidate(c[i]) && Character.isLowSurrogate(c[i + 1])) {
                char plain = plain(Character.toCodePoint(c[i], c[i + 1]));
                if (plain != 0) {
                    c[i] = plain;
                    c[++i] = LicenseText.IGNORABLE;
                }
            }
        }
    }

    /** A letter in a circle by itself may be a sign, of copyright say; several are a word. Where they end. */
    private static int circled(char[] c, int start) {
        int end = start;
        while (end < c.length && isCircled(c[end])) {
            end++;
        }
        for (int i = start; i < end && end - start > 2; i++) {
            c[i] = (char) (c[i] < '\u24D0' ? c[i] - '\u24B6' + 'A' : c[i] - '\u24D0' + 'a');
        }
        return end;
    }

    private static boolean isCircled(char c) {
        return c >= '\u24B6' && c <= '\u24E9';
    }

    private static char plain(int point) {
        if (point >= 0x1D400 && point <= 0x1D7FF) {
            String compatible = Normalizer.normalize(Character.toString(point), Normalizer.Form.NFKC);
            char plain = compatible.charAt(0);
            return Chars.isAsciiLetter(plain) || Chars.isDigit(plain) ? plain : 0;
        }
        for (int first : new int[] {0x1F130, 0x1F150, 0x1F170}) {
            if (point >= first && point < first + 26) {
                return (char) ('A' + point - first);
            }
        }
        boolean hidden = point >= 0xE0000 && point <= 0xE007F || point >= 0xE0100 && point <= 0xE01EF;
        return hidden ? LicenseText.IGNORABLE : 0;
    }
}

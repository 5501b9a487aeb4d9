// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.util.Arrays;

/**
 * The words of a text, as the SPDX matching guidelines compare them: one number each, so that two words are the same
 * word when their numbers are, whatever their case, quotes, hyphens, accents or accepted spelling.
 *
 * <p>Words that the guidelines leave out of a comparison stay in the sequence, flagged: list markers ({@link #LIGHT},
 * and {@link #LINE} where only a line's start tells) and copyright notices ({@link #NOTICE}).
 */
final class Words {
    /** A list marker by what stands around it on the line, however the text is wrapped. */
    static final byte LIGHT = 1;
    /** Perhaps a list marker: a number, letter or bullet at the start of a line. */
    static final byte LINE = 2;
    /** Part of a copyright notice. */
    static final byte NOTICE = 4;

    /** What is read of a text at most: ten times the longest licence known. */
    static final int LIMIT = 400_000;

    private static final String ENDERS = ".;:!?";

    final LicenseText text;
    /** Where the passage that was read starts and ends in the text: nothing beyond is looked at. */
    private final int from;

    private final int to;
    final int size;
    /** Whether words beyond {@link #LIMIT} were left out. */
    final boolean truncated;
    /** The word, as a number. This array and the others may have more places than there are words. */
    final long[] hash;
    /** The word's letters as a polynomial, see {@link Letters}. */
    final long[] value;

    final int[] start;
    final int[] end;
    final byte[] letters;
    final byte[] flags;

    Words(
            LicenseText text,
            int from,
            int to,
            int size,
            boolean truncated,
            long[] value,
            byte[] letters,
            int[] start,
            int[] end,
            byte[] flags) {
        this.text = text;
        this.from = from;
        this.to = to;
        this.size = size;
        this.truncated = truncated;
        this.value = value;
        this.letters = letters;
        this.start = start;
        this.end = end;
        this.flags = flags;
        this.hash = new long[size];
        for (int i = 0; i < size; i++) {
            hash[i] = Letters.hash(value[i]);
        }
    }

    /** The words of a whole text, flagged. */
    static Words of(LicenseText text) {
        return of(text, 0, text.normalized().length());
    }

    /** The words between two offsets, flagged as if nothing stood around them. */
    static Words of(LicenseText text, int from, int to) {
        Words words = new WordReader(text, from, to, LIMIT).read();
        Markers.flag(words);
        Notices.flag(words);
        return words;
    }

    boolean is(int i, int flag) {
        return (flags[i] & flag) != 0;
    }

    /** The positions of the words that are compared however a text is wrapped: neither markers nor notices. */
    int[] core() {
        int[] core = new int[size];
        int n = 0;
        for (int i = 0; i < size; i++) {
            core[n] = i; // stays if it counts
            n += (flags[i] & (LIGHT | NOTICE)) == 0 ? 1 : 0;
        }
        return n == size ? core : Arrays.copyOf(core, n);
    }

    /** Where the characters between word {@code i - 1} and word {@code i} start. */
    int gapStart(int i) {
        return i == 0 ? from : end[i - 1];
    }

    /** Where the characters between word {@code i - 1} and word {@code i} end. */
    int gapEnd(int i) {
        return i == size ? (truncated ? end[size - 1] : to) : start[i];
    }

    /** Whether a character stands anywhere in the passage that was read. */
    boolean has(char wanted) {
        String s = text.normalized();
        if (to == s.length()) {
            return s.indexOf(wanted, from) >= 0; // many characters at once
        }
        for (int p = from; p < to; p++) {
            if (s.charAt(p) == wanted) {
                return true;
            }
        }
        return false;
    }

    boolean gapHas(int i, char wanted) {
        String s = text.normalized();
        for (int p = gapStart(i), to = gapEnd(i); p < to; p++) {
            if (s.charAt(p) == wanted) {
                return true;
            }
        }
        return false;
    }

    /** Whether a sentence, paragraph or list item may begin with word {@code i}; true at both ends of the text. */
    boolean boundary(int i) {
        if (i == 0 || i >= size) {
            return true;
        }
        String s = text.normalized();
        int lines = 0;
        for (int p = end[i - 1]; p < start[i]; p++) {
            char c = s.charAt(p);
            if (c == '\n' && ++lines == 2) {
                return true;
            }
            if (c == '\u3002' || c == '\uFF01' || ENDERS.indexOf(c) >= 0 && p + 1 < start[i]) {
                return true;
            }
        }
        return is(i, LIGHT) || is(i - 1, LIGHT);
    }

    /** Whether a paragraph, or a line with a capital letter, starts with word {@code i}. */
    boolean opensLine(int i) {
        String s = text.normalized();
        int lines = 0;
        for (int p = gapStart(i); p < start[i]; p++) {
            if (s.charAt(p) == '\n') {
                lines++;
            }
        }
        return lines > 1 || lines == 1 && Character.isUpperCase(s.charAt(start[i]));
    }

    /** Whether a full stop, colon, question or exclamation mark follows word {@code i} and ends a sentence there. */
    boolean endsSentence(int i) {
        String s = text.normalized();
        int to = gapEnd(i + 1);
        for (int p = end[i]; p < to && p < end[i] + 3; p++) {
            char c = s.charAt(p);
            if (c == '\u3002' || c == '\uFF01') {
                return true;
            }
            if (c == '.' || c == '!' || c == '?' || c == ':') {
                return p + 1 >= s.length()
                        || s.charAt(p + 1) <= ' '
                        || s.charAt(p + 1) == '"'
                        || s.charAt(p + 1) == ')';
            }
            if (c <= ' ') {
                return false;
            }
        }
        return false;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** Character classes of normalised text. None depends on the locale. */
final class Chars {
    private Chars() {}

    /** A blank within a line: a space, or a character that is not to be read. */
    static boolean isBlank(char c) {
        return c == ' ' || c == LicenseText.IGNORABLE;
    }

    /** A blank or a line end. */
    static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == LicenseText.IGNORABLE;
    }

    static boolean isDigit(char c) {
        return (char) (c - '0') < 10;
    }

    static boolean isAsciiLetter(char c) {
        // The two cases differ in one bit.
        return (char) ((c | 0x20) - 'a') < 26;
    }

    static boolean isAsciiUpper(char c) {
        return (char) (c - 'A') < 26;
    }

    static boolean isAsciiPunctuation(char c) {
        return c > ' ' && c < '\u007F' && !isDigit(c) && !isAsciiLetter(c);
    }

    /** A Han character of the basic planes that texts use; rare ones in surrogate pairs are left out. */
    static boolean isHan(char c) {
        return c >= '\u3400' && c <= '\u9FFF' || c >= '\uF900' && c <= '\uFAFF' || c == '\u3007';
    }

    static boolean isKana(char c) {
        return c >= '\u3041' && c <= '\u30FF' && c != '\u30FB' || c >= '\uFF66' && c <= '\uFF9F';
    }

    static boolean isHangul(char c) {
        return c >= '\uAC00' && c <= '\uD7A3' || c >= '\u1100' && c <= '\u11FF' || c >= '\u3131' && c <= '\u318E';
    }

    static boolean isLetter(char c) {
        return c < '\u0080' ? isAsciiLetter(c) : Character.isLetter(c) || Character.isSurrogate(c);
    }

    static boolean isWord(char c) {
        return isLetter(c) || isDigit(c);
    }

    static boolean isUpper(char c) {
        return c < '\u0080' ? isAsciiUpper(c) : Character.isUpperCase(c) || Character.isTitleCase(c);
    }

    static boolean isLower(char c) {
        return c < '\u0080' ? c >= 'a' && c <= 'z' : Character.isLowerCase(c);
    }

    /** ASCII lower case; other characters as they are. */
    static char lower(char c) {
        return isAsciiUpper(c) ? (char) (c + 32) : c;
    }

    /** The columns a character takes on a page: two for East Asian characters, none for what is not to be read. */
    static int columns(char c) {
        if (c < '\u1100') {
            return 1;
        }
        if (c == LicenseText.IGNORABLE) {
            return 0;
        }
        return c >= '\u2E80' && c <= '\uD7A3' || c >= '\uF900' && c <= '\uFAFF' || c >= '\uFE30' && c <= '\uFF60'
                ? 2
                : 1;
    }

    static boolean startsWith(char[] c, int at, int limit, String word) {
        int i = at;
        for (int w = 0; w < word.length(); i++) {
            if (i >= limit) {
                return false;
            }
            // What cannot be seen does not part a word; the first character is the caller's own.
            if (i > at && c[i] == LicenseText.IGNORABLE) {
                continue;
            }
            if (c[i] != word.charAt(w++)) {
                return false;
            }
        }
        return true;
    }

    /** As {@link #startsWith}, ASCII case ignored; {@code word} is in lower case. */
    static boolean startsWithIgnoreCase(char[] c, int at, int limit, String word) {
        int length = word.length();
        if (limit - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (lower(c[at + i]) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}

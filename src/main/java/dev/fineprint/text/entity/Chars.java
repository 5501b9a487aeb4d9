// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.util.Arrays;

/** Classes of characters, and the half-width form of one. */
final class Chars {

    static final byte SIGN = 0;
    static final byte LETTER = 1;
    static final byte DIGIT = 2;
    static final byte HAN = 3;
    static final byte BLANK = 4;
    static final byte BREAK = 5;
    static final byte SKIP = 6;

    /** First and last characters of Han, Yi and Hangul blocks, of the halves of pairs, and of those for private use. */
    private static final String UNIFORM = "\u3400\u4DBF\u4E00\u9FEF\uA000\uA48C\uAC00\uD7A3\uD800\uDFFF\uE000\uF8FF";

    private static final byte[] CLASSES = classes();

    static final char ASCII = 0x80;

    /** All characters from the first of these to the last are Han characters. */
    private static final char FIRST_HAN = '\u4E00';

    private static final char LAST_HAN = '\u9FEF';

    /** ASCII letters in lower case; 0 for what is none. */
    static final byte[] LOWER = new byte[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            LOWER[c] = (byte) (Character.isLetter(c) ? Character.toLowerCase(c) : 0);
        }
    }

    private Chars() {}

    static byte classOf(char c) {
        return CLASSES[c];
    }

    /** Whether a character is one of the usual Han characters; there are rare ones that it is not. */
    static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    /** The ASCII form of full-width characters and curly apostrophes, so that text not yet normalised reads the same. */
    static char fold(char c) {
        if (c < 0x80) {
            return c;
        }
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\uFFE0' -> '\u00A2';
            case '\uFFE1' -> '\u00A3';
            case '\uFFE5' -> '\u00A5';
            case '\uFFE6' -> '\u20A9';
            case '\u2018', '\u2019', '\u02BC' -> '\'';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2212' -> '-';
            default -> c;
        };
    }

    static char lower(char c) {
        char f = fold(c);
        if (f < 0x80) {
            return f >= 'A' && f <= 'Z' ? (char) (f + 32) : f;
        }
        return Character.toLowerCase(f);
    }

    /** Most characters lie in a few blocks of one class; to ask for each of them takes as long as to read a text. */
    private static byte[] classes() {
        byte[] table = new byte[0x10000];
        int at = 0;
        for (int block = 0; block < UNIFORM.length(); block += 2) {
            classify(table, at, UNIFORM.charAt(block));
            at = UNIFORM.charAt(block + 1) + 1;
            Arrays.fill(table, UNIFORM.charAt(block), at, classify(UNIFORM.charAt(block)));
        }
        classify(table, at, table.length);
        return table;
    }

    private static void classify(byte[] table, int from, int to) {
        for (int i = from; i < to; i++) {
            table[i] = classify((char) i);
        }
    }

    static byte classify(char raw) {
        char c = fold(raw);
        if (c >= '0' && c <= '9') {
            return DIGIT;
        }
        return switch (c) {
            case '\n', '\r', '\u0085', '\u2028', '\u2029', '\u000B', '\f' -> BREAK;
            case '\t', ' ', '\u00A0', '\u3000', '\u202F' -> BLANK;
            case '\uFFFF', '\u00AD', '\uFEFF' -> SKIP;
            default -> byCategory(c);
        };
    }

    private static byte byCategory(char c) {
        return switch (Character.getType(c)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.CONTROL -> SKIP;
            case Character.SPACE_SEPARATOR -> BLANK;
            default -> {
                if (Character.isIdeographic(c)) {
                    yield HAN;
                }
                yield Character.isLetter(c) ? LETTER : SIGN;
            }
        };
    }
}

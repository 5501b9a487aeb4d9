// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Reads through what a text becomes when its UTF-8 was once taken for a one-byte encoding: quotation marks, dashes,
 * signs and the letters of western Europe, each written as two or three characters.
 */
final class Mojibake {
    /** What follows the first two characters of a quotation mark, dash or bullet: in Windows-1252, then in Latin-1. */
    private static final String LAST = "\u02DC\u2122\u0161\u0153\u017E\u201C\u201D\u00A6\u00A2\u2018\u009D"
            + "\u0098\u0099\u009A\u009C\u009E\u0093\u0094\u0091\u0090";

    private static final String MEANT = "'',\"\"--.\u2022-\"'',\"\"----";

    private Mojibake() {}

    /**
     * Puts what was meant in the place of the first character, and nothing in that of the others.
     *
     * @param text the text as it was
     * @param c its normalised characters so far, in the same places
     */
    static void blank(String text, char[] c) {
        for (int i = 0; i + 1 < c.length; i++) {
            char next = text.charAt(i + 1);
            switch (text.charAt(i)) {
                case '\u00E2' -> {
                    if (next == '\u20AC' || next == '\u0080') {
                        i += mark(text, c, i);
                    }
                }
                case '\u00C2' -> {
                    if (next >= '\u00A0' && next <= '\u00BF') {
                        c[i] = next == '\u00A0' ? ' ' : LicenseText.IGNORABLE;
                    }
                }
                case '\u00C3' -> {
                    if (next >= '\u00A0' && next <= '\u00BF') {
                        c[i] = (char) (next + 0x40);
                        c[++i] = LicenseText.IGNORABLE;
                    }
                }
                default -> {
                    // as it should be
                }
            }
        }
    }

    /** A mark of three characters, of which the last may be lost; returns how many follow the first. */
    private static int mark(String text, char[] c, int at) {
        char last = at + 2 < c.length ? text.charAt(at + 2) : ' ';
        int meant = LAST.indexOf(last);
        c[at] = meant < 0 ? '"' : MEANT.charAt(meant);
        c[at + 1] = LicenseText.IGNORABLE;
        if (meant < 0 && last != '\uFFFD') {
            return 1;
        }
        c[at + 2] = LicenseText.IGNORABLE;
        return 2;
    }
}

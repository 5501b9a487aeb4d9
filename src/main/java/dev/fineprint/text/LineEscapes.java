// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Takes a licence out of the string constants of a program or of a JSON document, where line breaks and quotation marks
 * are written with a backslash. Backslashes of other writings, such as TeX, stay.
 */
final class LineEscapes {
    /** So many line breaks written out are no chance. */
    private static final int ENOUGH = 2;

    private LineEscapes() {}

    static void blank(char[] c) {
        if (!isEscaped(c)) {
            return;
        }
        for (int i = 0; i + 1 < c.length; i++) {
            if (c[i] != '\\') {
                continue;
            }
            switch (c[i + 1]) {
                case 'n', 'r' -> {
                    c[i] = ' ';
                    c[i + 1] = c[i + 1] == 'n' ? '\n' : ' ';
                }
                case 't' -> {
                    c[i] = ' ';
                    c[i + 1] = ' ';
                }
                case '"', '\'' -> c[i] = ' ';
                default -> {
                    // another writing's
                }
            }
        }
    }

    /**
     * Whether line breaks are written out: an empty line so written, or one at the end of a constant, is in no other
     * writing; and in a string or document of one line, any are.
     */
    private static boolean isEscaped(char[] c) {
        int start = 0;
        while (start < c.length && c[start] <= ' ') {
            start++;
        }
        boolean oneLine = start < c.length && "{[\"'".indexOf(c[start]) >= 0;
        for (int i = start; i < c.length && oneLine; i++) {
            oneLine = c[i] != '\n' || i + 1 == c.length;
        }
        int found = 0;
        for (int i = 0; i + 2 < c.length && found < ENOUGH; i++) {
            if (c[i] == '\\' && c[i + 1] == 'n') {
                char next = c[i + 2];
                boolean breaks = next == '\\' && i + 3 < c.length && "nrt".indexOf(c[i + 3]) >= 0;
                if (oneLine || breaks || next == '"' || next == '\'') {
                    found++;
                }
            }
        }
        return found >= ENOUGH;
    }
}

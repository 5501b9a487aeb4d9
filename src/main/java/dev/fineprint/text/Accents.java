// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.text.Normalizer;

/** Latin letters without their accents. The table is made when the first text asks that has one. */
final class Accents {
    private static final char FIRST = '\u00C0';
    private static final char LAST = '\u024F';
    private static final char[] BASE = new char[LAST - FIRST + 1];

    static {
        for (char c = FIRST; c <= LAST; c++) {
            String apart = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            BASE[c - FIRST] = Character.toLowerCase(apart.charAt(0));
        }
        // What a Turkish computer makes of a capital I.
        BASE['\u0131' - FIRST] = 'i';
    }

    private Accents() {}

    /** The lower-case letter below the accent, as if the accent were a character of its own. */
    static char lower(char c) {
        return c >= FIRST && c <= LAST ? BASE[c - FIRST] : Character.toLowerCase(c);
    }
}

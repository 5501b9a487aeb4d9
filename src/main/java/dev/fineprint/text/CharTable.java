// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;

/** Which character stands for which in normalised text. */
final class CharTable {
    /** Bullets, quotes, dashes, blanks, full-width forms; everything else stands for itself. */
    private static final char[] TABLE = table();

    private CharTable() {}

    static char map(char c) {
        return TABLE[c];
    }

    /**
     * Maps traditional Han characters to simplified ones, in place. The table is made when the first text asks that
     * has a character outside the simplified national standard; texts in simplified characters never wait for it.
     */
    static void simplify(char[] c) {
        int i = 0;
        while (i < c.length && (!Chars.isHan(c[i]) || Simplified.STANDARD[c[i] - Simplified.FIRST])) {
            i++;
        }
        for (; i < c.length; i++) {
            if (Chars.isHan(c[i])) {
                c[i] = Traditional.TABLE[c[i] - Simplified.FIRST];
            }
        }
    }

    private static char[] table() {
        char[] table = new char[Character.MAX_VALUE + 1];
        for (int i = 0; i < table.length; i++) {
            table[i] = (char) i;
        }
        // Control characters, except the line ends, which the normaliser maps by what follows.
        fill(table, 0x0000, 0x001F, ' ');
        fill(table, 0x007F, 0x009F, ' ');
        table['\n'] = '\n';
        table['\r'] = '\r';
        each(table, "\u000B\f\u0085\u2028\u2029", '\n');
        fill(table, 0x2000, 0x200A, ' ');
        each(table, "\u00A0\u1680\u202F\u205F\u3000\u3164", ' ');
        each(table, "\u00AD\u034F\u061C\u180E\u200B\u200C\u200D\u200E\u200F\uFEFF", LicenseText.IGNORABLE);
        fill(table, 0x202A, 0x202E, LicenseText.IGNORABLE);
        fill(table, 0x2060, 0x206F, LicenseText.IGNORABLE);
        fill(table, 0xFE00, 0xFE0F, LicenseText.IGNORABLE);
        // Combining marks on Latin letters.
        fill(table, 0x0300, 0x036F, LicenseText.IGNORABLE);
        each(table, "\u2018\u2019\u201A\u201B\u2032\u2035\u2039\u203A\u00B4\u02BC\u300E\u300F`", '\'');
        each(table, "\u201C\u201D\u201E\u201F\u2033\u2036\u00AB\u00BB\u300C\u300D\u301D\u301E\u301F", '"');
        each(table, "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\uFE58\uFE63\u2500\u2501", '-');
        for (char c = '\uFF01'; c <= '\uFF5E'; c++) {
            table[c] = (char) (c - 0xFEE0);
        }
        table['\uFF40'] = '\'';
        table['\uFF02'] = '"';
        table['\uFF07'] = '\'';
        // Half-width, small and vertical forms of East Asian punctuation.
        each(table, "\uFF61\uFE12", '\u3002');
        each(table, "\uFF64\uFE11\uFE51", '\u3001');
        each(table, "\uFE50\uFE10", ',');
        each(table, "\uFE52\u2024", '.');
        each(table, "\uFE54\uFE14", ';');
        each(table, "\uFE55\uFE13\u2236", ':');
        each(table, "\uFE56\uFE16", '?');
        each(table, "\uFE57\uFE15", '!');
        each(table, "\uFE59\uFE35\u207D\u208D", '(');
        each(table, "\uFE5A\uFE36\u207E\u208E", ')');
        each(table, "\u3014\uFE5D\uFE39", '[');
        each(table, "\u3015\uFE5E\uFE3A", ']');
        each(table, "\uFFE0", '\u00A2');
        each(table, "\uFFE1", '\u00A3');
        each(table, "\uFFE5", '\u00A5');
        each(table, "\uFFE6", '\u20A9');
        return table;
    }

    private static void fill(char[] table, int from, int to, char c) {
        for (int i = from; i <= to; i++) {
            table[i] = c;
        }
    }

    private static void each(char[] table, String from, char to) {
        for (int i = 0; i < from.length(); i++) {
            table[from.charAt(i)] = to;
        }
    }

    /** The characters of GB 2312, the national standard of simplified characters. */
    private static final class Simplified {
        static final char FIRST = '\u3007';
        /** Characters of the standard that are read as traditional ones all the same. */
        static final String NOT = "\u4E7E\u5925\u5F8C\u5FB5\u647A\u65BC\u83F8\u9EBD";

        static final boolean[] STANDARD = standard();

        private static boolean[] standard() {
            byte[] bytes = new byte[94 * 94 * 2];
            for (int i = 0; i < 94 * 94; i++) {
                bytes[2 * i] = (byte) (0xA1 + i / 94);
                bytes[2 * i + 1] = (byte) (0xA1 + i % 94);
            }
            String decoded = new String(bytes, Charset.forName("GB2312"));
            boolean[] standard = new boolean['\uFAFF' - FIRST + 1];
            for (int i = 0; i < decoded.length(); i++) {
                if (Chars.isHan(decoded.charAt(i))) {
                    standard[decoded.charAt(i) - FIRST] = NOT.indexOf(decoded.charAt(i)) < 0;
                }
            }
            standard[0] = true;
            return standard;
        }
    }

    private static final class Traditional {
        static final char[] TABLE = table();

        private static char[] table() {
            Transliterator toSimplified = Transliterator.getInstance("Traditional-Simplified");
            char[] table = new char['\uFAFF' - Simplified.FIRST + 1];
            for (int i = 0; i < table.length; i++) {
                table[i] = (char) (i + Simplified.FIRST);
                if (!Chars.isHan(table[i]) || Simplified.STANDARD[i]) {
                    continue;
                }
                // A few characters go two steps; mapping twice must change nothing.
                for (int step = 0; step < 3; step++) {
                    String mapped = toSimplified.transliterate(String.valueOf(table[i]));
                    if (mapped.length() != 1
                            || !Chars.isHan(mapped.charAt(0))
                            || Simplified.STANDARD[table[i] - Simplified.FIRST]) {
                        break;
                    }
                    table[i] = mapped.charAt(0);
                }
            }
            return table;
        }
    }
}

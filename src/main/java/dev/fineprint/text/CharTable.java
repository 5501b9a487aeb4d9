// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import com.ibm.icu.text.Transliterator;
import java.nio.charset.Charset;

/** Which character stands for which in normalised text. */
final class CharTable {
    /** Small capitals and letters of mathematical alphabets, each before the letter that it is. */
    private static final String STYLED = "\u1D00a\u0299b\u1D04c\u1D05d\u1D07e\uA730f\u0262g\u029Ch\u026Ai\u1D0Aj\u1D0Bk"
            + "\u029Fl\u1D0Dm\u0274n\u1D0Fo\u1D18p\u01EBq\u0280r\uA731s\u1D1Bt\u1D1Cu\u1D20v\u1D21w\u028Fy\u1D22z"
            + "\u0251a\u0261g\u2102C\u210Ag\u210BH\u210CH\u210DH\u210Eh\u2110I\u2111I\u2112L\u2113l\u2115N\u2119P"
            + "\u211AQ\u211BR\u211CR\u211DR\u2124Z\u2128Z\u212AK\u212CB\u212DC\u212Fe\u2130E\u2131F\u2133M\u2134o";

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
        // Nothing is seen of these either: NUL, fillers, variation selectors, marks of annotations.
        each(table, "\0\u115F\u1160\u17B4\u17B5\u180B\u180C\u180D\uFFA0\uFFF9\uFFFA\uFFFB", LicenseText.IGNORABLE);
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
        for (int i = 0; i < STYLED.length(); i += 2) {
            table[STYLED.charAt(i)] = STYLED.charAt(i + 1);
        }
        for (int i = 0; i < Radicals.KANGXI.length(); i++) {
            table[Radicals.FIRST + i] = Radicals.KANGXI.charAt(i);
        }
        for (int i = 0; i < Radicals.OTHERS.length(); i += 2) {
            table[Radicals.OTHERS.charAt(i)] = Radicals.OTHERS.charAt(i + 1);
        }
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

    /**
     * Signs for the radicals of dictionaries, which look like characters and stand for them in texts taken out of PDF files:
     * fonts share one glyph between the two.
     */
    private static final class Radicals {
        static final char FIRST = '\u2F00';
        /** The characters of the 214 radicals, in their order. */
        static final String KANGXI =
                "\u4E00\u4E28\u4E36\u4E3F\u4E59\u4E85\u4E8C\u4EA0\u4EBA\u513F\u5165\u516B\u5182\u5196\u51AB\u51E0"
                        + "\u51F5\u5200\u529B\u52F9\u5315\u531A\u5338\u5341\u535C\u5369\u5382\u53B6\u53C8\u53E3\u56D7\u571F"
                        + "\u58EB\u5902\u590A\u5915\u5927\u5973\u5B50\u5B80\u5BF8\u5C0F\u5C22\u5C38\u5C6E\u5C71\u5DDB\u5DE5"
                        + "\u5DF1\u5DFE\u5E72\u5E7A\u5E7F\u5EF4\u5EFE\u5F0B\u5F13\u5F50\u5F61\u5F73\u5FC3\u6208\u6236\u624B"
                        + "\u652F\u6534\u6587\u6597\u65A4\u65B9\u65E0\u65E5\u66F0\u6708\u6728\u6B20\u6B62\u6B79\u6BB3\u6BCB"
                        + "\u6BD4\u6BDB\u6C0F\u6C14\u6C34\u706B\u722A\u7236\u723B\u723F\u7247\u7259\u725B\u72AC\u7384\u7389"
                        + "\u74DC\u74E6\u7518\u751F\u7528\u7530\u758B\u7592\u7676\u767D\u76AE\u76BF\u76EE\u77DB\u77E2\u77F3"
                        + "\u793A\u79B8\u79BE\u7A74\u7ACB\u7AF9\u7C73\u7CF8\u7F36\u7F51\u7F8A\u7FBD\u8001\u800C\u8012\u8033"
                        + "\u807F\u8089\u81E3\u81EA\u81F3\u81FC\u820C\u821B\u821F\u826E\u8272\u8278\u864D\u866B\u8840\u884C"
                        + "\u8863\u897E\u898B\u89D2\u8A00\u8C37\u8C46\u8C55\u8C78\u8C9D\u8D64\u8D70\u8DB3\u8EAB\u8ECA\u8F9B"
                        + "\u8FB0\u8FB5\u9091\u9149\u91C6\u91CC\u91D1\u9577\u9580\u961C\u96B6\u96B9\u96E8\u9751\u975E\u9762"
                        + "\u9769\u97CB\u97ED\u97F3\u9801\u98A8\u98DB\u98DF\u9996\u9999\u99AC\u9AA8\u9AD8\u9ADF\u9B25\u9B2F"
                        + "\u9B32\u9B3C\u9B5A\u9CE5\u9E75\u9E7F\u9EA5\u9EBB\u9EC3\u9ECD\u9ED1\u9EF9\u9EFD\u9F0E\u9F13\u9F20"
                        + "\u9F3B\u9F4A\u9F52\u9F8D\u9F9C\u9FA0";
        /** Signs for the forms that radicals have inside characters, each before the character that it looks like. */
        static final String OTHERS =
                "\u2E84\u4E59\u2E8C\u5C0F\u2E9F\u6BCD\u2EA0\u6C11\u2EC5\u89C1\u2EC6\u89D2\u2EC9\u8D1D\u2ECB\u8F66"
                        + "\u2ED3\u957F\u2ED4\u95E8\u2ED8\u9752\u2ED9\u97E6\u2EDA\u9875\u2EDB\u98CE\u2EDC\u98DE\u2EDD\u98DF"
                        + "\u2EE2\u9A6C\u2EE3\u9AA8\u2EE5\u9C7C\u2EE6\u9E1F\u2EE7\u5364\u2EE8\u9EA6\u2EE9\u9EC4\u2EEC\u9F50"
                        + "\u2EEE\u9F7F\u2EF0\u9F99\u2EF3\u9F9F";
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

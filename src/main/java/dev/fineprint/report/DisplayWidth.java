// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.lang.Character.UnicodeBlock;
import java.lang.Character.UnicodeScript;

/** How many columns of a terminal a text takes: Chinese characters and full-width forms take two. */
final class DisplayWidth {
    private DisplayWidth() {}

    /** Returns the columns of a text without line breaks. */
    static int of(String text) {
        int columns = 0;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            columns += of(c);
            i += Character.charCount(c);
        }
        return columns;
    }

    /** Returns the length in code units of the longest start of the text that fits the columns. */
    static int prefix(String text, int columns) {
        int used = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            used += of(c);
            if (used > columns) {
                return i;
            }
            i += Character.charCount(c);
        }
        return i;
    }

    /** Returns the text with blanks behind it to fill the columns. */
    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    private static int of(int c) {
        if (c < 0x300) {
            return 1;
        }
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    static boolean isWide(int c) {
        // from Ethiopic to punctuation and signs: nothing East Asian, and quotes and dashes that many texts have
        if (c < 0x1100 || c >= 0x1200 && c < 0x2E80) {
            return false;
        }
        return isWideLater(c);
    }

    /** By the tables of blocks and scripts, which are large. */
    static boolean isWideLater(int c) {
        UnicodeBlock block = UnicodeBlock.of(c);
        if (UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS.equals(block)) {
            return c <= 0xFF60 || (c >= 0xFFE0 && c <= 0xFFE6);
        }
        if (UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION.equals(block) || (c >= 0x1F300 && c <= 0x1FAFF)) {
            return true;
        }
        UnicodeScript script = UnicodeScript.of(c);
        return script == UnicodeScript.HAN
                || script == UnicodeScript.HANGUL
                || script == UnicodeScript.HIRAGANA
                || script == UnicodeScript.KATAKANA
                || script == UnicodeScript.BOPOMOFO;
    }
}

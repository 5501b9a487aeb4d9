// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.Locale;

/**
 * Makes other people's text harmless where a terminal, a browser or a person would be misled by it: control characters,
 * escape sequences, bidirectional controls and broken surrogates are shown as {@code <U+202E>} instead of acting.
 */
final class SafeText {
    private static final int SOFT_HYPHEN = 0xAD;
    private static final int BYTE_ORDER_MARK = 0xFEFF;
    private static final int ZERO_WIDTH_SPACE = 0x200B;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private SafeText() {}

    /** The text on one line: blanks of all kinds become one space, or nothing between two Han characters. */
    static String oneLine(String text) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), 4096));
        boolean blank = false;
        int before = -1;
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85) {
                blank = true;
                continue;
            }
            if (invisible(c)) {
                continue;
            }
            if (blank && before >= 0 && !(DisplayWidth.isWide(before) && DisplayWidth.isWide(c))) {
                line.append(' ');
            }
            blank = false;
            before = c;
            appendVisible(line, c);
        }
        return line.toString();
    }

    /** The text on one line, of at most so many columns; what is left out is marked with an ellipsis. */
    static String oneLine(String text, int columns) {
        // a column shows at most a few code units of the original: no need to read a line of 200 kB for 160 columns
        int enough = Math.min(text.length(), 64 * columns);
        String line = oneLine(text.substring(0, enough));
        if (enough == text.length() && DisplayWidth.of(line) <= columns) {
            return line;
        }
        int end = DisplayWidth.prefix(line, columns - 1);
        int word = line.lastIndexOf(' ', end);
        int cut = word > end * 2 / 3 ? word : end;
        return line.substring(0, cut).stripTrailing() + "…";
    }

    /** A file's name: its blanks are part of it. */
    static String name(String name) {
        return visible(name).replace('\n', ' ').replace('\t', ' ');
    }

    /** The text with its tabs and with line feeds for all line breaks, all else that would act made visible. */
    static String visible(String text) {
        return visible(text, 0, text.length());
    }

    /** The same of a part of a text, so that the parts put together are the whole. */
    static String visible(String text, int start, int end) {
        StringBuilder shown = new StringBuilder(end - start);
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (c == '\n' || c == '\t') {
                shown.append((char) c);
            } else if (c == '\r') {
                if (i == text.length() || text.charAt(i) != '\n') {
                    shown.append('\n');
                }
            } else if (!invisible(c)) {
                appendVisible(shown, c);
            }
        }
        return shown.toString();
    }

    /** Whether the character is left out where text is shown. */
    static boolean invisible(int c) {
        return c == SOFT_HYPHEN || c == BYTE_ORDER_MARK || (c >= ZERO_WIDTH_SPACE && c <= ZERO_WIDTH_JOINER);
    }

    private static void appendVisible(StringBuilder to, int c) {
        if (acts(c)) {
            to.append("<U+").append(String.format(Locale.ROOT, "%04X", c)).append('>');
        } else {
            to.appendCodePoint(c);
        }
    }

    /** Whether showing the character does something else than showing a glyph. */
    static boolean acts(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || (c & 0xFFFE) == 0xFFFE;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Reads the lines of a text that are not blank, one after the other, and knows how wide the text's lines are. Columns
 * count East Asian characters twice and tabs up to the next multiple of four. Lines that were read once are handed out
 * again after {@link #rewind()}.
 */
final class Lines {
    private static final int TAB = 4;
    /** East Asian characters begin here. */
    static final char FIRST_WIDE = '\u2E80';

    private static final int FIELDS = 6;
    private static final int BROKEN = 1;
    private static final int ROW = 2;
    private static final int RULE = 4;
    /** Lines wider than this are paragraphs, not parts of a wrapped one. */
    static final int WIDEST = 200;

    private final String original;
    private final char[] c;
    /** What every line starts with in a comment of source code, or empty. */
    private final String prefix;
    /** Whether the text may have characters that take two columns. */
    private final boolean wide;

    private int at;

    /** The lines read so far, as six numbers each. */
    private int[] read = new int[64 * FIELDS];

    private int count;
    /** The number of the line that is handed out next. */
    private int turn;

    // The current line.
    /** Offset of the first character that is not blank. */
    int start;
    /** Offset after the last character that is not blank. */
    int end;
    /** The column the line's words start at. */
    int indent;
    /** The column after the line's last character. */
    int right;
    /** How many blank lines stand before it. */
    int blankBefore;
    /** Whether markup broke the line before this one: what follows is no continuation. */
    boolean broken;
    /** Whether it is a row of a Markdown table. */
    boolean row;
    /** Whether it only draws a rule: {@code ===}, {@code ---}. */
    boolean rule;

    /** @param prefix what every line starts with in a comment of source code, or empty */
    Lines(LicenseText text, String prefix) {
        this.original = text.original();
        this.c = text.characters();
        this.prefix = prefix;
        this.wide = text.mayBeWide();
    }

    /** Goes back to before the first line. */
    void rewind() {
        turn = 0;
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() {
        if (turn == count && !read()) {
            return false;
        }
        int i = turn++ * FIELDS;
        start = read[i];
        end = read[i + 1];
        indent = read[i + 2];
        right = read[i + 3];
        blankBefore = read[i + 4];
        int flags = read[i + 5];
        broken = (flags & BROKEN) != 0;
        row = (flags & ROW) != 0;
        rule = (flags & RULE) != 0;
        return true;
    }

    /** Reads one more line; false at the end. */
    private boolean read() {
        int blankLines = -1;
        int flags = 0;
        while (at < c.length) {
            int lineStart = at;
            int i = at;
            int column = 0;
            flags &= ~ROW;
            while (i < c.length && Chars.isBlank(c[i])) {
                char published = original.charAt(i);
                flags |= published == '|' ? ROW : 0;
                // Blanked markup takes no column.
                column = published == '\t' ? (column / TAB + 1) * TAB : column + (isSpace(published) ? 1 : 0);
                i++;
            }
            if (!prefix.isEmpty() && Chars.startsWith(c, i, c.length, prefix)) {
                i += prefix.length();
                int text = i;
                while (i < c.length && Chars.isBlank(c[i])) {
                    i++;
                }
                column = i - text;
            }
            blankLines++;
            if (lineStart > 0 && original.charAt(lineStart - 1) == '<') {
                flags |= BROKEN;
            }
            if (i == c.length || c[i] == '\n') {
                at = i + 1;
                continue;
            }
            int all = 0;
            int lineEnd = i;
            while (lineEnd < c.length && c[lineEnd] != '\n') {
                all |= c[lineEnd++];
            }
            at = lineEnd + 1;
            int wordEnd = lineEnd;
            while (Chars.isBlank(c[wordEnd - 1])) {
                wordEnd--;
            }
            boolean narrow = !wide && all < FIRST_WIDE;
            flags |= isRule(i, wordEnd) ? RULE : 0;
            add(i, wordEnd, column, narrow ? column + wordEnd - i : right(i, wordEnd, column), blankLines, flags);
            return true;
        }
        return false;
    }

    private void add(int start, int end, int indent, int right, int blankLines, int flags) {
        int i = count++ * FIELDS;
        if (i == read.length) {
            read = Arrays.copyOf(read, i * 2);
        }
        read[i] = start;
        read[i + 1] = end;
        read[i + 2] = indent;
        read[i + 3] = right;
        read[i + 4] = blankLines;
        read[i + 5] = flags;
    }

    /** The column after a line's last character. */
    private int right(int from, int to, int column) {
        int columns = column;
        for (int i = from; i < to; i++) {
            // A line end inside a broken word is not read, but it ends a line on the page.
            columns = c[i] == LicenseText.IGNORABLE && original.charAt(i) == '\n' ? 0 : columns + columns(i);
        }
        return columns;
    }

    private boolean isRule(int from, int to) {
        char sign = c[from];
        if (to - from < 3 || sign != '-' && sign != '=' && sign != '~' && sign != '#' && sign != '.' && sign != '*') {
            return false;
        }
        int i = from;
        while (i < to && (c[i] == sign || Chars.isBlank(c[i]))) {
            i++;
        }
        return i == to;
    }

    /** The columns of a character as published: full-width punctuation takes two. */
    private int columns(int at) {
        return Chars.columns(Chars.isAsciiPunctuation(c[at]) ? original.charAt(at) : c[at]);
    }

    private static boolean isSpace(char published) {
        return published == ' ' || published > '\u0080' && CharTable.map(published) == ' ';
    }
}

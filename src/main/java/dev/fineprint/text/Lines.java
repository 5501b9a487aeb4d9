// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Reads the lines of a text that are not blank, one after the other, and knows how wide the text's lines are. Columns
 * count East Asian characters twice and tabs up to the next multiple of four.
 */
final class Lines {
    private static final int TAB = 4;
    /** Lines wider than this are paragraphs, not parts of a wrapped one. */
    static final int WIDEST = 200;

    private final String original;
    private final char[] c;
    /** What every line starts with in a comment of source code, or empty. */
    private final String prefix;

    private int at;

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

    /**
     * @param c the normalised text
     * @param prefix what every line starts with in a comment of source code, or empty
     */
    Lines(String original, char[] c, String prefix) {
        this.original = original;
        this.c = c;
        this.prefix = prefix;
    }

    /** Goes to the next line that is not blank; false at the end. */
    boolean next() {
        blankBefore = -1;
        broken = false;
        while (at < c.length) {
            int lineStart = at;
            int i = at;
            int column = 0;
            row = false;
            while (i < c.length && Chars.isBlank(c[i])) {
                char published = original.charAt(i);
                row |= published == '|';
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
            blankBefore++;
            if (lineStart > 0 && original.charAt(lineStart - 1) == '<') {
                broken = true;
            }
            if (i == c.length || c[i] == '\n') {
                at = i + 1;
                continue;
            }
            start = i;
            indent = column;
            int lastWord = i;
            boolean onlyRule = c[i] == '-' || c[i] == '=' || c[i] == '~' || c[i] == '#' || c[i] == '.' || c[i] == '*';
            int columns = column;
            while (i < c.length && c[i] != '\n') {
                // A line end inside a broken word is not read, but it ends a line on the page.
                columns = c[i] == LicenseText.IGNORABLE && original.charAt(i) == '\n' ? 0 : columns + columns(i);
                if (!Chars.isBlank(c[i])) {
                    lastWord = i + 1;
                    column = columns;
                    onlyRule &= c[i] == c[start];
                }
                i++;
            }
            end = lastWord;
            right = column;
            rule = onlyRule && end - start >= 3;
            at = i + 1;
            return true;
        }
        return false;
    }

    /** The columns of a character as published: full-width punctuation takes two. */
    private int columns(int at) {
        return Chars.columns(Chars.isAsciiPunctuation(c[at]) ? original.charAt(at) : c[at]);
    }

    private static boolean isSpace(char published) {
        return published == ' ' || published > '\u0080' && CharTable.map(published) == ' ';
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Whether a text's lines are wrapped, and how wide.
 *
 * @param wrapped whether sentences go on from line to line; otherwise each line is a paragraph
 * @param width the column that wrapped lines hardly pass, 0 if none are
 */
record Layout(boolean wrapped, int width) {
    private static final int SHORTEST = 30;

    /** Learns the layout from all lines of a text. */
    static Layout of(String original, char[] c) {
        Lines lines = new Lines(original, c);
        int[] widths = new int[Lines.WIDEST + 1];
        int inner = 0;
        int soft = 0;
        int right = -1;
        int end = 0;
        while (lines.next()) {
            if (right >= SHORTEST && right <= Lines.WIDEST && lines.blankBefore == 0 && !lines.broken) {
                inner++;
                if (goesOn(c[end - 1], c[lines.start])) {
                    soft++;
                    widths[right]++;
                }
            }
            right = lines.rule ? -1 : lines.right;
            end = lines.end;
        }
        if (soft < 2 || soft * 6 < inner) {
            return new Layout(false, 0);
        }
        // The width that nine of ten lines keep to.
        int beyond = soft / 10;
        int width = Lines.WIDEST;
        while (width > SHORTEST && beyond >= widths[width]) {
            beyond -= widths[width];
            width--;
        }
        return new Layout(true, width);
    }

    /** Whether a sentence plainly goes on from a line that ends with one character to one that starts with another. */
    private static boolean goesOn(char last, char first) {
        boolean open = Chars.isWord(last) || last == ',' || last == '-' || last == ')' || last == '"' || last == '\'';
        return open && Chars.isLower(first)
                || (Chars.isHan(last) || last == ',' || last == '\u3001') && Chars.isHan(first);
    }

    /** Whether a line reaches so far right that the first word of the next would not have fitted. */
    boolean isFull(int right, int nextWord) {
        return wrapped && right + nextWord + 1 >= width - width / 12;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * How a text's lines are laid out: whether they are wrapped, and how wide.
 *
 * @param wrapped whether sentences go on from line to line; otherwise each line is a paragraph
 * @param width the column that wrapped lines hardly pass, 0 if none are
 * @param hanWidth the same of the lines that break between Han characters: the halves of a bilingual text may be set
 *     in columns of their own
 */
record Layout(boolean wrapped, int width, int hanWidth) {
    private static final int SHORTEST = 30;
    private static final int SHORTEST_CAPITALS = 50;
    /** So few line ends say little; more of them must be inside sentences. */
    private static final int FEW = 6;

    private static final String[] PREFIXES = {"//", "#", "*", ";", "%", "--", "!", "dnl", "REM"};
    private static final int PREFIX_SAMPLE = 4;
    private static final int PREFIX_LINES = 200;

    /** The lines of a text, without what every line starts with in a comment of source code. */
    static Lines lines(LicenseText text) {
        Lines lines = new Lines(text, "");
        String prefix = prefix(lines, text.characters());
        if (!prefix.isEmpty()) {
            return new Lines(text, prefix);
        }
        lines.rewind();
        return lines;
    }

    /** Learns the layout from all lines of a text. */
    static Layout of(Lines lines, char[] c, StopSignal stop) {
        int[] widths = new int[Lines.WIDEST + 1];
        int[] hanWidths = new int[Lines.WIDEST + 1];
        int hanSoft = 0;
        int inner = 0;
        int soft = 0;
        int right = -1;
        int end = 0;
        int step = 0;
        while (lines.next()) {
            stop.checkAt(step++);
            if (right >= SHORTEST && right <= Lines.WIDEST && lines.blankBefore == 0 && !lines.broken) {
                inner++;
                boolean goesOn = goesOn(c[end - 1], c[lines.start])
                        || right >= SHORTEST_CAPITALS && inCapitals(c, end, lines.start, lines.end);
                if (goesOn && Marker.read(c, lines.start, lines.end) == null) {
                    soft++;
                    widths[right]++;
                    if (Chars.isHan(c[lines.start])) {
                        hanSoft++;
                        hanWidths[right]++;
                    }
                }
            }
            right = lines.rule ? -1 : lines.right;
            end = lines.end;
        }
        if (soft == 0 || inner > FEW && (soft == 1 || soft * 6 < inner) || soft * 3 < inner && inner <= FEW) {
            return new Layout(false, 0, 0);
        }
        int width = usual(widths, soft);
        return new Layout(true, width, hanSoft == 0 ? width : usual(hanWidths, hanSoft));
    }

    /** The width that nine of ten lines keep to. */
    private static int usual(int[] widths, int lines) {
        int beyond = lines / 10;
        int width = Lines.WIDEST;
        while (width > SHORTEST && beyond >= widths[width]) {
            beyond -= widths[width];
            width--;
        }
        return width;
    }

    /** The column that wrapped lines of one script hardly pass. */
    int width(boolean han) {
        return han ? hanWidth : width;
    }

    /** What nine of ten lines start with although their sentences go on from line to line, or empty. */
    private static String prefix(Lines lines, char[] c) {
        for (String prefix : PREFIXES) {
            lines.rewind();
            int count = 0;
            int with = 0;
            int soft = 0;
            char last = '.';
            while (count < PREFIX_LINES && lines.next()) {
                count++;
                if (Chars.startsWith(c, lines.start, lines.end, prefix)) {
                    with++;
                    int text = lines.start + prefix.length();
                    while (text < lines.end && Chars.isBlank(c[text])) {
                        text++;
                    }
                    soft += text < lines.end && goesOn(last, c[text]) ? 1 : 0;
                    last = text < lines.end ? c[lines.end - 1] : '.';
                }
                if (count == PREFIX_SAMPLE && with * 2 < count) {
                    break;
                }
            }
            if (with >= PREFIX_SAMPLE && with * 10 >= count * 9 && soft * 6 >= with) {
                return prefix;
            }
        }
        return "";
    }

    /** Whether a sentence plainly goes on from a line that ends with one character to one that starts with another. */
    private static boolean goesOn(char last, char first) {
        boolean open = Chars.isWord(last) || last == ',' || last == '-' || last == ')' || last == '"' || last == '\'';
        return open && Chars.isLower(first)
                || (Chars.isHan(last) || last == ',' || last == '\u3001') && Chars.isHan(first);
    }

    /** Whether a line ends, and the next starts, with a word in capitals and no punctuation between. */
    private static boolean inCapitals(char[] c, int end, int start, int lineEnd) {
        boolean before = Chars.isUpper(c[end - 1]) && end > 1 && Chars.isUpper(c[end - 2]) || c[end - 1] == ',';
        return before && start + 1 < lineEnd && Chars.isUpper(c[start]) && Chars.isUpper(c[start + 1]);
    }

    /** Whether a line reaches so far right that the first word of the next would not have fitted. */
    boolean isFull(int right, int nextWord, boolean han) {
        int edge = width(han);
        return wrapped && right + nextWord + 1 >= edge - edge / 12;
    }
}

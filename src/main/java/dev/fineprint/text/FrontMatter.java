// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Blanks the front matter of a Markdown file: the YAML between two lines of dashes at its head, which describes the file
 * and is no text of the licence. What is prose in it stays: block scalars and long values are where publishers put
 * terms that have to be accepted.
 */
final class FrontMatter {
    private static final int LONGEST = 1 << 16;
    private static final int LONGEST_KEY = 60;
    /** A value of more characters is prose. */
    private static final int LONGEST_VALUE = 200;

    private final char[] c;

    private FrontMatter(char[] c) {
        this.c = c;
    }

    /** Blanks front matter in place. */
    static void blank(char[] c) {
        int start = 0;
        while (start < c.length && c[start] == LicenseText.IGNORABLE) {
            start++;
        }
        FrontMatter matter = new FrontMatter(c);
        if (matter.isFence(start, '-')) {
            int first = matter.lineEnd(start) + 1;
            int last = matter.end(first);
            if (last > 0) {
                matter.blank(start, first, last);
            }
        }
    }

    /** Where the closing line starts, if all lines before it are YAML and one names a key; or -1. */
    private int end(int first) {
        boolean keys = false;
        for (int at = first; at < c.length && at < LONGEST; at = lineEnd(at) + 1) {
            if (isFence(at, '-') || isFence(at, '.')) {
                return keys ? at : -1;
            }
            int value = value(at);
            keys |= value > 0;
            int text = text(at);
            boolean inner = text == lineEnd(at) || c[text] == '#' || c[text] == '-' || keys && text > at;
            if (value < 0 && !inner) {
                return -1;
            }
        }
        return -1;
    }

    private void blank(int start, int first, int last) {
        fill(start, first);
        boolean prose = false;
        for (int at = first; at < last; at = lineEnd(at) + 1) {
            int value = value(at);
            boolean inner = text(at) > at || text(at) == lineEnd(at);
            prose &= inner;
            if (!prose && value > 0) {
                boolean block = value < lineEnd(at) && (c[value] == '|' || c[value] == '>');
                boolean isLong = lineEnd(at) - value > LONGEST_VALUE;
                fill(at, isLong ? value : lineEnd(at));
                prose = block;
            } else if (!prose) {
                fill(at, lineEnd(at));
            }
        }
        fill(last, lineEnd(last));
    }

    private void fill(int from, int to) {
        for (int i = from; i < to; i++) {
            c[i] = c[i] == '\n' ? '\n' : ' ';
        }
    }

    /** Where the value starts on a line {@code key: value}; the line's end if there is none; -1 if the line names no key. */
    private int value(int line) {
        int end = lineEnd(line);
        int i = text(line);
        if (i < end && c[i] == '-' && i + 1 < end && c[i + 1] == ' ') {
            i += 2;
        }
        int key = i;
        while (i < end && i - key <= LONGEST_KEY && (Chars.isWord(c[i]) || "_-.\"'/ ".indexOf(c[i]) >= 0)) {
            i++;
        }
        if (i == key || i >= end || c[i] != ':' || i + 1 < end && c[i + 1] != ' ') {
            return -1;
        }
        i++;
        while (i < end && c[i] == ' ') {
            i++;
        }
        return i;
    }

    /** Whether a line is three of a character and nothing else. */
    private boolean isFence(int line, char of) {
        int end = lineEnd(line);
        int i = line;
        while (i < end && c[i] == of) {
            i++;
        }
        return i - line == 3 && text(i) == end;
    }

    private int text(int from) {
        int i = from;
        while (i < c.length && c[i] == ' ') {
            i++;
        }
        return i;
    }

    private int lineEnd(int from) {
        int i = from;
        while (i < c.length && c[i] != '\n') {
            i++;
        }
        return i;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Blanks the page numbers that stand on lines of their own in texts taken out of paged documents, and the line ends
 * around them where a sentence goes on over the page, so that one line end is left.
 *
 * <p>"Page 3 of 9" and "- 3 -" always are page numbers. A lone number is one when a sentence goes on around it, or when
 * the number before or after it stands alone a page away.
 */
final class PageNumbers {
    private static final int LONGEST_LINE = 30;
    private static final int LARGEST = 999;
    private static final int SHORTEST_PAGE = 600;
    /** Chinese headings have no final punctuation either; a sentence's line is longer. */
    private static final int SHORTEST_HAN_LINE = 15;

    private final char[] c;
    /** Lines that hold nothing but a page number or a lone number: start, end, value (-1 if certain). */
    private int[] lines = new int[12];

    private int count;

    private PageNumbers(char[] c) {
        this.c = c;
    }

    /** Blanks page numbers in place. */
    static void blank(char[] c, StopSignal stop) {
        PageNumbers numbers = new PageNumbers(c);
        numbers.find(stop);
        if (numbers.count > 0) {
            numbers.blankFound();
        }
    }

    private void find(StopSignal stop) {
        int at = 0;
        int step = 0;
        while (at < c.length) {
            stop.checkAt(step++);
            int from = at;
            while (from < c.length && Chars.isBlank(c[from])) {
                from++;
            }
            int eol = from;
            while (eol < c.length && c[eol] != '\n') {
                eol++;
            }
            at = eol + 1;
            int to = eol;
            while (to > from && Chars.isBlank(c[to - 1])) {
                to--;
            }
            if (to > from && to - from <= LONGEST_LINE) {
                int value = value(from, to);
                if (value >= -1) {
                    add(from, to, value);
                }
            }
        }
    }

    private void add(int from, int to, int value) {
        if (count + 3 > lines.length) {
            lines = Arrays.copyOf(lines, lines.length * 2);
        }
        lines[count++] = from;
        lines[count++] = to;
        lines[count++] = value;
    }

    /** The value of a lone number, -1 for what certainly is a page number, -2 for any other line. */
    private int value(int from, int to) {
        char first = c[from];
        if (Chars.isDigit(first)) {
            int end = digits(from, to);
            if (end == to) {
                return end - from <= 3 ? number(from, end) : -2;
            }
            int i = blanks(end, to);
            if (i < to && c[i] == '/') {
                i = blanks(i + 1, to);
            } else if (Chars.startsWithIgnoreCase(c, i, to, "of ")) {
                i = blanks(i + 3, to);
            } else {
                return -2;
            }
            return i < to && Chars.isDigit(c[i]) && digits(i, to) == to && to - i <= 3 ? -1 : -2;
        }
        if (first == '-') {
            int i = blanks(dashes(from, to), to);
            int end = digits(i, to);
            int tail = blanks(end, to);
            return end > i && tail < to && dashes(tail, to) == to ? -1 : -2;
        }
        if (Chars.startsWithIgnoreCase(c, from, to, "page")) {
            int i = blanks(from + 4, to);
            int end = digits(i, to);
            if (end == i) {
                return -2;
            }
            int tail = blanks(end, to);
            if (tail == to) {
                return -1;
            }
            int total = c[tail] == '/'
                    ? blanks(tail + 1, to)
                    : Chars.startsWithIgnoreCase(c, tail, to, "of ") ? blanks(tail + 3, to) : to;
            return total < to && digits(total, to) == to ? -1 : -2;
        }
        if (first == '\u7B2C') {
            return chinese(from, to) ? -1 : -2;
        }
        return -2;
    }

    /** "第 3 页", "第3页 共9页", "第 3 页/共 9 页". */
    private boolean chinese(int from, int to) {
        int i = blanks(from + 1, to);
        int end = digits(i, to);
        int page = blanks(end, to);
        if (end == i || page == to || c[page] != '\u9875') {
            return false;
        }
        i = blanks(page + 1, to);
        if (i < to && (c[i] == ',' || c[i] == '/' || c[i] == '\u3001')) {
            i = blanks(i + 1, to);
        }
        if (i == to) {
            return true;
        }
        if (c[i] != '\u5171') {
            return false;
        }
        i = blanks(i + 1, to);
        end = digits(i, to);
        page = blanks(end, to);
        return end > i && page == to - 1 && c[page] == '\u9875';
    }

    private void blankFound() {
        int[] firstAt = new int[LARGEST + 2];
        int[] lastAt = new int[LARGEST + 2];
        Arrays.fill(firstAt, Integer.MAX_VALUE);
        Arrays.fill(lastAt, Integer.MIN_VALUE / 2);
        for (int i = 0; i < count; i += 3) {
            int value = lines[i + 2];
            if (value >= 0) {
                firstAt[value] = Math.min(firstAt[value], lines[i]);
                lastAt[value] = Math.max(lastAt[value], lines[i]);
            }
        }
        // Numbers with only blank lines between them are judged as one place.
        int group = 0;
        while (group < count) {
            int end = group + 3;
            while (end < count && onlySpace(lines[end - 2], lines[end])) {
                end += 3;
            }
            boolean goesOn = goesOn(c, lines[group], lines[end - 2]);
            boolean all = true;
            for (int i = group; i < end; i += 3) {
                int value = lines[i + 2];
                boolean page = goesOn
                        || value < 0
                        || value > 0 && lines[i] - (long) firstAt[value - 1] > SHORTEST_PAGE
                        || (long) lastAt[value + 1] - lines[i] > SHORTEST_PAGE;
                if (page) {
                    Arrays.fill(c, lines[i], lines[i + 1], ' ');
                } else {
                    all = false;
                }
            }
            if (goesOn && all) {
                keepOneLineEnd(c, lines[group]);
            }
            group = end;
        }
    }

    private boolean onlySpace(int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Chars.isSpace(c[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether a sentence goes on around a stretch that holds no word of it. */
    static boolean goesOn(char[] c, int from, int to) {
        int before = from - 1;
        while (before >= 0 && Chars.isSpace(c[before])) {
            before--;
        }
        int after = to;
        while (after < c.length && Chars.isSpace(c[after])) {
            after++;
        }
        if (before < 0 || after == c.length) {
            return false;
        }
        char last = c[before];
        char next = c[after];
        if (Chars.isLower(next)) {
            return Chars.isWord(last) || last == ',' || last == '-' || last == ')' || last == '"' || last == '\'';
        }
        if (Chars.isHan(next) && (Chars.isHan(last) || last == ',' || last == '\u3001')) {
            int line = before;
            while (line >= 0 && c[line] != '\n' && before - line <= SHORTEST_HAN_LINE) {
                line--;
            }
            return before - line > SHORTEST_HAN_LINE;
        }
        return false;
    }

    /** Leaves one line end of the blank stretch around an offset. */
    static void keepOneLineEnd(char[] c, int from) {
        int start = from;
        while (start > 0 && Chars.isSpace(c[start - 1])) {
            start--;
        }
        boolean kept = false;
        for (int i = start; i < c.length && Chars.isSpace(c[i]); i++) {
            if (c[i] == '\n') {
                c[i] = kept ? ' ' : '\n';
                kept = true;
            }
        }
    }

    private int number(int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = value * 10 + c[i] - '0';
        }
        return value;
    }

    private int digits(int from, int to) {
        int i = from;
        while (i < to && Chars.isDigit(c[i])) {
            i++;
        }
        return i;
    }

    private int dashes(int from, int to) {
        int i = from;
        while (i < to && c[i] == '-') {
            i++;
        }
        return i;
    }

    private int blanks(int from, int to) {
        int i = from;
        while (i < to && Chars.isBlank(c[i])) {
            i++;
        }
        return i;
    }
}

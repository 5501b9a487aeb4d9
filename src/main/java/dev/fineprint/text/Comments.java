// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Takes a licence out of the comments of a source file: blanks the marks that stand before each line, so that the
 * lines are neither headings nor list items. Every line of a run must have the same mark, and a run must be too long
 * for a pair of headings. Linear in the text.
 */
final class Comments {
    /** A pair of lines may be headings, or a list. */
    private static final int MANY = 3;

    private static final int FEW = 2;
    private static final int DEEPEST = 4;

    private Comments() {}

    static void blank(char[] c, StopSignal stop) {
        for (int depth = 0; depth < DEEPEST && blankOuter(c, stop); depth++) {
            // Comments may be quoted in comments.
        }
    }

    /** Blanks the marks that stand outermost; tells whether there were any. */
    private static boolean blankOuter(char[] c, StopSignal stop) {
        int line = 0;
        boolean closes = true;
        Mark mark = Mark.NONE;
        Run run = new Run(c);
        int step = 0;
        while (line < c.length) {
            stop.checkAt(step++);
            int end = lineEnd(c, line);
            int start = firstOf(c, line, end);
            if (closes && start + 1 < end && c[start] == '/' && c[start + 1] == '*') {
                int close = close(c, start + 2);
                // One that is not closed says that none after it is.
                closes = close > 0;
                if (closes) {
                    run.finish(mark);
                    run.found = true;
                    mark = Mark.NONE;
                    blankBlock(c, start, close);
                    line = lineEnd(c, close) + 1;
                    continue;
                }
            }
            if (start + 1 == end && c[start] == '.') {
                // A lone full stop is an empty line in Debian's control files and in roff.
                c[start] = ' ';
                start = end;
            }
            Mark next = Mark.at(c, start, end);
            if (next != mark) {
                run.finish(mark);
                mark = next;
            }
            if (mark != Mark.NONE) {
                run.add(start, mark.length(c, start, end), end);
            }
            line = end + 1;
        }
        run.finish(mark);
        return run.found;
    }

    /** What stands before each line of a comment. */
    private enum Mark {
        NONE("", 0),
        HASH("#", MANY),
        SLASHES("//", FEW),
        SEMICOLON(";", MANY),
        PERCENT("%", MANY),
        DASHES("--", MANY),
        STAR("*", MANY),
        ROFF(".\\\"", FEW),
        DNL("dnl", FEW),
        REM("rem", FEW);

        private final String sign;
        private final int atLeast;

        Mark(String sign, int atLeast) {
            this.sign = sign;
            this.atLeast = atLeast;
        }

        static Mark at(char[] c, int start, int end) {
            if (start == end) {
                return NONE;
            }
            for (Mark mark : VALUES) {
                if (mark != NONE && mark.stands(c, start, end)) {
                    return mark;
                }
            }
            return NONE;
        }

        private boolean stands(char[] c, int start, int end) {
            if (end - start < sign.length()) {
                return false;
            }
            for (int i = 0; i < sign.length(); i++) {
                char lower = c[start + i] >= 'A' && c[start + i] <= 'Z' ? (char) (c[start + i] + 32) : c[start + i];
                if (lower != sign.charAt(i)) {
                    return false;
                }
            }
            int after = start + sign.length();
            boolean word = sign.charAt(0) >= 'a' && sign.charAt(0) <= 'z';
            boolean spaced = after == end || Chars.isBlank(c[after]);
            return !(word || this == DASHES || this == STAR) || spaced || repeats(c, after, end);
        }

        /** Whether the line is a rule, made of the sign alone. */
        private boolean repeats(char[] c, int from, int end) {
            for (int i = from; i < end; i++) {
                if (c[i] != sign.charAt(0) && !Chars.isBlank(c[i])) {
                    return false;
                }
            }
            return true;
        }

        int length(char[] c, int start, int end) {
            int length = sign.length();
            while (start + length < end && c[start + length] == sign.charAt(0) && this != STAR) {
                length++;
            }
            return repeats(c, start + sign.length(), end) ? end - start : length;
        }
    }

    private static final Mark[] VALUES = Mark.values();

    /** The lines of one run: where their marks stand. */
    private static final class Run {
        private final char[] c;
        private final IntList starts = new IntList();
        private final IntList lengths = new IntList();
        private final IntList ends = new IntList();
        private boolean found;
        private int worded;
        private int wordedLength;
        private boolean uneven;
        private int empty;
        private int boxed;

        Run(char[] c) {
            this.c = c;
        }

        void add(int start, int length, int end) {
            int last = end;
            while (last > start && Chars.isBlank(c[last - 1])) {
                last--;
            }
            boolean bare = start + length >= last;
            // A letter, full stop or semicolon that ends a line is the line's own, unless it stands apart.
            boolean closed = !bare
                    && c[last - 1] == c[start]
                    && last - 1 > start + length
                    && Chars.isBlank(c[last - 2])
                    && !Character.isLetter(c[start]);
            starts.add(start);
            lengths.add(length);
            ends.add(closed ? last : start);
            if (bare) {
                empty++;
            } else {
                uneven |= worded > 0 && length != wordedLength;
                wordedLength = length;
                worded++;
            }
            if (closed) {
                boxed++;
            }
        }

        void finish(Mark mark) {
            int lines = starts.size();
            // Lines that begin with stars are a list, unless some are empty but for the star, or closed by another one.
            boolean list = mark == Mark.STAR && empty == 0 && boxed < lines;
            boolean headings = mark == Mark.HASH && uneven;
            if (mark != Mark.NONE && lines >= mark.atLeast && worded >= FEW && !list && !headings) {
                found = true;
                for (int i = 0; i < lines; i++) {
                    fill(c, starts.get(i), starts.get(i) + lengths.get(i));
                    if (boxed >= MANY && ends.get(i) > starts.get(i)) {
                        fill(c, ends.get(i) - 1, ends.get(i));
                    }
                }
            }
            starts.clear();
            lengths.clear();
            ends.clear();
            worded = 0;
            uneven = false;
            empty = 0;
            boxed = 0;
        }
    }

    /** A block comment: its delimiters, and the stars before its lines if most lines have one. */
    private static void blankBlock(char[] c, int open, int close) {
        int lines = 0;
        int starred = 0;
        for (int line = lineEnd(c, open) + 1; line < close; line = lineEnd(c, line) + 1) {
            int end = lineEnd(c, line);
            int start = firstOf(c, line, end);
            if (start < end && start < close) {
                lines++;
                starred += c[start] == '*' ? 1 : 0;
            }
        }
        if (starred * 2 > lines) {
            for (int line = lineEnd(c, open) + 1; line < close; line = lineEnd(c, line) + 1) {
                int end = lineEnd(c, line);
                int start = firstOf(c, line, end);
                if (start < end && start < close && c[start] == '*') {
                    int after = start + 1;
                    while (after < end && c[after] == '*') {
                        after++;
                    }
                    fill(c, start, after);
                }
            }
        }
        int from = open + 2;
        while (from < close && (c[from] == '*' || c[from] == '!')) {
            from++;
        }
        fill(c, open, from);
        int to = close;
        while (to > from && c[to - 1] == '*') {
            to--;
        }
        fill(c, to, close + 2);
    }

    /** Where a block comment ends, or -1 if it does not. */
    private static int close(char[] c, int from) {
        for (int i = from; i + 1 < c.length; i++) {
            if (c[i] == '*' && c[i + 1] == '/') {
                return i;
            }
        }
        return -1;
    }

    private static int lineEnd(char[] c, int from) {
        int end = from;
        while (end < c.length && c[end] != '\n') {
            end++;
        }
        return end;
    }

    private static int firstOf(char[] c, int from, int end) {
        int first = from;
        while (first < end && Chars.isBlank(c[first])) {
            first++;
        }
        return first;
    }

    private static void fill(char[] c, int from, int to) {
        for (int i = from; i < Math.min(to, c.length); i++) {
            if (c[i] != '\n') {
                c[i] = ' ';
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import org.jspecify.annotations.Nullable;

/**
 * A bullet or number at the start of a line or inside a sentence.
 *
 * @param family what it counts with
 * @param shape what stands around the number
 * @param value the ordinal, 1 for the first; for bullets the character
 * @param roman the ordinal when read as a Roman numeral, 0 if that is no reading; letters such as {@code i} have both
 * @param depth the number of components, 2 for {@code 3.1}
 * @param start offset of its first character
 * @param end offset after its last character, punctuation included
 * @param text offset of what follows, blanks skipped; the line's end if nothing does
 */
record Marker(Family family, Shape shape, int value, int roman, int depth, int start, int end, int text) {

    enum Family {
        BULLET,
        NUMBER,
        DECIMAL,
        LOWER,
        UPPER,
        ROMAN_LOWER,
        ROMAN_UPPER,
        HAN,
        CIRCLED,
        /** "Article 2", "第二条": the word says that a section starts. */
        WORD
    }

    enum Shape {
        NONE,
        DOT,
        PAREN,
        PARENS,
        BRACKET,
        COMMA,
        COLON
    }

    /** A family and a shape: what the markers of one list have in common. */
    record Style(Family family, Shape shape) {
        /** Written out, as {@link #hashCode()} is: those that a record comes with are made when they are first called. */
        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Style style && family == style.family && shape == style.shape;
        }

        @Override
        public int hashCode() {
            return family.hashCode() * 31 + shape.hashCode();
        }
    }

    private static final int LARGEST = 199;

    private static final String BULLETS =
            "\u2022\u00B7\u25CF\u25CB\u25AA\u25AB\u25A0\u25A1\u25E6\u2023\u2219\u27A2\u27A4"
                    + "\u25BA\u25B6\u25B8\u2192\u2756\u25C6\u25C7\u2605\u2606\u2713\u2714\u2717\u2718\u274C\u26AB\u26AA\u2726\u2794"
                    + "\u27A1\u25FB\u25FC\u25FE\u25FD\u2B24\uF0B7\uF0A7\uF0D8\uF076\uF06C\uF0FC\u30FB\u2705\u26D4";

    private static final WordSet SECTION_WORDS = WordSet.of(
            "section sections sec article art clause chapter part appendix annex exhibit schedule attachment addendum");

    /** What may stand after {@code 2.5} in Chinese when that is an amount. */
    private static final String UNITS =
            "\u4EBF\u4E07\u5343\u767E\u5143\u4E2A\uFF05%\u5E74\u6708\u65E5\u500D\u7248\u6B21\u5929";
    /** What follows {@code 第三条} where the words refer to it. */
    private static final String REFERENCES =
            "\u89C4\u6240\u7EA6\u7684\u4E2D\u6B3E\u53CA\u548C\u6216\u3001\u81F3\u7B2C\u9879\u4E4B\u4EE5,\u4E0E\u9002\u524D\u4E0A";

    static boolean isBullet(char c) {
        return BULLETS.indexOf(c) >= 0;
    }

    /** Whether this is the first of its kind; a list may count from 0. */
    boolean isFirst() {
        return family == Family.BULLET || value <= 1 || roman == 1;
    }

    Style style() {
        return new Style(family, shape);
    }

    /** The style when read as a Roman numeral. */
    Style romanStyle() {
        boolean lower = family == Family.LOWER || family == Family.ROMAN_LOWER;
        return new Style(lower ? Family.ROMAN_LOWER : Family.ROMAN_UPPER, shape);
    }

    /** The marker at {@code from}, or null. Whether it is one in its context is for the caller to judge. */
    static @Nullable Marker read(char[] c, int from, int to) {
        if (from >= to) {
            return null;
        }
        char first = c[from];
        if (first == '(') {
            return parenthesised(c, from, to, ')', Shape.PARENS);
        }
        if (first == '[') {
            return parenthesised(c, from, to, ']', Shape.BRACKET);
        }
        if (Chars.isDigit(first)) {
            return number(c, from, to);
        }
        if (first == '-' || first == '*' || first == '+' || first == 'o') {
            int end = from + 1;
            if (first == '-' && end < to && c[end] == '-') {
                end++;
            }
            if (end == to && first != 'o' || end < to && Chars.isBlank(c[end])) {
                return of(Family.BULLET, Shape.NONE, first, c, from, end, to);
            }
            return null;
        }
        if (Chars.isAsciiLetter(first)) {
            Marker lettered = letters(c, from, to, from);
            return lettered != null ? lettered : word(c, from, to);
        }
        if (first < '\u0080') {
            return null;
        }
        if (first == '\u7B2C') {
            return article(c, from, to);
        }
        int han = hanDigitsEnd(c, from, to);
        if (han > from) {
            int value = hanValue(c, from, han);
            if (value > 0 && han < to && (c[han] == '\u3001' || c[han] == '.' || c[han] == ':')) {
                return of(Family.HAN, c[han] == '\u3001' ? Shape.COMMA : Shape.DOT, value, c, from, han + 1, to);
            }
            return null;
        }
        if (first == '\u00A7') {
            int number = skipBlanks(c, from + 1, to);
            int end = numberEnd(c, number, to);
            return end > number
                    ? of(Family.WORD, Shape.NONE, intValue(c, number, end), c, from, trail(c, end, to), to)
                    : null;
        }
        if (isBullet(first)) {
            return of(Family.BULLET, Shape.NONE, first, c, from, from + 1, to);
        }
        return enclosed(c, from, to);
    }

    private static Marker of(Family family, Shape shape, int value, char[] c, int from, int end, int to) {
        return new Marker(family, shape, value, 0, 1, from, end, skipBlanks(c, end, to));
    }

    /** Numbers in circles and parentheses that are one character; Roman numerals that are. */
    private static @Nullable Marker enclosed(char[] c, int from, int to) {
        char first = c[from];
        if (first >= '\u2160' && first <= '\u216B') {
            int end = trail(c, from + 1, to);
            if (end > from + 1 || end == to || Chars.isBlank(c[end])) {
                return of(Family.ROMAN_UPPER, Shape.DOT, first - '\u215F', c, from, end, to);
            }
            return null;
        }
        int value;
        Shape shape = Shape.NONE;
        if (first >= '\u2460' && first <= '\u2473') {
            value = first - '\u245F';
        } else if (first >= '\u2474' && first <= '\u2487') {
            value = first - '\u2473';
            shape = Shape.PARENS;
        } else if (first >= '\u2488' && first <= '\u249B') {
            value = first - '\u2487';
            shape = Shape.DOT;
        } else if (first >= '\u249C' && first <= '\u24B5') {
            value = first - '\u249B';
            shape = Shape.PAREN;
        } else if (first >= '\u2776' && first <= '\u277F') {
            value = first - '\u2775';
            shape = Shape.BRACKET;
        } else if (first >= '\u2780' && first <= '\u2789') {
            value = first - '\u277F';
            shape = Shape.COLON;
        } else {
            return null;
        }
        return of(Family.CIRCLED, shape, value, c, from, from + 1, to);
    }

    /** "(1)", "(a)", "(iv)", "(一)", "[1]". */
    private static @Nullable Marker parenthesised(char[] c, int from, int to, char close, Shape shape) {
        int start = skipBlanks(c, from + 1, Math.min(to, from + 3));
        int end = start;
        while (end < to && end - start <= 6 && c[end] != close && !Chars.isSpace(c[end])) {
            end++;
        }
        int closing = skipBlanks(c, end, Math.min(to, end + 1));
        if (end == start || closing >= to || c[closing] != close) {
            return null;
        }
        int after = closing + 1;
        if (after < to && (c[after] == '\u3001' || c[after] == '.' && after + 1 < to && Chars.isBlank(c[after + 1]))) {
            after++;
        }
        int text = skipBlanks(c, after, to);
        if (Chars.isDigit(c[start])) {
            int number = numberEnd(c, start, end);
            if (number != end || shape == Shape.BRACKET && text == after) {
                return null;
            }
            int depth = components(c, start, end);
            int value = intValue(c, start, end);
            if (value > LARGEST) {
                return null;
            }
            return new Marker(depth > 1 ? Family.DECIMAL : Family.NUMBER, shape, value, 0, depth, from, after, text);
        }
        if (hanDigitsEnd(c, start, end) == end) {
            return new Marker(Family.HAN, shape, hanValue(c, start, end), 0, 1, from, after, text);
        }
        return shape == Shape.PARENS ? lettered(c, start, end, shape, from, after, text) : null;
    }

    /** "a.", "a)", "iv.", "B)"; {@code start} is where the marker starts. */
    private static @Nullable Marker letters(char[] c, int from, int to, int start) {
        int end = from;
        while (end < to && end - from < 6 && Chars.isAsciiLetter(c[end])) {
            end++;
        }
        if (end == to || c[end] != '.' && c[end] != ')' && c[end] != '\u3001') {
            return null;
        }
        int after = end + 1;
        char next = after < to ? c[after] : ' ';
        if (end == from + 1 && c[end] == '.' && Chars.isDigit(next) && Chars.isUpper(c[from])) {
            // "A.1 Scope", "B.2.3. Fees"
            int stop = numberEnd(c, after, to);
            int text = stop < to && c[stop] == '.' ? stop + 1 : stop;
            boolean blank = text >= to || Chars.isBlank(c[text]);
            int depth = components(c, after, stop) + 1;
            int value = intValue(c, after, stop);
            return blank && value <= LARGEST
                    ? new Marker(Family.DECIMAL, Shape.NONE, value, 0, depth, start, text, skipBlanks(c, text, to))
                    : null;
        }
        boolean apart = Chars.isBlank(next)
                || Chars.isHan(next)
                || c[end] != '.' && (Chars.isUpper(next) || next == '"' || next == '\u300A');
        if (!apart) {
            return null;
        }
        Shape shape = c[end] == '.' ? Shape.DOT : c[end] == ')' ? Shape.PAREN : Shape.COMMA;
        return lettered(c, from, end, shape, start, after, skipBlanks(c, after, to));
    }

    private static @Nullable Marker lettered(char[] c, int from, int to, Shape shape, int start, int end, int text) {
        boolean lower = Chars.isLower(c[from]);
        for (int i = from; i < to; i++) {
            if (!Chars.isAsciiLetter(c[i]) || Chars.isLower(c[i]) != lower) {
                return null;
            }
        }
        int roman = romanValue(c, from, to);
        boolean number = text < c.length && Chars.isDigit(c[text]);
        if (to - from == 1 && number && (Chars.lower(c[from]) == 'v' || Chars.lower(c[from]) == 'c')) {
            // "v. 2.0", "(c) 2024"
            return null;
        }
        if (to - from == 1) {
            int value = Chars.lower(c[from]) - 'a' + 1;
            return new Marker(lower ? Family.LOWER : Family.UPPER, shape, value, roman, 1, start, end, text);
        }
        if (roman > 0) {
            return new Marker(
                    lower ? Family.ROMAN_LOWER : Family.ROMAN_UPPER, shape, roman, roman, 1, start, end, text);
        }
        if (to - from == 2 && c[from] == c[from + 1]) {
            int value = 26 + Chars.lower(c[from]) - 'a' + 1;
            return new Marker(lower ? Family.LOWER : Family.UPPER, shape, value, 0, 1, start, end, text);
        }
        return null;
    }

    /** "1.", "1)", "3.1", "3.1.", "1、", "1 Scope". */
    private static @Nullable Marker number(char[] c, int from, int to) {
        int end = numberEnd(c, from, to);
        int depth = components(c, from, end);
        int value = intValue(c, from, end);
        if (value > LARGEST || end - from > 12) {
            return null;
        }
        if (end + 1 < to && c[end] == LicenseText.IGNORABLE && (c[end + 1] == '.' || c[end + 1] == ')')) {
            // Markdown escapes the full stop: 1\. text
            end++;
        }
        char next = end < to ? c[end] : ' ';
        Marker lettered = numberAndLetter(c, from, end, to, depth);
        if (lettered != null) {
            return lettered;
        }
        if (next == ')') {
            return new Marker(
                    depth > 1 ? Family.DECIMAL : Family.NUMBER,
                    Shape.PAREN,
                    value,
                    0,
                    depth,
                    from,
                    end + 1,
                    skipBlanks(c, end + 1, to));
        }
        if (next == '\u3001' || next == ',' && depth == 1 && hanFollows(c, end + 1, to)) {
            return of(Family.NUMBER, Shape.COMMA, value, c, from, end + 1, to);
        }
        if (next == ':' && depth == 1 && end + 1 < to && Chars.isBlank(c[end + 1])) {
            return of(Family.NUMBER, Shape.COLON, value, c, from, end + 1, to);
        }
        int after = next == '.' ? end + 1 : end;
        int text = skipBlanks(c, after, to);
        char start = text < to ? c[text] : ' ';
        if (text == after && text < to) {
            boolean apart = Chars.isHan(start) && (after > end || UNITS.indexOf(start) < 0)
                    || (after > end || depth > 1) && (Chars.isUpper(start) && !isVersion(c, text, to))
                    || start == '"'
                    || start == '('
                    || start == '\u300A'
                    || start == '\u3010'
                    || start == '\'';
            if (!apart || after == end && depth == 1) {
                return null;
            }
        }
        if (depth > 1) {
            return new Marker(Family.DECIMAL, Shape.NONE, value, 0, depth, from, after, text);
        }
        if (after > end) {
            return new Marker(Family.NUMBER, Shape.DOT, value, 0, 1, from, after, text);
        }
        // "1 Scope", "1 - Scope"
        int title = text;
        if (title + 1 < to && c[title] == '-' && Chars.isBlank(c[title + 1])) {
            title = skipBlanks(c, title + 1, to);
        }
        boolean titled =
                title < to && (Chars.isUpper(c[title]) || Chars.isHan(c[title]) && UNITS.indexOf(c[title]) < 0);
        return titled ? new Marker(Family.NUMBER, Shape.NONE, value, 0, 1, from, end, title) : null;
    }

    /** "1.a.", "1a)", "2(b)": a letter counts the parts of a number. */
    private static @Nullable Marker numberAndLetter(char[] c, int from, int end, int to, int depth) {
        int letter = end < to && (c[end] == '.' || c[end] == '(') ? end + 1 : end;
        boolean parens = letter > end && c[end] == '(';
        if (letter + 1 >= to || !Chars.isAsciiLetter(c[letter])) {
            return null;
        }
        boolean closed = parens ? c[letter + 1] == ')' : c[letter + 1] == '.' || c[letter + 1] == ')';
        int after = letter + 2;
        if (!closed || after < to && !Chars.isBlank(c[after])) {
            return null;
        }
        int value = Chars.lower(c[letter]) - 'a' + 1;
        return new Marker(Family.DECIMAL, Shape.COLON, value, 0, depth + 1, from, after, skipBlanks(c, after, to));
    }

    /** "4.0B", "2.x": no section number is glued to so short a word. */
    private static boolean isVersion(char[] c, int at, int to) {
        return at + 1 >= to || !Chars.isLetter(c[at + 1]);
    }

    private static boolean hanFollows(char[] c, int from, int to) {
        int i = skipBlanks(c, from, to);
        return i < to && Chars.isHan(c[i]);
    }

    /** "Section 2.", "ARTICLE IV -", "Exhibit A". */
    private static @Nullable Marker word(char[] c, int from, int to) {
        int end = from;
        while (end < to && end - from <= 10 && Chars.isAsciiLetter(c[end])) {
            end++;
        }
        if (!Chars.isUpper(c[from]) || !SECTION_WORDS.contains(c, from, end)) {
            return null;
        }
        int number = skipBlanks(c, end < to && c[end] == '.' ? end + 1 : end, to);
        if (number == end || number == to) {
            return null;
        }
        int stop = numberEnd(c, number, to);
        int value;
        int depth = 1;
        if (stop > number) {
            value = intValue(c, number, stop);
            depth = components(c, number, stop);
        } else {
            while (stop < to && stop - number < 6 && Chars.isAsciiUpper(c[stop])) {
                stop++;
            }
            int roman = romanValue(c, number, stop);
            value = roman > 0 ? roman : stop - number == 1 ? c[number] - 'A' + 1 : 0;
        }
        if (value <= 0 || stop < to && (Chars.isWord(c[stop]) || c[stop] == '(')) {
            return null;
        }
        int after = skipBlanks(c, stop, to);
        if (after < to && (c[after] == '.' || c[after] == ':' || c[after] == '-' || c[after] == ')')) {
            after++;
        } else if (after < to && !Chars.isUpper(c[after]) && c[after] != '(' && c[after] != '"') {
            // "Section 3 of this Agreement" is the start of a sentence.
            return null;
        } else {
            after = stop;
        }
        return new Marker(Family.WORD, Shape.NONE, value, 0, depth, from, after, skipBlanks(c, after, to));
    }

    /** "第二条", "第3章". */
    private static @Nullable Marker article(char[] c, int from, int to) {
        int number = skipBlanks(c, from + 1, to);
        int end = numberEnd(c, number, to);
        int value = end > number ? intValue(c, number, end) : 0;
        if (end == number) {
            end = hanDigitsEnd(c, number, to);
            value = hanValue(c, number, end);
        }
        int unit = skipBlanks(c, end, to);
        if (value <= 0 || unit >= to || "\u6761\u7AE0\u8282\u7F16\u90E8\u6B3E\u9879".indexOf(c[unit]) < 0) {
            return null;
        }
        int after = unit + 1;
        if (c[unit] == '\u90E8') {
            if (after >= to || c[after] != '\u5206') {
                return null;
            }
            after++;
        }
        if (after < to && REFERENCES.indexOf(c[after]) >= 0) {
            return null;
        }
        int depth = c[unit] == '\u7AE0' || c[unit] == '\u7F16' || c[unit] == '\u90E8' ? 1 : c[unit] == '\u8282' ? 2 : 3;
        after = trail(c, after, to);
        return new Marker(Family.WORD, Shape.COMMA, value, 0, depth, from, after, skipBlanks(c, after, to));
    }

    /** Skips one of {@code . : 、 )} after a number. */
    private static int trail(char[] c, int at, int to) {
        return at < to && (c[at] == '.' || c[at] == ':' || c[at] == '\u3001' || c[at] == ')') ? at + 1 : at;
    }

    private static int skipBlanks(char[] c, int from, int to) {
        int i = from;
        while (i < to && Chars.isBlank(c[i])) {
            i++;
        }
        return i;
    }

    /** The end of digits with dots between, as in {@code 3.1.2}; a last dot is left out. */
    private static int numberEnd(char[] c, int from, int to) {
        int i = from;
        while (i < to
                && i - from < 16
                && (Chars.isDigit(c[i])
                        || c[i] == '.' && i > from && c[i - 1] != '.' && i + 1 < to && Chars.isDigit(c[i + 1]))) {
            i++;
        }
        return i;
    }

    private static int components(char[] c, int from, int to) {
        int count = 1;
        for (int i = from; i < to; i++) {
            count += c[i] == '.' ? 1 : 0;
        }
        return count;
    }

    /** The value of the last component, capped. */
    private static int intValue(char[] c, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            value = c[i] == '.' ? 0 : Math.min(value * 10 + c[i] - '0', 100_000);
        }
        return value;
    }

    private static int romanValue(char[] c, int from, int to) {
        int sum = 0;
        int last = 0;
        for (int i = to - 1; i >= from; i--) {
            int digit = switch (Chars.lower(c[i])) {
                case 'i' -> 1;
                case 'v' -> 5;
                case 'x' -> 10;
                case 'l' -> 50;
                case 'c' -> 100;
                default -> 0;
            };
            if (digit == 0) {
                return 0;
            }
            sum += digit < last ? -digit : digit;
            last = Math.max(last, digit);
        }
        return sum;
    }

    private static int hanDigit(char c) {
        return "\u3007\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341".indexOf(c);
    }

    private static int hanDigitsEnd(char[] c, int from, int to) {
        int i = from;
        while (i < to && i - from < 4 && hanDigit(c[i]) >= 0) {
            i++;
        }
        return i;
    }

    /** 十二 = 12, 二十 = 20, 二十一 = 21. */
    private static int hanValue(char[] c, int from, int to) {
        int value = 0;
        int digit = 0;
        for (int i = from; i < to; i++) {
            int d = hanDigit(c[i]);
            if (d == 10) {
                value += (digit == 0 ? 1 : digit) * 10;
                digit = 0;
            } else {
                digit = digit * 10 + d;
            }
        }
        return value + digit;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;
import java.util.Map;

/**
 * Blanks the remains of Markdown and HTML in the same length, in one pass. What a reader sees stays where it is: the
 * text of links, bullets, the {@code #} of headings. Line breaks that markup asks for become line ends.
 *
 * <p>What is blanked, and where a line starts, is decided on what stands after the pass, so that a second pass finds
 * nothing more to do.
 */
final class Markup {
    private static final int LONGEST_TAG = 400;
    private static final int LONGEST_URL = 2000;
    private static final int MOST_BRACKETS = 1 << 16;

    private static final WordSet INLINE = WordSet.of(
            "a abbr acronym b big bdi bdo cite code del dfn em font i img input ins kbd label mark nobr q s samp small",
            "span strike strong sub sup tt u var wbr td th col colgroup link meta");
    private static final WordSet BREAKS = WordSet.of("br tr dt dd caption option");
    private static final WordSet ITEM = WordSet.of("li");
    private static final WordSet BLOCKS = WordSet.of(
            "p div ul ol dl table tbody thead tfoot blockquote pre hr section article header footer nav main aside",
            "center html head body title details summary form figure style script noscript");

    /** The signs that markup is made of, and the line end: other characters are nothing but the words around it. */
    private static final boolean[] SIGNS = new boolean[0x80];

    static {
        for (char sign : "<&*_'|[]>-\\\n".toCharArray()) {
            SIGNS[sign] = true;
        }
    }

    private static final Map<String, Character> ENTITIES = Map.ofEntries(
            Map.entry("nbsp", ' '),
            Map.entry("ensp", ' '),
            Map.entry("emsp", ' '),
            Map.entry("thinsp", ' '),
            Map.entry("amp", '&'),
            Map.entry("lt", '<'),
            Map.entry("gt", '>'),
            Map.entry("quot", '"'),
            Map.entry("ldquo", '"'),
            Map.entry("rdquo", '"'),
            Map.entry("laquo", '"'),
            Map.entry("raquo", '"'),
            Map.entry("apos", '\''),
            Map.entry("lsquo", '\''),
            Map.entry("rsquo", '\''),
            Map.entry("ndash", '-'),
            Map.entry("mdash", '-'),
            Map.entry("hellip", '\u2026'),
            Map.entry("bull", '\u2022'),
            Map.entry("middot", '\u00B7'),
            Map.entry("copy", '\u00A9'),
            Map.entry("reg", '\u00AE'),
            Map.entry("trade", '\u2122'),
            Map.entry("sect", '\u00A7'),
            Map.entry("para", '\u00B6'),
            Map.entry("euro", '\u20AC'),
            Map.entry("pound", '\u00A3'),
            Map.entry("yen", '\u00A5'),
            Map.entry("shy", LicenseText.IGNORABLE),
            Map.entry("zwj", LicenseText.IGNORABLE),
            Map.entry("zwnj", LicenseText.IGNORABLE));

    private final char[] c;
    private int[] brackets = new int[16];
    private int open;
    /** Whether only blanks stand before the current place in its line, after this pass. */
    private boolean lineStart = true;
    /** The character before the current place, as it was before this pass. */
    private char before = '\n';

    private Markup(char[] c) {
        this.c = c;
    }

    /** Blanks markup in place. */
    static void blank(char[] c, StopSignal stop) {
        new Markup(c).run(stop);
    }

    /** Whether three quotes stand together, which may be a code block's fence. */
    static boolean hasFence(char[] c) {
        for (int i = 2; i < c.length; i += 3) {
            // One of three in a row stands here.
            if (c[i] == '\'' && quotesAround(c, i) >= 3) {
                return true;
            }
        }
        return false;
    }

    private static int quotesAround(char[] c, int at) {
        int from = at;
        while (from > 0 && at - from < 2 && c[from - 1] == '\'') {
            from--;
        }
        int to = at + 1;
        while (to < c.length && to - at <= 2 && c[to] == '\'') {
            to++;
        }
        return to - from;
    }

    private void run(StopSignal stop) {
        int i = 0;
        boolean freshLine = true;
        int step = 0;
        while (i < c.length) {
            stop.checkAt(step++);
            if (freshLine) {
                freshLine = false;
                int end = ruleEnd(i);
                if (end > i) {
                    blank(i, end);
                    i = end;
                    continue;
                }
            }
            char now = c[i];
            if (!lineStart && !isSign(now)) {
                i = signFrom(i + 1);
                before = c[i - 1];
                continue;
            }
            int next = switch (now) {
                case '<' -> tag(i);
                case '&' -> entity(i);
                case '*' -> star(i);
                case '_' -> underscore(i);
                case '\'' -> fence(i);
                case '|' -> blank(i, i + 1);
                case '[' -> bracket(i);
                case ']' -> link(i);
                case '>' -> lineStart ? blank(i, i + 1) : i;
                case '-' -> stands("-->", i) ? blank(i, i + 3) : i;
                case '\\' -> escape(i);
                default -> i;
            };
            if (next > i) {
                before = ';';
                i = next;
                continue;
            }
            before = now;
            if (now == '\n') {
                lineStart = true;
                freshLine = true;
            } else if (!Chars.isBlank(now) && !opensLink(i)) {
                lineStart = false;
            }
            i++;
        }
    }

    private static boolean isSign(char c) {
        return c < SIGNS.length && SIGNS[c];
    }

    /** The place of the next sign of markup or line end. */
    private int signFrom(int from) {
        int i = from;
        while (i < c.length && !isSign(c[i])) {
            i++;
        }
        return i;
    }

    /** Whether a sign stands here, with nothing inside it: an escaped one is none, however often the text is normalised. */
    private boolean stands(String sign, int at) {
        for (int i = 0; i < sign.length(); i++) {
            if (at + i >= c.length || c[at + i] != sign.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a character may be blanked later, when it proves to open a link or an image. */
    private boolean opensLink(int i) {
        return c[i] == '[' || c[i] == '!' && i + 1 < c.length && c[i + 1] == '[';
    }

    private int blank(int from, int to) {
        for (int i = from; i < to; i++) {
            if (c[i] == '\n') {
                lineStart = true;
            }
            // A line end inside a tag stays one.
            c[i] = c[i] == '\n' ? '\n' : ' ';
        }
        return to;
    }

    /** The end of a line that only draws a rule ({@code * * *}, {@code ___}, a table's {@code |---|}), or {@code at}. */
    private int ruleEnd(int at) {
        int stars = 0;
        int scores = 0;
        int pipes = 0;
        int dashes = 0;
        int i = at;
        for (; i < c.length && c[i] != '\n'; i++) {
            switch (c[i]) {
                case '*' -> stars++;
                case '_' -> scores++;
                case '|' -> pipes++;
                case '-', ':' -> dashes++;
                case ' ' -> {}
                default -> {
                    return at;
                }
            }
        }
        boolean stars3 = stars >= 3 && scores + pipes + dashes == 0;
        boolean scores3 = scores >= 3 && stars + pipes + dashes == 0;
        boolean table = pipes > 0 && dashes > 0 && stars + scores == 0;
        return stars3 || scores3 || table ? i : at;
    }

    private int star(int at) {
        int end = runEnd(at);
        // A bullet stays.
        return lineStart && end == at + 1 ? at : blank(at, end);
    }

    private int underscore(int at) {
        int end = runEnd(at);
        boolean insideWord = end == at + 1 && Chars.isWord(before) && end < c.length && Chars.isWord(c[end]);
        return insideWord ? at : blank(at, end);
    }

    private int fence(int at) {
        int end = runEnd(at);
        return end - at >= 3 ? blank(at, end) : at;
    }

    private int escape(int at) {
        if (at + 1 < c.length && Chars.isAsciiPunctuation(c[at + 1])) {
            c[at] = LicenseText.IGNORABLE;
            return at + 1;
        }
        return at;
    }

    private int bracket(int at) {
        if (open < MOST_BRACKETS) {
            if (open == brackets.length) {
                brackets = Arrays.copyOf(brackets, open * 2);
            }
            brackets[open++] = at;
        }
        return at;
    }

    /** The end of {@code ](address)} after an opening bracket, blanked with the bracket; or {@code at}. */
    private int link(int at) {
        if (open == 0) {
            return at;
        }
        int bracket = brackets[--open];
        if (at + 1 >= c.length || c[at + 1] != '(') {
            return at;
        }
        boolean address = false;
        int i = at + 2;
        int limit = Math.min(c.length, at + LONGEST_URL);
        while (i < limit && c[i] != ')' && c[i] != '[' && c[i] != ']' && c[i] != '(' && !Chars.isSpace(c[i])) {
            address |= c[i] == '/' || c[i] == '#' || c[i] == '.' || c[i] == '@' || c[i] == ':';
            i++;
        }
        if (i + 1 < limit && c[i] == ' ' && c[i + 1] == '"') {
            // [text](address "title")
            i += 2;
            while (i < limit && c[i] != '"' && c[i] != '\n' && c[i] != '[' && c[i] != ']') {
                i++;
            }
            i++;
        }
        if (!address || i >= limit || c[i] != ')') {
            return at;
        }
        c[bracket] = ' ';
        if (bracket > 0 && c[bracket - 1] == '!') {
            c[bracket - 1] = ' ';
        }
        return blank(at, i + 1);
    }

    /** The end of a tag, blanked; or {@code at}. Only names of HTML count: licences write {@code <year>}. */
    private int tag(int at) {
        if (stands("<!--", at)) {
            return blank(at, at + 4);
        }
        int name = at + 1;
        boolean closing = name < c.length && c[name] == '/';
        name += closing ? 1 : 0;
        int end = name;
        while (end < c.length && end - name < 12 && Chars.isAsciiLetter(c[end])) {
            end++;
        }
        boolean inline = INLINE.contains(c, name, end);
        boolean breaks = BREAKS.contains(c, name, end);
        boolean item = ITEM.contains(c, name, end);
        boolean heading = end == name + 1 && Chars.lower(c[name]) == 'h' && end < c.length && Chars.isDigit(c[end]);
        if (!inline && !breaks && !item && !heading && !BLOCKS.contains(c, name, end)) {
            return end > name ? placeHolder(at) : at;
        }
        int close = tagEnd(heading ? end + 1 : end, Math.min(c.length, at + LONGEST_TAG));
        if (close < 0) {
            return placeHolder(at);
        }
        blank(at, close);
        if (!inline) {
            c[at] = '\n';
            lineStart = true;
            if (item && !closing) {
                c[at + 1] = '\u2022';
                lineStart = false;
            } else if (!breaks && !item) {
                c[at + 1] = '\n';
            }
            if (heading && !closing) {
                c[at + 2] = '#';
                lineStart = false;
            }
        }
        return close;
    }

    /** The offset after the {@code >} of a tag whose name ends at {@code at}; or -1 if this is no tag. */
    private int tagEnd(int at, int limit) {
        boolean equals = false;
        int end = at;
        while (end < limit && c[end] != '>' && c[end] != '<') {
            equals |= c[end] == '=';
            end++;
        }
        if (end >= limit || c[end] == '<') {
            return -1;
        }
        boolean attributes = equals && Chars.isSpace(c[at]);
        int rest = at < end && c[at] == ' ' ? at + 1 : at;
        boolean bare = rest == end || rest == end - 1 && c[rest] == '/';
        return attributes || bare ? end + 1 : -1;
    }

    /** The end of a place holder such as {@code <name of author>}, which is left as it is; or {@code at}. */
    private int placeHolder(int at) {
        int limit = Math.min(c.length, at + LONGEST_TAG);
        int end = at + 1;
        while (end < limit && c[end] != '>' && c[end] != '<' && c[end] != '\n') {
            end++;
        }
        if (end >= limit || c[end] != '>') {
            return at;
        }
        lineStart = false;
        return end + 1;
    }

    private int entity(int at) {
        int limit = Math.min(c.length, at + 12);
        int end = at + 1;
        while (end < limit && (Chars.isAsciiLetter(c[end]) || Chars.isDigit(c[end]) || c[end] == '#')) {
            end++;
        }
        if (end >= limit || c[end] != ';' || end - at < 3) {
            return at;
        }
        String name = new String(c, at + 1, end - at - 1);
        Character named = ENTITIES.get(name);
        int code = named != null ? named : code(name);
        if (code < 0) {
            return at;
        }
        char meant = CharTable.map((char) code);
        // What Markdown or HTML would read is not brought back.
        boolean kept = named != null
                || meant == LicenseText.IGNORABLE
                || Chars.isWord(meant)
                || "\"'\u2022\u00B7\u00A7.,:()\u00A9".indexOf(meant) >= 0;
        if (meant == ' ' || !kept) {
            return blank(at, end + 1);
        }
        Arrays.fill(c, at, end + 1, LicenseText.IGNORABLE);
        c[at] = meant;
        lineStart &= Chars.isBlank(meant);
        return end + 1;
    }

    /** The character of a numeric entity's name, or -1. */
    private static int code(String name) {
        if (name.charAt(0) != '#') {
            return -1;
        }
        boolean hex = name.length() > 1 && (name.charAt(1) == 'x' || name.charAt(1) == 'X');
        try {
            int code = Integer.parseInt(name.substring(hex ? 2 : 1), hex ? 16 : 10);
            return code > 0 && code < Character.MIN_SURROGATE ? code : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private int runEnd(int at) {
        int end = at + 1;
        while (end < c.length && c[end] == c[at]) {
            end++;
        }
        return end;
    }
}

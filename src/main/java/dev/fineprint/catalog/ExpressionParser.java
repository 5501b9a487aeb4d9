// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Expression.ConceptRef;
import dev.fineprint.catalog.Expression.End;
import dev.fineprint.catalog.Expression.Exact;
import dev.fineprint.catalog.Expression.Gap;
import dev.fineprint.catalog.Expression.Maybe;
import dev.fineprint.catalog.Expression.Prefix;
import dev.fineprint.catalog.Expression.Start;
import dev.fineprint.catalog.Expression.Unordered;
import dev.fineprint.catalog.Expression.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Reads the one-line notation of clause expressions.
 *
 * <pre>
 * expr   := seq ('|' seq)*
 * seq    := part (gap? part)* '$'?            $ the clause ends here
 * part   := '^' | item                        ^ the clause's own words start here: behind what a list item inherits
 * gap    := '..' N ('!' atom)*                at most N tokens between, none of the atoms among them
 * item   := atom '?'?                         ? may be absent
 * atom   := word | begin* | 'exact words' | &lt;concept&gt; | '(' expr ')' | '{' expr ('&amp;' expr)+ '}' ('..' N)?
 * </pre>
 *
 * <p>Parts without a gap are adjacent. A word stands for all words of the same English stem. A hyphenated word matches
 * with the hyphen, with a blank, and written as one word. A run of Chinese characters is a sequence of single
 * characters. The span after a closing brace is written without a blank: <code>{a &amp; b}..5 c</code>; with a blank it
 * is the gap before the next part. Words are read in lower case; a possessive 's is left off, as it is in texts.
 */
public final class ExpressionParser {

    static final int MAX_GAP = 200;
    static final int MAX_NESTING = 20;
    static final int MAX_ALTERNATIVES = 2000;
    static final int MAX_LENGTH = 20_000;
    static final int MAX_UNORDERED = 6;
    static final int MAX_OPTIONAL = 4;
    static final int MIN_PREFIX = 2;

    /** Entities that are everywhere. */
    private static final Set<String> ANYTHING = Set.of("any", "rest");

    private static final String ANY_ATOM = "a word, pre*, 'exact words', <concept>, (...) or {... & ...}";

    /** A concept named in an expression. */
    record Mention(String concept, SourceRef at) {}

    private final String text;
    private final IntFunction<SourceRef> positions;
    private final Problems problems;
    private final List<Mention> mentions;
    private int at;
    private int alternatives;
    private int braces;
    private int endAnchor = -1;

    private ExpressionParser(String text, IntFunction<SourceRef> positions, Problems problems, List<Mention> mentions) {
        this.text = text;
        this.positions = positions;
        this.problems = problems;
        this.mentions = mentions;
    }

    /**
     * Reads one expression. Whether the concepts it names exist is not its business: a catalog checks that.
     *
     * @param text the expression
     * @param at where its first character stands
     * @throws CatalogException naming everything that is wrong
     */
    public static Expression parse(String text, SourceRef at) {
        Problems problems = new Problems();
        Optional<Expression> expression = parse(text, at::right, problems, new ArrayList<>());
        return expression.orElseThrow(problems::exception);
    }

    /**
     * Reads one expression on behalf of the loader.
     *
     * @param positions offset in {@code text} to the place in the file
     * @param problems where faults go; an expression with a fault is not to be used
     * @param mentions where the concepts named go, entities left out
     */
    static Optional<Expression> parse(
            String text, IntFunction<SourceRef> positions, Problems problems, List<Mention> mentions) {
        int before = problems.count();
        ExpressionParser parser = new ExpressionParser(text, positions, problems, mentions);
        try {
            if (text.length() > MAX_LENGTH) {
                throw parser.fault(
                        0,
                        "the expression is too long",
                        text.length() + " characters",
                        "at most " + MAX_LENGTH,
                        "make concepts of its parts");
            }
            Expression expression = parser.expression(0);
            if (parser.at < text.length()) {
                throw parser.unexpected();
            }
            return problems.count() == before ? Optional.of(expression) : Optional.empty();
        } catch (Fault fault) {
            problems.add(fault.problem);
            return Optional.empty();
        }
    }

    /** Whether every way to match holds something that a text can be searched for. */
    static boolean namesWords(Expression expression) {
        if (expression instanceof ConceptRef concept) {
            return !ANYTHING.contains(concept.name());
        } else if (expression instanceof Expression.Sequence sequence) {
            return sequence.items().stream().anyMatch(ExpressionParser::namesWords);
        } else if (expression instanceof Expression.Or or) {
            return or.alternatives().stream().allMatch(ExpressionParser::namesWords);
        } else if (expression instanceof Unordered unordered) {
            return unordered.parts().stream().anyMatch(ExpressionParser::namesWords);
        }
        return expression instanceof Word || expression instanceof Prefix || expression instanceof Exact;
    }

    private Expression expression(int depth) {
        if (depth > MAX_NESTING) {
            throw fault(
                    at - 1,
                    "groups are nested too deep",
                    "",
                    "at most " + MAX_NESTING + " levels",
                    "make a concept of the inner part");
        }
        List<Expression> parts = new ArrayList<>();
        do {
            if (!parts.isEmpty()) {
                at++;
            }
            if (++alternatives > MAX_ALTERNATIVES) {
                throw fault(
                        at,
                        "the expression has too many alternatives",
                        "",
                        "at most " + MAX_ALTERNATIVES,
                        "put them into several concepts");
            }
            parts.add(sequence(depth));
        } while (peek() == '|');
        return Expression.or(parts);
    }

    private Expression sequence(int depth) {
        int from = at;
        List<Expression> items = new ArrayList<>();
        List<Gap> gaps = new ArrayList<>();
        boolean solid = false;
        for (char c = peek(); !closes(c); c = peek()) {
            if (endAnchor >= from) {
                throw fault(endAnchor, "$ in the middle", "$", "it at the end of the expression", "move or drop it");
            }
            Gap gap = Gap.NONE;
            if (c == '.') {
                int dots = at;
                gap = gap(depth);
                if (items.isEmpty()) {
                    throw fault(dots, "a gap with nothing before it", snippet(dots), ANY_ATOM, "drop the gap");
                }
                c = peek();
                if (closes(c)) {
                    throw fault(
                            dots,
                            "a gap with nothing behind it",
                            snippet(dots),
                            ANY_ATOM,
                            "drop the gap; the span of a { & } group is written without a blank: {a & b}..5");
                }
            }
            if (!items.isEmpty()) {
                gaps.add(gap);
            }
            if (c == '^') {
                if (braces > 0) {
                    throw fault(at, "^ inside { & }", "^", "it outside the braces", "move or drop it");
                }
                at++;
                items.add(new Start());
                continue;
            }
            if (c == '$') {
                if (braces > 0) {
                    throw fault(at, "$ inside { & }", "$", "it at the end of the expression", "move or drop it");
                }
                endAnchor = at++;
                items.add(new End());
                continue;
            }
            Expression item = atom(depth);
            if (at < text.length() && text.charAt(at) == '?') {
                at++;
                item = new Maybe(item);
            } else {
                solid = true;
            }
            items.add(item);
        }
        if (items.isEmpty()) {
            throw at < text.length() || from > 0
                    ? fault(at, "an empty alternative", "", ANY_ATOM, "fill or drop it")
                    : fault(0, "an empty expression", "", ANY_ATOM, "write or drop it");
        }
        if (!solid) {
            throw fault(
                    from,
                    "this can match nothing at all",
                    text.substring(from, at).strip(),
                    "a part without ?",
                    "drop one ?");
        }
        Expression sequence = Expression.sequence(items, gaps);
        int optional = optionals(sequence);
        if (optional > MAX_OPTIONAL) {
            problem(
                    from,
                    "too many parts that may be absent",
                    optional + " parts with ?",
                    "at most " + MAX_OPTIONAL + " in a sequence",
                    "write gaps or several patterns");
        }
        return sequence;
    }

    /** How many parts of a sequence may be absent. */
    static int optionals(Expression expression) {
        int count = 0;
        if (expression instanceof Expression.Sequence sequence) {
            for (Expression item : sequence.items()) {
                count += item instanceof Maybe ? 1 : 0;
            }
        }
        return count;
    }

    private Gap gap(int depth) {
        int dots = at;
        int max = span();
        List<Expression> without = new ArrayList<>();
        while (peek() == '!') {
            at++;
            peek();
            braces++; // no anchors within a gap
            without.add(atom(depth));
            braces--;
        }
        if (max == 0 && !without.isEmpty()) {
            problem(
                    dots,
                    "a gap of 0 tokens has no room for what it bars",
                    "..0 !",
                    "a gap of 1 or more",
                    "drop the !");
        }
        return without.isEmpty() ? Gap.of(max) : new Gap(max, without);
    }

    /** {@code ..N}, the dots included. */
    private int span() {
        int dots = at;
        if (!text.startsWith("..", at)) {
            throw unexpected();
        }
        at += 2;
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        String digits = text.substring(from, at);
        if (digits.isEmpty() || at < text.length() && isWordPart(text.codePointAt(at))) {
            throw fault(
                    dots,
                    "a gap without its length",
                    snippet(dots),
                    "a number of tokens and a blank",
                    "write ..5 or the like");
        }
        int max = digits.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(digits);
        if (max > MAX_GAP) {
            problem(
                    dots,
                    "the gap is too wide",
                    ".." + digits,
                    "at most " + MAX_GAP + " tokens",
                    "narrow it: a pattern never reaches across its clause");
        }
        return Math.min(max, MAX_GAP);
    }

    private Expression atom(int depth) {
        int from = at;
        if (at == text.length()) {
            throw fault(at, "the expression ends too early", "", ANY_ATOM, "finish it");
        }
        switch (text.charAt(at)) {
            case '(' -> {
                at++;
                Expression inner = expression(depth + 1);
                close(from, ')');
                return inner;
            }
            case '{' -> {
                return unordered(depth);
            }
            case '<' -> {
                return concept();
            }
            case '\'' -> {
                return exact();
            }
            default -> {
                return word();
            }
        }
    }

    private Expression unordered(int depth) {
        int from = at;
        List<Expression> parts = new ArrayList<>();
        braces++;
        do {
            at++;
            parts.add(expression(depth + 1));
        } while (peek() == '&');
        braces--;
        close(from, '}');
        if (parts.size() < 2) {
            throw fault(
                    from,
                    "a { } group of one part",
                    text.substring(from, at),
                    "two parts or more, joined by &",
                    "write ( ) or add a part");
        }
        if (parts.size() > MAX_UNORDERED) {
            problem(
                    from,
                    "too many parts in any order",
                    parts.size() + " parts",
                    "at most " + MAX_UNORDERED,
                    "make a sequence or several patterns of them");
        }
        int max = text.startsWith("..", at) ? span() : Unordered.DEFAULT_MAX;
        return new Unordered(parts, max);
    }

    private void close(int from, char bracket) {
        if (peek() != bracket) {
            if (at < text.length()) {
                throw unexpected();
            }
            throw fault(from, "a group that is not closed", snippet(from), "a closing " + bracket, "add it");
        }
        at++;
    }

    private Expression concept() {
        int from = at;
        int close = text.indexOf('>', from);
        String name = close < 0 ? "" : text.substring(from + 1, close);
        if (!Names.isConcept(name)) {
            throw fault(
                    from,
                    close < 0 ? "a concept without its closing >" : "no name of a concept",
                    close < 0 ? snippet(from) : "<" + name + ">",
                    "<name> of small letters, digits and hyphens",
                    "write it so");
        }
        at = close + 1;
        ConceptRef concept = new ConceptRef(name);
        if (!concept.entity()) {
            mentions.add(new Mention(name, positions.apply(from)));
        }
        return concept;
    }

    private Expression exact() {
        int from = at;
        at++;
        List<Expression> words = new ArrayList<>();
        while (peek() != '\'') {
            if (at == text.length()) {
                throw fault(from, "exact words that are not closed", snippet(from), "a closing '", "add it");
            }
            words.add(tokens(rawWord(), Form.EXACT));
        }
        at++;
        if (words.isEmpty()) {
            throw fault(from, "exact words without a word", "''", "one word or more", "write or drop them");
        }
        return Expression.adjacent(words);
    }

    private Expression word() {
        int from = at;
        String raw = rawWord();
        if (at < text.length() && text.charAt(at) == '*') {
            at++;
            int last = raw.codePointBefore(raw.length());
            if (ExpressionText.isHan(last)) {
                throw fault(
                        at - 1,
                        "a prefix of Chinese characters",
                        raw + "*",
                        "the characters alone, each is a token of its own",
                        "drop the *");
            }
            if (raw.length() - raw.lastIndexOf('-') - 1 < MIN_PREFIX) {
                problem(
                        from,
                        "the prefix is too short",
                        raw + "*",
                        "at least " + MIN_PREFIX + " letters before the *",
                        "lengthen it or list the words");
            }
            return tokens(raw, Form.PREFIX);
        }
        return tokens(raw, Form.STEM);
    }

    /** Letters, digits, hyphens and apostrophes between them; lower case. */
    private String rawWord() {
        int from = at;
        while (at < text.length()) {
            char fast = text.charAt(at);
            if (fast >= 'a' && fast <= 'z') {
                at++;
                continue;
            }
            int c = text.codePointAt(at);
            boolean joins = (c == '-' || c == '\'')
                    && at > from
                    && at + 1 < text.length()
                    && joins(c, text.codePointBefore(at), text.codePointAt(at + 1));
            if (!joins && !isWordPart(c)) {
                break;
            }
            at += Character.charCount(c);
        }
        if (at == from) {
            throw unexpected();
        }
        return lower(text.substring(from, at));
    }

    /** Character for character, as the words of a text are lower-cased, and without possessives, as they are. */
    private static String lower(String word) {
        StringBuilder lower = new StringBuilder(word.length());
        for (int i = 0; i < word.length(); ) {
            if (i > 0 && isPossessive(word, i)) {
                i += 2;
                continue;
            }
            int c = word.codePointAt(i);
            lower.appendCodePoint(Character.toLowerCase(c));
            i += Character.charCount(c);
        }
        return lower.toString();
    }

    /** Whether an apostrophe and an s stand here, and no letter after them. */
    private static boolean isPossessive(String word, int at) {
        return word.charAt(at) == '\''
                && at + 1 < word.length()
                && (word.charAt(at + 1) == 's' || word.charAt(at + 1) == 'S')
                && (at + 2 == word.length() || !isWordPart(word.codePointAt(at + 2)));
    }

    private enum Form {
        STEM,
        PREFIX,
        EXACT;

        Expression of(String word) {
            return switch (this) {
                case STEM -> new Word(word);
                case PREFIX -> new Prefix(word);
                case EXACT -> new Exact(word);
            };
        }
    }

    /** The tokens of one written word: its parts at hyphens, or all of it in one; each Han character alone. */
    private static Expression tokens(String raw, Form form) {
        if (isPlain(raw)) {
            return form.of(raw);
        }
        List<Expression> split = new ArrayList<>();
        boolean han = false;
        boolean letters = false;
        int begin = 0;
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c == '-' || ExpressionText.isHan(c)) {
                if (i > begin) {
                    split.add(inner(form).of(raw.substring(begin, i)));
                }
                if (c != '-') {
                    han = true;
                    split.add(inner(form).of(raw.substring(i, next)));
                }
                begin = next;
            }
            letters |= Character.isLetter(c);
            i = next;
        }
        if (begin < raw.length()) {
            split.add(form.of(raw.substring(begin)));
        }
        Expression apart = Expression.adjacent(split);
        // 24-7 is not 247, and Chinese is never written with a hyphen
        return split.size() == 1 || han || !letters
                ? apart
                : Expression.or(List.of(apart, form.of(raw.replace("-", ""))));
    }

    private static boolean isPlain(String raw) {
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) < 'a' || raw.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Of a hyphenated prefix only the last part is open. */
    private static Form inner(Form form) {
        return form == Form.PREFIX ? Form.STEM : form;
    }

    /** Between Chinese characters an apostrophe is a quotation mark. */
    private static boolean joins(int mark, int before, int after) {
        return isWordPart(before)
                && isWordPart(after)
                && (mark == '-' || !ExpressionText.isHan(before) && !ExpressionText.isHan(after));
    }

    private static boolean isWordPart(int c) {
        return Character.isLetterOrDigit(c);
    }

    private static boolean closes(char c) {
        return c == '\0' || c == '|' || c == ')' || c == '}' || c == '&';
    }

    /** The next character that is no blank, or NUL at the end. */
    private char peek() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c > ' ' && c < 128 || !Character.isWhitespace(c)) {
                return c;
            }
            at++;
        }
        return '\0';
    }

    private Fault unexpected() {
        int c = text.codePointAt(at);
        String advice = switch (c) {
            case ')', '}' -> "open the group before, or drop it";
            case '|', '&' -> "& joins the parts of { }, | joins alternatives";
            case '*' -> "* follows the beginning of a word directly";
            case '?' -> "? follows an item directly, once";
            case '!' -> "! bars something from a gap: ..5 !word";
            case '^' -> "^ stands before or between the parts of a sequence";
            case '.' -> "a gap is written ..5; punctuation makes no token: leave it out";
            case '-' -> "a hyphen stands inside a word; leave a dash out";
            case '（', '）', '｜', '＊', '？', '！', '＜', '＞', '｛', '｝', '＆', '＾', '＄', '＇' -> "write the ASCII character";
            case '\u2018', '\u2019', '"', '\u201c', '\u201d' -> "exact words stand in straight single quotes: 'so'";
            default -> "punctuation makes no token: leave it out";
        };
        return fault(at, "an unexpected character", Character.toString(c), ANY_ATOM, advice);
    }

    private String snippet(int from) {
        return text.substring(from, Math.min(text.length(), from + 20)).strip();
    }

    private void problem(int offset, String what, String value, String expected, String advice) {
        problems.add(new CatalogProblem(positions.apply(offset), what, value, expected, advice));
    }

    private Fault fault(int offset, String what, String value, String expected, String advice) {
        return new Fault(new CatalogProblem(positions.apply(offset), what, value, expected, advice));
    }

    /** Ends the reading of an expression; caught where it began. */
    private static final class Fault extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CatalogProblem problem;

        Fault(CatalogProblem problem) {
            super(problem.what(), null, false, false);
            this.problem = problem;
        }
    }
}

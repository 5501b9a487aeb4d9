// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * The short quotations of a text, and which of them are masked because their words prove nothing: titles in 《》 up to
 * their last noun, terms that are just being defined, and titles in quotation marks.
 */
final class Quotations {
    private static final int MAX_LENGTH = 160;
    /** How many characters at the end of a Chinese title say what kind of document it is. */
    private static final int TITLE_NOUN = 2;

    private static final String BLANK_LINE = "\n\n";

    private static final List<String> DEFINING = List.of(
            "means",
            "mean ",
            "shall mean",
            "shall have the mean",
            "has the mean",
            "have the mean",
            "refers to",
            "refer to",
            "is defined",
            "are defined",
            "includes",
            "include ",
            "shall include",
            "will mean",
            "指",
            "是指",
            "系指",
            "即",
            "意指",
            "意为",
            "包括");

    /**
     * One quotation.
     *
     * @param start offset of the first quoted character
     * @param end offset of the closing mark
     * @param firstToken its first token
     * @param endToken after its last token
     * @param definition whether the words after it say what it means
     * @param parenthesised whether it stands in parentheses, as a name being given does
     */
    record Quotation(int start, int end, int firstToken, int endToken, boolean definition, boolean parenthesised) {}

    private final List<Quotation> quotations;
    private final BitSet masked;

    private Quotations(List<Quotation> quotations, BitSet masked) {
        this.quotations = quotations;
        this.masked = masked;
    }

    static Quotations of(String text, Tokens tokens, StopSignal stop) {
        BitSet masked = new BitSet();
        maskTitles(text, tokens, masked, stop);
        return new Quotations(List.copyOf(find(text, tokens, masked, stop)), masked);
    }

    /** Masks what stands in 《》. */
    private static void maskTitles(String text, Tokens tokens, BitSet masked, StopSignal stop) {
        int open = text.indexOf('《');
        int close = text.indexOf('》');
        while (open >= 0 && close >= 0) {
            stop.check();
            if (close < open) {
                close = text.indexOf('》', open);
                continue;
            }
            int next = text.indexOf('《', open + 1);
            if ((next < 0 || close < next) && close - open - 1 <= MAX_LENGTH) {
                mask(tokens, open + 1, close, masked);
            }
            open = next;
        }
    }

    private static List<Quotation> find(String text, Tokens tokens, BitSet masked, StopSignal stop) {
        List<Quotation> found = new ArrayList<>();
        int open = -1;
        int paragraph = text.indexOf(BLANK_LINE);
        for (int mark = text.indexOf('"'); mark >= 0; mark = text.indexOf('"', mark + 1)) {
            stop.check();
            if (paragraph >= 0 && paragraph < mark) {
                // A quotation does not outlast its paragraph: an unbalanced mark spoils one paragraph at the most.
                open = -1;
                paragraph = text.indexOf(BLANK_LINE, mark);
            }
            if (open < 0 || mark - open > MAX_LENGTH || mark == open) {
                open = mark + 1;
                continue;
            }
            Quotation quotation = quotation(text, tokens, open, mark);
            if (quotation.endToken() > quotation.firstToken()) {
                found.add(quotation);
                if (quotation.definition() || quotation.parenthesised() || isTitle(text, tokens, quotation)) {
                    masked.set(quotation.firstToken(), quotation.endToken());
                }
            }
            open = -1;
        }
        return found;
    }

    List<Quotation> all() {
        return quotations;
    }

    boolean masked(int token) {
        return masked.get(token);
    }

    /** The quotations that lie between two tokens. */
    List<Quotation> between(int from, int to) {
        int low = first(from);
        int high = low;
        while (high < quotations.size() && quotations.get(high).endToken() <= to) {
            high++;
        }
        return quotations.subList(low, high);
    }

    void emit(int from, int to, int shift, int saying, ClauseScan scan) {
        for (int i = first(from); i < quotations.size() && quotations.get(i).endToken() <= to; i++) {
            Quotation quotation = quotations.get(i);
            scan.add(saying, quotation.firstToken() + shift, quotation.endToken() + shift);
        }
    }

    private int first(int from) {
        int low = 0;
        int high = quotations.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quotations.get(middle).firstToken() < from) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static Quotation quotation(String text, Tokens tokens, int start, int end) {
        int after = end + 1;
        while (after < text.length() && (text.charAt(after) <= ' ' || text.charAt(after) == ',')) {
            after++;
        }
        boolean definition = isDefinition(text, after);
        int before = start - 2;
        int words = 0;
        boolean parenthesised = false;
        if (after < text.length() && (text.charAt(after) == ')' || text.charAt(after) == '"')
                || text.startsWith("or ", after)
                || text.startsWith("and ", after)
                || text.startsWith("或", after)) {
            for (; before >= 0 && words <= 40; before--, words++) {
                char c = text.charAt(before);
                if (c == '(') {
                    parenthesised = true;
                    break;
                }
                if (c == ')' || c == '.' || c == ';') {
                    break;
                }
            }
        }
        return new Quotation(
                start, end, tokens.firstAtOrAfter(start), tokens.firstAtOrAfter(end), definition, parenthesised);
    }

    private static boolean isDefinition(String text, int at) {
        for (int i = 0; i < DEFINING.size(); i++) {
            if (text.startsWith(DEFINING.get(i), at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isTitle(String text, Tokens tokens, Quotation quotation) {
        int capitals = 0;
        for (int t = quotation.firstToken(); t < quotation.endToken(); t++) {
            char c = text.charAt(tokens.start(t));
            if (Character.isUpperCase(c)) {
                capitals++;
            } else if (tokens.end(t) - tokens.start(t) > 3) {
                return false;
            }
        }
        return capitals >= 3;
    }

    /** Masks a title but for its last two characters, which tell what kind of document it is: 政策, 规范, 协议. */
    private static void mask(Tokens tokens, int start, int end, BitSet masked) {
        int first = tokens.firstAtOrAfter(start);
        masked.set(first, Math.max(first, tokens.firstAtOrAfter(end) - TITLE_NOUN));
    }
}

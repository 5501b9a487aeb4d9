// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a text reads like a licence at all, by how often it uses the words that licences are made of. Words that licences
 * are about ("licence", "copyright") are not enough: whoever mentions a licence uses them. What grants, forbids, requires or
 * disclaims must be there too, and the text must not be made of the signs that programs and data are made of.
 *
 * <p>The thresholds are measured; {@code accuracy/README.md} has the figures.
 */
final class LicenceLikeness {
    /** What a text looks like. */
    enum Look {
        /** A licence, or too little text to say that it is none. */
        LICENCE,
        /** A program, or data for one. */
        CODE,
        /** A text that grants, forbids and requires hardly anything. */
        OTHER
    }

    /** Fewer legal words in a thousand than this are too few for a licence. */
    private static final double LEAST = 13;

    /** Fewer words that grant, forbid, require or disclaim in a thousand than this are too few. */
    private static final double LEAST_OPERATIVE = 5;

    /** Texts of fewer words than this are too short to judge by a share. */
    private static final double SHORT = 60;

    /** As many findings that restrict in a thousand words speak for a licence whatever its vocabulary. */
    private static final double FINDINGS = 4;

    /** But not in a text with fewer legal words than this. */
    private static final int FEWEST_FOR_FINDINGS = 2;

    /** Fewer legal words than this make no licence, whatever their share. */
    private static final int FEW = 3;

    /** As many signs of programs in a thousand characters make a program. */
    private static final double SIGNS = 20;

    private static final double CODE_LINES = 0.25;
    private static final double BRACE_LINES = 0.05;
    private static final String PROGRAM = "{}[]=_;$\\|&+%";

    /** The signs of an element's two tags; pointed brackets alone also stand around addresses. */
    private static final int CLOSING_TAG = 5;

    private static final List<String> OPERATIVE = List.of(
            "permission",
            "permit",
            "redistribut",
            "hereby",
            "agree",
            "grant",
            "prohibit",
            "warrant",
            "liab",
            "restrict",
            "royalt",
            "consent",
            "forbid",
            "violat",
            "unlawful",
            "indemn",
            "disclaim",
            "sublicens",
            "notwithstanding",
            "thereof",
            "herein",
            "hereunder",
            "shall",
            "freely");
    private static final List<String> TOPIC = List.of("licen", "copyright", "terms", "rights", "conditions", "allowed");
    /** Two words that are operative together. */
    private static final Map<String, Set<String>> PAIRS = Map.of(
            "not", Set.of("may", "shall", "must"),
            "may", Set.of("you"),
            "shall", Set.of("you"),
            "must", Set.of("you"),
            "domain", Set.of("public"),
            "purpose", Set.of("any"),
            "copied", Set.of("be"),
            "distributed", Set.of("be", "freely"),
            "modified", Set.of("be"),
            "used", Set.of("be"));

    private static final List<String> HAN =
            List.of("许可", "授权", "协议", "版权", "不得", "禁止", "责任", "条款", "同意", "权利", "著作权", "遵守", "违反", "声明");

    private static final String HAN_STARTS =
            HAN.stream().map(term -> term.substring(0, 1)).collect(Collectors.joining());

    /** No more of a word is read. */
    private static final int LONGEST = 20;

    /** The first three letters of the words that count, five bits each, case apart. */
    private static final BitSet STARTS = new BitSet();

    private static final int FIRST_LETTERS = 3;
    private static final int BITS_OF_LETTER = 5;
    private static final int LETTER = 31;

    static {
        for (Collection<String> counting : List.of(OPERATIVE, TOPIC, PAIRS.keySet())) {
            for (String word : counting) {
                STARTS.set((word.charAt(0) & LETTER) << 2 * BITS_OF_LETTER
                        | (word.charAt(1) & LETTER) << BITS_OF_LETTER
                        | word.charAt(2) & LETTER);
            }
        }
    }

    private LicenceLikeness() {}

    /**
     * What a text looks like.
     *
     * @param normalized the text in its normalised spelling
     * @param restricting how many findings take a freedom away
     * @param findings how many findings there are
     */
    static Look of(String normalized, long restricting, int findings) {
        double words = 0;
        int operative = 0;
        int topic = 0;
        int before = 0;
        int beforeEnd = 0;
        int at = 0;
        int length = normalized.length();
        while (at < length) {
            char c = normalized.charAt(at);
            if (c >= '\u4e00' && c <= '\u9fff') {
                words += 0.5;
                if (HAN_STARTS.indexOf(c) >= 0) {
                    for (String term : HAN) {
                        if (normalized.startsWith(term, at)) {
                            operative++;
                        }
                    }
                }
                at++;
            } else if (isLetter(c)) {
                int end = at + 1;
                while (end < length && isLetter(normalized.charAt(end)) && normalized.charAt(end) < '\u4e00') {
                    end++;
                }
                words++;
                if (mayBeLegal(normalized, at, end)) {
                    String word = word(normalized, at, end);
                    if (isOperative(word, word(normalized, before, beforeEnd))) {
                        operative++;
                    } else if (startsWithAny(word, TOPIC)) {
                        topic++;
                    }
                }
                before = at;
                beforeEnd = end;
                at = end;
            } else {
                at++;
            }
        }
        int legal = operative + topic;
        if (words < SHORT) {
            return findings == 0 && operative == 0 ? Look.OTHER : Look.LICENCE;
        }
        if (restricting * 1000 >= FINDINGS * words && legal >= FEWEST_FOR_FINDINGS) {
            return Look.LICENCE;
        }
        if (isCode(normalized) || signs(normalized) >= SIGNS) {
            return Look.CODE;
        }
        boolean few = legal < FEW || operative * 1000 < LEAST_OPERATIVE * words || legal * 1000 < LEAST * words;
        return few ? Look.OTHER : Look.LICENCE;
    }

    private static boolean isLetter(char c) {
        return c < 128 ? c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' : Character.isLetter(c);
    }

    /** Whether a word starts like one that counts: most need not be read further. */
    private static boolean mayBeLegal(String text, int from, int to) {
        int letters = 0;
        for (int i = from; i < to && i < from + FIRST_LETTERS; i++) {
            char c = text.charAt(i);
            if (c >= 128) {
                return true;
            }
            letters = letters << BITS_OF_LETTER | c & LETTER;
        }
        return STARTS.get(letters);
    }

    private static String word(String text, int from, int to) {
        return text.substring(from, Math.min(to, from + LONGEST)).toLowerCase(Locale.ROOT);
    }

    private static boolean isOperative(String word, String before) {
        return startsWithAny(word, OPERATIVE)
                || PAIRS.getOrDefault(word, Set.of()).contains(before);
    }

    private static boolean startsWithAny(String word, List<String> stems) {
        for (String stem : stems) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return false;
    }

    /** Signs of programs in a thousand characters; a row of the same sign is a line and counts once. */
    private static double signs(String text) {
        int signs = 0;
        int all = 0;
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 'a' && c <= 'z') {
                all++;
            } else if (!Character.isWhitespace(c)) {
                all++;
                if (c != last && PROGRAM.indexOf(c) >= 0) {
                    signs++;
                } else if (c == '/' && last == '<') {
                    signs += CLOSING_TAG;
                }
            }
            last = c;
        }
        return all == 0 ? 0 : 1000.0 * signs / all;
    }

    /** Whether the lines end as those of a program do. */
    private static boolean isCode(String text) {
        int lines = 0;
        int code = 0;
        int braces = 0;
        for (int start = 0; start <= text.length(); ) {
            int newline = text.indexOf('\n', start);
            int end = newline < 0 ? text.length() : newline;
            int at = end - 1;
            while (at >= start && Character.isWhitespace(text.charAt(at))) {
                at--;
            }
            char last = at < start ? ' ' : text.charAt(at);
            if (last != ' ') {
                lines++;
                if (last == '{' || last == '}') {
                    braces++;
                    code++;
                } else if (last == ';') {
                    code++;
                }
            }
            start = end + 1;
        }
        return code >= CODE_LINES * lines && braces >= BRACE_LINES * lines;
    }
}

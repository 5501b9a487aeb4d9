// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

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
    /** A word that is operative after certain others. */
    private record Pair(String word, List<String> before) {}

    private static final List<Pair> PAIRS = List.of(
            new Pair("not", List.of("may", "shall", "must")),
            new Pair("may", List.of("you")),
            new Pair("shall", List.of("you")),
            new Pair("must", List.of("you")),
            new Pair("domain", List.of("public")),
            new Pair("purpose", List.of("any")),
            new Pair("copied", List.of("be")),
            new Pair("distributed", List.of("be", "freely")),
            new Pair("modified", List.of("be")),
            new Pair("used", List.of("be")));

    private static final List<String> HAN =
            List.of("许可", "授权", "协议", "版权", "不得", "禁止", "责任", "条款", "同意", "权利", "著作权", "遵守", "违反", "声明");

    /** The first characters of these by their low bits: most characters are none of them. */
    private static final long HAN_STARTS =
            HAN.stream().mapToLong(term -> 1L << term.charAt(0)).reduce(0, (one, other) -> one | other);

    private static final String UNREAD = String.valueOf(LicenseText.IGNORABLE);

    /** The first three letters of the words that count, five bits each, case apart. */
    private static final BitSet STARTS = new BitSet();

    private static final int FIRST_LETTERS = 3;
    private static final int BITS_OF_LETTER = 5;
    private static final int LETTER = 31;

    /** What an ASCII character is among the signs of a program. */
    private static final byte[] SIGN = new byte[0x80];

    private static final byte BLANK = 0;
    private static final byte PLAIN = 1;
    private static final byte OF_PROGRAM = 2;

    static {
        Stream.of(OPERATIVE.stream(), TOPIC.stream(), PAIRS.stream().map(Pair::word))
                .flatMap(words -> words)
                .forEach(word -> STARTS.set((word.charAt(0) & LETTER) << 2 * BITS_OF_LETTER
                        | (word.charAt(1) & LETTER) << BITS_OF_LETTER
                        | word.charAt(2) & LETTER));
        for (char c = 0; c < SIGN.length; c++) {
            SIGN[c] = Character.isWhitespace(c) ? BLANK : PROGRAM.indexOf(c) >= 0 ? OF_PROGRAM : PLAIN;
        }
    }

    private LicenceLikeness() {}

    /**
     * What a text looks like.
     *
     * @param normalized the text in its normalised spelling
     * @param restricting how many findings take a freedom away
     * @param findings how many findings there are
     * @param stop asked on the way
     */
    static Look of(String normalized, long restricting, int findings, StopSignal stop) {
        if (normalized.indexOf(LicenseText.IGNORABLE) >= 0) {
            return of(normalized.replace(UNREAD, ""), restricting, findings, stop);
        }
        int halves = 0;
        int operative = 0;
        int topic = 0;
        int before = 0;
        int beforeEnd = 0;
        int at = 0;
        int length = normalized.length();
        int step = 0;
        while (at < length) {
            stop.checkAt(step++);
            char c = normalized.charAt(at);
            if (isHan(c)) {
                halves++;
                operative += (HAN_STARTS >>> c & 1) == 0 ? 0 : hanTerms(normalized, at);
                at++;
            } else if (isAsciiLetter(c) || c >= 128 && Character.isLetter(c)) {
                int end = wordEnd(normalized, at + 1);
                halves += 2;
                if (mayBeLegal(normalized, at, end)) {
                    if (isOperative(normalized, at, end, before, beforeEnd)) {
                        operative++;
                    } else if (startsWithAny(normalized, at, end, TOPIC)) {
                        topic++;
                    }
                    // Two characters make a word at the least: what is left cannot make the findings too few.
                    if (halves >= 2 * SHORT
                            && restrictsEnough(restricting, (halves + length - end + 1) / 2.0)
                            && operative + topic >= FEWEST_FOR_FINDINGS) {
                        return Look.LICENCE;
                    }
                }
                before = at;
                beforeEnd = end;
                at = end;
            } else {
                at++;
            }
        }
        double words = halves / 2.0;
        int legal = operative + topic;
        if (words < SHORT) {
            return findings == 0 && operative == 0 ? Look.OTHER : Look.LICENCE;
        }
        if (restrictsEnough(restricting, words) && legal >= FEWEST_FOR_FINDINGS) {
            return Look.LICENCE;
        }
        if (isCode(normalized, stop) || signs(normalized, stop) >= SIGNS) {
            return Look.CODE;
        }
        boolean few = legal < FEW || operative * 1000 < LEAST_OPERATIVE * words || legal * 1000 < LEAST * words;
        return few ? Look.OTHER : Look.LICENCE;
    }

    private static boolean restrictsEnough(long restricting, double words) {
        return restricting * 1000 >= FINDINGS * words;
    }

    private static boolean isAsciiLetter(char c) {
        return (char) ((c | 0x20) - 'a') < 26;
    }

    private static boolean isHan(char c) {
        return c >= '\u4e00' && c <= '\u9fff';
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            if (!isAsciiLetter(c) && (c < 128 || c >= '\u4e00' || !Character.isLetter(c))) {
                break;
            }
            end++;
        }
        return end;
    }

    private static int hanTerms(String text, int at) {
        char first = text.charAt(at);
        int found = 0;
        for (String term : HAN) {
            found += term.charAt(0) == first && text.startsWith(term, at) ? 1 : 0;
        }
        return found;
    }

    /** Whether a word starts like one that counts: most need not be read further. */
    private static boolean mayBeLegal(String text, int from, int to) {
        if (to - from < FIRST_LETTERS) {
            return false;
        }
        int letters = 0;
        for (int i = from; i < from + FIRST_LETTERS; i++) {
            letters = letters << BITS_OF_LETTER | text.charAt(i) & LETTER;
        }
        return STARTS.get(letters);
    }

    private static boolean isOperative(String text, int from, int to, int before, int beforeEnd) {
        if (startsWithAny(text, from, to, OPERATIVE)) {
            return true;
        }
        for (Pair pair : PAIRS) {
            if (is(pair.word, text, from, to)) {
                for (String other : pair.before) {
                    if (is(other, text, before, beforeEnd)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean startsWithAny(String text, int from, int to, List<String> stems) {
        for (String stem : stems) {
            if (startsWith(stem, text, from, to)) {
                return true;
            }
        }
        return false;
    }

    private static boolean is(String word, String text, int from, int to) {
        return word.length() == to - from && startsWith(word, text, from, to);
    }

    /** Whether the word between two offsets starts with a stem, whatever the case of its letters. */
    private static boolean startsWith(String stem, String text, int from, int to) {
        if (stem.length() > to - from) {
            return false;
        }
        for (int i = 0; i < stem.length(); i++) {
            if ((text.charAt(from + i) | 0x20) != stem.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** Signs of programs in a thousand characters; a row of the same sign is a line and counts once. */
    private static double signs(String text, StopSignal stop) {
        int signs = 0;
        int all = 0;
        char last = ' ';
        for (int i = 0; i < text.length(); i++) {
            stop.checkAt(i);
            char c = text.charAt(i);
            int sign = c < SIGN.length ? SIGN[c] : Character.isWhitespace(c) ? BLANK : PLAIN;
            all += sign == BLANK ? 0 : 1;
            if (sign == OF_PROGRAM) {
                signs += c == last ? 0 : 1;
            } else if (c == '/' && last == '<') {
                signs += CLOSING_TAG;
            }
            last = c;
        }
        return all == 0 ? 0 : 1000.0 * signs / all;
    }

    /** Whether the lines end as those of a program do. */
    private static boolean isCode(String text, StopSignal stop) {
        int lines = 0;
        int code = 0;
        int braces = 0;
        int step = 0;
        for (int start = 0; start <= text.length(); ) {
            stop.checkAt(step++);
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

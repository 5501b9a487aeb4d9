// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What may stand in the place of a replaceable part: anything that reads like a name or a notice, or one of a few
 * phrases.
 *
 * <p>The regular expressions of the SPDX templates are spelled out into phrases once; no regular expression is ever run
 * on a text.
 */
final class MatchPattern {
    /** Takes the place of any words in a spelled-out phrase. */
    private static final char ANY = '\u0001';

    private static final int MOST = 256;
    private static final int LONGEST_NAME = 60;

    private static final Pattern BOUNDED = Pattern.compile("\\.\\{0,(\\d{1,4})}");
    /** Patterns that allow no more characters than this are meant for list markers. */
    private static final int MARKER = 64;
    /** How many words in small letters a name may have that stands where another stood. */
    static final int IN_PLACE = 3;

    private static final WordSet SECTION = WordSet.of("section article clause paragraph part chapter");
    /** Words in small letters that stand for a holder. */
    private static final WordSet HOLDER = WordSet.of("copyright holder holders owner owners author authors contributor"
            + " contributors organization organizations company institution university project team developer"
            + " developers maintainer maintainers respective other others software any all name names their its our"
            + " affiliates individual individuals entity person member members group committee foundation this each"
            + " work works program library package original initial year insert your licensor licensors");

    private static final WordSet LITTLE = WordSet.of("the of and by for in a an or to with at from et al de und");

    private final boolean free;
    /** Each phrase as its pieces between {@link #ANY}; each piece as word numbers. */
    private final List<List<long[]>> phrases;

    /** How many characters may stand here. */
    private final int limit;

    private MatchPattern(boolean free, List<List<long[]>> phrases, int limit) {
        this.free = free;
        this.phrases = phrases;
        this.limit = limit;
    }

    static MatchPattern parse(String regex) {
        Matcher bounded = BOUNDED.matcher(regex);
        int limit = bounded.matches() ? Integer.parseInt(bounded.group(1)) : Integer.MAX_VALUE;
        Set<String> spelled = new Speller(regex).spell();
        List<List<long[]>> phrases = new ArrayList<>();
        for (String phrase : spelled) {
            List<long[]> pieces = new ArrayList<>();
            boolean words = false;
            int from = 0;
            for (int i = 0; i <= phrase.length(); i++) {
                if (i == phrase.length() || phrase.charAt(i) == ANY) {
                    long[] piece = numbers(phrase.substring(from, i));
                    words |= piece.length > 0;
                    pieces.add(piece);
                    from = i + 1;
                }
            }
            if (pieces.size() > 1 && !words) {
                return new MatchPattern(true, List.of(), limit);
            }
            phrases.add(pieces);
        }
        return phrases.isEmpty() ? new MatchPattern(true, List.of(), limit) : new MatchPattern(false, phrases, limit);
    }

    private static long[] numbers(String piece) {
        Words words = Words.of(LicenseText.of("", piece));
        long[] numbers = new long[words.size];
        int n = 0;
        for (int i = 0; i < words.size; i++) {
            numbers[n++] = words.hash[i];
        }
        return numbers;
    }

    /** Whether the words {@code from} to {@code to} of a text are not too long to stand here. */
    boolean hasRoom(Words words, int from, int to) {
        if (from == to || limit > MARKER) {
            return true;
        }
        if (words.end[to - 1] - words.start[from] > limit) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (words.flags[i] == 0 && words.letters[i] > 4 && !SECTION.contains(words.hash[i])) {
                return false;
            }
        }
        return true;
    }

    /** Whether anything that reads like a name may stand here. */
    boolean free() {
        return free;
    }

    /** Whether the words {@code from} to {@code to} of a text may stand here. */
    boolean accepts(Words words, int from, int to) {
        if (free) {
            return namelike(words, from, to);
        }
        for (List<long[]> pieces : phrases) {
            if (accepts(words, from, to, pieces, 0)) {
                return true;
            }
        }
        return false;
    }

    private static boolean accepts(Words words, int from, int to, List<long[]> pieces, int next) {
        long[] piece = pieces.get(next);
        boolean last = next == pieces.size() - 1;
        int farthest = next == 0 ? from : Math.min(to - piece.length, from + LONGEST_NAME);
        for (int at = from; at <= farthest; at++) {
            if (at + piece.length > to || !same(words, at, piece)) {
                continue;
            }
            if (next > 0 && !namelike(words, from, at, IN_PLACE)) {
                return false;
            }
            int after = at + piece.length;
            if (last) {
                if (after == to || piece.length == 0 && next > 0 && namelike(words, after, to, IN_PLACE)) {
                    return true;
                }
            } else if (accepts(words, after, to, pieces, next + 1)) {
                return true;
            }
        }
        return false;
    }

    private static boolean same(Words words, int at, long[] piece) {
        for (int k = 0; k < piece.length; k++) {
            if (words.hash[at + k] != piece[k]) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether words can be a name, a title or a notice: not many, none that carries a condition, and no sentence of
     * words in small letters.
     */
    static boolean namelike(Words words, int from, int to) {
        return namelike(words, from, to, 1);
    }

    /**
     * The same, for words of which some may be in small letters.
     *
     * @param allowed how many words in small letters a short name may have, words for a holder apart
     */
    static boolean namelike(Words words, int from, int to, int allowed) {
        int counted = 0;
        int han = 0;
        int small = 0;
        int sentence = from;
        for (int i = from; i < to; i++) {
            sentence = i > from && words.opensLine(i) ? i : sentence;
            if ((words.flags[i] & (Words.NOTICE | Words.LIGHT)) == 0) {
                counted++;
                if (smallAndUnknown(words, i)) {
                    small++;
                }
                if (words.letters[i] == 1 && words.text.normalized().charAt(words.start[i]) >= '\u2E80') {
                    han++;
                }
                if (Operative.at(words, i)) {
                    return false;
                }
            }
            if (words.endsSentence(i)) {
                if (prose(words, sentence, i + 1)) {
                    return false;
                }
                sentence = i + 1;
            }
        }
        return counted <= LONGEST_NAME && han <= 24 && small <= allowed + counted / 8;
    }

    /** Whether a word is written in small letters though it is none that stands for a holder. */
    static boolean smallAndUnknown(Words words, int i) {
        long h = words.hash[i];
        return Character.isLowerCase(words.text.normalized().charAt(words.start[i]))
                && !LITTLE.contains(h)
                && !HOLDER.contains(h)
                && !Operative.inAddress(words, i)
                && !compound(words, i);
    }

    /** Whether word {@code i} is the second half of a word with a hyphen. */
    private static boolean compound(Words words, int i) {
        return i > 0
                && words.start[i] == words.end[i - 1] + 1
                && words.text.normalized().charAt(words.end[i - 1]) == '-';
    }

    /** Whether a sentence of at least four words has more in small letters than capitalised, little words apart. */
    static boolean prose(Words words, int from, int to) {
        int small = 0;
        int capital = 0;
        for (int i = from; i < to; i++) {
            if (words.flags[i] == 0 && !LITTLE.contains(words.hash[i]) && !Operative.inAddress(words, i)) {
                char first = words.text.normalized().charAt(words.start[i]);
                if (Character.isLowerCase(first)) {
                    small++;
                } else {
                    capital++;
                }
            }
        }
        return small + capital >= 4 && small > capital;
    }

    /** Spells out the small regular expressions that templates use. */
    private static final class Speller {
        private final String regex;
        private int at;
        private boolean failed;

        Speller(String regex) {
            this.regex = regex;
        }

        Set<String> spell() {
            Set<String> all = alternatives();
            return failed || at < regex.length() ? Set.of() : all;
        }

        private Set<String> alternatives() {
            Set<String> all = new LinkedHashSet<>(sequence());
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                all.addAll(sequence());
            }
            return all;
        }

        private Set<String> sequence() {
            Set<String> soFar = Set.of("");
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                Set<String> atom = quantified(atom());
                Set<String> longer = new LinkedHashSet<>();
                for (String head : soFar) {
                    for (String tail : atom) {
                        longer.add(head + tail);
                    }
                }
                if (longer.size() > MOST) {
                    failed = true;
                    return Set.of();
                }
                soFar = longer;
            }
            return soFar;
        }

        private Set<String> atom() {
            char c = regex.charAt(at++);
            switch (c) {
                case '(' -> {
                    Set<String> inner = alternatives();
                    if (at < regex.length()) {
                        at++;
                    } else {
                        failed = true;
                    }
                    return inner;
                }
                case '[' -> {
                    return characters();
                }
                case '\\' -> {
                    char escaped = at < regex.length() ? regex.charAt(at++) : ' ';
                    return Set.of(
                            escaped == 's' ? " " : escaped == 'd' ? String.valueOf(ANY) : String.valueOf(escaped));
                }
                case '.' -> {
                    boolean any = at < regex.length() && "+*{".indexOf(regex.charAt(at)) >= 0;
                    return Set.of(any ? String.valueOf(ANY) : ".");
                }
                default -> {
                    return Set.of(String.valueOf(c));
                }
            }
        }

        private Set<String> characters() {
            int close = regex.indexOf(']', at + 1);
            if (close < 0) {
                failed = true;
                return Set.of();
            }
            String inside = regex.substring(at, close);
            at = close + 1;
            boolean quantified = at < regex.length() && "+*{".indexOf(regex.charAt(at)) >= 0;
            if (inside.startsWith("^") || inside.contains("0-9")) {
                return Set.of(String.valueOf(ANY));
            }
            Set<String> each = new LinkedHashSet<>();
            for (int i = 0; i < inside.length(); i++) {
                char c = inside.charAt(i);
                if (c == '\\' && i + 1 < inside.length()) {
                    c = inside.charAt(++i);
                    c = "trnf".indexOf(c) >= 0 ? ' ' : c;
                }
                each.add(
                        Character.isLetterOrDigit(c) && !quantified
                                ? String.valueOf(c).toLowerCase(java.util.Locale.ROOT)
                                : " ");
            }
            return each;
        }

        private Set<String> quantified(Set<String> atom) {
            if (at >= regex.length()) {
                return atom;
            }
            char c = regex.charAt(at);
            boolean none = c == '?' || c == '*';
            if (c == '{') {
                int close = regex.indexOf('}', at);
                if (close < 0) {
                    failed = true;
                    return atom;
                }
                none = regex.charAt(at + 1) == '0';
                at = close + 1;
            } else if (none || c == '+') {
                at++;
            } else {
                return atom;
            }
            if (!none) {
                return atom;
            }
            Set<String> optional = new LinkedHashSet<>(atom);
            optional.add("");
            return optional;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects clauses while a text is read, and gives them their languages at the end. */
final class ClauseList {
    /** More ancestors than this tell a clause nothing more; the outermost are left out. */
    static final int MOST_LEAD_INS = 6;

    private final String original;
    private final char[] c;
    private final Languages languages;
    private final List<Clause> clauses = new ArrayList<>();
    private final List<@Nullable Language> guesses = new ArrayList<>();

    ClauseList(String original, char[] c) {
        this.original = original;
        this.c = c;
        this.languages = new Languages(c);
    }

    int size() {
        return clauses.size();
    }

    Clause get(int index) {
        return clauses.get(index);
    }

    /** Adds a clause, trimmed; false if it has no letter or digit. */
    boolean add(
            Clause.Type type, int from, int to, int section, List<Integer> leadIns, boolean continuation, int level) {
        int start = from;
        while (start < to && (Chars.isSpace(c[start]) || "*#_|>;,.\u3002\u3001".indexOf(c[start]) >= 0)) {
            start++;
        }
        int end = to;
        while (end > start && (Chars.isSpace(c[end - 1]) || "*#_|".indexOf(c[end - 1]) >= 0)) {
            end--;
        }
        if (!hasWord(start, end)) {
            return false;
        }
        if (end < c.length && Character.isSurrogatePair(original.charAt(end - 1), original.charAt(end))) {
            end++;
        }
        Language language = languages.guess(start, end);
        guesses.add(language);
        clauses.add(new Clause(
                clauses.size(),
                type,
                start,
                end,
                section,
                leadIns,
                continuation,
                level,
                language == null ? Language.EN : language));
        return true;
    }

    private boolean hasWord(int from, int to) {
        for (int i = from; i < to; i++) {
            if (Chars.isWord(c[i])) {
                return true;
            }
        }
        return false;
    }

    /** The lead-ins of what a clause governs: its own, and itself. */
    List<Integer> chain(int index) {
        return append(clauses.get(index).leadIns(), index);
    }

    static List<Integer> append(List<Integer> chain, int index) {
        int size = chain.size();
        if (size > 0 && chain.get(size - 1) == index) {
            return chain;
        }
        List<Integer> longer = new ArrayList<>(size + 1);
        longer.addAll(size >= MOST_LEAD_INS ? chain.subList(size - MOST_LEAD_INS + 1, size) : chain);
        longer.add(index);
        return List.copyOf(longer);
    }

    /** All clauses; those that say too little take the language of the one before, the first ones that of the next. */
    List<Clause> finish() {
        Language last = null;
        for (int i = 0; i < clauses.size() && last == null; i++) {
            last = guesses.get(i);
        }
        if (last == null) {
            return clauses;
        }
        for (int i = 0; i < clauses.size(); i++) {
            Language guess = guesses.get(i);
            if (guess != null) {
                last = guess;
            } else if (last == Language.OTHER) {
                Clause clause = clauses.get(i);
                clauses.set(
                        i,
                        new Clause(
                                i,
                                clause.type(),
                                clause.start(),
                                clause.end(),
                                clause.section(),
                                clause.leadIns(),
                                clause.continuation(),
                                clause.level(),
                                last));
            }
        }
        return clauses;
    }
}

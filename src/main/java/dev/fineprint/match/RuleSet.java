// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

/**
 * Some rules of an {@link Agenda}, to be looked for among those whose anchors a clause has. Which these are is kept as
 * marks: a bit for each rule whose first anchor was seen, and after all of these a bit for each whose second was.
 * Immutable.
 */
final class RuleSet {
    private final long[] rules;

    /** The first word with a rule, and the one after the last: the rules of a set lie near each other. */
    private final int from;

    private final int to;

    private RuleSet(long[] rules) {
        this.rules = rules;
        int first = 0;
        while (first < rules.length && rules[first] == 0) {
            first++;
        }
        int end = rules.length;
        while (end > first && rules[end - 1] == 0) {
            end--;
        }
        from = first;
        to = end;
    }

    /** The rules whose bits are set; the array is not copied. */
    static RuleSet of(long[] rules) {
        return new RuleSet(rules);
    }

    /** No marks yet, for so many rules. */
    static long[] marks(int rules) {
        return new long[2 * Bits.of(rules).length];
    }

    /** Marks that a rule's first anchor was seen. */
    static void markFirst(long[] marks, int rule) {
        Bits.set(marks, rule);
    }

    /** Marks that its second anchor was seen. */
    static void markSecond(long[] marks, int rule) {
        Bits.set(marks, marks.length / 2 * Long.SIZE + rule);
    }

    /** The first rule of this set of which both anchors are marked, or -1. */
    int first(long[] marks) {
        return next(marks, from * Long.SIZE, to * Long.SIZE);
    }

    /** The same, at or after another one. */
    int next(long[] marks, int rule) {
        return next(marks, rule, to * Long.SIZE);
    }

    /** The same, before a third one. */
    int next(long[] marks, int rule, int end) {
        int second = marks.length / 2;
        int words = Math.min(to, (end + Long.SIZE - 1) / Long.SIZE);
        long cut = -1L << rule;
        for (int word = rule / Long.SIZE; word < words; word++) {
            long both = marks[word] & marks[second + word] & rules[word] & cut;
            if (both != 0) {
                int found = word * Long.SIZE + Long.numberOfTrailingZeros(both);
                return found < end ? found : -1;
            }
            cut = -1;
        }
        return -1;
    }
}

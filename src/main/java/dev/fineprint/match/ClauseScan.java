// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/**
 * What is known of one clause while it is matched: which concepts occur at which token positions. Positions 0 to
 * {@link #ownStart()} - 1 are what the clause inherits from its lead-ins, of which each concept takes one position; its own
 * words follow. Reused from clause to clause; one analysis, one thread.
 *
 * <p>A phrase is noted once, with all that it says: a few dozen concepts may hold for one word, and most of them are never
 * asked for. A concept's occurrences are listed when somebody wants them.
 */
final class ClauseScan {
    private static final char NOWHERE = 0;
    private static final char MANY = 0x8000;
    private static final int LAST_PLACE = MANY - 1;

    /** The phrases seen, in the order in which they start. */
    private Emission[] said = new Emission[128];

    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private int seen;

    /**
     * For each concept {@link #NOWHERE}, or one more than the place in {@link #said} of the first phrase that says it (or
     * some place before that one), with {@link #MANY} if others do. Small numbers, so that the table stays in the
     * processor's nearest cache.
     */
    private final char[] where;

    /** For each concept its occurrences, if they are listed, and the clause of which they are. */
    private final Spans[] lists;

    private final int[] listed;
    private int clause;

    private final long[] unanchored;
    private final long[] patterns;
    private final long[] derived;

    private int ownStart;
    private int size;

    private Spans[] lent = new Spans[64];
    private int lentCount;
    private int[] latest = new int[64];

    ClauseScan(CompiledCatalog catalog) {
        int concepts = catalog.conceptNames.size();
        where = new char[concepts];
        lists = new Spans[concepts];
        listed = new int[concepts];
        unanchored = catalog.unanchored;
        patterns = Bits.of(catalog.patterns.size());
        derived = Bits.of(catalog.derived.size());
    }

    /** Forgets the last clause. */
    void begin(int inherited, int ownTokens) {
        clause++;
        Arrays.fill(where, NOWHERE);
        seen = 0;
        lentCount = 0;
        System.arraycopy(unanchored, 0, patterns, 0, patterns.length);
        Arrays.fill(derived, 0);
        ownStart = inherited;
        size = inherited + ownTokens;
    }

    int ownStart() {
        return ownStart;
    }

    int size() {
        return size;
    }

    boolean has(int concept) {
        return where[concept] != NOWHERE;
    }

    /** The patterns of which a concept occurs that they cannot do without; read only. */
    long[] patterns() {
        return patterns;
    }

    /** The same for the derived concepts. */
    long[] derived() {
        return derived;
    }

    /** How many phrases were seen. */
    int seen() {
        return seen;
    }

    Emission said(int i) {
        return said[i];
    }

    /** Notes what a phrase says; what is noted must come sorted by start. */
    void add(Emission emission, int start, int end) {
        if (seen == starts.length) {
            said = Arrays.copyOf(said, seen * 2);
            starts = Arrays.copyOf(starts, seen * 2);
            ends = Arrays.copyOf(ends, seen * 2);
        }
        said[seen] = emission;
        starts[seen] = start;
        ends[seen] = end;
        seen++;
        char here = (char) (seen < LAST_PLACE ? seen : LAST_PLACE | MANY);
        for (int concept : emission.concepts) {
            where[concept] = where[concept] == NOWHERE ? here : (char) (where[concept] | MANY);
        }
        setOff(emission);
    }

    private void setOff(Emission emission) {
        Bits.or(patterns, emission.patterns);
        Bits.or(derived, emission.derived);
    }

    /** Where a concept occurs, sorted by start, then end. Read only, until the next clause begins. */
    Spans occurrences(int concept) {
        char at = where[concept];
        if (at == NOWHERE) {
            return Spans.NONE;
        }
        if (listed[concept] == clause) {
            return lists[concept];
        }
        Spans list = borrow();
        if (at < MANY) {
            list.add(starts[at - 1], ends[at - 1]);
            return list(concept, list);
        }
        for (int i = (at & LAST_PLACE) - 1; i < seen; i++) {
            if (said[i].says(concept)) {
                list.add(starts[i], ends[i]);
            }
        }
        return list(concept, sorted(list));
    }

    private Spans list(int concept, Spans list) {
        lists[concept] = list;
        listed[concept] = clause;
        return list;
    }

    /** Adds to a concept's occurrences those of an expression. Returns whether it did not occur before. */
    boolean merge(Emission emission, Spans more) {
        int concept = emission.concepts[0];
        if (more.size() == 0) {
            return false;
        }
        Spans all = borrow();
        all.addAll(occurrences(concept));
        all.addAll(more);
        list(concept, sorted(all));
        if (has(concept)) {
            return false;
        }
        where[concept] = MANY;
        setOff(emission);
        return true;
    }

    /** Drops the occurrences of one concept that lie inside an occurrence of another. */
    void dropInside(int hidden, int hider) {
        if (!has(hidden) || !has(hider)) {
            return;
        }
        Spans around = occurrences(hider);
        Spans all = occurrences(hidden);
        Spans kept = borrow();
        for (int i = 0; i < all.size(); i++) {
            if (!around.anyAround(all.start(i), all.end(i))) {
                kept.add(all.start(i), all.end(i));
            }
        }
        list(hidden, kept);
        if (kept.size() == 0) {
            where[hidden] = NOWHERE;
        }
    }

    /** An empty list, lent until the next clause begins. */
    Spans borrow() {
        if (lentCount == lent.length) {
            lent = Arrays.copyOf(lent, lentCount * 2);
        }
        Spans spans = lent[lentCount];
        if (spans == null) {
            spans = new Spans();
            lent[lentCount] = spans;
        }
        lentCount++;
        spans.clear();
        return spans;
    }

    /** The spans sorted by start, then end, without repetitions: they themselves if they are so already. */
    Spans sorted(Spans spans) {
        if (spans.isSorted()) {
            return spans;
        }
        Spans sorted = borrow();
        sorted.addSorted(spans);
        return sorted;
    }

    /** For each position, the span that ends last at or before it (of those that end alike, the longest), or -1. */
    int[] latestByEnd(Spans spans) {
        int n = size + 1;
        if (latest.length < n) {
            latest = new int[Math.max(n, latest.length * 2)];
        }
        Arrays.fill(latest, 0, n, -1);
        for (int i = 0; i < spans.size(); i++) {
            int end = spans.end(i);
            int known = latest[end];
            if (known < 0 || spans.start(known) > spans.start(i)) {
                latest[end] = i;
            }
        }
        for (int p = 1; p < n; p++) {
            if (latest[p] < 0) {
                latest[p] = latest[p - 1];
            }
        }
        return latest;
    }
}

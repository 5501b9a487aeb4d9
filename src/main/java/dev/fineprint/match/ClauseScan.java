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
    /** Links are numbered through all clauses, so that nothing need be cleared between two; before the numbers end, all is. */
    private static final int LAST_LINK = 1 << 30;

    /** The phrases seen, in the order in which they start. */
    private Emission[] said = new Emission[128];

    private int[] starts = new int[128];
    private int[] ends = new int[128];
    private int seen;

    /** For each concept the number of the link to the phrase that said it last; less than {@link #base} if none did. */
    private final int[] head;

    /** For each link of this clause the number of the one before it of the same concept, and its phrase. */
    private int[] before = new int[2048];

    private int[] phrase = new int[2048];
    private int links;

    /** The number of this clause's first link. */
    private int base = 1;

    /** For each concept its occurrences, if they are listed, and the clause of which they are. */
    private final Spans[] lists;

    private final int[] listed;
    private int clause;

    private final CompiledCatalog catalog;

    /** The rules of the agenda of which the first anchor was seen, and those of which the second was. */
    private final long[] first;

    private final long[] second;

    private int ownStart;
    private int size;

    private Spans[] lent = new Spans[64];
    private int lentCount;
    private int[] latest = new int[64];

    ClauseScan(CompiledCatalog catalog) {
        int concepts = catalog.conceptNames.size();
        head = new int[concepts];
        lists = new Spans[concepts];
        listed = new int[concepts];
        this.catalog = catalog;
        first = Bits.of(catalog.agenda.size());
        second = Bits.of(catalog.agenda.size());
    }

    /** Forgets the last clause. */
    void begin(int inherited, int ownTokens) {
        clause++;
        base += links;
        links = 0;
        if (base > LAST_LINK) {
            Arrays.fill(head, 0);
            base = 1;
        }
        seen = 0;
        lentCount = 0;
        System.arraycopy(catalog.withoutFirst, 0, first, 0, first.length);
        System.arraycopy(catalog.withoutSecond, 0, second, 0, second.length);
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
        return head[concept] >= base;
    }

    /** The next rule of the agenda that the clause sets off and that is wanted, or -1. */
    int nextRule(long[] wanted, int from) {
        return Bits.nextInAll(first, second, wanted, from);
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
        int[] concepts = emission.concepts;
        int link = links;
        reserve(link + concepts.length);
        for (int concept : concepts) {
            before[link] = head[concept];
            phrase[link] = seen;
            head[concept] = base + link++;
        }
        links = link;
        seen++;
        emission.setOff(first, second);
    }

    private void reserve(int most) {
        if (most > before.length) {
            before = Arrays.copyOf(before, most * 2);
            phrase = Arrays.copyOf(phrase, most * 2);
        }
    }

    /** Where a concept occurs, sorted by start, then end. Read only, until the next clause begins. */
    Spans occurrences(int concept) {
        int link = head[concept] - base;
        if (link < 0) {
            return Spans.NONE;
        }
        if (listed[concept] == clause) {
            return lists[concept];
        }
        Spans list = borrow();
        for (; link >= 0; link = before[link] - base) {
            list.add(starts[phrase[link]], ends[phrase[link]]);
        }
        list.reverse();
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
        if (has(concept)) {
            Spans all = borrow();
            all.addAll(occurrences(concept));
            all.addAll(more);
            list(concept, sorted(all));
            return false;
        }
        list(concept, sorted(more));
        reserve(links + 1);
        before[links] = 0;
        head[concept] = base + links++;
        emission.setOff(first, second);
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
            head[hidden] = 0;
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

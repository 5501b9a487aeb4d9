// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.ArrayDeque;
import java.util.Arrays;

/**
 * What is known of one clause while it is matched: which concepts occur at which token positions. Positions 0 to
 * {@link #ownStart()} - 1 are what the clause inherits from its lead-ins, of which each concept takes one position; its own
 * words follow. Reused from clause to clause; one analysis, one thread.
 */
final class ClauseScan {
    private final int[] first;
    private final int[] last;
    private final int[] stamps;
    private int stamp;

    private int[] nextOccurrence = new int[256];
    private int[] starts = new int[256];
    private int[] ends = new int[256];
    private int occurrences;

    private int[] present = new int[64];
    private int presentCount;

    private int ownStart;
    private int size;

    private final ArrayDeque<Spans> pool = new ArrayDeque<>();
    private int[] latest = new int[64];

    ClauseScan(int concepts) {
        first = new int[concepts];
        last = new int[concepts];
        stamps = new int[concepts];
    }

    /** Forgets the last clause. */
    void begin(int inherited, int ownTokens) {
        stamp++;
        occurrences = 0;
        presentCount = 0;
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
        return stamps[concept] == stamp;
    }

    /** Where the first occurrence of a concept starts that occurs; far off when another concept hid all of them. */
    int firstStart(int concept) {
        return first[concept] < 0 ? Integer.MAX_VALUE : starts[first[concept]];
    }

    int presentCount() {
        return presentCount;
    }

    int present(int i) {
        return present[i];
    }

    /** Adds an occurrence; a concept's occurrences must come sorted by start. Repetitions are dropped. */
    void add(int concept, int start, int end) {
        if (stamps[concept] != stamp) {
            stamps[concept] = stamp;
            first[concept] = -1;
            if (presentCount == present.length) {
                present = Arrays.copyOf(present, presentCount * 2);
            }
            present[presentCount++] = concept;
        } else {
            int o = last[concept];
            if (starts[o] == start && ends[o] == end) {
                return;
            }
        }
        store(start, end);
        if (first[concept] < 0) {
            first[concept] = occurrences;
        } else {
            nextOccurrence[last[concept]] = occurrences;
        }
        last[concept] = occurrences++;
    }

    void copyOccurrences(int concept, Spans out) {
        if (stamps[concept] != stamp) {
            return;
        }
        for (int o = first[concept]; o >= 0; o = nextOccurrence[o]) {
            out.add(starts[o], ends[o]);
        }
    }

    /** Replaces a concept's occurrences by the union of them and more, sorted. */
    void merge(int concept, Spans more) {
        if (more.size() == 0) {
            return;
        }
        Spans all = borrow();
        copyOccurrences(concept, all);
        for (int i = 0; i < more.size(); i++) {
            all.add(more.start(i), more.end(i));
        }
        Spans sorted = borrow();
        sortUniqueInto(all, sorted);
        if (stamps[concept] == stamp) {
            first[concept] = -1;
            last[concept] = -1;
        }
        boolean known = stamps[concept] == stamp;
        for (int i = 0; i < sorted.size(); i++) {
            if (known && i == 0) {
                appendFirst(concept, sorted.start(0), sorted.end(0));
            } else {
                add(concept, sorted.start(i), sorted.end(i));
            }
        }
        giveBack(sorted);
        giveBack(all);
    }

    /** Drops the occurrences of one concept that lie inside an occurrence of another. */
    void dropInside(int hidden, int hider) {
        if (!has(hidden) || !has(hider)) {
            return;
        }
        int previous = -1;
        for (int o = first[hidden]; o >= 0; o = nextOccurrence[o]) {
            boolean inside = false;
            for (int h = first[hider]; h >= 0 && !inside; h = nextOccurrence[h]) {
                inside = starts[h] <= starts[o] && ends[o] <= ends[h];
            }
            if (!inside) {
                previous = o;
            } else if (previous < 0) {
                first[hidden] = nextOccurrence[o];
            } else {
                nextOccurrence[previous] = nextOccurrence[o];
            }
        }
        last[hidden] = previous;
        if (first[hidden] < 0) {
            stamps[hidden] = stamp - 1;
        }
    }

    /** Stores an occurrence at the place of {@link #occurrences}, which the caller links and counts. */
    private void store(int start, int end) {
        if (occurrences == starts.length) {
            int larger = occurrences * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            nextOccurrence = Arrays.copyOf(nextOccurrence, larger);
        }
        starts[occurrences] = start;
        ends[occurrences] = end;
        nextOccurrence[occurrences] = -1;
    }

    private void appendFirst(int concept, int start, int end) {
        store(start, end);
        first[concept] = occurrences;
        last[concept] = occurrences++;
    }

    Spans borrow() {
        Spans spans = pool.poll();
        if (spans == null) {
            return new Spans();
        }
        spans.clear();
        return spans;
    }

    void giveBack(Spans spans) {
        pool.push(spans);
    }

    void giveBack(Spans[] many) {
        for (Spans spans : many) {
            giveBack(spans);
        }
    }

    Spans[] evalAll(Node[] nodes) {
        Spans[] all = new Spans[nodes.length];
        for (int i = 0; i < nodes.length; i++) {
            all[i] = borrow();
            if (nodes[i].possible(this)) {
                nodes[i].eval(this, all[i]);
            }
        }
        return all;
    }

    static boolean anyStartsWithin(Spans[] many, int from, int to) {
        for (Spans spans : many) {
            for (int i = 0; i < spans.size(); i++) {
                if (spans.start(i) >= from && spans.start(i) < to) {
                    return true;
                }
            }
        }
        return false;
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

    /** Copies spans sorted by start, then end, without repetitions. */
    void sortUniqueInto(Spans from, Spans to) {
        int n = from.size();
        if (n == 0) {
            return;
        }
        if (n == 1) {
            to.add(from.start(0), from.end(0));
            return;
        }
        boolean sorted = true;
        for (int i = 1; i < n && sorted; i++) {
            sorted = from.start(i - 1) < from.start(i)
                    || from.start(i - 1) == from.start(i) && from.end(i - 1) < from.end(i);
        }
        if (sorted) {
            for (int i = 0; i < n; i++) {
                to.add(from.start(i), from.end(i));
            }
            return;
        }
        long[] keys = new long[n];
        for (int i = 0; i < n; i++) {
            keys[i] = (long) from.start(i) << 32 | from.end(i);
        }
        Arrays.sort(keys);
        long previous = -1;
        for (long key : keys) {
            if (key != previous) {
                to.add((int) (key >>> 32), (int) key);
                previous = key;
            }
        }
    }
}

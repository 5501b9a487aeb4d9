// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/**
 * A growing list of [start, end) pairs of token positions. Lent by a {@link ClauseScan} for one clause and used again
 * for the next: one analysis, one thread.
 */
final class Spans {
    /** No spans at all; never added to. */
    static final Spans NONE = new Spans();

    /** Start and end of each, one after the other. */
    private int[] places = new int[16];

    private int size;

    int size() {
        return size;
    }

    int start(int i) {
        return places[2 * i];
    }

    int end(int i) {
        return places[2 * i + 1];
    }

    void clear() {
        size = 0;
    }

    void add(int start, int end) {
        int at = 2 * size++;
        if (at == places.length) {
            places = Arrays.copyOf(places, at * 2);
        }
        places[at] = start;
        places[at + 1] = end;
    }

    void addAll(Spans more) {
        for (int i = 0; i < more.size; i++) {
            add(more.start(i), more.end(i));
        }
    }

    /** Turns the order round. */
    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            int start = start(i);
            int end = end(i);
            places[2 * i] = start(j);
            places[2 * i + 1] = end(j);
            places[2 * j] = start;
            places[2 * j + 1] = end;
        }
    }

    /** Whether a span lies around the whole of another. */
    boolean anyAround(int start, int end) {
        for (int i = 0; i < size; i++) {
            if (start(i) <= start && end <= end(i)) {
                return true;
            }
        }
        return false;
    }

    boolean anyStartsWithin(int from, int to) {
        for (int i = 0; i < size; i++) {
            if (start(i) >= from && start(i) < to) {
                return true;
            }
        }
        return false;
    }

    boolean anyOverlaps(int start, int end) {
        for (int i = 0; i < size; i++) {
            if (start(i) < end && start < end(i)) {
                return true;
            }
        }
        return false;
    }

    /** The span that ends last at or before a position; of those that end alike, the longest; -1 if none does. */
    int latestEndingBy(int position) {
        int best = -1;
        for (int i = 0; i < size; i++) {
            if (end(i) <= position
                    && (best < 0 || end(i) > end(best) || end(i) == end(best) && start(i) < start(best))) {
                best = i;
            }
        }
        return best;
    }

    /** Whether the spans are sorted by start, then end, without repetitions. */
    boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (start(i - 1) > start(i) || start(i - 1) == start(i) && end(i - 1) >= end(i)) {
                return false;
            }
        }
        return true;
    }

    /** Adds the spans of another list sorted by start, then end, without repetitions. */
    void addSorted(Spans from) {
        long[] keys = new long[from.size];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) from.start(i) << 32 | from.end(i);
        }
        Arrays.sort(keys);
        long previous = -1;
        for (long key : keys) {
            if (key != previous) {
                add((int) (key >>> 32), (int) key);
                previous = key;
            }
        }
    }
}

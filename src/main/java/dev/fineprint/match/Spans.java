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

    private int[] starts = new int[8];
    private int[] ends = new int[8];
    private int size;

    int size() {
        return size;
    }

    int start(int i) {
        return starts[i];
    }

    int end(int i) {
        return ends[i];
    }

    void clear() {
        size = 0;
    }

    void add(int start, int end) {
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
        }
        starts[size] = start;
        ends[size++] = end;
    }

    void addAll(Spans more) {
        for (int i = 0; i < more.size; i++) {
            add(more.starts[i], more.ends[i]);
        }
    }

    /** Turns the order round. */
    void reverse() {
        for (int i = 0, j = size - 1; i < j; i++, j--) {
            int start = starts[i];
            int end = ends[i];
            starts[i] = starts[j];
            ends[i] = ends[j];
            starts[j] = start;
            ends[j] = end;
        }
    }

    /** Whether a span lies around the whole of another. */
    boolean anyAround(int start, int end) {
        for (int i = 0; i < size; i++) {
            if (starts[i] <= start && end <= ends[i]) {
                return true;
            }
        }
        return false;
    }

    boolean anyStartsWithin(int from, int to) {
        for (int i = 0; i < size; i++) {
            if (starts[i] >= from && starts[i] < to) {
                return true;
            }
        }
        return false;
    }

    boolean anyOverlaps(int start, int end) {
        for (int i = 0; i < size; i++) {
            if (starts[i] < end && start < ends[i]) {
                return true;
            }
        }
        return false;
    }

    /** The span that ends last at or before a position; of those that end alike, the longest; -1 if none does. */
    int latestEndingBy(int position) {
        int best = -1;
        for (int i = 0; i < size; i++) {
            if (ends[i] <= position
                    && (best < 0 || ends[i] > ends[best] || ends[i] == ends[best] && starts[i] < starts[best])) {
                best = i;
            }
        }
        return best;
    }

    /** Whether the spans are sorted by start, then end, without repetitions. */
    boolean isSorted() {
        for (int i = 1; i < size; i++) {
            if (starts[i - 1] > starts[i] || starts[i - 1] == starts[i] && ends[i - 1] >= ends[i]) {
                return false;
            }
        }
        return true;
    }

    /** Adds the spans of another list sorted by start, then end, without repetitions. */
    void addSorted(Spans from) {
        long[] keys = new long[from.size];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) from.starts[i] << 32 | from.ends[i];
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

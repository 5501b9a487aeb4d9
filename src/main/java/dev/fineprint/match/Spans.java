// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/** A growing list of [start, end) pairs of token positions. Reused between joins: one analysis, one thread. */
final class Spans {
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
}

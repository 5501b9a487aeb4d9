// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/** A growing list of numbers. Not thread-safe. */
final class Numbers {
    private int[] all = new int[64];
    private int size;

    int size() {
        return size;
    }

    int get(int index) {
        return all[index];
    }

    void clear() {
        size = 0;
    }

    void add(int number) {
        if (size == all.length) {
            all = Arrays.copyOf(all, size * 2);
        }
        all[size++] = number;
    }

    /** Adds how many numbers a row has, and these. */
    void addRow(int... row) {
        add(row.length);
        for (int number : row) {
            add(number);
        }
    }

    void addAll(Numbers more) {
        for (int i = 0; i < more.size; i++) {
            add(more.all[i]);
        }
    }

    int[] toArray() {
        return Arrays.copyOf(all, size);
    }
}

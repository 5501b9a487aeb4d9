// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/**
 * Counts the words that passages of another text have in common with those of one text, in whatever order: no alignment
 * finds more. Built once for a text; not thread-safe.
 */
final class WordCounts {
    /** The text's different words, in an open hash table. */
    private final long[] key;
    /** For each word of the text, its place in the table. */
    private final int[] place;
    /** How many of each word are left in the passage that is looked at; nothing between two calls. */
    private final int[] left;

    WordCounts(long[] words, int size) {
        int slots = Integer.highestOneBit(Math.max(16, size)) * 2;
        key = new long[slots];
        left = new int[slots];
        place = new int[size];
        for (int i = 0; i < size; i++) {
            int slot = slot(words[i]);
            key[slot] = words[i];
            place[i] = slot;
        }
    }

    /** Where a word stands in the table, or would. */
    private int slot(long word) {
        int slot = (int) word & key.length - 1;
        while (key[slot] != 0 && key[slot] != word) {
            slot = slot + 1 & key.length - 1;
        }
        return slot;
    }

    /** Makes the text's words {@code from} to {@code to} the passage; to be followed by {@link #clear}. */
    void set(int from, int to) {
        for (int t = from; t < to; t++) {
            left[place[t]]++;
        }
    }

    /** Takes a word from the passage, if it is there. */
    boolean take(long word) {
        int slot = slot(word);
        if (left[slot] == 0) {
            return false;
        }
        left[slot]--;
        return true;
    }

    /** Forgets the passage that was set. */
    void clear(int from, int to) {
        for (int t = from; t < to; t++) {
            left[place[t]] = 0;
        }
    }
}

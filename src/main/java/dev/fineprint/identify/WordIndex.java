// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** Finds where runs of {@link #LENGTH} words stand in a text: built once for a text, asked for every candidate. */
final class WordIndex {
    static final int LENGTH = 4;

    private final long[] gram;
    private final int[] head;
    private final int[] next;

    WordIndex(long[] words, int size) {
        int n = Math.max(0, size - LENGTH + 1);
        gram = new long[n];
        next = new int[n];
        int slots = Integer.highestOneBit(Math.max(16, n * 2)) * 2;
        head = new int[slots];
        for (int i = n - 1; i >= 0; i--) {
            gram[i] = gram(words, i);
            int slot = (int) (gram[i] & slots - 1);
            next[i] = head[slot];
            head[slot] = i + 1;
        }
    }

    static long gram(long[] words, int at) {
        long g = words[at];
        for (int k = 1; k < LENGTH; k++) {
            g = g * 0x9E37_79B9_7F4A_7C15L + words[at + k];
        }
        return g ^ g >>> 29;
    }

    /** The first place at or after {@code from} with this run, or -1. */
    int first(long wanted, int from) {
        int at = head[(int) (wanted & head.length - 1)] - 1;
        while (at >= 0 && (at < from || gram[at] != wanted)) {
            at = next[at] - 1;
        }
        return at;
    }

    /** The next place after {@code at} with the same run, or -1. */
    int next(int at) {
        long wanted = gram[at];
        int found = next[at] - 1;
        while (found >= 0 && gram[found] != wanted) {
            found = next[found] - 1;
        }
        return found;
    }
}

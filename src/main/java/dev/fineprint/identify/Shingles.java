// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** Every run of {@link #LENGTH} words of a text as one number, list markers and copyright notices left out. */
final class Shingles {
    static final int LENGTH = 5;

    final Words words;
    /** The words that count; shingle i is made of {@code core[i]} to {@code core[i + LENGTH - 1]}. */
    final int[] core;

    final long[] hash;

    private Shingles(Words words, int[] core, long[] hash) {
        this.words = words;
        this.core = core;
        this.hash = hash;
    }

    static Shingles of(Words words) {
        int[] core = words.core();
        return new Shingles(words, core, hashes(words.hash, core, LENGTH));
    }

    static long[] hashes(long[] words, int[] core, int length) {
        int n = Math.max(0, core.length - length + 1);
        long[] hash = new long[n];
        if (length == LENGTH && n > 0) {
            fill(hash, words, core);
            return hash;
        }
        for (int i = 0; i < n; i++) {
            long h = length;
            for (int k = 0; k < length; k++) {
                h = and(h, words[core[i + k]]);
            }
            hash[i] = Letters.mix(h);
        }
        return hash;
    }

    /** The numbers of runs of {@link #LENGTH} words, of which each is looked up once. */
    private static void fill(long[] hash, long[] words, int[] core) {
        long first = words[core[0]];
        long second = words[core[1]];
        long third = words[core[2]];
        long fourth = words[core[3]];
        for (int i = 0; i < hash.length; i++) {
            long fifth = words[core[i + LENGTH - 1]];
            hash[i] = Letters.mix(and(and(and(and(and(LENGTH, first), second), third), fourth), fifth));
            first = second;
            second = third;
            third = fourth;
            fourth = fifth;
        }
    }

    /** The number of a run with one more word. */
    private static long and(long run, long word) {
        long h = (run ^ word) * 0x9E37_79B9_7F4A_7C15L;
        return h ^ h >>> 32;
    }
}

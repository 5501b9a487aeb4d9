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
        for (int i = 0; i < n; i++) {
            long h = length;
            for (int k = 0; k < length; k++) {
                h = (h ^ words[core[i + k]]) * 0x9E37_79B9_7F4A_7C15L;
                h ^= h >>> 32;
            }
            hash[i] = Letters.mix(h);
        }
        return hash;
    }
}

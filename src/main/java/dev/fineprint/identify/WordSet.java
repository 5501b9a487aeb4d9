// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Arrays;

/** A small set of words written in the source, asked by number. */
final class WordSet {
    private final long[] sorted;

    private WordSet(long[] sorted) {
        this.sorted = sorted;
    }

    /** The words between blanks, in lower case. */
    static WordSet of(String words) {
        String[] each = words.split(" ");
        long[] hashes = new long[each.length];
        for (int i = 0; i < each.length; i++) {
            hashes[i] = Letters.hashOf(each[i]);
        }
        Arrays.sort(hashes);
        return new WordSet(hashes);
    }

    boolean contains(long hash) {
        return Arrays.binarySearch(sorted, hash) >= 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/** Tells by one look-up in which of several sets a word is. */
final class WordFlags {
    private final long[] keys;
    private final byte[] flags;

    private WordFlags(long[] keys, byte[] flags) {
        this.keys = keys;
        this.flags = flags;
    }

    /** Of words that are in the first set, bit 0 is set, and so on; at most seven sets. */
    static WordFlags of(WordSet... sets) {
        int words = 0;
        for (WordSet set : sets) {
            words += set.keys().length;
        }
        int slots = Integer.highestOneBit(Math.max(2, words)) * 4;
        WordFlags all = new WordFlags(new long[slots], new byte[slots]);
        Arrays.fill(all.keys, -1);
        for (int s = 0; s < sets.length; s++) {
            for (long key : sets[s].keys()) {
                int slot = all.slot(key);
                all.keys[slot] = key;
                all.flags[slot] |= (byte) (1 << s);
            }
        }
        return all;
    }

    /** The flags of the word with a key as {@link WordSet#key} gives it; 0 for a word in none of the sets. */
    int get(long key) {
        return flags[slot(key)];
    }

    private int slot(long key) {
        int slot = WordSet.slot(key, keys.length);
        while (keys[slot] != -1 && keys[slot] != key) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }
}

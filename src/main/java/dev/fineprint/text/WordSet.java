// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * A set of words of at most twelve ASCII letters, asked with a stretch of text and without making a string of it. A
 * word is packed into five bits a letter, so that equal keys are equal words, upper and lower case alike.
 */
final class WordSet {
    private static final int LONGEST = 12;
    private static final int BITS = 5;

    private final long[] slots;
    /** The longest word that is in the set. */
    private final int longest;

    private WordSet(long[] slots, int longest) {
        this.slots = slots;
        this.longest = longest;
    }

    /** The words of the strings, separated by blanks. */
    static WordSet of(String... lists) {
        String[] words = String.join(" ", lists).trim().split(" +");
        long[] keys = new long[words.length];
        for (int i = 0; i < words.length; i++) {
            char[] word = words[i].toCharArray();
            keys[i] = key(word, 0, word.length);
            if (keys[i] < 0) {
                throw new IllegalArgumentException("not one to twelve ASCII letters: " + words[i]);
            }
        }
        return of(keys);
    }

    /** The words with the given keys. */
    static WordSet of(long[] keys) {
        long[] slots = new long[Integer.highestOneBit(Math.max(2, keys.length)) * 4];
        Arrays.fill(slots, -1);
        int longest = 0;
        for (long key : keys) {
            int i = slot(key, slots.length);
            while (slots[i] != -1 && slots[i] != key) {
                i = i + 1 & slots.length - 1;
            }
            slots[i] = key;
            longest = Math.max(longest, (Long.SIZE - Long.numberOfLeadingZeros(key) + BITS - 1) / BITS);
        }
        return new WordSet(slots, longest);
    }

    /** The key of the word from {@code from} to {@code to}, or -1 if it has other letters or is too long. */
    static long key(char[] c, int from, int to) {
        if (to - from < 1 || to - from > LONGEST) {
            return -1;
        }
        long key = 0;
        for (int i = from; i < to; i++) {
            if (!Chars.isAsciiLetter(c[i])) {
                return -1;
            }
            key = append(key, c[i]);
        }
        return key;
    }

    /** The key of a word of ASCII letters and one more; 0 is the key of none. */
    static long append(long key, char letter) {
        return key << BITS | letter & 31;
    }

    /** Whether a stretch of text is one of the words; what is not to be read inside it is passed over. */
    boolean contains(char[] c, int from, int to) {
        if (to - from > longest) {
            // Long or with its letters apart.
            return c[from + 1] == LicenseText.IGNORABLE && contains(keyAcross(c, from, to));
        }
        long key = key(c, from, to);
        return contains(key >= 0 || from == to ? key : keyAcross(c, from, to));
    }

    private static long keyAcross(char[] c, int from, int to) {
        long key = 0;
        int letters = 0;
        for (int i = from; i < to && letters <= LONGEST; i++) {
            if (Chars.isAsciiLetter(c[i])) {
                key = append(key, c[i]);
                letters++;
            } else if (c[i] != LicenseText.IGNORABLE) {
                return -1;
            }
        }
        return letters > 0 && letters <= LONGEST ? key : -1;
    }

    boolean contains(long key) {
        if (key < 0) {
            return false;
        }
        int i = slot(key, slots.length);
        while (slots[i] != -1) {
            if (slots[i] == key) {
                return true;
            }
            i = i + 1 & slots.length - 1;
        }
        return false;
    }

    /** The keys of the words, in no order. */
    long[] keys() {
        return Arrays.stream(slots).filter(key -> key != -1).toArray();
    }

    static int slot(long key, int size) {
        return (int) (key * 0x9E3779B97F4A7C15L >>> 40) & size - 1;
    }
}

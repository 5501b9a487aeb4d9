// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Arrays;

/** Letters and their values for any run of a text's words, from running sums; markers and notices left out. */
final class LetterSums {
    private final int[] letters;
    private final long[] value;

    LetterSums(Shingles shingles) {
        int n = shingles.core.length;
        letters = new int[n + 1];
        value = new long[n + 1];
        for (int i = 0; i < n; i++) {
            int word = shingles.core[i];
            letters[i + 1] = letters[i] + shingles.words.letters[word];
            value[i + 1] = Letters.join(value[i], shingles.words.value[word], shingles.words.letters[word]);
        }
    }

    int letters(int from, int to) {
        return letters[to] - letters[from];
    }

    long value(int from, int to) {
        return Letters.cut(value[to], value[from], Letters.power(letters(from, to)));
    }

    /** Where, from {@code from} to {@code to}, a run with this many letters and this value starts, or -1. */
    int find(int from, int to, int wantedLetters, long wantedValue) {
        long power = Letters.power(wantedLetters);
        int end = letters[from] + wantedLetters <= letters[to] ? at(letters[from] + wantedLetters) : from;
        for (int start = from; start < to; start++) {
            int wantedSum = letters[start] + wantedLetters;
            if (wantedSum > letters[to]) {
                return -1;
            }
            while (letters[end] < wantedSum) {
                end++;
            }
            if (letters[end] == wantedSum && Letters.cut(value[end], value[start], power) == wantedValue) {
                return start;
            }
        }
        return -1;
    }

    /** The end of the run of this many letters from {@code start}. */
    int end(int start, int wantedLetters) {
        return Math.min(at(letters[start] + wantedLetters), letters.length - 1);
    }

    /** The first place with so many letters before it, or the one behind the last: every word has a letter. */
    private int at(int sum) {
        int found = Arrays.binarySearch(letters, sum);
        return found < 0 ? -found - 1 : found;
    }
}

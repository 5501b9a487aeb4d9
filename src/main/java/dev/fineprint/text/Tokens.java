// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * The words of a text in order, as parallel arrays: offsets (UTF-16, the end exclusive), the symbols of a
 * {@link Vocabulary}, and a hash of the lower-case word. Punctuation makes no token. Effectively immutable once read.
 */
public final class Tokens {
    /** Within so many tokens the right one is found sooner by looking at each. */
    private static final int FAR = 64;

    private static final int LEAST_ROOM = 64;

    private int size;
    private int[] starts;
    private int[] ends;
    private int[] hashes;
    private int[][] symbols;

    /** No tokens yet, and room for so many. */
    Tokens(int expected) {
        int room = Math.max(expected, LEAST_ROOM);
        starts = new int[room];
        ends = new int[room];
        hashes = new int[room];
        symbols = new int[room][];
    }

    void add(int start, int end, int hash, int[] tokenSymbols) {
        if (size == starts.length) {
            int larger = size * 2;
            starts = Arrays.copyOf(starts, larger);
            ends = Arrays.copyOf(ends, larger);
            hashes = Arrays.copyOf(hashes, larger);
            symbols = Arrays.copyOf(symbols, larger);
        }
        starts[size] = start;
        ends[size] = end;
        hashes[size] = hash;
        symbols[size++] = tokenSymbols;
    }

    /** How many tokens there are. */
    public int size() {
        return size;
    }

    /** Where a token begins in the text. */
    public int start(int token) {
        return starts[token];
    }

    /** Where a token ends in the text, exclusive. */
    public int end(int token) {
        return ends[token];
    }

    /** A hash of the lower-case word; equal words have equal hashes, whatever their case. */
    public int hash(int token) {
        return hashes[token];
    }

    /** The symbols of a token; shared, read only. */
    public int[] symbols(int token) {
        return symbols[token];
    }

    /**
     * The same, found at once where it is not far behind a guess.
     *
     * @param guess a token that is likely to stand shortly before
     */
    public int firstAtOrAfter(int offset, int guess) {
        if (guess > 0 && (guess > size || starts[guess - 1] >= offset)) {
            return firstAtOrAfter(offset);
        }
        int token = guess;
        for (int end = Math.min(size, guess + FAR); token < end; token++) {
            if (starts[token] >= offset) {
                return token;
            }
        }
        return token == size ? size : firstAtOrAfter(offset);
    }

    /** The first token that begins at or after an offset; {@link #size()} when there is none. */
    public int firstAtOrAfter(int offset) {
        int at = Arrays.binarySearch(starts, 0, size, offset);
        return at >= 0 ? at : -at - 1;
    }
}

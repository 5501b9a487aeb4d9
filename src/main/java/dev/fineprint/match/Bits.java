// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

/** Bit sets of one fixed size as plain arrays: united for every phrase of a text, they must not check and grow. */
final class Bits {
    private Bits() {}

    /** An empty set for the numbers 0 to size - 1. */
    static long[] of(int size) {
        return new long[(size + 63) >>> 6];
    }

    static void set(long[] bits, int i) {
        bits[i >>> 6] |= 1L << i;
    }

    static boolean get(long[] bits, int i) {
        return (bits[i >>> 6] >>> i & 1) != 0;
    }
}

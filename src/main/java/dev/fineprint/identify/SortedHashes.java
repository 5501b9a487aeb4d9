// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Arrays;

/**
 * Looks up numbers in a sorted row. Hashes are spread evenly: about where one stands follows from its value, and the few
 * steps from there stay near each other in memory, as halving the whole row does not.
 */
final class SortedHashes {
    /** How far the first step from the expected place goes: most hashes are no further away. */
    private static final int STEP = 64;

    private SortedHashes() {}

    /** Where a number stands in a row sorted in ascending order; negative if it is not there. */
    static int find(int[] sorted, int wanted) {
        int low = expected(sorted.length, wanted);
        int high = low;
        int step = STEP;
        while (low > 0 && sorted[low - 1] >= wanted) {
            low = Math.max(0, low - step);
            step *= 2;
        }
        step = STEP;
        while (high < sorted.length && sorted[high] < wanted) {
            high = Math.min(sorted.length, high + step);
            step *= 2;
        }
        return Arrays.binarySearch(sorted, low, Math.min(sorted.length, high + 1), wanted);
    }

    /** Where a number stands in a row sorted in ascending order; negative if it is not there. */
    static int find(long[] sorted, long wanted) {
        int low = expected(sorted.length, (int) (wanted >> 32));
        int high = low;
        int step = STEP;
        while (low > 0 && sorted[low - 1] >= wanted) {
            low = Math.max(0, low - step);
            step *= 2;
        }
        step = STEP;
        while (high < sorted.length && sorted[high] < wanted) {
            high = Math.min(sorted.length, high + step);
            step *= 2;
        }
        return Arrays.binarySearch(sorted, low, Math.min(sorted.length, high + 1), wanted);
    }

    private static int expected(int length, int wanted) {
        return (int) (((long) wanted - Integer.MIN_VALUE) * length >>> Integer.SIZE);
    }
}

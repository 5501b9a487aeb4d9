// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Arrays;

/**
 * Looks up numbers in a sorted row. Hashes are spread evenly: about where one stands follows from its value, and the few
 * steps from there stay near each other in memory, as halving the whole row does not.
 */
final class SortedHashes {
    /** How far the first step from the expected place goes: most hashes are no further away. */
    private static final int STEP = 8;

    private SortedHashes() {}

    /** Where a number stands in a row sorted in ascending order; negative if it is not there. */
    static int find(int[] sorted, int wanted) {
        int low = expected(sorted, wanted);
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
        int low = expected(sorted, wanted);
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

    /** Where a number should stand, told by how far from it the number is that stands where one would look first. */
    private static int expected(int[] sorted, int wanted) {
        int length = sorted.length;
        if (length == 0) {
            return 0;
        }
        int first = first(length, wanted);
        return nearby(length, first, (long) wanted - sorted[first]);
    }

    private static int expected(long[] sorted, long wanted) {
        int length = sorted.length;
        if (length == 0) {
            return 0;
        }
        int first = first(length, (int) (wanted >> Integer.SIZE));
        return nearby(length, first, (wanted >> Integer.SIZE) - (sorted[first] >> Integer.SIZE));
    }

    private static int first(int length, int wanted) {
        return (int) (((long) wanted - Integer.MIN_VALUE) * length >>> Integer.SIZE);
    }

    private static int nearby(int length, int place, long away) {
        return (int) Math.max(0, Math.min(length - 1, place + (away * length >> Integer.SIZE)));
    }
}

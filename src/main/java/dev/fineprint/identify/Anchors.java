// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds runs of words that two texts have exactly once each, in the same order: safe places to cut both at. */
final class Anchors {
    private Anchors() {}

    /**
     * The longest ascending sequence of such runs.
     *
     * @param length how many words a run has
     * @return pairs of places, ascending in both; runs may overlap
     */
    static List<int[]> of(long[] a, int a0, int a1, long[] b, int b0, int b1, int length) {
        long[] runsOfA = runs(a, a0, a1, length);
        long[] runsOfB = runs(b, b0, b1, length);
        long[] sortedA = runsOfA.clone();
        long[] sortedB = runsOfB.clone();
        Arrays.sort(sortedA);
        Arrays.sort(sortedB);
        Map<Long, Integer> once = new HashMap<>();
        for (int i = 0; i < runsOfB.length; i++) {
            if (alone(sortedB, runsOfB[i]) && alone(sortedA, runsOfB[i])) {
                once.put(runsOfB[i], b0 + i);
            }
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < runsOfA.length; i++) {
            Integer other = once.get(runsOfA[i]);
            if (other != null) {
                pairs.add(new int[] {a0 + i, other});
            }
        }
        return ascending(pairs);
    }

    private static long[] runs(long[] words, int from, int to, int length) {
        long[] runs = new long[Math.max(0, to - from - length + 1)];
        for (int i = 0; i < runs.length; i++) {
            long run = words[from + i];
            for (int k = 1; k < length; k++) {
                run = run * 0x9E37_79B9_7F4A_7C15L + words[from + i + k];
            }
            runs[i] = run;
        }
        return runs;
    }

    private static boolean alone(long[] sorted, long wanted) {
        int at = Arrays.binarySearch(sorted, wanted);
        return at >= 0
                && (at == 0 || sorted[at - 1] != wanted)
                && (at == sorted.length - 1 || sorted[at + 1] != wanted);
    }

    private static List<int[]> ascending(List<int[]> pairs) {
        int[] tail = new int[pairs.size()];
        int[] before = new int[pairs.size()];
        int length = 0;
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = low + high >>> 1;
                if (pairs.get(tail[middle])[1] < pairs.get(i)[1]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : tail[low - 1];
            tail[low] = i;
            length = Math.max(length, low + 1);
        }
        int[][] found = new int[length][];
        for (int i = length == 0 ? -1 : tail[length - 1]; i >= 0; i = before[i]) {
            found[--length] = pairs.get(i);
        }
        return Arrays.asList(found);
    }
}

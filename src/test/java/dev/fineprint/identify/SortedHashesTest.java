// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SortedHashesTest {
    /** Spread evenly, and all near one end: the second is slower but right. */
    @Test
    void findsWhatIsThereAndNothingElse() {
        for (int size : new int[] {0, 1, 2, 63, 64, 65, 1000, 20_000}) {
            for (int shift : new int[] {0, 9, 24}) {
                Random random = new Random(size);
                int[] ints = random.ints(size)
                        .map(n -> n >> shift)
                        .sorted()
                        .distinct()
                        .toArray();
                for (int n : ints) {
                    assertThat(SortedHashes.find(ints, n)).isEqualTo(Arrays.binarySearch(ints, n));
                    assertThat(SortedHashes.find(ints, n + 1) >= 0).isEqualTo(Arrays.binarySearch(ints, n + 1) >= 0);
                }
                long[] longs = random.longs(size)
                        .map(n -> n >> shift)
                        .sorted()
                        .distinct()
                        .toArray();
                for (long n : longs) {
                    assertThat(SortedHashes.find(longs, n)).isEqualTo(Arrays.binarySearch(longs, n));
                    assertThat(SortedHashes.find(longs, n + 1) >= 0).isEqualTo(Arrays.binarySearch(longs, n + 1) >= 0);
                }
                for (int n : new int[] {Integer.MIN_VALUE, -1, 0, Integer.MAX_VALUE}) {
                    assertThat(SortedHashes.find(ints, n) >= 0).isEqualTo(Arrays.binarySearch(ints, n) >= 0);
                    assertThat(SortedHashes.find(longs, (long) n << 32) >= 0)
                            .isEqualTo(Arrays.binarySearch(longs, (long) n << 32) >= 0);
                }
            }
        }
    }
}

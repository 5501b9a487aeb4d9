// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShinglesTest {
    private static final long[] WORDS = new Random(5).longs(40).toArray();

    @Test
    void aRunHasOneNumberWhereverItStands() {
        for (int length = 3; length <= Shingles.LENGTH; length++) {
            int[] odd = IntStream.range(0, WORDS.length).filter(i -> i % 2 == 1).toArray();
            long[] all = Shingles.hashes(WORDS, odd, length);
            assertThat(all).hasSize(odd.length - length + 1).doesNotHaveDuplicates();
            for (int i = 0; i < all.length; i++) {
                int[] alone = IntStream.range(i, i + length).map(k -> odd[k]).toArray();
                assertThat(Shingles.hashes(WORDS, alone, length)).containsExactly(all[i]);
            }
            assertThat(Shingles.hashes(WORDS, IntStream.range(0, length - 1).toArray(), length))
                    .isEmpty();
        }
    }
}

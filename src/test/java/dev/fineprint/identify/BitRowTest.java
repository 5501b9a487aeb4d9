// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BitRowTest {
    @Test
    void visitsAllThatStandInRowsAndNothingElse() {
        for (int seed = 0; seed < 200; seed++) {
            Random random = new Random(seed);
            int from = random.nextInt(5);
            int to = from + random.nextInt(400);
            int oneIn = 2 + random.nextInt(80);
            BitSet yes = new BitSet();
            for (int i = from; i < to; i++) {
                yes.set(i, random.nextInt(oneIn) != 0);
            }
            int least = 1 + random.nextInt(64);
            BitSet expected = new BitSet();
            for (int i = from; i < to; i++) {
                if (yes.get(i) && yes.nextClearBit(i) - i >= least) {
                    expected.set(i - from, yes.nextClearBit(i) - from);
                    i = yes.nextClearBit(i);
                }
            }
            BitRow row = new BitRow(Arrays.copyOf(yes.get(from, to).toLongArray(), (to - from + 63) / 64));
            BitSet visited = new BitSet();
            row.forEachRow(least, (first, last) -> {
                assertThat(first).as("in order").isGreaterThanOrEqualTo(visited.length() - least);
                assertThat(last - first + 1).isGreaterThanOrEqualTo(least);
                visited.set(first, last + 1);
            });
            assertThat(visited).as("seed %d, rows of %d", seed, least).isEqualTo(expected);
            assertThat(row.count()).isEqualTo(yes.cardinality());
            for (int step : new int[] {1, 4, 64}) {
                int first = 64 * random.nextInt(1 + (to - from) / 64);
                int last = random.nextBoolean() ? to - from : first + 64 * random.nextInt(1 + (to - from - first) / 64);
                long expectedThere = IntStream.iterate(first, i -> i < last, i -> i + step)
                        .filter(i -> yes.get(from + i))
                        .count();
                assertThat(row.count(first, last, step))
                        .as("seed %d, every %dth from %d to %d", seed, step, first, last)
                        .isEqualTo((int) expectedThere);
            }
        }
    }
}

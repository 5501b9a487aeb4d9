// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShingleTableTest {
    private static final int TEXTS = 50;
    private static final int SHINGLES = 100;

    private static List<long[]> texts() {
        List<long[]> texts = new ArrayList<>();
        for (int seed = 0; seed < TEXTS; seed++) {
            texts.add(new Random(seed).longs(SHINGLES).toArray());
        }
        return texts;
    }

    @Test
    void theFirstLookUpsAndLaterOnesCountTheSame() {
        List<long[]> texts = texts();
        ShingleTable table = ShingleTable.build(texts);
        for (int lookUp = 0; lookUp < 12; lookUp++) {
            for (int t = 0; t < TEXTS; t++) {
                long[] mixed = Arrays.copyOf(texts.get(t), 2 * SHINGLES + 10);
                System.arraycopy(new Random(1000 + t).longs(SHINGLES).toArray(), 0, mixed, SHINGLES, SHINGLES);
                System.arraycopy(mixed, 0, mixed, 2 * SHINGLES, 10);
                int[] hits = new int[TEXTS];
                table.count(mixed, 0, mixed.length, hits);
                int[] expected = new int[TEXTS];
                expected[t] = SHINGLES;
                assertThat(hits).as("look-up %d of text %d", lookUp, t).isEqualTo(expected);
            }
        }
    }

    @Test
    void aPassageHasItsOwnShinglesOnly() {
        List<long[]> texts = texts();
        ShingleTable table = ShingleTable.build(texts);
        for (int lookUp = 0; lookUp < 12; lookUp++) {
            int[] hits = new int[TEXTS];
            table.count(texts.get(7), 10, 30, hits);
            assertThat(hits[7]).isEqualTo(20);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {
    private static final int TEXTS = 70;

    private static LicenseText text(int seed) {
        Random random = new Random(seed);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            words.append("word").append((char) ('a' + random.nextInt(26))).append((char) ('a' + random.nextInt(26)));
            words.append(' ');
        }
        return LicenseText.of("text " + seed, words.toString());
    }

    @Test
    void findsTheFingerprintThatATextHasAndHardlyAnyOther() {
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (int seed = 0; seed < TEXTS; seed++) {
            fingerprints.add(Fingerprint.of(text(seed), Map.of("id", "text-" + seed, "title", "Text " + seed)));
        }
        FingerprintTable table = new FingerprintTable(fingerprints);
        for (int seed = 0; seed < TEXTS; seed++) {
            long[] hashes = Shingles.of(Words.of(text(seed))).hash;
            BitSet found = new BitSet();
            table.find(hashes, 0, 256, 4, 63, found);
            assertThat(found.stream()).as("all 64 of 64 runs").containsExactly(seed);
            found.clear();
            table.find(hashes, 0, 256, 4, 64, found);
            assertThat(found.stream()).as("more than 64 of 64 runs").isEmpty();
        }
    }

    @Test
    void missesNoneThatHasMoreThanTheLeast() {
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (int seed = 0; seed < TEXTS; seed++) {
            fingerprints.add(Fingerprint.of(text(seed), Map.of("id", "text-" + seed, "title", "Text " + seed)));
        }
        FingerprintTable table = new FingerprintTable(fingerprints);
        long[] hashes = new Random(7).longs(200).toArray();
        for (int least = 0; least < 30; least++) {
            BitSet found = new BitSet();
            table.find(hashes, 0, hashes.length, 1, least, found);
            for (int f = 0; f < TEXTS; f++) {
                int hits = fingerprints.get(f).known(hashes, 0, hashes.length).count();
                assertThat(found.get(f) || hits <= least)
                        .as("fingerprint %d has %d, more than %d", f, hits, least)
                        .isTrue();
            }
        }
    }
}

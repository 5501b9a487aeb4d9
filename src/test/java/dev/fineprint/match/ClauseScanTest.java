// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import org.junit.jupiter.api.Test;

class ClauseScanTest {
    private static final int CLAUSES = 500;

    private final CompiledCatalog catalog = CompiledCatalog.compile(PatternCatalog.bundled());
    private final int forbid = catalog.concept("forbid");
    private final int must = catalog.concept("must");

    @Test
    void aClauseKnowsNothingOfThoseBeforeItWhenItsNumbersBeginAgain() {
        ClauseScan scan = new ClauseScan(catalog, 7);
        for (int i = 0; i < CLAUSES; i++) {
            int here = i % 2 == 0 ? forbid : must;
            int before = i % 2 == 0 ? must : forbid;
            scan.begin(0, 4);
            for (int place = 0; place < i % 3; place++) {
                scan.add(catalog.sayings.of(here), place, place + 1);
            }
            scan.derive(catalog.allDerived);

            assertThat(scan.has(here)).as("clause %d", i).isEqualTo(i % 3 > 0);
            assertThat(scan.occurrences(here).size()).isEqualTo(i % 3);
            assertThat(scan.has(before)).isFalse();
            assertThat(scan.occurrences(before).size()).isZero();
        }
    }

    @Test
    void nothingIsPendingInAClauseWithoutWords() {
        ClauseScan scan = new ClauseScan(catalog, 3);
        for (int i = 0; i < CLAUSES; i++) {
            scan.begin(0, 0);
            for (int concept = 0; concept < catalog.sayings.named(); concept++) {
                assertThat(scan.has(concept))
                        .as("clause %d, concept %d", i, concept)
                        .isFalse();
            }
        }
    }
}

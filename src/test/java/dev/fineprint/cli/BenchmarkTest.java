// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.PatternCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The published benchmark is whole, says nothing but facts, and is what lies beside the repository. */
class BenchmarkTest {
    private static final String STALE =
            "out of date: run " + Benchmark.class.getName() + ".main from the checkout's top";

    @Test
    void everyLabelledTextHasLabelsAndNoOtherHas() throws IOException {
        List<Benchmark.Entry> labelled =
                Benchmark.entries().stream().filter(Benchmark.Entry::labelled).toList();
        assertThat(labelled).hasSizeGreaterThanOrEqualTo(50);
        Set<String> files = new TreeSet<>();
        for (Benchmark.Entry entry : labelled) {
            GoldLabels labels = GoldLabels.read(entry.labels());
            assertThat(labels.file()).isEqualTo(entry.file());
            assertThat(labels.sha256()).as(entry.file()).hasSize(64).isEqualTo(entry.fact("sha256"));
            files.add(entry.name() + GoldLabels.EXTENSION);
        }
        assertThat(Benchmark.labelFiles(Benchmark.FOLDER)).isEqualTo(files);
    }

    @Test
    void everyTextBelongsToAFamilyAndSaysWhereItWasPublished() throws IOException {
        for (Benchmark.Entry entry : Benchmark.entries()) {
            assertThat(entry.family()).as(entry.file()).matches("[a-z]+(-[a-z]+)?");
            assertThat(entry.fact("published_at")).as(entry.file()).contains("/", ":");
            assertThat(entry.fact("sha256")).as(entry.file()).matches("[0-9a-f]{64}");
        }
    }

    @Test
    void labelsNameKindsAndDomainsOfTheCatalogAndQuoteNothing() throws IOException {
        PatternCatalog catalog = PatternCatalog.bundled();
        Set<String> kinds = catalog.kinds().stream().map(ClauseKind::id).collect(Collectors.toSet());
        Set<String> domains = catalog.domains().stream().map(Domain::id).collect(Collectors.toSet());
        for (Benchmark.Entry entry : Benchmark.entries()) {
            if (!entry.labelled()) {
                continue;
            }
            for (Score.Marked label : GoldLabels.read(entry.labels()).marked()) {
                assertThat(label.kind()).as(entry.file()).isIn(kinds);
                assertThat(label.end()).as(entry.file()).isGreaterThan(label.start());
                if (label.params().get("domains") instanceof Collection<?> several) {
                    assertThat(domains)
                            .as(entry.file())
                            .containsAll(several.stream().map(String::valueOf).toList());
                }
                assertThat(String.valueOf(label.params()))
                        .as("%s: a value, not words", entry.file())
                        .doesNotContainPattern("[a-z] [a-z]|\\p{IsHan}");
            }
        }
    }

    @Test
    void theReadmeSaysWhereEachLabelledTextWasPublished() throws IOException {
        assertThat(Benchmark.tableInReadme()).as(STALE).isEqualTo(Benchmark.table());
    }

    @Test
    void equalsTheLabelsBesideTheRepository() throws IOException {
        assumeTrue(Benchmark.sharedIsThere(), "no corpus at " + Benchmark.SHARED);
        Path gold = Benchmark.SHARED.resolve("gold");
        assertThat(Benchmark.labelFiles(Benchmark.FOLDER)).as(STALE).isEqualTo(Benchmark.labelFiles(gold));
        for (String file : Benchmark.labelFiles(gold)) {
            assertThat(Files.readString(Benchmark.FOLDER.resolve(file)))
                    .as(STALE)
                    .isEqualTo(Benchmark.published(gold.resolve(file)));
        }
        assertThat(facts(Benchmark.entries())).as(STALE).isEqualTo(facts(Benchmark.sharedEntries()));
    }

    /** The manifest by file, without what this project adds. */
    private static Map<String, Map<String, String>> facts(List<Benchmark.Entry> entries) {
        Map<String, Map<String, String>> facts = new TreeMap<>();
        for (Benchmark.Entry entry : entries) {
            Map<String, String> theirs = new HashMap<>(entry.facts());
            theirs.remove("family");
            facts.put(entry.file(), theirs);
        }
        return facts;
    }
}

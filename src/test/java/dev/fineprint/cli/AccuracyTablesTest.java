// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.PatternCatalog;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The committed tables are whole, and no figure that they begin with is far from what is measured today. They may lag behind a change
 * of patterns that moves those figures by less than {@link #LAG}.
 */
@Tag("slow")
class AccuracyTablesTest {
    private static final double LAG = 0.01;
    private static final Pattern SHARE = Pattern.compile("[01]\\.\\d{3}");

    @Test
    void haveARowForEveryTextAndEveryLabelledKind() throws IOException {
        String tables = Files.readString(AccuracyTables.TABLES);
        int rows = 0;
        for (Benchmark.Entry entry : Benchmark.entries()) {
            if (entry.labelled()) {
                assertThat(tables).contains("| " + entry.name() + " | " + entry.family() + " | ");
                for (Score.Marked label : GoldLabels.read(entry.labels()).marked()) {
                    assertThat(tables).contains("| " + label.kind() + " | ");
                    rows++;
                }
            }
        }
        assertThat(rows).isGreaterThan(1000);
    }

    @Test
    void knowWhichFamiliesWereNotRead() throws IOException {
        List<String> families =
                Benchmark.entries().stream().map(Benchmark.Entry::family).toList();
        assertThat(families).containsAll(AccuracyTables.blindFamilies());
    }

    @Test
    void theBaselineHasWordsForEveryKind() throws IOException {
        assertThat(new Baselines().kinds())
                .containsExactlyInAnyOrderElementsOf(PatternCatalog.bundled().kinds().stream()
                        .map(ClauseKind::id)
                        .toList());
    }

    @Test
    void areFresh() throws IOException {
        assumeTrue(Benchmark.sharedIsThere(), "no corpus at " + Benchmark.SHARED);
        Map<String, List<Double>> committed = shares(Files.readString(AccuracyTables.TABLES));
        Map<String, List<Double>> measured = shares(AccuracyTables.measured());
        assertThat(committed).hasSizeGreaterThan(10);
        String stale = "%s in " + AccuracyTables.TABLES + " is out of date: run " + AccuracyTables.class.getName()
                + ".main from the checkout's top (accuracy/README.md has the command), look at the difference and commit it";
        assertThat(committed.keySet()).as(stale, "the list of rows").isEqualTo(measured.keySet());
        committed.forEach((row, figures) -> {
            List<Double> now = measured.get(row);
            assertThat(now).as(stale, row).hasSameSizeAs(figures);
            for (int i = 0; i < figures.size(); i++) {
                assertThat(figures.get(i)).as(stale, row).isCloseTo(now.get(i), within(LAG));
            }
        });
    }

    /** The shares in the rows above the tables by kind, by the row's name. */
    private static Map<String, List<Double>> shares(String tables) {
        Map<String, List<Double>> shares = new LinkedHashMap<>();
        String head = tables.substring(0, tables.indexOf("kind by kind"));
        for (String line : head.split("\n", -1)) {
            List<Double> figures = new ArrayList<>();
            for (String cell : line.split(" \\| ", -1)) {
                if (SHARE.matcher(cell).matches()) {
                    figures.add(Double.valueOf(cell));
                }
            }
            if (line.startsWith("| ") && !figures.isEmpty()) {
                shares.merge(line.split(" \\| ", -1)[0], figures, (one, other) -> {
                    List<Double> both = new ArrayList<>(one);
                    both.addAll(other);
                    return both;
                });
            }
        }
        return shares;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of {@code families.txt}, with the labelled clauses of the development corpus as the measure. */
class FamiliesTest {
    private static final Path TABLE = Path.of("src/test/resources/dev/fineprint/policy/families.txt");
    private static final Path CORPUS =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus");
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final Decider DECIDER = Decider.create();
    private static final Map<String, LicenseReport> REPORTS = new ConcurrentHashMap<>();

    /** A small company in the United States that offers a product with the model inside, unchanged. */
    private static final Map<String, String> USUAL = Map.ofEntries(
            Map.entry("purpose", "production"),
            Map.entry("commercial", "true"),
            Map.entry("monthly-active-users", "2000000"),
            Map.entry("annual-revenue", "USD 750000"),
            Map.entry("territories", "[US]"),
            Map.entry("organisation", "company"),
            Map.entry("minimum-user-age", "18"),
            Map.entry("domains", "[]"),
            Map.entry("hosted-service", "true"),
            Map.entry("distributes", "false"),
            Map.entry("modifies", "false"),
            Map.entry("trains-other-models", "false"),
            Map.entry("date", "2026-11-22"));

    /** One line of the table. */
    private record Row(int line, List<String> texts, String differs, String answer, String kind, String clause) {
        UseProfile profile() {
            Map<String, String> facts = new LinkedHashMap<>(USUAL);
            String inside = differs.startsWith("{") ? differs.substring(1, differs.length() - 1) : differs;
            for (String fact : inside.split(",(?![^\\[]*])", -1)) {
                String[] parts = fact.split(":", 2);
                facts.put(parts[0].strip(), parts[1].strip());
            }
            facts.values().removeIf("unknown"::equals);
            return UseProfile.parse(
                    "row",
                    facts.entrySet().stream()
                            .map(fact -> fact.getKey() + ": " + fact.getValue())
                            .collect(Collectors.joining("\n")));
        }
    }

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        List<String> lines = Files.readAllLines(TABLE);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String[] cells = line.split(" *\\| *", -1);
                assertThat(cells).as("line %d", i + 1).hasSize(5);
                rows.add(new Row(i + 1, List.of(cells[0].split(" ", -1)), cells[1], cells[2], cells[3], cells[4]));
            }
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> everyLine() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "The development corpus is not here; set -Dfineprint.shared=DIR");
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.texts() + " " + row.differs() + " (line " + row.line() + ")",
                        TABLE.toUri(),
                        () -> holds(row)));
    }

    private static void holds(Row row) throws IOException {
        List<LicenseReport> reports =
                row.texts().stream().map(FamiliesTest::report).toList();
        Decision decision = DECIDER.decide(reports, row.profile());
        assertThat(decision.answer().code()).as("%s", decision.summary()).isEqualTo(row.answer());
        List<ClauseDecision> labelled = new ArrayList<>();
        int labels = 0;
        for (String text : row.texts()) {
            JsonNode gold = new ObjectMapper()
                    .readTree(CORPUS.resolve("gold/" + text + ".gold.json").toFile());
            for (JsonNode label : gold.get("annotations")) {
                if (label.get("kind").textValue().equals(row.kind())) {
                    labels++;
                    decision.clauses().stream()
                            .filter(clause -> clause.document().equals(text)
                                    && clause.kind().equals(row.kind())
                                    && clause.span().start() < label.get("end").intValue()
                                    && label.get("start").intValue()
                                            < clause.span().end())
                            .forEach(labelled::add);
                }
            }
        }
        assertThat(labels).as("labels of %s", row.kind()).isPositive();
        assertThat(labelled.stream().map(clause -> clause.answer().code()))
                .as("answers of the labelled clauses of %s", row.kind())
                .contains(row.clause());
    }

    private static LicenseReport report(String name) {
        return REPORTS.computeIfAbsent(name, key -> {
            try {
                byte[] bytes = Files.readAllBytes(CORPUS.resolve("texts/" + key + ".txt"));
                return ANALYZER.analyze(LicenseText.decode(key, bytes));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void theTableIsLongAndHasEveryAnswerButTheFreeOne() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(55);
        assertThat(rows.stream().map(Row::answer))
                .contains("allowed-with-duties", "unclear", "needs-license", "forbidden");
        rows.forEach(row -> assertThat(row.profile()).isNotNull());
    }
}

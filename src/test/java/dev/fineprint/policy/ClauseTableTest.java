// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every line of {@code clauses.txt}: one clause, one use, one answer. */
class ClauseTableTest {
    private static final Path TABLE = Path.of("src/test/resources/dev/fineprint/policy/clauses.txt");
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final Decider DECIDER = Decider.create();

    /** One line of the table. */
    private record Row(int line, String kind, String text, String answer, String profile, String more) {}

    private static List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        String kind = "";
        String text = "";
        List<String> lines = Files.readAllLines(TABLE);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("kind ")) {
                kind = line.substring(5);
            } else if (line.startsWith("text ")) {
                text = line.substring(5);
            } else if (line.contains("|") && !line.startsWith("#")) {
                String[] cells = line.split("\\|", -1);
                rows.add(new Row(
                        i + 1,
                        kind,
                        text,
                        cells[0].strip(),
                        cells[1].strip(),
                        cells.length > 2 ? cells[2].strip() : ""));
            } else {
                assertThat(line.isEmpty() || line.startsWith("#"))
                        .as("line %d: %s", i + 1, line)
                        .isTrue();
            }
        }
        return rows;
    }

    @TestFactory
    Stream<DynamicTest> everyLine() throws IOException {
        return rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.kind() + " " + row.profile() + " (line " + row.line() + ")",
                        TABLE.toUri(),
                        () -> holds(row)));
    }

    private static void holds(Row row) {
        LicenseReport report = ANALYZER.analyze(row.text());
        Decision decision = DECIDER.decide(report, UseProfile.parse("row", row.profile()));
        List<ClauseDecision> clauses = decision.clauses().stream()
                .filter(clause -> clause.kind().equals(row.kind()))
                .toList();
        assertThat(clauses)
                .as("clauses of %s; all: %s", row.kind(), decision.clauses())
                .isNotEmpty();
        ClauseDecision clause = clauses.get(0);
        assertThat(clause.answer().code()).as("%s", clause.reason()).isEqualTo(row.answer());
        assertThat(clause.text()).isSubstringOf(row.text());
        if (clause.answer() == Answer.UNCLEAR) {
            assertThat(String.join(" ", clause.missing())).isEqualTo(row.more());
        } else if (clause.answer() == Answer.ALLOWED_WITH_DUTIES) {
            assertThat(clause.duties().stream().map(duty -> duty.action().code()))
                    .contains(row.more());
        } else {
            assertThat(row.more()).isEmpty();
        }
        assertThat(clause.duties().isEmpty()).isEqualTo(clause.answer() != Answer.ALLOWED_WITH_DUTIES);
    }

    @Test
    void theTableIsLongAndHasEveryAnswer() throws IOException {
        List<Row> rows = rows();
        assertThat(rows).hasSizeGreaterThan(115);
        Set<String> answers = new HashSet<>();
        Set<String> kinds = new HashSet<>();
        rows.forEach(row -> {
            answers.add(row.answer());
            kinds.add(row.kind());
        });
        assertThat(answers)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(Answer.values()).map(Answer::code).toList());
        assertThat(kinds).hasSizeGreaterThan(25);
    }
}

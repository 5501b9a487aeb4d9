// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReportWriterTest {
    @Test
    void tellsVerdictDeviationsAndQuotations() {
        assertThat(SampleReports.written("markdown", SampleReports.english()))
                .containsSubsequence(
                        "### Fineprint: heron/LICENSE.txt",
                        "**DEVIATES**",
                        "| RESTRICTS | Title of use.prohibited `use.prohibited` | OSD-6, OSAID-use |",
                        "<summary>2 quotations</summary>",
                        "line 3: “You must not run the Model to operate a casino.”",
                        "no legal advice");
    }

    @Test
    void aRowHasAsManyCellsAsTheTable() {
        assertThat(SampleReports.written("markdown", SampleReports.hostile("a | b"))
                        .lines()
                        .filter(line -> line.startsWith("|")))
                .isNotEmpty()
                .allSatisfy(
                        line -> assertThat(line.chars().filter(c -> c == '|')).hasSize(5));
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingIsMarkup(String words) {
        String markdown = SampleReports.written("markdown", SampleReports.hostile(words));
        assertThat(markdown)
                .doesNotContain("<script", "<img", "@everyone", "http://", " #1")
                .doesNotContainPattern("(?<!\\\\)[\\[\\]]")
                .hasSizeLessThan(65_536);
        assertThat(markdown.codePoints()
                        .filter(c -> c != '\n' && SafeText.acts(c))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }
}

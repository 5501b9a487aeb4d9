// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReportWriterTest {
    private static final ReportOptions COLOURED = new ReportOptions(Locale.ENGLISH, 80, true);

    @Test
    void tellsTheGravestFirstAndTheVerdictLast() {
        String text = SampleReports.written("text", SampleReports.english());
        assertThat(text)
                .containsSubsequence("RESTRICTS", "use.prohibited", "REVIEW", "Unclassified", "COMPATIBLE", "DEVIATES")
                .contains("threshold: 700,000,000; period: month", "no legal advice", "line 4");
        assertThat(text.strip().lines().toList().get((int) text.strip().lines().count() - 1))
                .isEqualTo("Forbids casinos.");
    }

    @Test
    void speaksChinese() {
        String text =
                SampleReports.written("text", ReportOptions.defaults().in(Locale.CHINESE), SampleReports.chinese());
        assertThat(text)
                .containsSubsequence("限制", "标题 use.prohibited", "“不得将模型用于经营赌场。”", "领域：赌博", "不是法律意见", "有偏离")
                .doesNotContain("gambling", "line", "verdict");
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 60, 80, 132})
    void noLineIsWiderThanTheTerminal(int width) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            ReportOptions options = new ReportOptions(locale, width, false);
            assertThat((SampleReports.written("text", options, SampleReports.english())
                                    + SampleReports.written("text", options, SampleReports.chinese()))
                            .lines())
                    .allSatisfy(line -> assertThat(DisplayWidth.of(line)).isLessThanOrEqualTo(width));
        }
    }

    @Test
    void coloursOnTerminalsAlone() {
        assertThat(SampleReports.written("text", COLOURED, SampleReports.english()))
                .contains("\u001B[1;31mRESTRICTS\u001B[0m");
        assertThat(SampleReports.written("text", SampleReports.english())).doesNotContain("\u001B");
    }

    @Test
    void severalReportsAreKeptApart() {
        assertThat(SampleReports.writtenAll("text", SampleReports.english(), SampleReports.chinese()))
                .containsSubsequence("heron/LICENSE.txt", "Forbids casinos.\n\n\n", "苍鹭/许可 协议.txt");
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingActsOnTheTerminal(String words) {
        String text = SampleReports.written("text", SampleReports.hostile(words));
        assertThat(text.codePoints().filter(c -> c != '\n' && SafeText.acts(c)).mapToObj(Integer::toHexString))
                .isEmpty();
        assertThat(text).hasSizeLessThan(10_000);
    }
}

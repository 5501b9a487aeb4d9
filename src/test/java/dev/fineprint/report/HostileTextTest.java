// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One licence with everything in it that a browser, a terminal, a spreadsheet or a code host would act upon, read by
 * the engine and written in every format there is, in both languages.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Each stands in a clause that is found, so that it comes into quotations and not only into the text. */
    private static final List<String> TRAPS = List.of(
            "<script>alert(1)</script>",
            "</textarea></script></style><img src=x onerror=alert(1)>",
            "\u001B[31mred\u001B]0;title\u0007\u009B0m",
            "\u202Edesrever\u2066\u200F\u2069",
            "=HYPERLINK(\"http://example.invalid\")",
            "@everyone [x](javascript:alert(1)) ![i](http://example.invalid/i.png)",
            "nul \0 and lone \uD800 and \uFFFF",
            "${7*7} {{7*7}} %n ]]> -->");

    private LicenseReport report = SampleReports.empty();

    @BeforeAll
    void read() {
        StringBuilder text = new StringBuilder("=cmd|' /C calc'!A0\n\n1. Terms\n\n");
        for (String trap : TRAPS) {
            text.append("You must not use the Model to operate a casino ")
                    .append(trap)
                    .append(" or a lottery.\n\n");
        }
        text.append("You must not use the Model for military purposes, ")
                .append("x".repeat(100_000))
                .append(' ')
                .append("y ".repeat(50_000))
                .append("\r\n=1+1\r\n");
        report = LicenseAnalyzer.create()
                .analyze(LicenseText.of("=a\u202E<script>/\u001B[1m..\\b c#d?.txt", text.toString()));
    }

    static Stream<String> formats() {
        return ReportFormats.standard().names().stream();
    }

    @Test
    void theTrapsStandInFindings() {
        assertThat(report.findings()).hasSizeGreaterThanOrEqualTo(TRAPS.size());
        for (String trap : List.of("</textarea>", "\u001B[31m", "\u202E", "javascript:", "\uD800", "${7*7}")) {
            assertThat(report.findings())
                    .as(trap)
                    .anyMatch(finding -> finding.text().contains(trap));
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void nothingActs(String format) throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ReportWriter writer = ReportFormats.standard()
                    .find(format)
                    .orElseThrow()
                    .writer(ReportOptions.defaults().in(locale));
            writer.write(report, out);
            writer.writeAll(List.of(report, SampleReports.english()), out);
            String written = decoded(out.toByteArray());
            assertThat(written.codePoints()
                            .filter(c -> c != '\n' && c != '\t' && c != '\r')
                            .filter(SafeText::acts)
                            .mapToObj(Integer::toHexString))
                    .as("characters that act")
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void itStaysADocumentOfItsFormat(String format) throws IOException {
        String written = SampleReports.written(format, report);
        switch (format) {
            case "html" -> {
                Document page = Jsoup.parse(written);
                assertThat(page.select("script")).hasSize(1);
                assertThat(page.select("img, textarea")).isEmpty();
                assertThat(page.text()).contains("<script>alert(1)</script>", "<U+202E>", "<U+001B>", "<U+D800>");
            }
            case "markdown" ->
                assertThat(written)
                        .doesNotContain("<script", "<img", "@everyone", "http://")
                        .hasSizeLessThan(65_536);
            case "csv" -> {
                try (CSVParser parser = CSVParser.parse(written, CSVFormat.RFC4180)) {
                    List<CSVRecord> rows = parser.getRecords();
                    assertThat(rows).hasSize(report.findings().size() + 1);
                    for (CSVRecord row : rows) {
                        assertThat(row).allMatch(cell -> !cell.stripLeading().matches("(?s)[=+@＝＋＠].*"));
                    }
                }
            }
            case "text" -> assertThat(written.lines()).allMatch(line -> DisplayWidth.of(line) <= 100);
            case "json", "jsonl", "sarif", "cyclonedx", "spdx" ->
                assertThat(JSON.readTree(written).isObject()).isTrue();
            default -> throw new AssertionError("Say here how " + format + " is read");
        }
    }

    @ParameterizedTest
    @MethodSource("formats")
    void noQuotationIsEndless(String format) {
        int once = report.text().orElseThrow().length();
        // a text may be there once, marked or in a field, and each quotation is short
        assertThat(SampleReports.written(format, report)).hasSizeLessThan(4 * once);
    }

    private static String decoded(byte[] bytes) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CsvReportWriterTest {
    @Test
    void hasARowForEachFinding() throws IOException {
        List<CSVRecord> rows =
                parsed(SampleReports.writtenAll("csv", SampleReports.english(), SampleReports.chinese()));
        assertThat(rows).hasSize(6);
        assertThat(rows.get(1).get("values")).isEqualTo("threshold: 700,000,000; period: month");
        assertThat(rows.get(1).get("line")).isEqualTo("4");
        assertThat(rows.get(4).get("text")).isEqualTo("不得将模型用于经营赌场。");
        assertThat(rows.get(0).get("criteria")).isEqualTo("OSD-6 OSAID-use");
    }

    @Test
    void linesEndAsTheStandardSays() {
        assertThat(SampleReports.written("csv", SampleReports.english()))
                .startsWith("document,verdict,")
                .endsWith("\r\n");
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noCellIsAFormula(String words) throws IOException {
        List<CSVRecord> rows = parsed(SampleReports.written("csv", SampleReports.hostile(words)));
        assertThat(rows).hasSize(1);
        for (String cell : rows.get(0)) {
            assertThat(cell.stripLeading())
                    .doesNotStartWith("=")
                    .doesNotStartWith("@")
                    .doesNotStartWith("+");
            assertThat(cell.codePoints()
                            .filter(c -> c != '\n' && c != '\t' && SafeText.acts(c))
                            .mapToObj(Integer::toHexString))
                    .isEmpty();
        }
    }

    private static List<CSVRecord> parsed(String csv) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        try (CSVParser parser = CSVParser.parse(csv, format)) {
            return parser.getRecords();
        }
    }
}

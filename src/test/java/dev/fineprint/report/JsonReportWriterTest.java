// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JsonReportWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Schema schema() throws IOException {
        try (InputStream in = JsonReportWriterTest.class.getResourceAsStream("report.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void followsTheSchema() throws IOException {
        for (LicenseReport report :
                new LicenseReport[] {SampleReports.english(), SampleReports.chinese(), SampleReports.empty()}) {
            assertThat(schema().validate(JSON.readTree(SampleReports.written("json", report))))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatIsNoReport() throws IOException {
        assertThat(schema().validate(JSON.readTree("{\"schema\": \"urn:fineprint:report:1\"}")))
                .isNotEmpty();
    }

    @Test
    void holdsValuesAsTheyWereRead() throws IOException {
        JsonNode finding = JSON.readTree(SampleReports.written("json", SampleReports.english()))
                .at("/findings/1");
        assertThat(finding.at("/params/threshold").isIntegralNumber()).isTrue();
        assertThat(finding.at("/params/threshold").longValue()).isEqualTo(700_000_000L);
        assertThat(finding.at("/params/period").textValue()).isEqualTo("month");
        assertThat(finding.at("/spans/0/line").intValue()).isEqualTo(4);
    }

    @Test
    void severalReportsAreAnArrayAndOneIsNot() throws IOException {
        LicenseReport one = SampleReports.english();
        assertThat(JSON.readTree(SampleReports.written("json", one)).isObject()).isTrue();
        assertThat(JSON.readTree(SampleReports.writtenAll("json", one)).isArray())
                .isTrue();
        assertThat(JSON.readTree(SampleReports.writtenAll("json", one, SampleReports.chinese())))
                .hasSize(2);
        assertThat(JSON.readTree(SampleReports.writtenAll("json"))).isEmpty();
    }

    @Test
    void linesHoldOneReportEach() throws IOException {
        String lines = SampleReports.writtenAll("jsonl", SampleReports.english(), SampleReports.chinese());
        assertThat(lines.lines()).hasSize(2);
        for (String line : lines.lines().toList()) {
            assertThat(schema().validate(JSON.readTree(line))).isEmpty();
        }
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void keepsEveryCharacterAndYetNothingActs(String words) throws IOException {
        String json = SampleReports.written("json", SampleReports.hostile(words));
        assertThat(JSON.readTree(json).at("/findings/0/text").textValue()).isEqualTo(words);
        assertThat(json.codePoints().filter(c -> c != '\n' && SafeText.acts(c)).mapToObj(Integer::toHexString))
                .isEmpty();
    }
}

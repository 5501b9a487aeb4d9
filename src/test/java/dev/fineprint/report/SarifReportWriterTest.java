// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SarifReportWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Schema schema() throws IOException {
        try (InputStream in = SarifReportWriterTest.class.getResourceAsStream("/schemas/sarif-2.1.0-rtm.5.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void followsTheOfficialSchema() throws IOException {
        assertThat(schema().validate(JSON.readTree(SampleReports.writtenAll(
                        "sarif", SampleReports.english(), SampleReports.chinese(), SampleReports.empty()))))
                .isEmpty();
        assertThat(schema().validate(JSON.readTree(SampleReports.writtenAll("sarif"))))
                .isEmpty();
        assertThat(schema().validate(JSON.readTree("{\"version\": \"2.1.0\", \"runs\": [{}]}")))
                .isNotEmpty();
    }

    @Test
    void effectsBecomeLevels() throws IOException {
        List<String> levels = new ArrayList<>();
        for (JsonNode result : results(SampleReports.english())) {
            levels.add(result.get("level").textValue());
        }
        assertThat(levels).containsExactly("error", "error", "note", "warning");
    }

    @Test
    void everyResultPointsToItsRule() throws IOException {
        JsonNode run = JSON.readTree(
                        SampleReports.writtenAll("sarif", SampleReports.english(), SampleReports.chinese()))
                .at("/runs/0");
        JsonNode rules = run.at("/tool/driver/rules");
        assertThat(rules).hasSize(4);
        for (JsonNode result : run.get("results")) {
            JsonNode rule = rules.get(result.get("ruleIndex").intValue());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(rule.at("/help/text").textValue()).isNotBlank();
        }
    }

    @Test
    void regionsCoverTheQuotedWords() throws IOException {
        LicenseReport report = SampleReports.english();
        JsonNode region = results(report).get(1).at("/locations/0/physicalLocation/region");
        Span span = report.findings().get(1).span();
        assertThat(region.get("charOffset").intValue()).isEqualTo(span.start());
        assertThat(region.get("charLength").intValue()).isEqualTo(span.length());
        assertThat(region.get("startLine").intValue()).isEqualTo(4);
        assertThat(region.get("startColumn").intValue()).isEqualTo(4);
        assertThat(region.get("endLine").intValue()).isEqualTo(5);
        assertThat(region.get("endColumn").intValue()).isEqualTo("   for a separate permit first.".length() + 1);
    }

    @Test
    void locationsAreRelative() throws IOException {
        assertThat(uri(SampleReports.english())).isEqualTo("heron/LICENSE.txt");
        assertThat(uri(SampleReports.chinese()))
                .matches("[\\x21-\\x7E]+")
                .doesNotStartWith("/")
                .contains("%20");
        assertThat(uri(SampleReports.hostile("x"))).matches("[\\x21-\\x7E]+");
    }

    @Test
    void noLocationLeadsUp() {
        assertThat(RelativeUri.of("../shared/./a//LICENSE")).isEqualTo("shared/a/LICENSE");
        assertThat(RelativeUri.of("models/x/../y/LICENSE")).isEqualTo("models/y/LICENSE");
        assertThat(RelativeUri.of("C:\\models\\LICENSE")).isEqualTo("models/LICENSE");
        assertThat(RelativeUri.of("/")).isEqualTo("unnamed");
        assertThat(RelativeUri.of("..")).isEqualTo("unnamed");
        assertThat(RelativeUri.of("javascript:x")).isEqualTo("./javascript:x");
    }

    @Test
    void aRunHoldsNoMoreResultsThanServicesTake() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new SarifReportWriter(ReportOptions.defaults(), 3)
                .writeAll(List.of(SampleReports.english(), SampleReports.chinese(), SampleReports.english()), out);
        JsonNode sarif = JSON.readTree(out.toByteArray());
        assertThat(schema().validate(sarif)).isEmpty();
        List<Integer> sizes = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (JsonNode run : sarif.get("runs")) {
            sizes.add(run.get("results").size());
            ids.add(run.at("/automationDetails/id").textValue());
            for (JsonNode result : run.get("results")) {
                JsonNode rule =
                        run.at("/tool/driver/rules").get(result.get("ruleIndex").intValue());
                assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            }
        }
        assertThat(sizes).containsExactly(3, 3, 3, 1);
        assertThat(ids).containsExactly("fineprint/1/", "fineprint/2/", "fineprint/3/", "fineprint/4/");
        assertThat(JSON.readTree(SampleReports.written("sarif", SampleReports.english()))
                        .at("/runs/0/automationDetails")
                        .isMissingNode())
                .isTrue();
    }

    @Test
    void fingerprintsOutliveMovesAndRewrapping() throws IOException {
        assertThat(fingerprint("You must not\nrun it."))
                .isEqualTo(fingerprint("You must  not run it."))
                .isNotEqualTo(fingerprint("You must not sell it."));
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsStayValidAndShort(String words) throws IOException {
        JsonNode sarif = JSON.readTree(SampleReports.written("sarif", SampleReports.hostile(words)));
        assertThat(schema().validate(sarif)).isEmpty();
        assertThat(sarif.at("/runs/0/results/0/message/text").textValue()).hasSizeLessThan(5000);
    }

    private static JsonNode results(LicenseReport report) throws IOException {
        return JSON.readTree(SampleReports.written("sarif", report)).at("/runs/0/results");
    }

    private static String uri(LicenseReport report) throws IOException {
        return results(report)
                .at("/0/locations/0/physicalLocation/artifactLocation/uri")
                .textValue();
    }

    private static String fingerprint(String words) throws IOException {
        return results(SampleReports.hostile(words))
                .at("/0/partialFingerprints/fineprintClause~1v1")
                .textValue();
    }
}

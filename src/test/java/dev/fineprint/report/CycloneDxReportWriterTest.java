// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import java.io.IOException;
import org.cyclonedx.Version;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CycloneDxReportWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void itsOwnValidatorAcceptsIt() throws IOException {
        String bom = SampleReports.writtenAll(
                "cyclonedx", SampleReports.english(), SampleReports.chinese(), SampleReports.empty());
        assertThat(new JsonParser().validate(bom, Version.VERSION_16)).isEmpty();
        assertThat(new JsonParser().validate("{\"bomFormat\": \"other\"}", Version.VERSION_16))
                .isNotEmpty();
    }

    @Test
    void describesAModelUnderItsLicence() throws IOException {
        JsonNode model = component(SampleReports.english());
        assertThat(model.get("type").textValue()).isEqualTo("machine-learning-model");
        assertThat(model.at("/licenses/0/license/name").textValue()).isEqualTo("heron/LICENSE.txt");
        assertThat(model.at("/licenses/0/license/id").isMissingNode()).isTrue();
        assertThat(model.at("/externalReferences/0/url").textValue()).isEqualTo("heron/LICENSE.txt");
        assertThat(model.get("properties").findValuesAsText("name"))
                .contains("fineprint:verdict", "fineprint:finding:restricts:use.prohibited");
    }

    @Test
    void namesAnSpdxIdOnlyWhereThereIsOne() throws IOException {
        assertThat(license("Apache-2.0", Relation.EXACT).at("/id").textValue()).isEqualTo("Apache-2.0");
        assertThat(license("Apache-2.0", Relation.MODIFIED).has("id")).isFalse();
        assertThat(license("heron-9", Relation.EXACT).has("id")).isFalse();
    }

    @Test
    void theSameTextsGiveTheSameDocument() {
        assertThat(SampleReports.written("cyclonedx", SampleReports.english()))
                .isEqualTo(SampleReports.written("cyclonedx", SampleReports.english()));
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsStayValid(String words) throws IOException {
        String bom = SampleReports.written("cyclonedx", SampleReports.hostile(words));
        assertThat(new JsonParser().validate(bom, Version.VERSION_16)).isEmpty();
        assertThat(bom.codePoints().filter(c -> c != '\n' && SafeText.acts(c)).mapToObj(Integer::toHexString))
                .isEmpty();
    }

    private static JsonNode license(String id, Relation relation) throws IOException {
        return component(SampleReports.identified(id, relation)).at("/licenses/0/license");
    }

    private static JsonNode component(LicenseReport report) throws IOException {
        return JSON.readTree(SampleReports.written("cyclonedx", report)).at("/components/0");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spdx.core.InvalidSPDXAnalysisException;
import org.spdx.jacksonstore.MultiFormatStore;
import org.spdx.jacksonstore.MultiFormatStore.Format;
import org.spdx.library.SpdxModelFactory;
import org.spdx.library.model.v2.SpdxDocument;
import org.spdx.storage.simple.InMemSpdxStore;

class SpdxReportWriterTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @BeforeAll
    static void useTheListInTheLibrary() {
        System.setProperty("org.spdx.useJARLicenseInfoOnly", "true");
        SpdxModelFactory.init();
    }

    @Test
    void theLibraryAcceptsIt() throws Exception {
        assertThat(problems(SampleReports.writtenAll(
                        "spdx", SampleReports.english(), SampleReports.chinese(), SampleReports.empty())))
                .isEmpty();
    }

    @Test
    void theLibraryRefusesWhatIsWrong() throws Exception {
        String wrong = SampleReports.written("spdx", SampleReports.english()).replace("\"REVIEW\"", "\"OTHER\"");
        wrong = wrong.replace("\"dataLicense\" : \"CC0-1.0\"", "\"dataLicense\" : \"MIT\"");
        assertThat(problems(wrong)).isNotEmpty();
    }

    @Test
    void carriesTheTextOfALicenceThatIsOnNoList() throws IOException {
        LicenseReport report = SampleReports.english();
        JsonNode spdx = JSON.readTree(SampleReports.written("spdx", report));
        String ref = spdx.at("/packages/0/licenseConcluded").textValue();
        assertThat(ref).startsWith("LicenseRef-");
        assertThat(spdx.at("/hasExtractedLicensingInfos/0/licenseId").textValue())
                .isEqualTo(ref);
        assertThat(spdx.at("/hasExtractedLicensingInfos/0/extractedText").textValue())
                .isEqualTo(report.text().orElseThrow());
    }

    @Test
    void namesAnIdOfTheList() throws IOException {
        JsonNode spdx = JSON.readTree(SampleReports.written("spdx", SampleReports.identified("MIT", Relation.EXACT)));
        assertThat(spdx.at("/packages/0/licenseConcluded").textValue()).isEqualTo("MIT");
        assertThat(spdx.get("hasExtractedLicensingInfos")).isEmpty();
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void hostileWordsStayValid(String words) throws Exception {
        assertThat(problems(SampleReports.written("spdx", SampleReports.hostile(words))))
                .isEmpty();
    }

    private static List<String> problems(String spdx) throws InvalidSPDXAnalysisException, IOException {
        MultiFormatStore store = new MultiFormatStore(new InMemSpdxStore(), Format.JSON_PRETTY);
        SpdxDocument document =
                store.deSerialize(new ByteArrayInputStream(spdx.getBytes(StandardCharsets.UTF_8)), false);
        return document.verify();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.Effect;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Licences that are known not to be open are not acquitted, and sentences put into open ones are marked. */
class SpdxRestrictedTest {
    private static final Path LIST = Path.of("corpus/spdx-restricted.tsv");
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    @TestFactory
    Stream<DynamicTest> acquitsNoRestrictedLicence() throws IOException {
        List<String[]> rows = Files.readAllLines(LIST).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .toList();
        assertThat(rows).hasSizeGreaterThan(30);
        return rows.stream()
                .map(row -> DynamicTest.dynamicTest(row[0], () -> {
                    LicenseReport report = ANALYZER.analyze(
                            LicenseText.of(row[0], SpdxTexts.get(row[0]).text()));
                    assertThat(report.verdict()).as(row[2]).isEqualTo(Verdict.DEVIATES);
                    assertThat(report.findings().stream()
                                    .filter(finding -> finding.effect() == Effect.RESTRICTS)
                                    .map(Finding::kind))
                            .as(row[2])
                            .contains(row[1].split(","));
                }));
    }

    @Test
    void marksABanOnMilitaryUseInMit() {
        marks("MIT", "Military organisations must not deploy the Software for warfare.", "use.prohibited");
    }

    @Test
    void marksACapOnMonthlyUsersInMit() {
        marks(
                "MIT",
                "If your products have more than 5 million monthly active users, you must request a separate licence.",
                "scale.active-users");
    }

    @Test
    void marksNonCommercialInApache() {
        marks("Apache-2.0", "You may use the Work for non-commercial purposes only.", "commercial.prohibited");
    }

    @Test
    void marksAChineseBanInMulan() {
        marks("MulanPSL-2.0", "您不得将本软件用于军事目的。", "use.prohibited");
    }

    @Test
    void namesTheApprovedLicenceThatATextIs() {
        LicenseReport report =
                ANALYZER.analyze(LicenseText.of("t", SpdxTexts.get("Apache-2.0").text()));
        assertThat(report.verdict()).isEqualTo(Verdict.NO_DEVIATION_FOUND);
        assertThat(report.rationale().en()).contains("OSI approved");
    }

    private static void marks(String id, String sentence, String kind) {
        String text = SpdxTexts.get(id).text() + "\n\n" + sentence + "\n";
        LicenseReport report = ANALYZER.analyze(LicenseText.of(id, text));
        assertThat(report.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(report.findings())
                .filteredOn(finding -> finding.kind().equals(kind))
                .anySatisfy(finding -> assertThat(finding.text()).isEqualTo(sentence));
    }
}

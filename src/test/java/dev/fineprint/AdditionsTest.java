// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.Effect;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is put into a known licence is told, even where no word of it gives alarm. */
class AdditionsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final String MIT = SpdxTexts.get("MIT").text();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The blue heron counts its herrings every Tuesday before breakfast.",
                "Herons of twelve or more summers are asked for a song.",
                "我们的苍鹭每天早晨都在河边数鱼。",
                "Der Reiher zählt jeden Morgen am Ufer seine Fische.",
            })
    void tellsASentenceThatGivesNoAlarm(String sentence) {
        LicenseReport report = ANALYZER.analyze(put(sentence));
        assertThat(report.findings())
                .filteredOn(finding -> finding.text().equals(sentence))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.effect()).isEqualTo(Effect.REVIEW);
                    assertThat(finding.reason().orElseThrow().en()).contains("added to the text of MIT License");
                    assertThat(finding.reason().orElseThrow().zh()).contains("MIT License");
                });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use.prohibited | The licensed pictures are not cleared for election posters.",
                "commercial.fee | The price of the atlas is $9.",
                "user.territory-excluded | Nobody gets a copy in Norway.",
            })
    void namesAnAdditionByWhatItSpeaksOf(String kind, String sentence) {
        assertThat(ANALYZER.analyze(put(sentence)).findings())
                .filteredOn(finding -> finding.text().equals(sentence))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo(kind);
                    assertThat(finding.effect()).isEqualTo(Effect.RESTRICTS);
                });
    }

    @Test
    void doesNotGuessAtWhatIsNeitherAddedNorAlarming() {
        String sentence = "The price of the atlas is $9.";
        assertThat(ANALYZER.analyze("The atlas has ninety pages. " + sentence + " It is bound in linen.")
                        .findings())
                .isEmpty();
    }

    @Test
    void namesTheKindOfAnAddedClauseByItsField() {
        String sentence = "Recipients shall observe secrecy about the data.";
        assertThat(ANALYZER.analyze(put(sentence)).findings())
                .filteredOn(finding -> finding.text().equals(sentence))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.kind()).isEqualTo("legal.confidentiality");
                    assertThat(finding.pattern()).isEqualTo("legal.confidentiality/en/topic");
                });
    }

    @Test
    void accusesNoTextOfItsOwnByTheFieldOfAClauseAlone() {
        assertThat(ANALYZER.analyze("Recipients shall observe secrecy about the data.")
                        .findings())
                .singleElement()
                .satisfies(finding -> assertThat(finding.effect()).isEqualTo(Effect.REVIEW));
    }

    @Test
    void tellsNothingOfTheLicenceItself() {
        assertThat(ANALYZER.analyze(MIT).findings())
                .filteredOn(finding -> finding.effect() == Effect.REVIEW)
                .isEmpty();
    }

    @Test
    void staysQuietAtOrdinaryMattersOfContractLife() {
        String disclaimer = "Under no circumstances are those who helped with this text liable for what comes of it.";
        assertThat(ANALYZER.analyze(put(disclaimer)).findings())
                .filteredOn(finding -> finding.text().equals(disclaimer))
                .isEmpty();
    }

    @Test
    void staysQuietInATextThatQuotesALicence() {
        String story = "The blue heron counts its herrings every Tuesday before breakfast. ".repeat(60);
        assertThat(ANALYZER.analyze(story + "\n\n" + MIT).findings())
                .filteredOn(finding -> finding.text().startsWith("The blue heron"))
                .isEmpty();
    }

    @Test
    void marksTheSentencesThatOtherToolsWaveThrough() {
        String ban = "The Software may not be run by or for an army, a navy or an air force.";
        String cap =
                "A company whose services reach over ninety million people a month has to obtain its own licence first.";
        String grant = SpdxTexts.get("Apache-2.0")
                .text()
                .replaceFirst(
                        "irrevocable copyright license to reproduce",
                        "irrevocable, non-commercial copyright license to reproduce");
        assertThat(deviating(put(ban))).contains(ban);
        assertThat(deviating(put(cap))).contains(cap);
        assertThat(deviating(grant)).anyMatch(text -> text.contains("non-commercial"));
    }

    /** The clauses that take a freedom away. */
    private static List<String> deviating(String text) {
        LicenseReport report = ANALYZER.analyze(LicenseText.of("doctored", text));
        assertThat(report.verdict()).isEqualTo(Verdict.DEVIATES);
        return report.findings().stream()
                .filter(finding -> finding.effect() == Effect.RESTRICTS)
                .map(Finding::text)
                .toList();
    }

    private static String put(String sentence) {
        int middle = MIT.indexOf("The above copyright notice");
        assertThat(middle).isPositive();
        return MIT.substring(0, middle) + sentence + "\n\n" + MIT.substring(middle);
    }
}

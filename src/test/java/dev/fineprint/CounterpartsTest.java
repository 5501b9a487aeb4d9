// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.Effect;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class CounterpartsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    private static final String CHINESE = """
            某模型许可协议

            1. 您不得将本模型用于军事用途。

            2. 您不得将本模型用于赌博。

            3. 月活跃用户超过%s的，须另行取得许可方的授权。

            4. 许可方有权随时终止本许可。

            5. 本协议适用新加坡法律。
            """;

    private static final String ENGLISH = """
            Some Model Licence

            1. You must not use the Model for military purposes.

            2. You must not use the Model for gambling.

            3. If your monthly active users exceed %s, you must request a licence from the Licensor.

            4. The Licensor may terminate this Licence at any time at its sole discretion.

            5. This Agreement is governed by the laws of Singapore.
            """;

    private static LicenseReport analyze(String chineseUsers, String englishUsers) {
        return ANALYZER.analyze(CHINESE.formatted(chineseUsers) + "\n" + ENGLISH.formatted(englishUsers));
    }

    private static List<Finding> disagreements(LicenseReport report) {
        return report.findings().stream()
                .filter(f -> f.pattern().equals("counterparts"))
                .toList();
    }

    @Test
    void aClauseKnowsItselfInTheOtherLanguage() {
        LicenseReport report = analyze("100万", "1,000,000");
        Map<String, Finding> byId =
                report.findings().stream().collect(Collectors.toMap(Finding::id, finding -> finding));
        List<Finding> chinese = report.findings().stream()
                .filter(f -> f.language().equals("zh"))
                .toList();
        assertThat(chinese).hasSizeGreaterThan(4).allSatisfy(finding -> {
            Finding other = byId.get(finding.counterpart().orElseThrow());
            assertThat(other.language()).isEqualTo("en");
            assertThat(other.kind()).isEqualTo(finding.kind());
            assertThat(other.counterpart()).contains(finding.id());
            assertThat(other.text().charAt(0)).isNotEqualTo(finding.text().charAt(0));
        });
        assertThat(disagreements(report)).isEmpty();
    }

    @Test
    void pairsFollowTheValuesNotOnlyTheOrder() {
        // The English half has left the first prohibition out.
        String english =
                ENGLISH.formatted("1,000,000").replace("1. You must not use the Model for military purposes.\n", "");
        LicenseReport report = ANALYZER.analyze(CHINESE.formatted("100万") + "\n" + english);
        List<Finding> prohibitions = report.findings().stream()
                .filter(f -> f.kind().equals("use.prohibited"))
                .toList();
        assertThat(prohibitions).hasSize(3);
        assertThat(prohibitions.get(0).counterpart()).isEmpty();
        assertThat(prohibitions.get(1).counterpart())
                .contains(prohibitions.get(2).id());
        assertThat(prohibitions.get(2).text()).contains("gambling");
    }

    @Test
    void versionsThatDisagreeInAValueAreForAPersonToRead() {
        LicenseReport report = analyze("100万", "10 million");
        assertThat(disagreements(report)).singleElement().satisfies(finding -> {
            assertThat(finding.kind()).isEqualTo(Finding.UNCLASSIFIED);
            assertThat(finding.effect()).isEqualTo(Effect.REVIEW);
            assertThat(finding.spans()).hasSize(2);
            assertThat(finding.text()).contains("月活跃用户").contains("monthly active users");
            assertThat(finding.reason().orElseThrow().en())
                    .contains("threshold")
                    .contains("1,000,000 in")
                    .contains("10,000,000 in");
            assertThat(finding.reason().orElseThrow().zh()).contains("门槛").contains("10,000,000");
        });
        assertThat(report.findings()).extracting(Finding::id).doesNotHaveDuplicates();
    }

    @Test
    void placesThatOneVersionLeavesOutAreADisagreement() {
        String chinese = "第一条 本许可不适用于位于欧盟和韩国的企业。\n\n第二条 您不得将本模型用于军事用途。\n\n";
        String english = "Article 1 The rights are not granted to companies that are located in South Korea.\n\n"
                + "Article 2 You must not use the Model for military purposes.\n";
        assertThat(disagreements(ANALYZER.analyze(chinese + english)))
                .singleElement()
                .satisfies(finding ->
                        assertThat(finding.reason().orElseThrow().en()).contains("European Union"));
    }

    @Test
    void theRationaleCountsAClauseOnce() {
        LicenseReport twice = analyze("100万", "1,000,000");
        LicenseReport once = ANALYZER.analyze(ENGLISH.formatted("1,000,000"));
        assertThat(twice.rationale()).isEqualTo(once.rationale());
        assertThat(twice.summary()).isEqualTo(once.summary());
    }

    @Test
    void aTextOfOneLanguageHasNoCounterparts() {
        LicenseReport report = ANALYZER.analyze(ENGLISH.formatted("1,000,000")
                + "\n6. You must not use the Model for gambling.\n\n中文译名：某模型许可。您不得将本模型用于赌博。\n");
        assertThat(report.findings()).extracting(Finding::language).contains("zh");
        assertThat(report.findings())
                .allSatisfy(f -> assertThat(f.counterpart()).isEmpty());
    }

    @Test
    void mostlyAThirdLanguageIsNotJudged() {
        for (String text : List.of(
                "본 모형은 연구 목적으로만 사용할 수 있습니다. 판매하려면 서면 동의가 필요합니다.",
                "このモデルは研究のためにのみ使うことができます。販売には書面による同意が必要です。",
                "本モデルの販売を禁止する。利用者は法令を遵守しなければならない。",
                "Das Modell darf nur zu Forschungszwecken verwendet werden. Der Verkauf bedarf der schriftlichen Zustimmung.",
                "Le modèle ne peut être utilisé qu'à des fins de recherche. La vente est soumise à un accord écrit.")) {
            LicenseReport report = ANALYZER.analyze(text);
            assertThat(report.verdict()).as(text).isEqualTo(Verdict.UNDETERMINED);
            assertThat(report.document().languages()).as(text).contains("other");
            assertThat(report.rationale().en()).contains("language");
            assertThat(report.rationale().zh()).contains("语言");
        }
    }

    @Test
    void aFewWordsOfAThirdLanguageDoNotSilenceTheRest() {
        LicenseReport report =
                ANALYZER.analyze(ENGLISH.formatted("1,000,000") + "\nDie Weitergabe an Dritte ist untersagt.\n");
        assertThat(report.verdict()).isEqualTo(Verdict.DEVIATES);
        assertThat(report.document().languages()).contains("en", "other");
    }
}

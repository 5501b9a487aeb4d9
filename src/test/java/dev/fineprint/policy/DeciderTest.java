// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class DeciderTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final Decider DECIDER = Decider.create();

    private static final String LICENCE = """
            Some Model Licence

            1. You are granted a non-exclusive right to use, copy and change the Model.

            2. If you use the Model commercially and your product has more than 100 million monthly active users, you must
            request a licence from the Licensor. You have no rights under this licence without our express authorization.

            3. You must not use the Model for military purposes.

            4. If you distribute the Model, you must give every recipient a copy of this licence. If you distribute the
            Model, you must include a "Notice" text file that says: "Built on Heron by Heron Works".
            """;

    private static Decision decide(String licence, String profile) {
        return DECIDER.decide(ANALYZER.analyze(licence), UseProfile.parse("p", profile));
    }

    private static LicenseReport report(String name, String text) {
        return ANALYZER.analyze(LicenseText.of(name, text));
    }

    @Test
    void theWholeIsAsGraveAsItsGravestClause() {
        String base = "commercial: true\ndistributes: true\n";
        assertThat(decide(LICENCE, base + "monthly-active-users: 5\ndomains: []")
                        .answer())
                .isEqualTo(Answer.ALLOWED_WITH_DUTIES);
        assertThat(decide(LICENCE, base + "monthly-active-users: 5").answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(decide(LICENCE, base + "monthly-active-users: 500000000").answer())
                .isEqualTo(Answer.NEEDS_LICENSE);
        Decision forbidden = decide(LICENCE, base + "monthly-active-users: 500000000\ndomains: [military]");
        assertThat(forbidden.answer()).isEqualTo(Answer.FORBIDDEN);
        assertThat(forbidden.clauses(Answer.FORBIDDEN))
                .extracting(ClauseDecision::kind)
                .containsExactly("use.prohibited");
        assertThat(forbidden.summary().en()).startsWith("The text forbids this use: ");
    }

    @Test
    void theSentenceBehindACapLivesUnderItsCondition() {
        Decision decision = decide(LICENCE, "commercial: true\nmonthly-active-users: 5\ndomains: []");
        assertThat(decision.clauses(Answer.NEEDS_LICENSE)).isEmpty();
        assertThat(decision.clauses())
                .filteredOn(clause -> clause.text().contains("express authorization"))
                .isNotEmpty()
                .allMatch(clause -> clause.answer() == Answer.ALLOWED);
    }

    @Test
    void aRequestBehindACapIsMadeOfThoseAboveItAlone() {
        String licence =
                "If your annual revenue exceeds USD 1,000,000, your rights under this licence end. You must request a"
                        + " licence from the Licensor.";
        assertThat(decide(licence, "{commercial: false, annual-revenue: USD 5}").answer())
                .isEqualTo(Answer.ALLOWED);
        assertThat(decide(licence, "{commercial: false, annual-revenue: USD 5000000}")
                        .answer())
                .isGreaterThanOrEqualTo(Answer.NEEDS_LICENSE);
    }

    @Test
    void theChecklistSaysWhichFileAndWhatStandsInIt() {
        Decision decision =
                decide(LICENCE, "commercial: true\nmonthly-active-users: 5\ndomains: []\ndistributes: true");
        assertThat(decision.duties())
                .filteredOn(duty -> duty.action() == Duty.Action.SHIP_FILE)
                .extracting(duty -> duty.text().en())
                .anyMatch(text -> text.contains("copy of this licence"))
                .anyMatch(text -> text.contains("Notice") && text.contains("Built on Heron by Heron Works"));
        assertThat(decision.duties())
                .allSatisfy(duty -> assertThat(duty.findings()).isNotEmpty());
        assertThat(decision.duties()).doesNotHaveDuplicates();
    }

    @Test
    void whatIsMissingIsNamedOnceInTheOrderOfTheKeys() {
        Decision decision = decide(LICENCE, "{}");
        assertThat(decision.missing()).containsExactly("monthly-active-users", "domains");
        assertThat(decision.summary().en()).contains("monthly-active-users, domains");
        assertThat(decide(LICENCE, "monthly-active-users: 500000000").missing())
                .containsExactly("commercial", "domains");
    }

    @Test
    void whatCannotBeReadIsNotAllowed() {
        assertThat(decide("", "commercial: true").answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(decide("The heron stood in the reeds until noon.", "commercial: true")
                        .answer())
                .isEqualTo(Answer.UNCLEAR);
        Decision decision = decide("", "{}");
        assertThat(decision.notes()).hasSize(1);
        assertThat(decision.summary().en()).startsWith("No licence clause could be read");
    }

    @Test
    void aLimitThatNoPatternExplainsLeavesItOpen() {
        LicenseReport report =
                ANALYZER.analyze("You must not hum while the weights are loaded. You must wear green shoes.");
        Decision decision = DECIDER.decide(report, UseProfile.parse("p", "domains: []"));
        assertThat(decision.answer()).isEqualTo(Answer.UNCLEAR);
    }

    @Test
    void tellsALimitFromARequestAndFromAnExemption() {
        assertThat(Unclassified.limits(ClauseWords.of("You must not hum near the weights.")))
                .isTrue();
        assertThat(Unclassified.limits(ClauseWords.of("The weights may be loaded on Mondays only.")))
                .isTrue();
        assertThat(Unclassified.limits(ClauseWords.of("您不得在周日加载权重。"))).isTrue();
        assertThat(Unclassified.limits(ClauseWords.of("You must wear green shoes.")))
                .isFalse();
        assertThat(Unclassified.limits(ClauseWords.of("Then section 2 will not apply to you.")))
                .isFalse();
        assertThat(Unclassified.limits(ClauseWords.of("We shall not be bound by your other terms.")))
                .isFalse();
        assertThat(Unclassified.limits(
                        ClauseWords.of("You may use the trademark solely to say where the model comes from.")))
                .isFalse();
    }

    @Test
    void aPolicyThatIsReadTogetherIsNotMissing() {
        LicenseReport licence =
                report("LICENSE", "The Heron Acceptable Use Policy forms part of these terms. You may use the Model.");
        LicenseReport policy = report("POLICY", "You must not use the Model for gambling.");
        UseProfile medical = UseProfile.parse("p", "domains: [medical]");
        UseProfile gambling = UseProfile.parse("p", "domains: [gambling]");
        assertThat(DECIDER.decide(licence, medical).answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(DECIDER.decide(List.of(licence, policy), medical).answer()).isEqualTo(Answer.ALLOWED_WITH_DUTIES);
        Decision decision = DECIDER.decide(List.of(licence, policy), gambling);
        assertThat(decision.answer()).isEqualTo(Answer.FORBIDDEN);
        assertThat(decision.documents()).hasSize(2);
        assertThat(decision.clauses(Answer.FORBIDDEN).get(0).document()).isEqualTo("POLICY");
        assertThat(decision.duties().get(0).findings().get(0)).startsWith("LICENSE#");
    }

    @Test
    void aWordThatIsNoDomainIsComparedAndSaidToBe() {
        Decision decision = decide(LICENCE, "monthly-active-users: 1\ndomains: [beekeeping]");
        assertThat(decision.notes()).hasSize(1);
        assertThat(decision.notes().get(0).en()).contains("beekeeping");
        assertThat(decide("You must not use the Model for beekeeping.", "domains: [beekeeping]")
                        .answer())
                .isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void fromTheChangeDateOnNothingIsSaidForSure() {
        String licence = "Change Date: 2027-03-01\n\nYou must not use the Model for commercial purposes.\n";
        assertThat(decide(licence, "{commercial: true, date: 2027-02-28}").answer())
                .isEqualTo(Answer.FORBIDDEN);
        Decision after = decide(licence, "{commercial: true, date: 2027-03-01}");
        assertThat(after.answer()).isEqualTo(Answer.UNCLEAR);
        assertThat(after.notes()).anyMatch(note -> note.en().contains("2027-03-01"));
        assertThat(decide(licence, "commercial: true").notes())
                .anyMatch(note -> note.en().contains("does not say the day"));
    }

    @Test
    void commercialUseOnRequestNeedsALicence() {
        String both = "You may use the Model for non-commercial purposes only. For commercial use you must obtain a"
                + " separate licence from the Licensor.";
        assertThat(decide(both, "commercial: true").answer()).isEqualTo(Answer.NEEDS_LICENSE);
        assertThat(decide(both, "commercial: false").answer()).isEqualTo(Answer.ALLOWED);
    }

    @Test
    void spansPointIntoTheText() throws IOException {
        LicenseReport report = ANALYZER.analyze(Path.of("corpus/specimens/heron-community-licence.txt"));
        Decision decision = DECIDER.decide(report, UseProfile.builder().build());
        String text = report.text().orElseThrow();
        assertThat(decision.clauses())
                .hasSameSizeAs(report.findings())
                .allSatisfy(clause -> assertThat(text.substring(
                                clause.span().start(), clause.span().end()))
                        .isSubstringOf(clause.text()));
    }

    @Test
    void noSentenceClearsAUse() {
        for (Locale locale : List.of(Locale.ROOT, Locale.CHINESE)) {
            ResourceBundle bundle = ResourceBundle.getBundle("dev.fineprint.policy.decisions", locale);
            bundle.keySet()
                    .forEach(key -> assertThat(bundle.getString(key).toLowerCase(Locale.ROOT))
                            .as(key)
                            .doesNotContain("complian", "合规"));
        }
    }

    @Test
    void bothLanguagesHaveTheSameSentencesAndPlaces() {
        ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.policy.decisions", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.policy.decisions", Locale.CHINESE);
        assertThat(chinese.keySet()).hasSizeGreaterThan(150).isEqualTo(english.keySet());
        for (String key : english.keySet()) {
            assertThat(new MessageFormat(chinese.getString(key), Locale.ROOT).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(new MessageFormat(english.getString(key), Locale.ROOT).getFormatsByArgumentIndex().length);
            assertThat(english.getString(key)).as(key).doesNotContain("'").doesNotContainPattern("\\p{IsHan}");
        }
    }

    @Test
    void aDecisionIsAboutAText() {
        assertThatThrownBy(() -> DECIDER.decide(List.of(), UseProfile.builder().build()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static final String TWO_GRANTS = """
            Some Model Licence

            1. Research and non-commercial use. The Licensor grants you a licence to use and change the Model for any research
            or non-commercial purpose.

            2. Commercial use. If you use the Model for a commercial purpose, you must register with the Licensor.

            3. If you or your affiliates generate more than US$ 1,000,000 in annual revenue, you must request a licence from
            the Licensor.
            """;

    @Test
    void aGrantForNonCommercialUseIsNoBanWhereAnotherOneIsToBeHadByRegistering() {
        String base = "{commercial: true, purpose: production, annual-revenue: USD ";
        Decision small = decide(TWO_GRANTS, base + "1000000}");
        assertThat(small.answer()).isEqualTo(Answer.ALLOWED_WITH_DUTIES);
        assertThat(small.duties()).extracting(Duty::action).contains(Duty.Action.REGISTER);
        assertThat(decide(TWO_GRANTS, base + "1000001}").answer()).isEqualTo(Answer.NEEDS_LICENSE);
        assertThat(decide(TWO_GRANTS, "{commercial: false, purpose: research, annual-revenue: USD 5}")
                        .answer())
                .isLessThanOrEqualTo(Answer.ALLOWED_WITH_DUTIES);
        assertThat(decide("You may use the Model for non-commercial purposes only.", "commercial: true")
                        .answer())
                .isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void chineseRegistrationIsADutyToo() {
        Decision decision = decide("本模型对学术研究开放，商业使用须填写问卷登记。", "{commercial: true, purpose: production}");
        assertThat(decision.answer()).isLessThanOrEqualTo(Answer.UNCLEAR);
        assertThat(decision.clauses(Answer.NEEDS_LICENSE)).isEmpty();
    }

    private static final String CHANGING = """
            Parameters

            Additional Use Grant: You may use the Program in production, unless you offer it to third parties as a service.

            Change Date: 2027-06-30

            Terms

            The Licensor grants you the right to copy, change, distribute, and make non-production use of the Program.

            If your use of the Program does not comply with these terms, you must purchase a commercial licence from the
            Licensor.
            """;

    @Test
    void anAdditionalGrantOpensWhatTheTermsKeepBack() {
        String profile = "{commercial: true, purpose: production, hosted-service: false, distributes: false, date: ";
        Decision before = decide(CHANGING, profile + "2027-06-29}");
        assertThat(before.answer()).isEqualTo(Answer.ALLOWED_WITH_DUTIES);
        assertThat(before.duties()).anyMatch(duty -> duty.text().en().contains("unless you offer it to third parties"));
        assertThat(before.notes()).anyMatch(note -> note.en().contains("2027-06-30"));
        String none = CHANGING.replace(
                "You may use the Program in production, unless you offer it to third parties as a service.", "None");
        assertThat(decide(none, profile + "2027-06-29}").answer()).isGreaterThan(Answer.UNCLEAR);
    }

    @Test
    void aBanOnPassingOnChangedModelsIsNoBanOnChangingThem() {
        String licence = "使用者不可发布与传播修改后的派生模型。";
        assertThat(decide(licence, "{modifies: true, distributes: false}").answer())
                .isLessThanOrEqualTo(Answer.ALLOWED_WITH_DUTIES);
        assertThat(decide(licence, "{modifies: true, distributes: true}").answer())
                .isEqualTo(Answer.FORBIDDEN);
    }

    @Test
    void namesOfLicensorsAreNoNoticesToShip() {
        Decision decision = decide(
                "This licence does not grant permission to use the trade names or trademarks of the Licensor, except as"
                        + " needed to reproduce the notice file.",
                "{distributes: true, modifies: true}");
        assertThat(decision.duties()).extracting(Duty::action).doesNotContain(Duty.Action.SHIP_FILE);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The bundled catalog keeps what is promised to everybody who reads reports: which kinds and domains there are, what a kind
 * means for openness, and who says so.
 */
class BundledCatalogTest {

    /** Kind; effect; criteria of the Open Source Definition; freedoms of the Open Source AI Definition; parameters. */
    private static final String KINDS = """
            use.prohibited                            ¦ restricts  ¦ 6     ¦ use           ¦ domains
            use.lawful-only                           ¦ burdens    ¦ 6     ¦ use           ¦
            use.policy-incorporated                   ¦ restricts  ¦ 6     ¦ use           ¦
            use.purpose-limited                       ¦ restricts  ¦ 6     ¦ use           ¦ purposes
            user.territory-excluded                   ¦ restricts  ¦ 5     ¦ use           ¦ territories
            user.sanctions-export                     ¦ burdens    ¦ 5     ¦ use           ¦
            user.minimum-age                          ¦ restricts  ¦ 5     ¦ use           ¦ years
            user.competitor-excluded                  ¦ restricts  ¦ 5     ¦ use           ¦
            user.eligibility                          ¦ restricts  ¦ 5     ¦ use           ¦ who
            scale.active-users                        ¦ restricts  ¦ 5, 6  ¦ use           ¦ threshold, period, consequence
            scale.revenue                             ¦ restricts  ¦ 5, 6  ¦ use           ¦ amount, currency, period
            scale.other                               ¦ restricts  ¦ 5, 6  ¦ use           ¦ metric, threshold
            commercial.prohibited                     ¦ restricts  ¦ 1, 6  ¦ use           ¦
            commercial.license-required               ¦ restricts  ¦ 1, 7  ¦ use           ¦
            commercial.fee                            ¦ restricts  ¦ 1     ¦ use           ¦
            commercial.hosting-restricted             ¦ restricts  ¦ 6     ¦ use, share    ¦
            commercial.resale-prohibited              ¦ restricts  ¦ 1     ¦ share         ¦
            output.training-restricted                ¦ restricts  ¦ 6, 9  ¦ use, modify   ¦
            output.limited                            ¦ restricts  ¦ 6, 9  ¦ use           ¦
            compete.prohibited                        ¦ restricts  ¦ 6     ¦ use           ¦
            brand.attribution-display                 ¦ burdens    ¦ 3, 10 ¦ share         ¦ text
            brand.derivative-naming                   ¦ burdens    ¦ 4     ¦ modify, share ¦ name
            notice.retain                             ¦ compatible ¦ 4     ¦               ¦
            distribution.prohibited                   ¦ restricts  ¦ 1     ¦ share         ¦
            distribution.same-terms                   ¦ compatible ¦ 3     ¦               ¦
            distribution.pass-through                 ¦ restricts  ¦ 7     ¦ share         ¦
            derivative.prohibited                     ¦ restricts  ¦ 3     ¦ modify        ¦
            derivative.reverse-engineering-prohibited ¦ restricts  ¦ 2, 6  ¦ study         ¦
            derivative.grant-back                     ¦ burdens    ¦ 3     ¦ modify        ¦
            grant.non-transferable                    ¦ restricts  ¦ 7     ¦ share         ¦
            grant.revocable                           ¦ restricts  ¦ 7     ¦ use           ¦
            grant.time-limited                        ¦ restricts  ¦ 7     ¦ use           ¦
            grant.termination-on-breach               ¦ compatible ¦       ¦               ¦
            control.terms-may-change                  ¦ burdens    ¦ 7     ¦ use           ¦
            control.remote-restriction                ¦ restricts  ¦ 5, 6  ¦ use           ¦
            control.update-required                   ¦ burdens    ¦ 3     ¦ use           ¦
            control.audit-records                     ¦ burdens    ¦ 7     ¦ use           ¦
            control.registration                      ¦ burdens    ¦ 7     ¦ use           ¦
            duty.ai-disclosure                        ¦ burdens    ¦ 6     ¦ use           ¦
            duty.safeguards                           ¦ burdens    ¦ 6     ¦ use           ¦
            duty.report                               ¦ burdens    ¦ 6     ¦ use           ¦
            legal.governing-law                       ¦ compatible ¦       ¦               ¦ law
            legal.indemnification                     ¦ burdens    ¦ 7     ¦               ¦
            legal.litigation-termination              ¦ compatible ¦       ¦               ¦
            legal.confidentiality                     ¦ restricts  ¦ 1     ¦ share         ¦
            """;

    private static final String DOMAINS = """
            illegal-activity ip-infringement violence-terrorism weapons military nuclear espionage
            critical-infrastructure child-harm human-trafficking sexual-content self-harm
            regulated-substances harassment hate discrimination exploiting-vulnerable disinformation
            impersonation fraud-deception malware-cyberattack privacy-violation surveillance-biometrics
            social-scoring automated-decision law-enforcement immigration medical professional-practice
            financial-credit political gambling national-security-public-order undisclosed-ai safety-bypass
            high-risk-other other
            """;

    /** Kind; criterion; strength; authorities; note. */
    private static final String CRITERIA = """
            brand.attribution-display                 ¦ OSD-10      ¦ ANALOGY   ¦ rejection         ¦
            brand.attribution-display                 ¦ OSD-3       ¦ ANALOGY   ¦ rejection         ¦ badgeware: a trademark that must be displayed
            brand.derivative-naming                   ¦ OSD-4       ¦ INFERENCE ¦ osd               ¦ OSD 4 lets a licence ask for a different name; this is the reverse
            commercial.fee                            ¦ OSD-1       ¦ INFERENCE ¦ osd               ¦
            commercial.hosting-restricted             ¦ OSD-6       ¦ ANALOGY   ¦ llama2, rejection ¦
            commercial.license-required               ¦ OSAID-use   ¦ DIRECT    ¦ osaid             ¦ without having to ask for permission
            commercial.license-required               ¦ OSD-7       ¦ INFERENCE ¦ osd               ¦
            commercial.prohibited                     ¦ OSD-6       ¦ DIRECT    ¦ rejection         ¦ non-commercial clauses
            commercial.resale-prohibited              ¦ OSD-1       ¦ INFERENCE ¦ osd               ¦
            compete.prohibited                        ¦ OSD-6       ¦ REVIEWER  ¦ llama2            ¦ a ban on competitive use takes a licence out of the category; no criterion's number is given
            control.registration                      ¦ OSAID-use   ¦ DIRECT    ¦ osaid             ¦ without having to ask for permission
            control.remote-restriction                ¦ OSD-5       ¦ ANALOGY   ¦ rejection         ¦ phone-home provisions
            derivative.prohibited                     ¦ OSD-3       ¦ INFERENCE ¦ osd               ¦
            derivative.reverse-engineering-prohibited ¦ OSAID-study ¦ INFERENCE ¦ osaid             ¦
            distribution.pass-through                 ¦ OSD-7       ¦ INFERENCE ¦ osd               ¦ hands the offence against OSD 6 on; plain same-terms copyleft offends nothing
            distribution.prohibited                   ¦ OSD-1       ¦ INFERENCE ¦ osd               ¦
            legal.governing-law                       ¦ none        ¦ REVIEWER  ¦ review            ¦ disfavoured but approved before; informational
            output.limited                            ¦ OSD-6       ¦ REVIEWER  ¦ review            ¦ obligations on output were called never acceptable (2025-05), without an agreed number
            output.training-restricted                ¦ OSD-6       ¦ REVIEWER  ¦ review            ¦ obligations on output were called never acceptable (2025-05), without an agreed number
            scale.active-users                        ¦ OSD-5       ¦ DIRECT    ¦ llama2            ¦ points 5 and 6 are named together, for the commercial limit on some users
            scale.active-users                        ¦ OSD-6       ¦ DIRECT    ¦ llama2            ¦
            scale.other                               ¦ OSD-5       ¦ ANALOGY   ¦ llama2            ¦
            scale.revenue                             ¦ OSD-5       ¦ ANALOGY   ¦ llama2            ¦
            use.lawful-only                           ¦ OSD-6       ¦ REVIEWER  ¦ review            ¦ a condition to comply with law was called not likely to be approved (2025-02)
            use.policy-incorporated                   ¦ OSAID-use   ¦ DIRECT    ¦ osaid             ¦
            use.policy-incorporated                   ¦ OSD-6       ¦ DIRECT    ¦ llama2, rejection ¦ llama2 names the acceptable-use policy; rejection names ethical clauses
            use.prohibited                            ¦ OSAID-use   ¦ DIRECT    ¦ osaid             ¦
            use.prohibited                            ¦ OSD-6       ¦ DIRECT    ¦ llama2, rejection ¦ llama2 names the acceptable-use policy; rejection names ethical clauses
            use.purpose-limited                       ¦ OSAID-use   ¦ DIRECT    ¦ osaid             ¦
            use.purpose-limited                       ¦ OSD-6       ¦ DIRECT    ¦ rejection         ¦ non-commercial clauses
            user.competitor-excluded                  ¦ OSD-5       ¦ INFERENCE ¦ osd               ¦
            user.eligibility                          ¦ OSD-5       ¦ INFERENCE ¦ osd               ¦
            user.minimum-age                          ¦ OSD-5       ¦ INFERENCE ¦ osd               ¦
            user.territory-excluded                   ¦ OSD-5       ¦ ANALOGY   ¦ llama3            ¦ the exclusion of people in the European Union is named, the criterion's number is not
            """;

    private static PatternCatalog catalog = TestCatalogs.small();

    @BeforeAll
    static void read() {
        catalog = PatternCatalog.bundled();
    }

    @Test
    void holds_every_kind_with_its_effect_criteria_and_parameters() {
        List<List<String>> expected = table(KINDS);
        assertThat(expected).hasSize(45);
        for (List<String> row : expected) {
            assertThat(catalog.kind(row.get(0))).as(row.get(0)).hasValueSatisfying(kind -> {
                assertThat(kind.effect().code()).as(kind.id()).isEqualTo(row.get(1));
                assertThat(kind.osd()).as(kind.id()).map(String::valueOf).isEqualTo(items(row.get(2)));
                assertThat(kind.osaid()).as(kind.id()).isEqualTo(items(row.get(3)));
                assertThat(items(row.get(4)))
                        .as(kind.id())
                        .isSubsetOf(kind.params().keySet());
            });
        }
        assertThat(catalog.kinds())
                .extracting(ClauseKind::id)
                .containsExactlyInAnyOrderElementsOf(
                        expected.stream().map(row -> row.get(0)).toList());
    }

    @Test
    void names_who_says_what_of_each_kind() {
        List<String> expected =
                table(CRITERIA).stream().map(row -> String.join(" ¦ ", row)).toList();
        assertThat(expected).hasSize(34);
        List<String> actual = catalog.kinds().stream()
                .flatMap(kind -> kind.criteria().stream()
                        .map(c -> String.join(
                                " ¦ ", kind.id(), c.criterion(), c.strength(), String.join(", ", c.by()), c.note())))
                .toList();
        assertThat(actual).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(catalog.authorities()).containsOnlyKeys("llama2", "llama3", "rejection", "osd", "osaid", "review");
    }

    @Test
    void every_kind_is_found_in_both_languages() {
        List<String> oneLanguageOnly = catalog.kinds().stream()
                .filter(kind -> kind.patterns().stream()
                                .map(ClausePattern::lang)
                                .distinct()
                                .count()
                        < 2)
                .map(ClauseKind::id)
                .toList();
        assertThat(oneLanguageOnly).isEmpty();
    }

    @Test
    void holds_every_domain() {
        List<String> expected = Arrays.asList(DOMAINS.strip().split("\\s+"));
        assertThat(expected).hasSize(37);
        assertThat(catalog.domains()).extracting(Domain::id).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void every_domain_but_the_last_resort_is_named_in_both_languages() {
        List<String> oneLanguageOnly = catalog.domains().stream()
                .filter(domain -> domain.expressions().values().stream()
                                .filter(expressions -> !expressions.isEmpty())
                                .count()
                        < 2)
                .map(Domain::id)
                .toList();
        assertThat(oneLanguageOnly).isSubsetOf("other");
    }

    @Test
    void every_value_that_is_promised_is_read() {
        // domains are read out of the domain files, all other values by a reader of their kind
        List<String> unread = catalog.kinds().stream()
                .flatMap(kind -> kind.params().keySet().stream()
                        .filter(param ->
                                !param.equals("domains") && !kind.reads().containsKey(param))
                        .map(param -> kind.id() + " " + param))
                .toList();
        assertThat(unread).isEmpty();
    }

    @Test
    void examples_are_as_many_as_a_test_of_them_may_count_on() {
        long patterns = catalog.kinds().stream()
                .flatMap(kind -> kind.patterns().stream())
                .count();
        long examples = catalog.kinds().stream()
                .flatMap(kind -> kind.patterns().stream())
                .flatMap(pattern -> Stream.concat(pattern.examples().stream(), pattern.nearMisses().stream()))
                .count();
        assertThat(patterns).isGreaterThanOrEqualTo(100);
        assertThat(examples).isGreaterThanOrEqualTo(500);
    }

    private static List<List<String>> table(String text) {
        return text.lines()
                .map(line ->
                        Arrays.stream(line.split("¦", -1)).map(String::strip).toList())
                .toList();
    }

    private static List<String> items(String list) {
        return list.isEmpty() ? List.of() : Arrays.asList(list.split(", "));
    }
}

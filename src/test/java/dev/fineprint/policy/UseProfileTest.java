// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.catalog.PatternCatalog;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UseProfileTest {
    private static final String WHOLE = """
            purpose: [production, research]
            commercial: true
            monthly-active-users: 2,000,000
            daily-active-users: 300_000
            annual-revenue: {amount: 750000.50, currency: USD}
            monthly-revenue: 60,000 EUR
            exchange-rates: {EUR/USD: 1.08}
            employees: 12
            territories: [de, 中国, United Kingdom, EU]
            organisation: non-profit
            minimum-user-age: 16
            domains: [healthcare, 军事, customer-support]
            hosted-service: yes
            distributes: no
            modifies: true
            trains-other-models: false
            competes: false
            reverse-engineers: false
            sells: false
            date: 2026-11-22
            """;

    @TempDir
    private Path folder = Path.of("");

    private static Schema schema() throws IOException {
        try (InputStream in = UseProfile.class.getResourceAsStream("profile.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void readsEveryKey() {
        UseProfile profile = UseProfile.parse("profile.yaml", WHOLE);
        assertThat(profile.purposes()).contains(Set.of(Purpose.PRODUCTION, Purpose.RESEARCH));
        assertThat(profile.commercial()).contains(true);
        assertThat(profile.monthlyActiveUsers()).hasValue(2_000_000);
        assertThat(profile.dailyActiveUsers()).hasValue(300_000);
        assertThat(profile.annualRevenue()).contains(new Money(new BigDecimal("750000.50"), "USD"));
        assertThat(profile.monthlyRevenue()).contains(Money.of(60_000, "EUR"));
        assertThat(profile.exchangeRates()).containsEntry("EUR/USD", new BigDecimal("1.08"));
        assertThat(profile.employees()).hasValue(12);
        assertThat(profile.territories().orElseThrow()).containsExactly("DE", "CN", "GB", "EU");
        assertThat(profile.organisation()).contains(Organisation.NON_PROFIT);
        assertThat(profile.minimumUserAge()).hasValue(16);
        assertThat(profile.domains().orElseThrow()).containsExactly("medical", "military", "customer-support");
        assertThat(profile.hostedService()).contains(true);
        assertThat(profile.distributes()).contains(false);
        assertThat(profile.date()).contains(LocalDate.of(2026, 11, 22));
        for (String key : UseProfile.KEYS) {
            assertThat(WHOLE).contains(key + ":");
        }
    }

    @Test
    void anEmptyProfileKnowsNothingAndAnEmptyListOfDomainsSaysNone() {
        assertThat(UseProfile.parse("p", "{}")).isEqualTo(UseProfile.builder().build());
        assertThat(UseProfile.parse("p", "{}").domains()).isEmpty();
        assertThat(UseProfile.parse("p", "domains: []").domains()).contains(Set.of());
    }

    @Test
    void aFileIsReadLikeText() throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), WHOLE);
        assertThat(UseProfile.read(file)).isEqualTo(UseProfile.parse("p", WHOLE));
    }

    @Test
    void namesEveryFaultWithItsPlace() {
        assertThatThrownBy(() -> UseProfile.parse("profile.yaml", """
                        comercial: true
                        monthly-active-users: many
                        annual-revenue: 5000000
                        territories: [Atlantis]
                        domains: [millitary]
                        hosted-service: perhaps
                        organisation: club
                        date: 2026-02-31
                        exchange-rates: {EUR: 2}
                        purpose: []
                        """))
                .isInstanceOfSatisfying(ProfileException.class, e -> {
                    assertThat(e.problems()).hasSize(10).allMatch(problem -> problem.startsWith("profile.yaml:"));
                    assertThat(e.problems().get(0)).contains("profile.yaml:1:1", "did you mean commercial?");
                    assertThat(e.problems().get(1)).contains("profile.yaml:2:23", "'many' is no count");
                    assertThat(e.problems().get(4)).contains("did you mean military?");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "- a list",
                "just text",
                "commercial: true\ncommercial: false",
                "commercial: &a true\nmodifies: *a",
                "purpose: research\npurposes: testing",
                "commercial: !!bool true",
                "commercial:",
                "annual-revenue: USD -5",
                "annual-revenue: {amount: 5, currency: XXL}",
                "annual-revenue: {amount: 5}",
                "exchange-rates: {EUR/USD: 0}",
                "monthly-active-users: 99999999999999999999999",
                "minimum-user-age: 400",
                "{a: {b: {c: {d: {e: {f: {g: {h: {i: {j: {k: {l: {m: {n: {o: {p: {q: {r: {s: {t: {u: {v: 1}}}}}}}}}}}}}}}}}}}}}}"
            })
    void refusesWhatIsNoProfile(String yaml) {
        assertThatThrownBy(() -> UseProfile.parse("p", yaml)).isInstanceOf(ProfileException.class);
    }

    @Test
    void tooLargeAFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("profile.yaml"), "# " + "x".repeat(70_000));
        assertThatThrownBy(() -> UseProfile.read(file)).isInstanceOf(IOException.class);
    }

    @Test
    void moneyIsEqualHoweverItIsWritten() {
        assertThat(UseProfile.parse("p", "annual-revenue: USD 5,000,000.00"))
                .isEqualTo(UseProfile.parse("p", "annual-revenue: 5000000 usd"));
        assertThat(Money.of(5_000_000, "USD")).hasToString("USD 5000000");
        assertThat(new Money(new BigDecimal("1000.50"), "EUR")).hasToString("EUR 1000.5");
    }

    @Test
    void whatIsSetTwiceIsRefused() {
        UseProfile.Builder builder = UseProfile.builder().commercial(true).exchangeRate("EUR", "USD", BigDecimal.ONE);
        assertThatThrownBy(() -> builder.commercial(true))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("commercial is set already, to true");
        assertThatThrownBy(() -> builder.exchangeRate("EUR", "USD", BigDecimal.TEN))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> builder.monthlyActiveUsers(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.purposes(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.territories(List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theOtherProfilePrevails() {
        UseProfile base = UseProfile.parse("p", "{commercial: true, employees: 5, exchange-rates: {EUR/USD: 1}}");
        UseProfile other = UseProfile.parse("p", "{commercial: false, sells: true, exchange-rates: {EUR/USD: 2}}");
        assertThat(base.overriddenBy(other))
                .isEqualTo(UseProfile.parse(
                        "p", "{commercial: false, employees: 5, sells: true, exchange-rates: {EUR/USD: 2}}"));
        assertThat(base.overriddenBy(UseProfile.builder().build())).isEqualTo(base);
    }

    @Test
    void theSchemaKnowsTheKeys() throws IOException {
        JsonNode schema;
        try (InputStream in = UseProfile.class.getResourceAsStream("profile.schema.json")) {
            schema = new ObjectMapper().readTree(in);
        }
        assertThat(schema.get("properties").fieldNames()).toIterable().containsExactlyElementsOf(UseProfile.KEYS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"purpose\": \"research\", \"domains\": [], \"territories\": \"EU\"}",
                "{\"annual-revenue\": \"USD 5,000,000\", \"exchange-rates\": {\"EUR/USD\": 1.08}}",
                "{\"annual-revenue\": {\"amount\": 5, \"currency\": \"CNY\"}, \"date\": \"2026-11-22\"}"
            })
    void theSchemaAndTheReaderTakeTheSame(String json) throws IOException {
        assertThat(schema().validate(new ObjectMapper().readTree(json))).isEmpty();
        assertThat(UseProfile.parse("p", json)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"comercial\": true}",
                "{\"commercial\": \"perhaps\"}",
                "{\"monthly-active-users\": -5}",
                "{\"annual-revenue\": \"a lot\"}",
                "{\"organisation\": \"club\"}",
                "{\"purpose\": []}"
            })
    void theSchemaAndTheReaderRefuseTheSame(String json) throws IOException {
        assertThat(schema().validate(new ObjectMapper().readTree(json))).isNotEmpty();
        assertThatThrownBy(() -> UseProfile.parse("p", json)).isInstanceOf(ProfileException.class);
    }

    @Test
    void theDomainsAreThoseOfTheCatalog() {
        assertThat(Domains.known())
                .containsExactlyInAnyOrderElementsOf(PatternCatalog.bundled().domains().stream()
                        .map(domain -> domain.id())
                        .toList());
        assertThat(Domains.ids("Facial Recognition")).containsExactly("surveillance-biometrics");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.policy.UseProfile;
import dev.fineprint.report.DecisionFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecideCommandTest {
    private static final String ENGLISH = "corpus/specimens/heron-community-licence.txt";
    private static final String CHINESE = "corpus/specimens/heron-community-licence.zh.txt";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private static JsonNode json(CommandRun run) throws IOException {
        return JSON.readTree(run.out());
    }

    private static Schema schema(Class<?> place, String name) throws IOException {
        try (InputStream in = place.getResourceAsStream(name)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void decidesFromAFileAndFromOptionsWhichPrevail() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), "domains: [military]\ncommercial: true\n");
        CommandRun file = CommandRun.of("decide", "--format", "json", "--profile", profile.toString(), ENGLISH);
        assertThat(json(file).get("answer").textValue()).isEqualTo("FORBIDDEN");
        CommandRun option =
                CommandRun.of("decide", "--format", "json", "--profile", profile.toString(), "--domains=", ENGLISH);
        assertThat(json(option).at("/profile/domains").isEmpty()).isTrue();
        assertThat(json(option).at("/profile/commercial").booleanValue()).isTrue();
        assertThat(json(option).get("answer").textValue()).isEqualTo("UNCLEAR");
    }

    @Test
    void sarifFollowsTheOfficialSchemaInBothLanguages() throws IOException {
        Schema sarif;
        try (InputStream in = DecideCommandTest.class.getResourceAsStream("/schemas/sarif-2.1.0-rtm.5.json")) {
            sarif = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Objects.requireNonNull(in));
        }
        for (String lang : List.of("en", "zh")) {
            JsonNode written = json(CommandRun.of(
                    "decide", "--lang", lang, "-f", "sarif", "--territories", "DE", "--domains=", ENGLISH, CHINESE));
            assertThat(sarif.validate(written)).isEmpty();
            assertThat(written.at("/runs/0/artifacts")).hasSize(2);
            assertThat(written.findValuesAsText("ruleId"))
                    .contains(
                            "decision.whole", "decision.user.territory-excluded", "decision.brand.attribution-display");
        }
        JsonNode english = json(CommandRun.of("decide", "-f", "sarif", "--territories", "DE", ENGLISH));
        JsonNode whole = english.at("/runs/0/results/0");
        assertThat(whole.get("ruleId").textValue()).isEqualTo("decision.whole");
        assertThat(whole.get("level").textValue()).isEqualTo("error");
        assertThat(whole.at("/message/text").textValue())
                .startsWith("FORBIDDEN: ")
                .contains("To do: ");
        for (JsonNode result : english.at("/runs/0/results")) {
            if (result.get("ruleId").textValue().equals("decision.user.territory-excluded")) {
                assertThat(result.at("/locations/0/physicalLocation/region/startLine")
                                .intValue())
                        .isEqualTo(13);
                assertThat(result.at("/properties/answer").textValue()).isEqualTo("FORBIDDEN");
            }
            assertThat(result.at("/properties/answer").textValue()).isNotEqualTo("ALLOWED");
        }
        assertThat(CommandRun.of("decide", "-f", "sarif", "--out", folder.toString(), ENGLISH)
                        .status())
                .isZero();
        assertThat(folder.resolve("heron-community-licence.sarif")).exists();
    }

    @Test
    void theJsonFollowsItsSchemasInBothLanguages() throws IOException {
        for (String lang : List.of("en", "zh")) {
            CommandRun run = CommandRun.of(
                    "decide",
                    "--lang",
                    lang,
                    "-f",
                    "json",
                    "--purpose",
                    "production",
                    "--commercial",
                    "yes",
                    "--monthly-active-users",
                    "250000001",
                    "--annual-revenue",
                    "USD 5000000",
                    "--territories",
                    "US,DE",
                    "--minimum-user-age",
                    "18",
                    "--domains",
                    "medical",
                    "--exchange-rate",
                    "EUR/USD=1.08",
                    "--date",
                    "2026-11-22",
                    ENGLISH,
                    CHINESE);
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            JsonNode decisions = json(run);
            assertThat(decisions).hasSize(2);
            for (JsonNode decision : decisions) {
                assertThat(schema(DecisionFormats.class, "decision.schema.json").validate(decision))
                        .isEmpty();
                assertThat(schema(UseProfile.class, "profile.schema.json").validate(decision.get("profile")))
                        .isEmpty();
                assertThat(decision.get("language").textValue()).isEqualTo(lang);
                assertThat(decision.get("disclaimer").textValue()).isNotEmpty();
            }
            assertThat(decisions.get(0).get("answer").textValue()).isEqualTo("FORBIDDEN");
        }
    }

    @Test
    void aDeadlineAndALimitNameTheTextAndGoOn() throws IOException {
        Path small = Files.writeString(folder.resolve("small.txt"), "You must not use the Model for gambling.\n");
        CommandRun large = CommandRun.of("decide", "--max-bytes", "1K", "-f", "json", ENGLISH, small.toString());
        assertThat(large.status()).isEqualTo(2);
        assertThat(large.err()).contains(ENGLISH, "limit of 1024 bytes").hasLineCount(1);
        assertThat(json(large)).hasSize(1);
        CommandRun late = CommandRun.of("decide", "--deadline", "0", ENGLISH, small.toString());
        assertThat(late.status()).isEqualTo(2);
        assertThat(late.err())
                .contains(ENGLISH, "small.txt", "not analysed within 0 s")
                .hasLineCount(2);
        assertThat(CommandRun.of("decide", "--deadline", "1m", "--max-bytes", "1M", ENGLISH)
                        .status())
                .isZero();
    }

    @Test
    void theSchemaRefusesWhatIsNoDecision() throws IOException {
        assertThat(schema(DecisionFormats.class, "decision.schema.json")
                        .validate(JSON.readTree("{\"schema\": \"urn:fineprint:decision:1\"}")))
                .isNotEmpty();
    }

    @Test
    void theProfileInTheReportIsAProfile() throws IOException {
        CommandRun run = CommandRun.of(
                "decide", "-f", "json", "--annual-revenue", "1000.50 EUR", "--organisation", "company", ENGLISH);
        UseProfile again = UseProfile.parse("report", json(run).get("profile").toString());
        assertThat(again).isEqualTo(UseProfile.parse("p", "{annual-revenue: EUR 1000.50, organisation: company}"));
    }

    @Test
    void theStatusFollowsTheGravestAnswer() {
        assertThat(CommandRun.of("decide", ENGLISH).status()).isZero();
        assertThat(CommandRun.of("decide", "--fail-on", "unclear", ENGLISH).status())
                .isEqualTo(1);
        assertThat(CommandRun.of("decide", "--fail-on", "needs-license", ENGLISH)
                        .status())
                .isZero();
        assertThat(CommandRun.of("decide", "--fail-on", "needs-license", "--monthly-active-users", "900000000", ENGLISH)
                        .status())
                .isEqualTo(1);
        assertThat(CommandRun.of("decide", "--fail-on", "forbidden", "--monthly-active-users", "900000000", ENGLISH)
                        .status())
                .isZero();
        assertThat(CommandRun.of("decide", "--fail-on", "forbidden", "--domains", "gambling", ENGLISH)
                        .status())
                .isEqualTo(1);
    }

    @Test
    void peopleReadTheAnswerFirstThenTheChecklistThenTheClauses() {
        String text = CommandRun.of("decide", "--domains", "military", "--modifies", "yes", ENGLISH)
                .out();
        assertThat(text)
                .containsSubsequence(
                        "FORBIDDEN: The text forbids this use",
                        "Checklist",
                        "[ ] Begin the name of every derived model with “Heron”.",
                        "FORBIDDEN: one clause",
                        "line 28",
                        "UNCLEAR: ",
                        "ALLOWED WITH DUTIES: ",
                        "ALLOWED: ",
                        "no legal advice")
                .doesNotContainIgnoringCase("complian");
        assertThat(text.lines()).allMatch(line -> line.length() <= 100);
        String chinese = CommandRun.of("decide", "--lang", "zh", "--domains", "军事", CHINESE)
                .out();
        assertThat(chinese).containsSubsequence("禁止：文本禁止此用途", "清单", "法律意见").doesNotContain("合规");
    }

    @Test
    void markdownIsACheckableList() {
        String markdown = CommandRun.of("decide", "-f", "markdown", "--domains", "military", ENGLISH)
                .out();
        assertThat(markdown).startsWith("## Fineprint").contains("- [ ] ", "**FORBIDDEN**", "- line 28: “");
    }

    @Test
    void pagesForABrowserHoldNoMarkupOfTheTexts() throws IOException {
        Path licence = Files.writeString(
                folder.resolve("LICENSE"), "You must not use the Model for military purposes if a <5 & \"b\" > c.\n");
        CommandRun run = CommandRun.of("decide", "-f", "html", "--domains", "military", licence.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .startsWith("<!DOCTYPE html>")
                .endsWith("</html>\n")
                .containsOnlyOnce("<style>")
                .contains(
                        "default-src &#39;none&#39;",
                        "<strong>FORBIDDEN</strong>",
                        "a &lt;5 &amp; &quot;b&quot; &gt; c",
                        "no legal advice")
                .doesNotContain("<script", "<img", "http://", "https://");
        String two = CommandRun.of("decide", "-f", "html", ENGLISH, CHINESE).out();
        assertThat(two).containsOnlyOnce("<!DOCTYPE html>").contains("<hr>");
        assertThat(two.split("<ul", -1)).hasSameSizeAs(two.split("</ul>", -1));
        assertThat(CommandRun.of("scan", "--lang", "zh", "-f", "html", "corpus/releases/canglu-7b")
                        .out())
                .contains("<html lang=\"zh\">", "苍鹭是一个完全开源的大语言模型。");
    }

    @Test
    void textsThatApplyTogetherGetOneDecision() throws IOException {
        Path licence = Files.writeString(folder.resolve("LICENSE"), "You must keep to the attached Use Policy.");
        Path policy = Files.writeString(folder.resolve("POLICY.md"), "You must not use the Model for gambling.");
        CommandRun run = CommandRun.of(
                "decide", "--together", "-f", "json", "--domains", "gambling", licence.toString(), policy.toString());
        JsonNode decision = json(run);
        assertThat(decision.isObject()).isTrue();
        assertThat(decision.get("documents")).hasSize(2);
        assertThat(decision.get("answer").textValue()).isEqualTo("FORBIDDEN");
    }

    @Test
    void writesOneFileForEachText() throws IOException {
        CommandRun run = CommandRun.of("decide", "--out", folder.resolve("out").toString(), ENGLISH, CHINESE);
        assertThat(run.out()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(JSON.readTree(folder.resolve("out/heron-community-licence.json")
                                .toFile())
                        .get("schema")
                        .textValue())
                .isEqualTo("urn:fineprint:decision:1");
        assertThat(folder.resolve("out/heron-community-licence.zh.json")).exists();
    }

    @Test
    void namesWhatIsWrongWithAProfileOrAnOption() throws IOException {
        Path profile = Files.writeString(folder.resolve("profile.yaml"), "comercial: true\nmodifies: perhaps\n");
        CommandRun file = CommandRun.of("decide", "--profile", profile.toString(), ENGLISH);
        assertThat(file.status()).isEqualTo(2);
        assertThat(file.err()).contains("2 problems", "profile.yaml:1:1", "did you mean commercial?");
        CommandRun option = CommandRun.of("decide", "--territories", "Atlantis", ENGLISH);
        assertThat(option.status()).isEqualTo(2);
        assertThat(option.err()).contains("command line", "Atlantis");
        CommandRun missing =
                CommandRun.of("decide", "--profile", folder.resolve("none.yaml").toString(), ENGLISH);
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("none.yaml");
    }

    @Test
    void aTextThatCannotBeReadDoesNotTakeTheOthersWithIt() throws IOException {
        CommandRun run =
                CommandRun.of("decide", "-f", "json", folder.resolve("none").toString(), ENGLISH);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("none");
        assertThat(json(run)).hasSize(1);
    }

    @Test
    void aFormatThatThereIsNotIsWrongUsage() {
        CommandRun run = CommandRun.of("decide", "--format", "carrier-pigeon", ENGLISH);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("carrier-pigeon", "markdown");
    }
}

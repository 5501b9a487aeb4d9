// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.ClauseChange;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseDiff;
import dev.fineprint.text.LicenseText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiffWritersTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SPECIMENS = Path.of("corpus/specimens");

    private static LicenseDiff heron() throws IOException {
        return ANALYZER.compare(
                SPECIMENS.resolve("heron-community-licence.txt"), SPECIMENS.resolve("heron-community-licence-2.txt"));
    }

    private static LicenseDiff hostile(String words) {
        String clause = "You must not use the Model to operate a casino, ";
        return ANALYZER.compare(
                LicenseText.of("old | " + words, clause + words + " one\n\nAside: " + words + " gone away for good."),
                LicenseText.of("new `" + words, clause + words + " two\n\nAside."));
    }

    static String written(String format, LicenseDiff diff, Locale locale) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DiffFormats.writer(format, ReportOptions.defaults().in(locale))
                .orElseThrow()
                .write(diff, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static Schema schema() throws IOException {
        try (InputStream in = DiffWritersTest.class.getResourceAsStream("diff.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    static Iterable<String> hostileWords() {
        return SampleReports.hostileWords();
    }

    @Test
    void everyFormatHasAWriterAndNoOtherHas() {
        for (String name : DiffFormats.names()) {
            assertThat(DiffFormats.writer(name, ReportOptions.defaults())).isPresent();
        }
        assertThat(DiffFormats.writer("sarif", ReportOptions.defaults())).isEmpty();
    }

    @Test
    void jsonFollowsTheSchema() throws IOException {
        LicenseDiff chinese = ANALYZER.compare(
                SPECIMENS.resolve("heron-community-licence.zh.txt"),
                SPECIMENS.resolve("heron-community-licence-2.zh.txt"));
        LicenseDiff empty = ANALYZER.compare("", "Nothing to see.");
        for (LicenseDiff diff : List.of(heron(), chinese, empty)) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
                JsonNode json = JSON.readTree(written("json", diff, locale));
                assertThat(schema().validate(json)).isEmpty();
                assertThat(json.path("changes")).hasSize(diff.changes().size());
            }
        }
        assertThat(schema().validate(JSON.readTree("{\"schema\": \"urn:fineprint:diff:1\"}")))
                .isNotEmpty();
    }

    @Test
    void jsonHoldsValuesAsTheyWereRead() throws IOException {
        JsonNode json = JSON.readTree(written("json", heron(), Locale.ENGLISH));
        JsonNode users = null;
        for (JsonNode change : json.path("changes")) {
            if (change.path("kind").asText().equals("scale.active-users")) {
                users = change;
            }
        }
        assertThat(users).isNotNull();
        assertThat(users.path("type").asText()).isEqualTo("changed");
        assertThat(users.path("direction").asText()).isEqualTo("stricter");
        assertThat(users.at("/values/0/before").longValue()).isEqualTo(250_000_000L);
        assertThat(users.at("/values/0/after").longValue()).isEqualTo(100_000_000L);
        assertThat(users.at("/words/0/removed").asText()).isEqualTo("250");
        String text = users.at("/after/text").asText();
        JsonNode word = users.at("/words/0");
        assertThat(text.substring(
                        word.path("afterStart").intValue(),
                        word.path("afterEnd").intValue()))
                .isEqualTo(word.path("inserted").asText())
                .isEqualTo("100");
    }

    @Test
    void textTellsTheMeaningBeforeTheWords() throws IOException {
        String text = written("text", heron(), Locale.ENGLISH);
        assertThat(text)
                .containsSubsequence(
                        "compared with",
                        "- Outputs may now train other models",
                        "VANISHED  ",
                        "CHANGED  ",
                        "Limit by active users  scale.active-users  RESTRICTS",
                        "[-250-] {+100+}",
                        "MOVED  ",
                        "the same in both texts",
                        "no legal advice",
                        "Clauses: ");
        assertThat(text.lines()).allMatch(line -> DisplayWidth.of(line) <= 100);
        String chinese = written("text", heron(), Locale.CHINESE);
        assertThat(chinese).contains("活跃用户数限制：阈值由 250,000,000 变为 100,000,000（更严）。", "法律意见");
        assertThat(chinese).doesNotContain("APPEARED", "stricter");
    }

    @Test
    void longClausesAreShortenedBetweenTheirChangesInText() throws IOException {
        String filler = "and the things that belong to it and are named in the papers that came with it ".repeat(4);
        LicenseDiff diff = ANALYZER.compare(
                "You must not use the Model " + filler + "to operate a casino or 7 lotteries.",
                "You must not use the Model " + filler + "to operate a casino or 9 lotteries.");
        String text = written("text", diff, Locale.ENGLISH).replaceAll("\\s+", " ");
        assertThat(text).contains("…", "[-7-] {+9+} lotteries.").doesNotContain(filler.strip());
    }

    @Test
    void markdownIsATableWithTheWordsFoldedAway() throws IOException {
        String markdown = written("markdown", heron(), Locale.ENGLISH);
        assertThat(markdown)
                .startsWith("### Fineprint: ")
                .contains(
                        "| changed | RESTRICTS | Limit by active users |",
                        "<details><summary>",
                        "<del>250</del> <ins>100</ins>",
                        "</details>");
        List<String> rows =
                markdown.lines().filter(line -> line.startsWith("| ")).toList();
        assertThat(rows)
                .hasSize(1
                        + (int) heron().changes().stream()
                                .filter(change -> change.type() != ClauseChange.Type.UNCHANGED)
                                .count());
    }

    @Test
    void htmlShowsBothVersionsInOneLine() throws IOException {
        Document page = Jsoup.parse(written("html", heron(), Locale.ENGLISH));
        assertThat(page.child(0).attr("lang")).isEqualTo("en");
        assertThat(page.title()).contains("heron-community-licence.txt compared with heron-community-licence-2.txt");
        assertThat(page.select(".meanings li").eachText())
                .contains("Limit by active users: threshold 250,000,000 -> 100,000,000 (stricter).");
        assertThat(page.select("#changed .kind").select("del").eachText()).contains("250");
        assertThat(page.select("#changed .kind").select("ins").eachText()).contains("100");
        assertThat(page.select(".tally li")).hasSize(ClauseChange.Type.values().length);
        assertThat(page.select("section.kind")).hasSize((int) heron().changes().stream()
                .filter(change -> change.type() != ClauseChange.Type.UNCHANGED)
                .count());
        assertThat(page.select(".unchanged li")).hasSameSizeAs(heron().changes(ClauseChange.Type.UNCHANGED));
        assertThat(page.select(".disclaimer").text()).contains("no legal advice");
        assertThat(page.select("[id]").eachAttr("id")).doesNotHaveDuplicates();
        assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
                .contains("default-src 'none'");
        Document chinese = Jsoup.parse(written("html", heron(), Locale.CHINESE));
        assertThat(chinese.child(0).attr("lang")).isEqualTo("zh-Hans");
        assertThat(chinese.select(".meanings").text()).contains("阈值由 250,000,000 变为 100,000,000（更严）");
        assertThat(Jsoup.parse(written("html", ANALYZER.compare("", ""), Locale.ENGLISH))
                        .select("section.group"))
                .isEmpty();
    }

    @Test
    void wordsKeepTheBlanksThatStandBetweenThem() throws IOException {
        LicenseDiff english = ANALYZER.compare(
                "You must not use the Model in the European Union, or operate a casino with it.",
                "You must not use the Model in the European Union and Japan, or operate a casino with it.");
        assertThat(written("text", english, Locale.ENGLISH).replaceAll("\\s+", " "))
                .contains("European Union {+and Japan+}, or operate");
        assertThat(Jsoup.parse(written("html", english, Locale.ENGLISH)).text())
                .contains("European Union and Japan, or operate");
        LicenseDiff chinese = ANALYZER.compare("使用模型的自然人须年满十八周岁。", "使用模型的自然人须年满十六周岁。");
        assertThat(written("markdown", chinese, Locale.CHINESE)).contains("年满十<del>八</del><ins>六</ins>周岁。");
    }

    @Test
    void markdownFitsIntoAComment() throws IOException {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 1500; i++) {
            many.append("You must not use the Model to operate casino number ")
                    .append(i)
                    .append(".\n");
        }
        String markdown = written("markdown", ANALYZER.compare("", many.toString()), Locale.ENGLISH);
        assertThat(markdown.length()).isLessThan(65_536);
        assertThat(markdown).contains("more, in the full report", "</details>");
    }

    @ParameterizedTest
    @MethodSource("hostileWords")
    void nothingActsInAnyFormat(String words) throws IOException {
        LicenseDiff diff = hostile(words);
        for (String format : DiffFormats.names()) {
            String written = written(format, diff, Locale.ENGLISH);
            if (format.equals("html")) {
                Document page = Jsoup.parse(written);
                assertThat(page.select("script, img, iframe, object, form, [onclick], [onerror]"))
                        .hasSize(1);
                written = page.text();
            }
            assertThat(written.codePoints()
                            .filter(c -> c != '\n' && SafeText.acts(c))
                            .mapToObj(Integer::toHexString))
                    .as(format)
                    .isEmpty();
        }
        assertThat(written("markdown", diff, Locale.ENGLISH).replaceAll("</?(details|summary|sub|del|ins)>", ""))
                .doesNotContain("<");
        JsonNode json = JSON.readTree(written("json", diff, Locale.ENGLISH));
        assertThat(schema().validate(json)).isEmpty();
    }
}

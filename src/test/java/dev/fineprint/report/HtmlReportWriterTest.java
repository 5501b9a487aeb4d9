// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportWriterTest {
    private static final ReportOptions CHINESE = ReportOptions.defaults().in(Locale.CHINESE);

    @Test
    void tellsTheVerdictTheValuesAndWhoSaysSo() {
        Document page = page(SampleReports.english());
        assertThat(page.child(0).attr("lang")).isEqualTo("en");
        assertThat(page.title()).isEqualTo("Fineprint: heron/LICENSE.txt");
        assertThat(page.selectFirst("h1").text()).contains("LICENSE.txt");
        assertThat(page.selectFirst(".verdict").text()).isEqualTo("DEVIATES");
        assertThat(page.selectFirst(".figures .value").text()).isEqualTo("700 million");
        assertThat(page.select(".tally .count").eachText()).containsExactly("2", "0", "1", "1");
        assertThat(page.select(".disclaimer").text()).contains("no legal advice");
        assertThat(page.select(".kind .sources a").eachAttr("href")).contains("https://opensource.org/osd");
    }

    @Test
    void speaksChinese() {
        Document page = Jsoup.parse(SampleReports.written("html", CHINESE, SampleReports.english()));
        assertThat(page.child(0).attr("lang")).isEqualTo("zh-Hans");
        assertThat(page.selectFirst(".verdict").text()).isEqualTo("有偏离");
        assertThat(page.selectFirst(".figures .value").text()).isEqualTo("7亿");
        assertThat(page.selectFirst(".text").attr("lang")).isEqualTo("en");
    }

    @Test
    void thePictureSetsKindsAgainstCriteria() {
        Document page = page(SampleReports.english());
        assertThat(page.select(".matrix .criterion abbr").eachText())
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "U", "St", "M", "Sh");
        Element row = page.selectFirst(".matrix tbody tr");
        assertThat(row.selectFirst("th").text()).isEqualTo("Title of use.prohibited");
        List<Element> cells = row.select("td");
        for (int i = 0; i < cells.size(); i++) {
            assertThat(cells.get(i).select(".shape.restricts"))
                    .as("column %s", i + 1)
                    .hasSize(i == 5 || i == 10 ? 1 : 0);
        }
        assertThat(page.select(".matrix tfoot td").eachText()).element(5).isEqualTo("2");
    }

    @Test
    void theTextStandsAsItWasWritten() {
        for (LicenseReport report : List.of(SampleReports.english(), SampleReports.chinese(), overlapping())) {
            assertThat(text(page(report)))
                    .isEqualTo(SafeText.visible(report.text().orElseThrow()));
        }
    }

    @Test
    void theMarksOfAFindingHoldItsWordsHoweverFindingsOverlap() {
        for (LicenseReport report : List.of(SampleReports.english(), SampleReports.chinese(), overlapping())) {
            Document page = page(report);
            for (int i = 0; i < report.findings().size(); i++) {
                Finding finding = report.findings().get(i);
                assertThat(marked(page, i + 1)).as(finding.id()).isEqualTo(finding.text());
                assertThat(page.getElementById(finding.id()).hasClass("flag"))
                        .as("%s is where a link to it leads", finding.id())
                        .isTrue();
            }
        }
    }

    @Test
    void theGravestOfOverlappingFindingsShows() {
        Document page = page(overlapping());
        assertThat(page.select("mark").eachAttr("class"))
                .extracting(style -> style.split(" ")[0])
                .containsExactly("compatible", "restricts", "restricts", "restricts", "burdens");
    }

    @Test
    void aTextOfManyLinesIsCutBetweenLines() {
        String text = ("A line that says nothing in particular.\n").repeat(3_000);
        LicenseReport report = new SampleReports.Builder("long.txt", text + "The end", List.of("en"))
                .finding("notice.keep", Effect.COMPATIBLE, "The end", "en", Map.of())
                .build(Verdict.NO_DEVIATION_FOUND);
        Document page = page(report);
        assertThat(page.select(".text.long .block")).hasSizeGreaterThan(20);
        assertThat(text(page)).isEqualTo(SafeText.visible(report.text().orElseThrow()));
        assertThat(page.select(".block").stream().limit(5))
                .allMatch(block -> block.wholeText().endsWith(".\n"));
    }

    static Iterable<String> hostile() {
        return SampleReports.hostileWords();
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void nothingOfALicenceActs(String words) {
        String html = SampleReports.written("html", SampleReports.hostile(words));
        assertThat(html.codePoints().filter(c -> c != '\n' && c != '\t' && SafeText.acts(c)))
                .isEmpty();
        assertThat(html).contains("</body>");
        Document page = Jsoup.parse(html);
        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("img, textarea, iframe, object, embed, link, base"))
                .isEmpty();
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes().asList())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style")
                                || attribute.getValue().startsWith("javascript:")));
        assertThat(marked(page, 1)).isEqualTo(SafeText.visible(words));
    }

    @Test
    void anAddressThatIsNoneIsNotLinked() {
        assertThat(page(SampleReports.english()).select("a"))
                .extracting(link -> link.attr("href"))
                .allMatch(address -> address.startsWith("#") || address.startsWith("https://"));
    }

    @Test
    void theBrowserMayRunOurScriptAlone() throws Exception {
        Document page = page(SampleReports.english());
        String policy =
                page.selectFirst("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy).startsWith("default-src 'none'; ").doesNotContain("unsafe");
        for (String element : List.of("script", "style")) {
            String content = page.selectFirst(element).data();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(content.getBytes(StandardCharsets.UTF_8));
            assertThat(policy)
                    .contains(element + "-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
            assertThat(content).doesNotContain("</", "<!--", "http:", "https:", "@import", "url(");
        }
    }

    @Test
    void everyLinkLeadsSomewhereAndEveryIdIsThereOnce() {
        for (String html : List.of(
                SampleReports.written("html", SampleReports.english()),
                SampleReports.written("html", overlapping()),
                SampleReports.writtenAll("html", SampleReports.english(), SampleReports.chinese(), overlapping()))) {
            Document page = Jsoup.parse(html);
            List<String> ids = page.select("[id]").eachAttr("id");
            assertThat(ids).doesNotHaveDuplicates();
            assertThat(page.select("a[href^=#]").eachAttr("href"))
                    .isNotEmpty()
                    .allMatch(address -> ids.contains(address.substring(1)));
            assertThat(page.select("[data-kind]").eachAttr("data-kind")).allMatch(ids::contains);
        }
    }

    @Test
    void severalReportsAreOnePageWithATable() {
        Document page = Jsoup.parse(SampleReports.writtenAll(
                "html", SampleReports.english(), SampleReports.chinese(), SampleReports.empty()));
        assertThat(page.select("article.report")).hasSize(3);
        assertThat(page.select(".reports tbody tr .document").eachText())
                .containsExactly("heron/LICENSE.txt", "苍鹭/许可 协议.txt", "empty.txt");
        assertThat(page.select(".reports tbody tr .document a").eachAttr("href"))
                .containsExactly("#t1-report", "#t2-report", "#t3-report");
        assertThat(page.select(".reports tbody tr").eachAttr("data-restricts")).containsExactly("2", "1", "0");
        assertThat(page.select(".reports tbody tr").eachAttr("data-verdict")).containsExactly("0", "0", "2");
    }

    @Test
    void noReportsAreAPageThatSaysSo() {
        assertThat(Jsoup.parse(SampleReports.writtenAll("html"))
                        .select(".index")
                        .text())
                .contains("No texts", "No text was read");
    }

    @Test
    void aReportIsWrittenBeforeTheNextIsAskedFor() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        List<Integer> sizes = new ArrayList<>();
        Iterator<LicenseReport> reports = new Iterator<>() {
            @Override
            public boolean hasNext() {
                return sizes.size() < 3;
            }

            @Override
            public LicenseReport next() {
                sizes.add(out.size());
                return SampleReports.english();
            }
        };
        writer().writeAll(() -> reports, out);
        assertThat(sizes.get(2) - sizes.get(1)).isGreaterThan(8_000);
    }

    @Test
    void aStreamThatFailsIsTold() {
        OutputStream broken = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No room is left");
            }
        };
        assertThatThrownBy(() -> writer().write(SampleReports.english(), broken))
                .isInstanceOf(IOException.class)
                .hasMessage("No room is left");
    }

    @Test
    void aFolderGetsATableThatLinksToItsFiles() throws IOException {
        ReportIndex index = writer().index().orElseThrow();
        index.add(SampleReports.english(), "LICENSE.html");
        index.add(SampleReports.chinese(), "javascript:许可 协议#1.html");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        index.write(out);
        Document page = Jsoup.parse(out.toString(StandardCharsets.UTF_8));
        assertThat(index.fileName()).isEqualTo("index.html");
        assertThat(page.select(".reports .document a").eachAttr("href"))
                .containsExactly("./LICENSE.html", "./javascript%3A%E8%AE%B8%E5%8F%AF%20%E5%8D%8F%E8%AE%AE%231.html");
        assertThat(page.select(".reports .identity")).isEmpty();
    }

    @Test
    void aReportWithoutItsTextAndOneOfNothingAreShown() {
        LicenseReport report = SampleReports.english();
        Document page = page(new LicenseReport(
                report.tool(),
                report.document(),
                report.verdict(),
                report.rationale(),
                report.summary(),
                report.identification(),
                report.findings(),
                report.deviations(),
                report.kinds(),
                report.freedoms(),
                report.notAssessed(),
                Optional.empty()));
        assertThat(page.select(".note")).hasSize(4);
        assertThat(page.select(".sheet").text()).contains("not part of this report");
        assertThat(page(SampleReports.empty()).select(".side").text()).contains("No clause was found");
    }

    /** Four clauses that lie inside and across one another. */
    private static LicenseReport overlapping() {
        return new SampleReports.Builder("overlap.txt", "\r\n\r\n  one two three four five\r\n", List.of("en"))
                .finding("a.a", Effect.COMPATIBLE, "one two three", "en", Map.of())
                .finding("b.b", Effect.RESTRICTS, "two three four", "en", Map.of())
                .finding("b.b", Effect.BURDENS, "three four five", "en", Map.of())
                .build(Verdict.DEVIATES);
    }

    private static ReportWriter writer() {
        return ReportFormats.standard().find("html").orElseThrow().writer(ReportOptions.defaults());
    }

    private static Document page(LicenseReport report) {
        return Jsoup.parse(SampleReports.written("html", report));
    }

    /** The words of the licence, without what the page puts between them. */
    private static String text(Document page) {
        Document copy = page.clone();
        copy.select(".flag").remove();
        StringBuilder text = new StringBuilder();
        copy.select(".block").forEach(block -> text.append(block.wholeText()));
        return text.toString();
    }

    /** The words that are marked as those of a finding. */
    private static String marked(Document page, int number) {
        StringBuilder text = new StringBuilder();
        for (Element mark : page.select("mark")) {
            if (List.of(mark.attr("data-f").split(" ")).contains(String.valueOf(number))) {
                text.append(mark.wholeText());
            }
        }
        return text.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import dev.fineprint.Finding;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;

/**
 * The pages in a real browser: what a reader does with them, and what an accessibility checker says. Pictures of them
 * are left in {@code target/screenshots}. Skipped where there is no browser.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlBrowserTest {
    private static final Path CORPUS =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus/texts");
    private static final Path PICTURES = Path.of("target/screenshots");
    private static final int WIDE = 1280;
    private static final int NARROW = 390;

    private Path folder = Path.of("");
    private final Map<String, LicenseReport> reports = new LinkedHashMap<>();
    private Browser browser;

    @BeforeAll
    void writePagesAndStart(@TempDir Path pages) throws IOException {
        folder = pages;
        assumeTrue(
                Browser.missing().isEmpty(),
                () -> "skipped: " + Browser.missing().orElse(""));
        LicenseAnalyzer analyzer = LicenseAnalyzer.create();
        String english = Files.readString(Path.of("corpus/specimens/heron-community-licence.txt"));
        String chinese = Files.readString(Path.of("corpus/specimens/heron-community-licence.zh.txt"));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("english", english);
        texts.put("chinese", chinese);
        texts.put("bilingual", chinese + "\n" + english);
        texts.put("long", (english + "\n").repeat(40));
        texts.put("free", "You may use, copy, change and pass on the Model for any purpose.\n");
        for (String name : List.of(
                "flux1-dev-nc-license-2025-06",
                "cogvlm-license",
                "llama-3.1-license",
                "bigcode-open-rail-m-v1",
                "falcon-2-11b-license",
                "aquila-license-zh")) {
            Path file = CORPUS.resolve(name + ".txt");
            if (Files.exists(file)) {
                texts.put(name, LicenseText.read(file).original());
            }
        }
        texts.forEach(
                (name, text) -> reports.put(name, analyzer.analyze(LicenseText.of("licences/" + name + ".txt", text))));
        reports.put("hostile", SampleReports.hostile(String.join("\n", SampleReports.hostileWords())));
        for (Map.Entry<String, LicenseReport> report : reports.entrySet()) {
            boolean inChinese = report.getKey().equals("chinese");
            try (OutputStream out = Files.newOutputStream(file(report.getKey()))) {
                writer(inChinese ? Locale.CHINESE : Locale.ENGLISH).write(report.getValue(), out);
            }
        }
        ReportIndex index = writer(Locale.ENGLISH).index().orElseThrow();
        reports.forEach((name, report) -> index.add(report, name + ".html"));
        try (OutputStream out = Files.newOutputStream(file("index"))) {
            index.write(out);
        }
        try (OutputStream out = Files.newOutputStream(file("several"))) {
            writer(Locale.ENGLISH)
                    .writeAll(List.of(reports.get("english"), reports.get("free"), reports.get("bilingual")), out);
        }
        browser = Browser.start();
    }

    @BeforeEach
    void asUsual() {
        browser.medium("screen", "light");
        browser.size(WIDE, 900);
    }

    /** Whatever a test did, nothing was asked of the network and the console is silent. */
    @AfterEach
    void nothingWentWrong() throws IOException {
        assertThat(browser.console()).as("console").isEmpty();
        assertThat(browser.requests()).as("requests").isEmpty();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theMarksShowTheWordsOfEveryFinding() {
        for (Map.Entry<String, LicenseReport> entry : reports.entrySet()) {
            LicenseReport report = entry.getValue();
            browser.open(file(entry.getKey()), "");
            List<String> expected = new ArrayList<>();
            for (Finding finding : report.findings()) {
                expected.add(finding.spans().stream()
                        .map(span -> words(report, span))
                        .collect(Collectors.joining()));
            }
            assertThat(browser.value("[...document.querySelectorAll('.note')].map(note =>"
                            + " [...document.querySelectorAll(`mark[data-f~=\"${note.dataset.n}\"]`)]"
                            + ".map(mark => mark.textContent).join(''))"))
                    .as(entry.getKey())
                    .isEqualTo(expected);
            assertThat(browser.text("[...document.querySelectorAll('.block')].map(block => { const copy ="
                            + " block.cloneNode(true); copy.querySelectorAll('.flag').forEach(flag => flag.remove());"
                            + " return copy.textContent; }).join('')"))
                    .as(entry.getKey())
                    .isEqualTo(SafeText.visible(report.text().orElseThrow()));
        }
    }

    @Test
    void nothingOfAHostileTextRuns() {
        browser.open(file("hostile"), "");
        assertThat(browser.number("document.scripts.length")).isEqualTo(1);
        assertThat(browser.number("document.images.length")).isZero();
        assertThat(browser.text("document.querySelector('.text').textContent"))
                .contains("<script>alert(1)</script>", "<U+202E>", "<U+001B>");
    }

    @Test
    void aDeepLinkJumpsMarksAndExplains() {
        browser.open(file("english"), "#finding-5");
        assertThat(browser.text("document.activeElement.id")).isEqualTo("finding-5");
        assertThat(inView("#finding-5")).isTrue();
        assertThat(browser.is("document.querySelector('#note-5').classList.contains('current')"))
                .isTrue();
        assertThat(browser.number("document.querySelectorAll('mark.current').length"))
                .isPositive();
        assertThat(card())
                .contains(reports.get("english").findings().get(4).effect().name());
        browser.driver().executeScript("location.hash = '#finding-6'");
        assertThat(waitFor("document.activeElement.id === 'finding-6'")).isTrue();
        assertThat(browser.number("document.querySelectorAll('.note.current').length"))
                .isEqualTo(1);
    }

    @Test
    void clickingInTheListJumpsAndClickingInTheTextMarks() {
        browser.open(file("long"), "");
        browser.driver().findElement(By.cssSelector("#note-40 .jump")).click();
        assertThat(browser.text("location.hash")).isEqualTo("#finding-40");
        assertThat(inView("#finding-40")).isTrue();
        browser.open(file("english"), "");
        browser.driver().executeScript("document.querySelector('mark').scrollIntoView({block: 'center'})");
        browser.driver().findElement(By.cssSelector("mark")).click();
        assertThat(browser.text("location.hash")).isEqualTo("#finding-1");
        assertThat(inView("#note-1")).isTrue();
    }

    @Test
    void hoveringExplains() {
        browser.open(file("english"), "");
        WebElement mark = browser.driver().findElement(By.cssSelector("mark.restricts"));
        browser.driver()
                .executeScript(
                        "arguments[0].scrollIntoView({block: 'center'});"
                                + " return new Promise(done => requestAnimationFrame(() => setTimeout(done, 50)))",
                        mark);
        assertThat(card()).isEmpty();
        new org.openqa.selenium.interactions.Actions(browser.driver())
                .moveToElement(mark)
                .perform();
        assertThat(waitFor("!document.querySelector('.card').hidden")).isTrue();
        assertThat(card()).contains("RESTRICTS", "OSD-");
        assertThat(inView(".card")).isTrue();
        browser.press(Keys.ESCAPE);
        assertThat(card()).isEmpty();
    }

    @Test
    void theListFilters() {
        browser.open(file("bilingual"), "");
        long all = shown();
        assertThat(all).isEqualTo(reports.get("bilingual").findings().size());
        browser.driver().findElement(By.cssSelector("input[value=restricts]")).click();
        long others = all - count("bilingual", "restricts");
        assertThat(shown()).isEqualTo(others).isLessThan(all);
        assertThat(browser.text("document.querySelector('output').textContent"))
                .isEqualTo(others + " of " + all + " clauses shown");
        assertThat(browser.number("document.querySelectorAll('mark.restricts:not(.off)').length"))
                .isZero();
        browser.driver().findElement(By.cssSelector("button[type=reset]")).click();
        assertThat(waitFor("document.querySelectorAll('.note:not([hidden])').length === " + all))
                .isTrue();
        select("language", "zh");
        assertThat(shown()).isPositive().isLessThan(all);
        select("criterion", "OSD-6");
        long narrowed = shown();
        assertThat(narrowed).isPositive();
        select("kind", "kind-use.prohibited");
        assertThat(shown()).isPositive().isLessThan(narrowed);
        // a link to what is filtered away shows everything again
        browser.driver().executeScript("location.hash = '#finding-" + all + "'");
        assertThat(waitFor("document.querySelectorAll('.note:not([hidden])').length === " + all))
                .isTrue();
    }

    @Test
    void theKeyboardDoesEverything() {
        browser.open(file("english"), "");
        browser.press(Keys.TAB);
        assertThat(browser.text("document.activeElement.className")).isEqualTo("skip");
        browser.press(Keys.ENTER);
        assertThat(browser.text("document.activeElement.id")).isEqualTo("main");
        tabUntil("document.activeElement.value === 'restricts'");
        browser.press(Keys.SPACE);
        assertThat(shown()).isLessThan(reports.get("english").findings().size());
        browser.press(Keys.SPACE);
        tabUntil("document.activeElement.closest('.note')");
        browser.press(Keys.ARROW_DOWN);
        assertThat(browser.text("document.activeElement.closest('.note').id")).isEqualTo("note-2");
        browser.press(Keys.ARROW_UP, Keys.ENTER);
        assertThat(waitFor("document.activeElement.id === 'finding-1'")).isTrue();
        assertThat(card()).isNotEmpty();
        assertThat(browser.text("document.activeElement.getAttribute('aria-describedby')"))
                .isEqualTo("report-card");
        browser.press(Keys.TAB);
        assertThat(browser.text("document.activeElement.id")).isEqualTo("finding-2");
        assertThat(card()).isNotEmpty();
        browser.press(Keys.ESCAPE);
        assertThat(card()).isEmpty();
        browser.press(Keys.ENTER);
        assertThat(waitFor("document.activeElement.closest('#note-2') !== null"))
                .isTrue();
        browser.driver().findElement(By.cssSelector("[data-step='1']")).sendKeys(Keys.ENTER);
        assertThat(waitFor("document.activeElement.id === 'finding-3'")).isTrue();
        assertThat(browser.text("document.querySelector('.steps .at').textContent"))
                .isEqualTo("3 of " + reports.get("english").findings().size());
    }

    @Test
    void severalReportsShowTheTableFirstAndThenOneReport() {
        browser.open(file("several"), "");
        assertThat(visible("#index")).isTrue();
        assertThat(visible("#t1-report")).isFalse();
        browser.driver().findElement(By.linkText("licences/bilingual.txt")).click();
        assertThat(visible("#index")).isFalse();
        assertThat(visible("#t3-report")).isTrue();
        assertThat(visible("#t1-report")).isFalse();
        browser.driver().findElement(By.cssSelector("#t3-note-2 .jump")).click();
        assertThat(waitFor("document.activeElement.id === 't3-finding-2'")).isTrue();
        assertThat(visible("#t3-report")).isTrue();
        browser.driver().executeScript("document.querySelector('#t3-report .back a').click()");
        assertThat(visible("#index")).isTrue();
        browser.open(file("several"), "#t1-finding-3");
        assertThat(browser.text("document.activeElement.id")).isEqualTo("t1-finding-3");
        assertThat(inView("#t1-finding-3")).isTrue();
    }

    @Test
    void theTableSorts() {
        browser.open(file("index"), "");
        List<String> names = reports.values().stream()
                .map(report -> report.document().name())
                .toList();
        assertThat(documents()).isEqualTo(names);
        WebElement button = browser.driver().findElement(By.cssSelector("[data-column=restricts]"));
        button.sendKeys(Keys.ENTER);
        assertThat(browser.text("document.querySelector('th:has([data-column=restricts])').ariaSort"))
                .isEqualTo("descending");
        assertThat(browser.value("[...document.querySelectorAll('tbody tr')].map(row => +row.dataset.restricts)"))
                .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.list(Long.class))
                .isSortedAccordingTo((a, b) -> Long.compare(b, a))
                .hasSize(reports.size());
        button.sendKeys(Keys.SPACE);
        assertThat(browser.text("document.querySelector('th:has([data-column=restricts])').ariaSort"))
                .isEqualTo("ascending");
        browser.driver().findElement(By.cssSelector("[data-column=document]")).click();
        assertThat(documents())
                .isEqualTo(names.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList());
        browser.driver().findElement(By.linkText("licences/english.txt")).click();
        assertThat(browser.text("document.querySelector('h1').textContent")).isEqualTo("licences/english.txt");
    }

    @Test
    void nothingMovesWhileAPageOpens() {
        List<String> pages = new ArrayList<>(List.of("bilingual", "long", "hostile"));
        reports.keySet().stream().filter(name -> name.contains("-")).limit(1).forEach(pages::add);
        for (String name : pages) {
            for (int width : new int[] {WIDE, NARROW}) {
                browser.size(width, 900);
                for (String place : List.of("", "#finding-1")) {
                    browser.open(file(name), place);
                    assertThat(browser.driver()
                                    .executeScript("return new Promise(done => setTimeout(() => { const seen = [];"
                                            + " const watch = new PerformanceObserver(list =>"
                                            + " seen.push(...list.getEntries())); watch.observe({type: 'layout-shift',"
                                            + " buffered: true}); setTimeout(() => done(seen.filter(one => one.value > 1e-4)"
                                            + ".map(one => one.value + JSON.stringify(one.sources.map(source =>"
                                            + " String(source.node && source.node.className))))), 30); }, 60))"))
                            .as("%s%s at %s", name, place, width)
                            .isEqualTo(List.of());
                }
            }
        }
    }

    @Test
    void nothingIsWiderThanTheWindow() {
        for (int width : new int[] {WIDE, NARROW}) {
            browser.size(width, 900);
            List<String> pages = new ArrayList<>(reports.keySet());
            pages.addAll(List.of("index", "several"));
            for (String name : pages) {
                browser.open(file(name), "");
                assertThat(browser.number("document.documentElement.scrollWidth"))
                        .as("%s at %s", name, width)
                        .isLessThanOrEqualTo(width);
                assertThat(browser.value("[...document.body.querySelectorAll('*')].filter(one => { const box ="
                                + " one.getBoundingClientRect(); return box.width > 1 && box.right > innerWidth + 1; })"
                                + ".map(one => one.outerHTML.slice(0, 200))"))
                        .as("%s at %s", name, width)
                        .isEqualTo(List.of());
            }
        }
    }

    @Test
    void theAccessibilityCheckerFindsNothing() {
        for (String scheme : List.of("light", "dark")) {
            browser.medium("screen", scheme);
            for (String name : List.of("chinese", "index")) {
                browser.open(file(name), "");
                assertThat(violations()).as("%s, %s", name, scheme).isEmpty();
            }
            browser.size(NARROW, 844);
            browser.open(file("english"), "#finding-2"); // with the card and the marks of the current clause
            assertThat(violations()).as("english, narrow, %s", scheme).isEmpty();
            browser.size(WIDE, 900);
        }
        browser.open(file("bilingual"), "");
        assertThat(violations()).as("bilingual").isEmpty();
        browser.open(file("several"), "");
        assertThat(violations()).as("several").isEmpty();
    }

    @Test
    void picturesAreTaken() throws IOException {
        List<String> pages = new ArrayList<>(List.of("bilingual", "chinese", "index"));
        reports.keySet().stream().filter(name -> name.contains("-")).limit(1).forEach(pages::add);
        for (String name : pages) {
            for (int width : new int[] {WIDE, NARROW}) {
                browser.size(width, 900);
                browser.medium("screen", "light");
                browser.open(file(name), "");
                picture(name + "-" + width + "-light", true);
                browser.medium("screen", "dark");
                picture(name + "-" + width + "-dark", true);
            }
            browser.size(794, 1123);
            browser.medium("print", "light");
            picture(name + "-print", true);
        }
        browser.medium("screen", "light");
        for (int width : new int[] {WIDE, NARROW}) {
            browser.size(width, 844);
            for (String name : List.of("bilingual", "hostile")) {
                browser.open(file(name), "#finding-1");
                picture(name + "-" + width + "-finding", false);
            }
        }
    }

    /** Of the whole page, down to a point, or of what the window shows. */
    private void picture(String name, boolean whole) throws IOException {
        Path file = PICTURES.resolve(name + ".png");
        Files.deleteIfExists(file);
        if (whole) {
            browser.picture(file, 6_000);
        } else {
            browser.window(file);
        }
        assertThat(file).isNotEmptyFile();
    }

    private static String words(LicenseReport report, Span span) {
        return SafeText.visible(report.text().orElseThrow(), span.start(), span.end());
    }

    private static ReportWriter writer(Locale locale) {
        return ReportFormats.standard()
                .find("html")
                .orElseThrow()
                .writer(ReportOptions.defaults().in(locale));
    }

    private Path file(String name) {
        return folder.resolve(name + ".html");
    }

    private void select(String name, String value) {
        browser.driver()
                .findElement(By.cssSelector("[name=" + name + "] option[value='" + value + "']"))
                .click();
    }

    private long shown() {
        return browser.number("document.querySelectorAll('.note:not([hidden])').length");
    }

    private long count(String name, String effect) {
        return reports.get(name).findings().stream()
                .filter(finding -> finding.effect().code().equals(effect))
                .count();
    }

    private String card() {
        return browser.text("(card => card.hidden ? '' : card.innerText)(document.querySelector('.card'))");
    }

    private boolean visible(String selector) {
        return browser.is("document.querySelector(arguments[0]).checkVisibility()", selector);
    }

    private boolean inView(String selector) {
        return browser.is(
                "(box => box.width > 0 && box.top >= 0 && box.bottom <= innerHeight && box.left >= 0 && box.right <="
                        + " innerWidth)(document.querySelector(arguments[0]).getBoundingClientRect())",
                selector);
    }

    private boolean waitFor(String expression) {
        return Boolean.TRUE.equals(browser.driver()
                .executeScript("return new Promise(done => { const end = Date.now() + 2000; (function look() { if ("
                        + expression
                        + ") done(true); else if (Date.now() > end) done(false); else setTimeout(look, 10);"
                        + " })(); })"));
    }

    private void tabUntil(String expression) {
        for (int i = 0; i < 60; i++) {
            if (browser.is("Boolean(" + expression + ")")) {
                return;
            }
            browser.press(Keys.TAB);
        }
        throw new AssertionError("60 times the tab key, and never: " + expression);
    }

    @SuppressWarnings("unchecked")
    private List<String> documents() {
        return (List<String>)
                browser.value("[...document.querySelectorAll('tbody .document')].map(one => one.textContent)");
    }

    private List<String> violations() {
        AxeBuilder checker = new AxeBuilder();
        checker.setOptions("{\"resultTypes\": [\"violations\"]}"); // of the rest one each: much less to hand over
        Results results = checker.analyze(browser.driver());
        assertThat(results.getPasses()).isNotEmpty();
        return results.getViolations().stream().map(HtmlBrowserTest::described).toList();
    }

    private static String described(Rule rule) {
        return rule.getId() + ": " + rule.getHelp()
                + rule.getNodes().stream()
                        .limit(5)
                        .map(node ->
                                "\n  " + node.getTarget() + " " + node.getHtml() + "\n    " + node.getFailureSummary())
                        .collect(Collectors.joining());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Segments the specimens in {@code segmentation/*.txt} and compares. Each file holds cases:
 *
 * <pre>
 * === what the case shows
 * the text
 * ---
 * the clauses, one a line: TYPE, the clauses that govern it, "+" for a continuation, "|", its words with line ends as blanks
 * </pre>
 *
 * TYPE is S (sentence), I (item), H (heading); the governing clauses are line numbers below {@code ---}, counted from 0.
 */
class SegmenterTest {
    private static final Segmenter SEGMENTER = Segmenter.create();

    @TestFactory
    Stream<DynamicTest> specimens() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        Path folder = Path.of("src/test/resources/segmentation");
        try (Stream<Path> files = Files.list(folder)) {
            files.sorted().forEach(file -> tests.addAll(cases(file)));
        }
        assertThat(tests).hasSizeGreaterThan(60);
        return tests.stream();
    }

    private static List<DynamicTest> cases(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<DynamicTest> tests = new ArrayList<>();
        int i = 0;
        while (i < lines.size()) {
            assertThat(lines.get(i)).as("line %d of %s", i + 1, file).startsWith("=== ");
            int start = i;
            int split = i;
            while (!lines.get(split).equals("---")) {
                split++;
            }
            int end = split;
            while (end < lines.size() && !lines.get(end).startsWith("=== ")) {
                end++;
            }
            String text = String.join("\n", lines.subList(start + 1, split)).replace("\\t", "\t");
            List<String> expected = lines.subList(split + 1, end).stream()
                    .filter(line -> !line.isBlank())
                    .toList();
            String name = file.getFileName() + ":" + (start + 1) + " "
                    + lines.get(start).substring(4);
            tests.add(DynamicTest.dynamicTest(
                    name,
                    file.toUri(),
                    () -> assertThat(describe(text)).as(name).isEqualTo(String.join("\n", expected))));
            i = end;
        }
        return tests;
    }

    private static String describe(String text) {
        StringBuilder lines = new StringBuilder();
        for (Clause clause : SEGMENTER.segment(LicenseText.of("specimen", text)).clauses()) {
            lines.append(lines.isEmpty() ? "" : "\n")
                    .append(clause.type().name().charAt(0));
            if (!clause.leadIns().isEmpty()) {
                lines.append(' ').append(clause.leadIns().toString().replaceAll("[\\[\\] ]", ""));
            }
            lines.append(clause.continuation() ? " +" : "")
                    .append(" | ")
                    .append(text.substring(clause.start(), clause.end()).replaceAll("\\s+", " "));
        }
        return lines.toString();
    }

    @Test
    void sectionsCoverTheTextAndCarryNumbersAndHeadings() {
        String text =
                "Sample Licence\n\nSome preamble goes here.\n\n1. Definitions\n\n1.1 \"Model\" means the weights.\n\n"
                        + "1.2 \"You\" means the user.\n\n2. Use. You may use the Model.\n\nArticle IV - Final Provisions\n\nThe end.\n";
        Segmentation found = SEGMENTER.segment(LicenseText.of("x", text));
        assertThat(found.sections())
                .extracting(s -> s.level() + "|" + s.number() + "|" + s.heading())
                .containsExactly(
                        "0||",
                        "1||Sample Licence",
                        "1|1|Definitions",
                        "2|1.1|",
                        "2|1.2|",
                        "1|2|Use",
                        "1|Article IV|Final Provisions");
        int end = 0;
        for (Section section : found.sections()) {
            assertThat(section.start()).isEqualTo(end);
            assertThat(found.sections().indexOf(section)).isEqualTo(section.index());
            end = section.end();
        }
        assertThat(end).isEqualTo(text.length());
        for (Clause clause : found.clauses()) {
            Section section = found.sections().get(clause.section());
            assertThat(clause.start()).isBetween(section.start(), section.end());
        }
    }

    @Test
    void tellsLanguages() {
        String text = "You may not use the Model for betting.\n\n"
                + "\u60A8\u4E0D\u5F97\u5C06 ABC Model \u7528\u4E8E\u8D4C\u535A\u3002\n\n"
                + "Die Nutzung des Modells ist nicht f\u00FCr die Werbung erlaubt und wird von uns nicht unterst\u00FCtzt.\n\n"
                + "Betrieb durch Dritte verboten\n\n"
                + "\u672C\u30E9\u30A4\u30BB\u30F3\u30B9\u306F\u3001\u7121\u511F\u3067\u8A31\u8AFE\u3059\u308B\u3002\n\n"
                + "\uC774 \uB77C\uC774\uC120\uC2A4\uB294 \uBB34\uB8CC\uC785\uB2C8\uB2E4.\n\n"
                + "\u042D\u0442\u0430 \u043B\u0438\u0446\u0435\u043D\u0437\u0438\u044F.\n\n"
                + "La licence est accord\u00E9e pour une dur\u00E9e de deux ans et ne peut pas \u00EAtre c\u00E9d\u00E9e.\n\n"
                + "The Licensor may end this Licence at any time.\n\nCompetitors\n";
        assertThat(SEGMENTER.segment(LicenseText.of("x", text)).clauses())
                .extracting(clause -> clause.language().code())
                .containsExactly("en", "zh", "other", "other", "other", "other", "other", "other", "en", "en");
    }

    @Test
    void readsASentenceInTheLanguageAroundItsQuotations() {
        String text = "页面下方须写明“Made with the Sample Model and licensed under the terms of the Sample Licence”。\n\n"
                + "The credit must read \"由示例模型生成，并依照示例许可协议的条款授权使用\" in every copy.\n\n"
                + "“The Sample Model” 示例模型。\n";
        assertThat(SEGMENTER.segment(LicenseText.of("x", text)).clauses())
                .extracting(clause -> clause.language().code())
                .containsExactly("zh", "en", "zh");
    }

    @Test
    void doesNotDependOnTheLocale() {
        String text =
                "1. LIMITATION. You must not:\n(i) infringe I\u0130\u0131i;\n(ii) insult; or\n(iii) INSIST.\n\nSECTION II\n\nINDIA\n";
        Locale before = Locale.getDefault();
        String expected = describe(text);
        try {
            for (String language : List.of("tr", "az", "th", "ar")) {
                Locale.setDefault(Locale.forLanguageTag(language));
                assertThat(SEGMENTER.segment(LicenseText.of("x", text)).clauses())
                        .hasSize(expected.split("\n").length);
                assertThat(describe(text)).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void oneSegmenterServesManyThreads() throws InterruptedException {
        String text =
                "The Model comes from Example Inc. The Licensee agrees to: (a) pay; and (b) report to Example Ltd. We may audit.\n";
        LicenseText license = LicenseText.of("x", text.repeat(50));
        Segmentation expected = SEGMENTER.segment(license);
        Segmenter fresh = Segmenter.create();
        List<Segmentation> found = java.util.Collections.synchronizedList(new ArrayList<>());
        Thread[] threads = new Thread[8];
        Arrays.setAll(threads, i -> new Thread(() -> found.add(fresh.segment(license))));
        for (Thread thread : threads) {
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(found).hasSize(8).allMatch(expected::equals);
    }
}

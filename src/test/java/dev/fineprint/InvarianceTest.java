// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** How a text is written down changes nothing about what is found in it; nor does who asks, or how many ask at once. */
class InvarianceTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final Path SPECIMENS = Path.of("corpus/specimens");

    private static final Map<String, UnaryOperator<String>> WRITINGS = new LinkedHashMap<>();

    static {
        WRITINGS.put("CRLF", text -> text.replace("\n", "\r\n"));
        WRITINGS.put("tabs for blanks", text -> text.replace("  ", "\t"));
        WRITINGS.put("NBSP", text -> text.replace(" the ", "\u00A0the\u00A0"));
        WRITINGS.put(
                "typewriter quotes",
                text -> text.replaceAll("[\u201C\u201D]", "\"").replace('\u2019', '\''));
        WRITINGS.put(
                "soft hyphens",
                text -> text.replace("commercial", "com\u00ADmercial")
                        .replace("model", "mo\u00ADdel")
                        .replace("模型", "模\u00AD型"));
        WRITINGS.put(
                "zero-width characters",
                text -> text.replace("use", "u\u200Bse").replace("不得", "不\u200B得"));
        WRITINGS.put("full-width letters", text -> text.replace("Model", "\uFF2D\uFF4F\uFF44\uFF45\uFF4C"));
        WRITINGS.put("full-width digits", text -> text.replace('1', '\uFF11').replace('0', '\uFF10'));
        WRITINGS.put("letters spaced out", InvarianceTest::spacedOut);
        WRITINGS.put(
                "letters of a mathematical alphabet",
                text -> text.codePoints()
                        .map(c -> c >= 'a' && c <= 'z' ? c - 'a' + 0x1D41A : c)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString());
        WRITINGS.put(
                "ligatures",
                text -> text.replace("ffi", "\uFB03").replace("fi", "\uFB01").replace("fl", "\uFB02"));
        WRITINGS.put("byte-order mark", text -> "\uFEFF" + text);
        WRITINGS.put("blank lines at the end", text -> text + "\n\n\n");
    }

    /** Each letter apart from the next one: words of Latin letters by two blanks, Han characters by one. */
    private static String spacedOut(String text) {
        return text.replaceAll("(?<=[A-Za-z]) +(?=\\S)", "  ")
                .replaceAll("(?<=[A-Za-z])(?=[A-Za-z])|(?<=\\p{IsHan})(?=\\p{IsHan})", " ");
    }

    private static List<Path> specimens() throws IOException {
        try (Stream<Path> files = Files.list(SPECIMENS)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    @TestFactory
    List<DynamicTest> writingChangesNothing() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path specimen : specimens()) {
            String text = Files.readString(specimen);
            List<String> expected = found(ANALYZER.analyze(text));
            assertThat(expected).as("findings in %s", specimen).hasSizeGreaterThan(8);
            WRITINGS.forEach((name, writing) -> tests.add(DynamicTest.dynamicTest(
                    specimen.getFileName() + " with " + name,
                    () -> assertThat(found(ANALYZER.analyze(writing.apply(text))))
                            .isEqualTo(expected))));
        }
        assertThat(tests).hasSizeGreaterThanOrEqualTo(2 * WRITINGS.size());
        return tests;
    }

    @TestFactory
    List<DynamicTest> encodingChangesNothing() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path specimen : specimens()) {
            String text = Files.readString(specimen);
            List<String> expected = found(ANALYZER.analyze(text));
            for (Charset charset : List.of(
                    StandardCharsets.UTF_8,
                    StandardCharsets.UTF_16,
                    StandardCharsets.UTF_16LE,
                    Charset.forName("GB18030"))) {
                tests.add(DynamicTest.dynamicTest(
                        specimen.getFileName() + " in " + charset,
                        () -> assertThat(found(ANALYZER.analyze(LicenseText.decode("bytes", text.getBytes(charset)))))
                                .isEqualTo(expected)));
            }
        }
        return tests;
    }

    @Test
    void everySpanPointsIntoTheOriginal() throws IOException {
        int spans = 0;
        for (Path specimen : specimens()) {
            for (UnaryOperator<String> writing : WRITINGS.values()) {
                String text = writing.apply(Files.readString(specimen));
                for (Finding finding : ANALYZER.analyze(text).findings()) {
                    Span span = finding.span();
                    assertThat(text.substring(span.start(), span.end())).isEqualTo(finding.text());
                    for (Span evidence : finding.evidence()) {
                        assertThat(evidence.start()).isGreaterThanOrEqualTo(span.start());
                        assertThat(evidence.end()).isLessThanOrEqualTo(span.end());
                    }
                    spans++;
                }
            }
        }
        assertThat(spans).isGreaterThan(100);
    }

    @Test
    void eightThreadsAndTwoAnalyzersAgree() throws Exception {
        LicenseAnalyzer other = LicenseAnalyzer.create();
        List<String> texts = new ArrayList<>();
        for (Path specimen : specimens()) {
            texts.add(Files.readString(specimen));
        }
        List<LicenseReport> expected = texts.stream().map(ANALYZER::analyze).toList();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<LicenseReport>>> calls = new ArrayList<>();
            for (int i = 0; i < 32; i++) {
                LicenseAnalyzer analyzer = i % 2 == 0 ? ANALYZER : other;
                calls.add(() -> texts.stream().map(analyzer::analyze).toList());
            }
            for (Future<List<LicenseReport>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(expected);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void theMachinesLanguageChangesNothing() throws IOException {
        Locale machine = Locale.getDefault();
        try {
            for (Path specimen : specimens()) {
                String upper = Files.readString(specimen).toUpperCase(Locale.ROOT);
                Locale.setDefault(Locale.ROOT);
                List<String> expected = found(LicenseAnalyzer.create().analyze(upper));
                Locale.setDefault(new Locale("tr", "TR"));
                assertThat(found(LicenseAnalyzer.create().analyze(upper))).isEqualTo(expected);
            }
        } finally {
            Locale.setDefault(machine);
        }
    }

    /** Kinds and values in order: what a reader would act on. */
    private static List<String> found(LicenseReport report) {
        return report.findings().stream()
                .map(finding -> finding.kind() + " " + finding.effect() + " "
                        + (finding.params().containsKey("text") ? "" : finding.params()))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.archive.Archives;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BulkAnalyzerTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final String RESTRICTIVE = "You must not use the Model to operate a casino.\n";
    private static final String FREE = "You may use, copy and change the Model for any purpose.\n";

    @TempDir
    private Path folder = Path.of("");

    private static List<BulkResult> results(BulkAnalyzer bulk, TextSource source) throws IOException {
        List<BulkResult> all = new ArrayList<>();
        try (BulkResults results = bulk.analyze(source)) {
            results.forEachRemaining(all::add);
        }
        return all;
    }

    private static List<BulkResult> results(TextSource source) throws IOException {
        return results(BulkAnalyzer.create(ANALYZER), source);
    }

    private static List<String> names(List<BulkResult> results) {
        return results.stream().map(result -> result.text().name()).toList();
    }

    private static LicenseReport report(BulkResult result) {
        return ((BulkResult.Analyzed) result).report();
    }

    private static String why(BulkResult result) {
        return ((BulkResult.Failed) result).cause().getMessage();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static TextSource lines(String... lines) {
        return TextSource.jsonLines(
                "stdin", new ByteArrayInputStream(String.join("\n", lines).getBytes(StandardCharsets.UTF_8)));
    }

    /** Long texts first, so that those behind them are done earlier. */
    private static List<LicenseText> texts(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> LicenseText.of("text " + i, (i + ". " + RESTRICTIVE).repeat(1 + (count - i) * 3)))
                .toList();
    }

    @Test
    void resultsComeInTheOrderOfTheTextsAndAreThoseOfSingleAnalyses() throws IOException {
        List<LicenseText> texts = texts(60);
        List<BulkResult> results =
                results(BulkAnalyzer.builder(ANALYZER).jobs(4).build(), TextSource.of(texts));
        assertThat(results).hasSize(60);
        for (int i = 0; i < results.size(); i++) {
            assertThat(report(results.get(i))).isEqualTo(ANALYZER.analyze(texts.get(i)));
        }
    }

    @Test
    void theSameTextIsAnalysedOnce() throws IOException {
        List<LicenseText> copies = IntStream.range(0, 50)
                .mapToObj(i -> LicenseText.of("copy " + i, RESTRICTIVE))
                .toList();
        List<BulkResult> results = results(TextSource.of(copies));
        assertThat(names(results))
                .isEqualTo(copies.stream().map(LicenseText::name).toList());
        for (BulkResult result : results) {
            assertThat(report(result).document().name()).isEqualTo(result.text().name());
            assertThat(report(result).findings())
                    .isSameAs(report(results.get(0)).findings());
        }
        BulkAnalyzer forgetful =
                BulkAnalyzer.builder(ANALYZER).jobs(1).memory(1, 0).build();
        List<BulkResult> again = results(forgetful, TextSource.of(copies.subList(0, 3)));
        assertThat(report(again.get(2)).findings())
                .isEqualTo(report(results.get(0)).findings())
                .isNotSameAs(report(again.get(0)).findings());
    }

    @Test
    void whatIsRememberedIsBounded() throws IOException {
        BulkAnalyzer bulk =
                BulkAnalyzer.builder(ANALYZER).jobs(1).memory(1, 30_000).build();
        List<LicenseText> texts = new ArrayList<>(List.of(LicenseText.of("first", RESTRICTIVE)));
        texts.add(LicenseText.of("soon", RESTRICTIVE));
        texts.addAll(texts(20));
        texts.add(LicenseText.of("late", RESTRICTIVE));
        List<BulkResult> results = results(bulk, TextSource.of(texts));
        assertThat(report(results.get(1)).findings())
                .isSameAs(report(results.get(0)).findings());
        assertThat(report(results.get(22)).findings())
                .isEqualTo(report(results.get(0)).findings())
                .isNotSameAs(report(results.get(0)).findings());
    }

    @Test
    void onlySoManyTextsAreInFlight() throws IOException {
        AtomicInteger pulled = new AtomicInteger();
        Iterator<LicenseText> endless = Stream.generate(
                        () -> LicenseText.of("text " + pulled.incrementAndGet(), RESTRICTIVE + pulled))
                .iterator();
        try (BulkResults results =
                BulkAnalyzer.builder(ANALYZER).jobs(2).build().analyze(TextSource.of(() -> endless))) {
            for (int i = 1; i <= 200; i++) {
                assertThat(results.next().text().name()).isEqualTo("text " + i);
                assertThat(pulled.get()).isLessThanOrEqualTo(i + 16);
            }
        }
        pulled.set(0);
        try (BulkResults results =
                BulkAnalyzer.builder(ANALYZER).jobs(2).memory(100, 0).build().analyze(TextSource.of(() -> endless))) {
            results.next();
            assertThat(pulled.get())
                    .as("two texts of fifty characters, and one that waits")
                    .isLessThanOrEqualTo(4);
        }
    }

    @Test
    void aTextThatIsLargerThanTheWindowIsAnalysedAlone() throws IOException {
        BulkAnalyzer bulk = BulkAnalyzer.builder(ANALYZER).jobs(2).memory(10, 0).build();
        assertThat(results(bulk, TextSource.of(texts(5)))).hasSize(5).allMatch(BulkResult.Analyzed.class::isInstance);
    }

    @Test
    void aDeadlineFailsTheTextAndNotTheOthers() throws IOException {
        BulkAnalyzer bulk =
                BulkAnalyzer.builder(ANALYZER).deadline(Duration.ofMillis(300)).build();
        LicenseText huge = LicenseText.of("huge", RESTRICTIVE.repeat(200_000));
        ANALYZER.analyze(RESTRICTIVE);
        List<BulkResult> results = results(
                bulk,
                TextSource.of(
                        List.of(huge, LicenseText.of("copy", huge.original()), LicenseText.of("short", RESTRICTIVE))));
        assertThat(results.subList(0, 2))
                .allMatch(result -> ((BulkResult.Failed) result).cause() instanceof AnalysisStoppedException);
        assertThat(report(results.get(2)).findings()).hasSize(1);
    }

    @Test
    void textsThatAreFinishedAreNotAnalysed() throws IOException {
        List<String> asked = new ArrayList<>();
        List<LicenseText> texts = texts(10);
        try (BulkResults results = BulkAnalyzer.create(ANALYZER).analyze(TextSource.of(texts), (name, sha256) -> {
            asked.add(name + " " + sha256);
            return asked.size() % 2 == 0;
        })) {
            for (int i = 0; i < 10; i++) {
                BulkResult result = results.next();
                assertThat(result.text().name()).isEqualTo("text " + i);
                assertThat(result).isInstanceOf(i % 2 == 1 ? BulkResult.Finished.class : BulkResult.Analyzed.class);
            }
            assertThat(results.hasNext()).isFalse();
        }
        assertThat(asked)
                .isEqualTo(texts.stream()
                        .map(text -> text.name() + " " + text.sha256())
                        .toList());
    }

    @Test
    void answersAreMadeOnOtherThreadsAndComeInOrder() throws IOException {
        List<LicenseText> texts = texts(30);
        record Made(String name, Thread thread) {}
        List<Made> made = new ArrayList<>();
        try (BulkAnswers<Made> answers = BulkAnalyzer.builder(ANALYZER)
                .jobs(2)
                .build()
                .analyzeEach(
                        TextSource.of(texts),
                        (name, sha256) -> name.equals("text 7"),
                        result -> new Made(result.text().name(), Thread.currentThread()))) {
            answers.forEachRemaining(made::add);
        }
        assertThat(made)
                .extracting(Made::name)
                .isEqualTo(texts.stream().map(LicenseText::name).toList());
        assertThat(made.stream()
                        .filter(one -> one.thread() == Thread.currentThread())
                        .map(Made::name))
                .as("what was not analysed")
                .containsExactly("text 7");
        assertThat(made.stream().map(Made::thread).distinct()).hasSize(3);
    }

    @Test
    void anAnswerThatCannotBeMadeIsTheCallersFault() throws IOException {
        try (BulkAnswers<String> answers = BulkAnalyzer.create(ANALYZER)
                .analyzeEach(TextSource.of(texts(3)), result -> {
                    if (result.text().name().equals("text 1")) {
                        throw new UnsupportedOperationException("no answer");
                    }
                    return result.text().name();
                })) {
            assertThat(answers.next()).isEqualTo("text 0");
            assertThatThrownBy(answers::next)
                    .isInstanceOf(IllegalStateException.class)
                    .hasRootCauseMessage("no answer");
            assertThat(answers.next()).isEqualTo("text 2");
        }
    }

    @Test
    void anInterruptionEndsTheRun() throws IOException {
        try (BulkResults results = BulkAnalyzer.create(ANALYZER)
                .analyze(TextSource.of(List.of(LicenseText.of("huge", RESTRICTIVE.repeat(100_000)))))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(results::next)
                    .isInstanceOf(UncheckedIOException.class)
                    .hasCauseInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aFolderIsReadInTheOrderOfItsNames() throws IOException {
        write("models/b/LICENSE", RESTRICTIVE);
        write("models/b/license.py", "pass");
        write("models/b/weights.bin", "0");
        write("models/a.txt", FREE);
        write("models/.git/LICENSE", FREE);
        write("models/b/.hidden.txt", FREE);
        write("models/c/COPYING.LESSER", FREE);
        Files.createSymbolicLink(folder.resolve("models/d.txt"), Path.of("a.txt"));
        Files.createSymbolicLink(folder.resolve("models/e.txt"), write("outside.txt", FREE));
        Files.createSymbolicLink(folder.resolve("models/f"), folder.resolve("models"));
        Path models = folder.resolve("models");
        List<BulkResult> results = results(TextSource.of(models));
        assertThat(names(results))
                .containsExactly(
                        models.resolve("a.txt").toString(),
                        models.resolve("b/LICENSE").toString(),
                        models.resolve("c/COPYING.LESSER").toString(),
                        models.resolve("d.txt").toString(),
                        models.toString());
        assertThat(results.get(1).text().path()).containsExactly("models", "b", "LICENSE");
        assertThat(((BulkResult.Noted) results.get(4)).note().en()).contains("one link leads out");
        assertThat(names(results(TextSource.of(models, FileRule.usual().including(List.of("*.bin", "b/*.py"))))))
                .containsExactly(
                        models.resolve("b/license.py").toString(),
                        models.resolve("b/weights.bin").toString());
        assertThat(names(results(TextSource.of(models, FileRule.usual().without(models.resolve("b"))))))
                .contains(models.resolve("a.txt").toString())
                .doesNotContain(models.resolve("b/LICENSE").toString());
    }

    @Test
    void archivesInAFolderAreReadButNoneInAnArchive() throws IOException {
        Path inner = Archives.zip(folder.resolve("inner.zip"), Map.of("LICENSE", FREE));
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("heron/LICENSE", RESTRICTIVE);
        texts.put("heron/inner.zip", Files.readString(inner, StandardCharsets.ISO_8859_1));
        texts.put("heron/.hidden/LICENSE", FREE);
        texts.put("../LICENSE", FREE);
        Files.delete(inner);
        write("models/x.jsonl", "{\"id\":\"one\",\"text\":\"" + FREE.strip() + "\"}\n");
        Path models = folder.resolve("models");
        Path zip = Archives.zip(models.resolve("a.zip"), texts);
        List<BulkResult> results = results(TextSource.of(models));
        assertThat(names(results)).containsExactly(zip + "!/heron/LICENSE", zip.toString(), zip.toString());
        assertThat(results.get(0).text().path()).containsExactly("models", "a.zip", "heron", "LICENSE");
        assertThat(((BulkResult.Noted) results.get(1)).note().en()).contains("not opened", "heron/inner.zip");
        assertThat(((BulkResult.Noted) results.get(2)).note().en()).contains("one entry leads out");
        List<BulkResult> lines = results(TextSource.of(models, FileRule.usual().including(List.of("*.jsonl"))));
        BulkResult one = lines.get(lines.size() - 1);
        assertThat(one.text().name()).isEqualTo("one");
        assertThat(one.text().path()).containsExactly("models", "x.jsonl", "one");
        assertThat(names(results(TextSource.of(models.resolve("x.jsonl"))))).containsExactly("one");
    }

    @Test
    void oneThingThatCannotBeReadNeverStopsTheOthers() throws IOException {
        Path bomb = Archives.zip(
                folder.resolve("bomb.zip"),
                Map.of("LICENSE", "\0".repeat(9_000_000), "b/LICENSE", "\0".repeat(9_000_000)));
        LicenseAnalyzer small = LicenseAnalyzer.builder().limit(1000).build();
        List<BulkResult> results = results(
                BulkAnalyzer.create(small),
                TextSource.all(List.of(
                        TextSource.of(folder.resolve("gone.txt")),
                        TextSource.of(folder.resolve("gone.zip")),
                        TextSource.of(folder.resolve("gone.jsonl")),
                        TextSource.of(write("broken.tgz", "no archive")),
                        TextSource.of(write("binary.txt", "\0\1\2\0\0\5\6\0\0\0\0\0")),
                        TextSource.of(write("long.txt", "x".repeat(1001))),
                        TextSource.of(Files.createDirectory(folder.resolve("empty"))),
                        TextSource.of(bomb),
                        TextSource.of("stdin", InputStream.nullInputStream()),
                        TextSource.of(write("good.txt", FREE)))));
        assertThat(results).hasSizeGreaterThanOrEqualTo(10);
        assertThat(((BulkResult.Failed) results.get(0)).cause()).isInstanceOf(NoSuchFileException.class);
        assertThat(((BulkResult.Failed) results.get(1)).cause()).isInstanceOf(NoSuchFileException.class);
        assertThat(((BulkResult.Failed) results.get(2)).cause()).isInstanceOf(NoSuchFileException.class);
        assertThat(why(results.get(3))).contains("broken.tgz", "cannot be read as the archive");
        assertThat(((BulkResult.Failed) results.get(4)).cause()).isInstanceOf(UnreadableTextException.class);
        assertThat(why(results.get(5))).contains("long.txt", "limit of 1000 bytes");
        assertThat(why(results.get(6))).contains("empty", "no text in it");
        assertThat(results.subList(7, results.size() - 2)).allMatch(BulkResult.Failed.class::isInstance);
        assertThat(results.get(results.size() - 2).text().name()).isEqualTo("stdin");
        assertThat(report(results.get(results.size() - 1)).document().name()).endsWith("good.txt");
    }

    @Test
    void pagesAreReadAsPagesWhereverTheyLie() throws IOException {
        String page = "<!doctype html><title>T</title><p>You must not use the <b>Model</b> to operate a casino.</p>";
        Path zip = Archives.zip(folder.resolve("a.zip"), Map.of("LICENSE", page));
        List<BulkResult> results = results(TextSource.all(List.of(
                TextSource.of(zip),
                TextSource.of(write("a.html", page)),
                TextSource.of("stdin", new ByteArrayInputStream(page.getBytes(StandardCharsets.UTF_8))))));
        assertThat(results).hasSize(3).allSatisfy(result -> {
            assertThat(report(result).document().mediaType()).isEqualTo("text/html");
            assertThat(report(result).text().orElseThrow().strip())
                    .isEqualTo("You must not use the Model to operate a casino.");
        });
        LicenseText eleven = LicenseText.of("eleven", "x".repeat(11));
        LicenseAnalyzer tiny = LicenseAnalyzer.builder().limit(10).build();
        assertThat(why(results(BulkAnalyzer.create(tiny), TextSource.of(List.of(eleven)))
                        .get(0)))
                .contains("eleven", "10 characters");
    }

    @Test
    void aBombIsGivenUp() throws IOException {
        Path bomb =
                Archives.tar(folder.resolve("bomb.tgz"), Map.of("LICENSE", "\0".repeat(30_000_000), "b/LICENSE", FREE));
        List<BulkResult> results = results(TextSource.of(bomb));
        assertThat(why(results.get(results.size() - 1))).contains("bomb.tgz", "200 times");
    }

    @Test
    void linesAreReadOneByOne() throws IOException {
        List<BulkResult> results = results(lines(
                "{\"id\":\"a/b\",\"text\":\"You must not use the Model to operate a casino.\\nEnd.\",\"more\":{\"x\":[1,{}]}}",
                "",
                "{\"name\":\"\\u4e2d\",\"text\":\"" + FREE.strip() + "\"}\r",
                "{\"name\":\"other\",\"id\":7,\"text\":\"\"}",
                "  {\"text\":\"" + FREE.strip() + "\"}"));
        assertThat(names(results)).containsExactly("a/b", "\u4e2d", "7", "stdin:5");
        assertThat(results.get(0).text().path()).containsExactly("stdin", "a/b");
        assertThat(report(results.get(0)).text().orElseThrow())
                .isEqualTo("You must not use the Model to operate a casino.\nEnd.");
        assertThat(report(results.get(0)).findings()).hasSize(1);
    }

    @Test
    void aBrokenLineIsToldByItsNumberAndTheRestGoesOn() throws IOException {
        LicenseAnalyzer small = LicenseAnalyzer.builder().limit(1000).build();
        String good = "{\"id\":\"good\",\"text\":\"" + FREE.strip() + "\"}";
        List<BulkResult> results = results(
                BulkAnalyzer.create(small),
                lines(
                        good,
                        "{\"id\":\"cut\",\"text\":\"You may",
                        good,
                        "nonsense \u001b[31m",
                        "[1,2]",
                        "{\"id\":\"no text\"}",
                        "{\"id\":\"number\",\"text\":5}",
                        good + " x",
                        "{\"id\":\"long\",\"text\":\"" + "x".repeat(100_000) + "\"}",
                        "{\"id\":\"deep\",\"x\":" + "[".repeat(5000),
                        "{\"id\":\"bytes\",\"text\":\"\u0001\"}",
                        good));
        assertThat(results).hasSize(12);
        List<String> failures = results.stream()
                .filter(BulkResult.Failed.class::isInstance)
                .map(BulkAnalyzerTest::why)
                .toList();
        assertThat(failures).hasSize(9);
        assertThat(failures.get(0)).startsWith("stdin, line 2: ").contains("does not end");
        assertThat(failures.get(1))
                .startsWith("stdin, line 4: ")
                .contains("no JSON")
                .doesNotContain("\u001b");
        assertThat(failures.get(2)).startsWith("stdin, line 5: ").contains("no JSON object");
        assertThat(failures.get(3)).startsWith("stdin, line 6: ").contains("\"text\"");
        assertThat(failures.get(4)).startsWith("stdin, line 7: ").contains("\"text\"");
        assertThat(failures.get(5)).startsWith("stdin, line 8: ").contains("no JSON");
        assertThat(failures.get(6)).startsWith("stdin, line 9: ").contains("1000 characters");
        assertThat(failures.get(7)).startsWith("stdin, line 10: ").contains("nested");
        assertThat(failures.get(8)).startsWith("stdin, line 11: ").contains("no JSON");
        assertThat(names(results)).filteredOn("good"::equals).hasSize(3);
    }

    @Test
    void settingsAreSetOnceAndMakeSense() {
        assertThatThrownBy(() -> BulkAnalyzer.builder(ANALYZER).jobs(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BulkAnalyzer.builder(ANALYZER).jobs(1).jobs(2))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("1");
        assertThatThrownBy(() -> BulkAnalyzer.builder(ANALYZER).deadline(Duration.ofMillis(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileRule.usual().including(List.of("["))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> FileRule.usual().including(List.of())).isInstanceOf(IllegalArgumentException.class);
    }
}

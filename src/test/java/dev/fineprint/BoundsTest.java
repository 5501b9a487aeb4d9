// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopWatch;
import dev.fineprint.text.UnreadableTextException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, an analysis takes time linear in its length, ends when it is told to, and never throws. */
class BoundsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String CLAUSE = HostileTexts.CLAUSE;

    static Stream<Named<IntFunction<String>>> hostileTexts() {
        return HostileTexts.all().entrySet().stream().map(text -> Named.of(text.getKey(), text.getValue()));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void timeIsLinear(IntFunction<String> text) {
        String small = text.apply(60_000);
        String large = text.apply(600_000);
        ANALYZER.analyze(small);
        double once = Math.min(processorTime(small), processorTime(small));
        // Ten times the text: linear is 10, quadratic 100; in between lies what a busy machine may add.
        assertThat(processorTime(large)).isLessThan(Math.max(once, 5e6) * 35);
    }

    private static double processorTime(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        assertThat(ANALYZER.analyze(text).document().length()).isEqualTo(text.length());
        return THREADS.getCurrentThreadCpuTime() - before;
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void stopsWhenItsTimeIsOver(IntFunction<String> text) {
        String large = text.apply(8 << 20);
        long before = THREADS.getCurrentThreadCpuTime();
        assertThatThrownBy(() -> ANALYZER.analyze(large, Duration.ofMillis(40)))
                .isInstanceOf(AnalysisStoppedException.class)
                .hasMessageContaining("40 milliseconds");
        // Processor time is at most the time that went by, and does not count what others did meanwhile.
        assertThat(THREADS.getCurrentThreadCpuTime() - before).isLessThan(400_000_000L);
    }

    /**
     * An analysis that asks at least once in so much of its processor time is not late by more. The largest text that it
     * takes is eight times this one: what asks only once for all of it would be late there.
     */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "English specimen, repeated",
                "Chinese items",
                "one Chinese word",
                "values",
                "words broken at line ends",
                "one English word",
                "random characters"
            })
    @Tag("slow")
    void asksOftenWhetherToStop(String kind) {
        IntFunction<String> text = HostileTexts.all().get(kind);
        String large = text.apply(LicenseText.DEFAULT_LIMIT / 8);
        for (int i = 0; i < 3; i++) {
            ANALYZER.analyze(text.apply(60_000));
        }
        StopWatch watch = new StopWatch(Duration.ofHours(1));
        ANALYZER.analyze(LicenseText.of("text", large, watch.signal()), watch.signal());
        watch.stop();
        assertThat(watch.longest()).as(watch.where()).isLessThan(100_000_000L);
    }

    @Test
    void everyStageAsks() {
        StopWatch watch = new StopWatch(Duration.ofHours(1));
        String text = HostileTexts.all().get("English specimen, repeated").apply(1 << 20)
                + " \u0441ommercial re-\nuse **b** m i l i t a r y";
        ANALYZER.analyze(LicenseText.of("text", text, watch.signal()), watch.signal());
        assertThat(watch.questions())
                .containsKeys(
                        "LicenseText",
                        "Normalizer",
                        "SpacedLetters",
                        "Markup",
                        "PageNumbers",
                        "Hyphenation",
                        "Lookalikes",
                        "Reading",
                        "Layout",
                        "SentenceFinder",
                        "Tokenizer",
                        "EntityScan",
                        "JoinMatcher",
                        "Search",
                        "ReportBuilder");
        // A million characters are asked about sixteen times in each pass over them, and each clause in two.
        assertThat(watch.questions().get("Normalizer")).isGreaterThan(20);
        assertThat(watch.questions().get("Hyphenation")).isGreaterThan(16);
        assertThat(watch.questions().get("Reading")).isGreaterThan(5_000);
        assertThat(watch.questions().get("JoinMatcher")).isGreaterThan(5_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"English specimen, repeated", "one sentence", "one Chinese word"})
    void stopsWhenItsThreadIsInterruptedMeanwhile(String kind) throws Exception {
        String large = HostileTexts.all().get(kind).apply(LicenseText.DEFAULT_LIMIT);
        AtomicLong late = new AtomicLong(-1);
        AtomicLong told = new AtomicLong();
        Thread work = new Thread(() -> {
            try {
                ANALYZER.analyze(large);
            } catch (AnalysisStoppedException e) {
                late.set(Thread.currentThread().isInterrupted() ? THREADS.getCurrentThreadCpuTime() - told.get() : -2);
            }
        });
        work.start();
        while (THREADS.getThreadCpuTime(work.getId()) < 30_000_000L) {
            Thread.onSpinWait();
        }
        told.set(THREADS.getThreadCpuTime(work.getId()));
        work.interrupt();
        work.join(60_000);
        assertThat(late.get()).isBetween(0L, 400_000_000L);
    }

    @Test
    void stopsBeforeItStartsWhenThereIsNoTime() {
        assertThatThrownBy(() -> ANALYZER.analyze(CLAUSE, Duration.ZERO)).isInstanceOf(AnalysisStoppedException.class);
        assertThatIllegalArgumentException().isThrownBy(() -> ANALYZER.analyze(CLAUSE, Duration.ofMillis(-1)));
    }

    @Test
    void isDoneWithinAnHour() {
        assertThat(ANALYZER.analyze(CLAUSE, Duration.ofHours(1))).isEqualTo(ANALYZER.analyze(CLAUSE));
        assertThat(ANALYZER.analyze(LicenseText.of("text", CLAUSE), Duration.ofSeconds(Long.MAX_VALUE)))
                .isEqualTo(ANALYZER.analyze(CLAUSE));
    }

    @Test
    void stopsWhenItsThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> ANALYZER.analyze(CLAUSE))
                    .isInstanceOf(AnalysisStoppedException.class)
                    .hasMessageContaining("interrupted");
        } finally {
            assertThat(Thread.interrupted()).as("stays interrupted").isTrue();
        }
    }

    @Test
    void refusesTextsBeyondItsLimit(@TempDir Path folder) throws Exception {
        LicenseAnalyzer small = LicenseAnalyzer.builder().limit(100).build();
        assertThat(small.analyze("x".repeat(100)).document().length()).isEqualTo(100);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> small.analyze("x".repeat(101)))
                .withMessageContaining("101 characters, more than the limit of 100");
        Path file = Files.writeString(folder.resolve("LICENSE"), "x".repeat(101));
        assertThatThrownBy(() -> small.analyze(file))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("larger than the limit of 100 bytes");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> LicenseAnalyzer.builder().limit(0));
        assertThatThrownBy(() -> LicenseAnalyzer.builder().limit(1).limit(2)).isInstanceOf(IllegalStateException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "You must not use the Model for non\u200Bcommercial or mili\u200Btary purposes.",
                "You must not use the Model for mili\u00ADtary purposes.",
                "You must not use the Model for \u202Dmilitary\u202C purposes.",
                "You must not use the M\u043Edel for milit\u0430ry purposes.",
                "\uFEFFYou must n\u2060ot use the Model for military purposes."
            })
    void findsWordsThatHide(String text) {
        assertThat(ANALYZER.analyze(text).findings()).extracting(Finding::kind).contains("use.prohibited");
    }
}

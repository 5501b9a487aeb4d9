// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.UnreadableTextException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the text, an analysis takes time linear in its length, ends when it is told to, and never throws. */
class BoundsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final String CLAUSE = "You must not use the Model for military purposes";

    /** Texts that invite quadratic work, by their length. */
    static Stream<Named<IntFunction<String>>> hostileTexts() {
        return Stream.of(
                hostile("sentences", CLAUSE + ". The Licensor may change these terms.\n"),
                hostile("one sentence", CLAUSE + " and a copy of it "),
                hostile("one sentence, full of numbers", "1 a 2 b ii "),
                hostile("a million bullets", "- " + CLAUSE + "\n"),
                hostile("unbalanced quotes and parentheses", "\"the Model ( may not [ use \u201C for "),
                hostile("halves of surrogate pairs", "\uD800 use \uDC00\uDC00 not "),
                hostile("NUL", "\0may\0 not \0"),
                hostile("right to left, and emoji", "\u202E\u05D0\u05D1 may not \uD83D\uDE80 use\u202C "),
                hostile("letters spaced out", "m u s t  n o t "),
                hostile("one Chinese word", "\u4E0D\u5F97"),
                hostile("Chinese items", "\u4E0D\u5F97\u7528\u4E8E\u519B\u4E8B\uFF1B\n"),
                hostile("no blanks", "a.b/c,d;"),
                Named.of("nested lists", length -> {
                    StringBuilder text = new StringBuilder("You must not:\n");
                    for (int depth = 0; text.length() < length; depth++) {
                        text.append(" ".repeat(depth % 300)).append("- do this:\n");
                    }
                    return text.toString();
                }),
                Named.of("defined terms", length -> {
                    StringBuilder text = new StringBuilder();
                    for (int i = 0; text.length() < length; i++) {
                        text.append("\"Term ").append(i).append("\" means use for non-commercial research. ");
                    }
                    return text.toString();
                }),
                Named.of("items under a long lead-in", length -> {
                    StringBuilder text =
                            new StringBuilder((CLAUSE + " and ").repeat(length / 100)).append("such as:\n");
                    while (text.length() < length) {
                        text.append("- must pay a fee\n");
                    }
                    return text.toString();
                }));
    }

    private static Named<IntFunction<String>> hostile(String name, String again) {
        return Named.of(name, length -> again.repeat(length / again.length() + 1));
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

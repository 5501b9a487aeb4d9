// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All real licences of a language one after the other: warm only after a minute. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 20, time = 3)
@Measurement(iterations = 6, time = 2)
public class CorpusBenchmark {
    private static final int USUAL_LEAST = 10_000;
    private static final int USUAL_MOST = 20_000;

    /** The language of the texts. */
    @Param({"en", "mixed", "zh"})
    String language = "";

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();
    private List<String> texts = List.of();
    private long[] octets = {};

    /** What texts of the usual length took: of 10 to 20 KB. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Usual {
        /** Nanoseconds. */
        public long usualNanos;

        /** Bytes of these texts in UTF-8. */
        public long usualOctets;
    }

    /** Reads the texts. */
    @Setup
    public void read() {
        texts = Texts.corpus(language);
        octets = texts.stream()
                .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                .toArray();
    }

    /** All texts, by one thread. */
    @Benchmark
    public int one(Usual usual) {
        int findings = 0;
        for (int i = 0; i < octets.length; i++) {
            long start = System.nanoTime();
            findings += analyzer.analyze(texts.get(i)).findings().size();
            if (octets[i] >= USUAL_LEAST && octets[i] <= USUAL_MOST) {
                usual.usualNanos += System.nanoTime() - start;
                usual.usualOctets += octets[i];
            }
        }
        return findings;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/** All real licences of a language by each of two threads, as {@link CorpusBenchmark} has them by one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 14, time = 3)
@Measurement(iterations = 6, time = 2)
public class ThreadsBenchmark {
    /** The language of the texts. */
    @Param({"en", "zh"})
    String language = "";

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();
    private List<String> texts = List.of();

    /** Reads the texts. */
    @Setup
    public void read() {
        texts = Texts.corpus(language);
    }

    /** All texts, by each of two threads. */
    @Benchmark
    @Threads(2)
    public int two() {
        int findings = 0;
        for (String text : texts) {
            findings += analyzer.analyze(text).findings().size();
        }
        return findings;
    }
}

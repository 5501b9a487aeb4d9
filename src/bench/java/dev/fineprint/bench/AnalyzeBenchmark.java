// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
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

/** The whole way of a text, from its characters to the report, beside a yardstick: Lucene's tokens of the same text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 6, time = 1)
@Measurement(iterations = 4, time = 1)
public class AnalyzeBenchmark {
    /** The language of the text. */
    @Param({"en", "zh", "bilingual"})
    String language = "";

    /** Characters of the text. */
    @Param({"2000", "15000", "150000", "1500000"})
    int length;

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();
    private final StandardAnalyzer yardstick = new StandardAnalyzer();
    private String content = "";

    /** Repeats the specimen until it is long enough. */
    @Setup
    public void read() {
        content = Texts.specimen(language, length);
    }

    /** From the characters to the report. */
    @Benchmark
    public LicenseReport analyze() {
        return analyzer.analyze(content);
    }

    /** The yardstick. */
    @Benchmark
    @Warmup(iterations = 2, time = 1)
    @Measurement(iterations = 2, time = 1)
    public int yardstick() throws IOException {
        return Yardsticks.luceneTokens(yardstick, content);
    }
}

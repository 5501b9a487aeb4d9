// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.Warmup;

/** The way of a text through the house, whole and in parts, for one text of 100,000 characters. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 3)
public class AnalyzeBenchmark {
    private static final int LENGTH = 100_000;

    @Param({"corpus/specimens/heron-community-licence.txt", "corpus/specimens/heron-community-licence.zh.txt"})
    String file = "";

    private LicenseAnalyzer analyzer = LicenseAnalyzer.create();
    private Segmenter segmenter = Segmenter.create();
    private String content = "";
    private LicenseText text = LicenseText.of("", "");

    /** Repeats the specimen until it is long enough. */
    @Setup
    public void read() throws IOException {
        String once = LicenseText.read(Path.of(file)).original();
        content = once.repeat(LENGTH / once.length() + 1).substring(0, LENGTH);
        text = LicenseText.of(file, content);
    }

    /** From the characters to the report. */
    @Benchmark
    public LicenseReport analyze() {
        return analyzer.analyze(content);
    }

    /** The sections, sentences and list items alone. */
    @Benchmark
    public Segmentation segment() {
        return segmenter.segment(text);
    }

    /** What a program pays once: the bundled catalog, loaded and compiled. */
    @Benchmark
    public LicenseAnalyzer create() {
        return LicenseAnalyzer.create();
    }
}

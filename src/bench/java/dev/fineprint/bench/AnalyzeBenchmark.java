// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.identify.Identification;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.match.ClauseMatcher;
import dev.fineprint.match.MatchResult;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.analysis.TokenStream;
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

/** The way of a text through the house, whole and in parts, beside a yardstick: Lucene's tokens of the same text. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 3)
@Measurement(iterations = 5, time = 2)
public class AnalyzeBenchmark {
    @Param({"corpus/specimens/heron-community-licence.txt", "corpus/specimens/heron-community-licence.zh.txt"})
    String file = "";

    /** Characters of the text; the specimen is repeated until it has so many. */
    @Param({"15000", "150000"})
    int length;

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();
    private final Segmenter segmenter = Segmenter.create();
    private final ClauseMatcher matcher = ClauseMatcher.compile(PatternCatalog.bundled());
    private final StandardAnalyzer yardstick = new StandardAnalyzer();
    private String content = "";
    private LicenseText text = LicenseText.of("", "");
    private Segmentation segmentation = segmenter.segment(text);

    /** Repeats the specimen until it is long enough. */
    @Setup
    public void read() throws IOException {
        String once = LicenseText.read(Path.of(file)).original();
        content = once.repeat(length / once.length() + 1).substring(0, length);
        text = LicenseText.of(file, content);
        segmentation = segmenter.segment(text);
    }

    /** From the characters to the report. */
    @Benchmark
    public LicenseReport analyze() {
        return analyzer.analyze(content);
    }

    /** The normalised spelling alone. */
    @Benchmark
    public LicenseText normalize() {
        return LicenseText.of(file, content);
    }

    /** The sections, sentences and list items alone. */
    @Benchmark
    public Segmentation segment() {
        return segmenter.segment(text);
    }

    /** The patterns and their values alone. */
    @Benchmark
    public MatchResult match() {
        return matcher.match(text, segmentation);
    }

    /** The look-up among the known licences alone. */
    @Benchmark
    public Identification identify() {
        return LicenseIndex.bundled().identify(text);
    }

    /** The yardstick: how long Lucene takes to cut the same text into words. */
    @Benchmark
    public int yardstick() throws IOException {
        int words = 0;
        try (TokenStream tokens = yardstick.tokenStream("text", content)) {
            tokens.reset();
            while (tokens.incrementToken()) {
                words++;
            }
            tokens.end();
        }
        return words;
    }
}

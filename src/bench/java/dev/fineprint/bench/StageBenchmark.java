// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.identify.Identification;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.match.ClauseMatcher;
import dev.fineprint.match.MatchResult;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
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

/** The stages of an analysis, each alone, of a text of 15,000 characters; beside them two yardsticks. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 4, time = 1)
@Measurement(iterations = 4, time = 1)
public class StageBenchmark {
    private static final int LENGTH = 15_000;

    /** The language of the text. */
    @Param({"en", "zh"})
    String language = "";

    private final Segmenter segmenter = Segmenter.create();
    private final ClauseMatcher matcher = ClauseMatcher.compile(PatternCatalog.bundled());
    private final EntityReader entities = EntityReader.create();
    private final StandardAnalyzer lucene = new StandardAnalyzer();
    private final SentenceDetectorME openNlp = detector();
    private String content = "";
    private LicenseText text = LicenseText.of("", "");
    private Segmentation segmentation = segmenter.segment(text);

    private static SentenceDetectorME detector() {
        try (InputStream model = SentenceModel.class.getResourceAsStream("/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin")) {
            return new SentenceDetectorME(new SentenceModel(Objects.requireNonNull(model, "the sentence model")));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Repeats the specimen until it is long enough. */
    @Setup
    public void read() {
        content = Texts.specimen(language, LENGTH);
        text = LicenseText.of("specimen", content);
        segmentation = segmenter.segment(text);
    }

    /** The normalised spelling. */
    @Benchmark
    public LicenseText normalize() {
        return LicenseText.of("specimen", content);
    }

    /** The sections, sentences and list items. */
    @Benchmark
    public Segmentation segment() {
        return segmenter.segment(text);
    }

    /** The patterns, tokens and values with them. */
    @Benchmark
    @Warmup(iterations = 12, time = 1)
    public MatchResult match() {
        return matcher.match(text, segmentation);
    }

    /** The amounts, periods and places, which matching reads too. */
    @Benchmark
    public List<Entity> values() {
        return entities.read(text.normalized(), 0, text.normalized().length());
    }

    /** The look-up among the known licences. */
    @Benchmark
    public Identification identify() {
        return LicenseIndex.bundled().identify(text);
    }

    /** A yardstick: Lucene's tokens. */
    @Benchmark
    public int lucene() throws IOException {
        return Yardsticks.luceneTokens(lucene, content);
    }

    /** A yardstick: OpenNLP's sentences. */
    @Benchmark
    public int openNlp() {
        return openNlp.sentPosDetect(content).length;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.report.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A page for a browser, from the report to its bytes: of the longest text of the development corpus, or of a specimen. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class HtmlBenchmark {
    private static final Path CORPUS =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus/texts");

    private final ReportWriter writer =
            ReportFormats.standard().find("html").orElseThrow().writer(ReportOptions.defaults());
    private LicenseReport report = LicenseAnalyzer.create().analyze("");

    /** Reads the text. */
    @Setup
    public void read() throws IOException {
        Path file = Path.of("corpus/specimens/heron-community-licence.txt");
        if (Files.isDirectory(CORPUS)) {
            try (Stream<Path> files = Files.list(CORPUS)) {
                List<Path> bySize = files.sorted(
                                Comparator.comparingLong(one -> one.toFile().length()))
                        .toList();
                file = bySize.get(bySize.size() - 1);
            }
        }
        report = LicenseAnalyzer.create().analyze(file);
    }

    /** The whole page. */
    @Benchmark
    public int write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.size();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.report.ReportWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

/** The writers, each alone: from the report on a text of 15,000 characters to its bytes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class WriterBenchmark {
    /** The format's name. */
    @Param({"text", "json", "jsonl", "csv", "markdown", "html", "sarif", "cyclonedx", "spdx"})
    String format = "";

    private final LicenseReport report = LicenseAnalyzer.create().analyze(Texts.specimen("en", 15_000));
    private ReportWriter writer = writer("text");

    /** Finds the writer. */
    @Setup
    public void find() {
        writer = writer(format);
    }

    private static ReportWriter writer(String format) {
        return ReportFormats.standard().find(format).orElseThrow().writer(ReportOptions.defaults());
    }

    /** The whole report. */
    @Benchmark
    public int write() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.write(report, out);
        return out.size();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Warmup;

/** What a program pays once: the bundled catalog, loaded and compiled. Whole processes: {@link ProcessBenchmark}. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class StartBenchmark {
    /** In a virtual machine that has just started. */
    @Benchmark
    @Fork(10)
    @Warmup(iterations = 0)
    @Measurement(iterations = 1)
    public LicenseAnalyzer cold() {
        return LicenseAnalyzer.create();
    }

    /** In one that has done it before. */
    @Benchmark
    @Fork(1)
    @Warmup(iterations = 10)
    @Measurement(iterations = 10)
    public LicenseAnalyzer warm() {
        return LicenseAnalyzer.create();
    }
}

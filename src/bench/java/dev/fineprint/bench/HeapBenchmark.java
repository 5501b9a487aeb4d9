// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The heap that stays taken for as long as an analyzer lives; the times of these runs say nothing. */
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-XX:+UseSerialGC")
@Warmup(iterations = 0)
@Measurement(iterations = 1)
public class HeapBenchmark {
    /** A garbage collection may leave what the next one finds. */
    private static final int COLLECTIONS = 3;

    private static final int LENGTH = 15_000;

    /** What is retained, in bytes. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Heap {
        /** The bytes more than before. */
        public long retained;

        private final long before = used();

        private Object keep(Object kept) {
            retained = used() - before;
            return kept;
        }

        private static long used() {
            for (int i = 0; i < COLLECTIONS; i++) {
                System.gc();
            }
            return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        }
    }

    /** An analyzer that has not analysed anything. */
    @Benchmark
    public Object created(Heap heap) {
        return heap.keep(LicenseAnalyzer.create());
    }

    /** One that has analysed a text in each language, with all that it read for it. */
    @Benchmark
    public Object used(Heap heap) {
        LicenseAnalyzer analyzer = LicenseAnalyzer.create();
        int findings = 0;
        for (String language : List.of("en", "zh")) {
            LicenseReport report = analyzer.analyze(Texts.specimen(language, LENGTH));
            findings += report.findings().size();
        }
        if (findings == 0) {
            throw new IllegalStateException("the specimens have findings");
        }
        return heap.keep(analyzer);
    }
}

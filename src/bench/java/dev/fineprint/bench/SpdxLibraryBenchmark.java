// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.identify.Identification;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.text.LicenseText;
import java.util.concurrent.TimeUnit;
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
import org.spdx.core.DefaultModelStore;
import org.spdx.library.ModelCopyManager;
import org.spdx.storage.simple.InMemSpdxStore;
import org.spdx.utility.compare.LicenseCompareHelper;

/** Which licence of the SPDX list a text is: by us, and by the SPDX project's own library as the yardstick. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
public class SpdxLibraryBenchmark {
    private static final String ID = "MIT";

    private final String content = SpdxTexts.get(ID).text();

    /** The library wants a place to keep things. */
    @Setup
    public void initialize() {
        DefaultModelStore.initialize(new InMemSpdxStore(), "https://example.org/benchmark#", new ModelCopyManager());
    }

    /** By the fingerprints, from the characters to the answer. */
    @Benchmark
    @Warmup(iterations = 4, time = 1)
    @Measurement(iterations = 4, time = 1)
    public Identification identify() {
        return LicenseIndex.bundled().identify(LicenseText.of(ID, content));
    }

    /** By the library, which lays the templates of the whole list beside the text. */
    @Benchmark
    @BenchmarkMode(Mode.SingleShotTime)
    @Warmup(iterations = 1)
    @Measurement(iterations = 2)
    @SuppressWarnings("deprecation")
    public String[] spdxLibrary() throws Exception {
        return LicenseCompareHelper.matchingStandardLicenseIds(content);
    }
}

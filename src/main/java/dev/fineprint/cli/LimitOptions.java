// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say how long an analysis may take, and how large a text may be. */
final class LimitOptions {
    @Option(
            names = "--deadline",
            paramLabel = "TIME",
            converter = Quantities.Time.class,
            descriptionKey = "cli.option.deadline")
    private @Nullable Duration deadline;

    @Option(
            names = "--max-bytes",
            paramLabel = "SIZE",
            converter = Quantities.Size.class,
            descriptionKey = "cli.option.max-bytes")
    private @Nullable Integer maxBytes;

    Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** How many bytes a text may have; null for the usual limit. */
    @Nullable
    Integer maxBytes() {
        return maxBytes;
    }

    /** From now on. */
    StopSignal stop() {
        return deadline == null ? StopSignal.onInterrupt() : StopSignal.after(deadline);
    }

    /**
     * Reads an argument.
     *
     * @throws IOException if it cannot be read; {@link Inputs#reason} puts it in words
     * @throws dev.fineprint.text.AnalysisStoppedException if the signal tells to stop
     */
    LicenseText read(String argument, InputStream standardInput, StopSignal stop) throws IOException {
        ReadLimits usual = ReadLimits.usual();
        return Inputs.read(argument, standardInput, maxBytes == null ? usual : usual.withText(maxBytes), stop);
    }

    /** What to say of a text for which the time was not enough. */
    String late(String name, Messages messages) {
        return messages.text("cli.late", name, Quantities.inWords(deadline == null ? Duration.ZERO : deadline));
    }
}

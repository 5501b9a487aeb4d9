// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.LicenseAnalyzer;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Analyses many texts on several threads. Immutable and thread-safe; each run has threads of its own. */
public final class BulkAnalyzer {
    /** An analysis takes up to 40 times its text. */
    private static final int PART_IN_FLIGHT = 64;

    private static final int PART_REMEMBERED = 16;

    private final LicenseAnalyzer analyzer;
    private final int jobs;
    private final Optional<Duration> deadline;
    private final long inFlight;
    private final long remembered;

    private BulkAnalyzer(
            LicenseAnalyzer analyzer, int jobs, Optional<Duration> deadline, long inFlight, long remembered) {
        this.analyzer = analyzer;
        this.jobs = jobs;
        this.deadline = deadline;
        this.inFlight = inFlight;
        this.remembered = remembered;
    }

    /** One with the usual settings: as many texts at once as there are processors, and no limit of time. */
    public static BulkAnalyzer create(LicenseAnalyzer analyzer) {
        return builder(analyzer).build();
    }

    /** Starts one with settings of its own. The analyzer says how large a text may be. */
    public static Builder builder(LicenseAnalyzer analyzer) {
        return new Builder(analyzer);
    }

    /**
     * Analyses the texts of a source. The work begins with the first result that is asked for.
     *
     * @return the results in the order of the texts; to be closed
     */
    public BulkResults analyze(TextSource source) {
        return new BulkResults(new BulkAnswers<>(this, source, null, result -> result));
    }

    /**
     * Analyses the texts of a source that are not finished yet: takes up again what was interrupted.
     *
     * @param finished asked for each text, in their order and on the thread that asks for results: is the text of this name
     *     ({@link BulkText#name}) with this SHA-256 checksum of its bytes (of UTF-8 for a string) done?
     * @return the results in the order of the texts; to be closed
     */
    public BulkResults analyze(TextSource source, BiPredicate<String, String> finished) {
        return new BulkResults(
                new BulkAnswers<>(this, source, Objects.requireNonNull(finished, "finished"), result -> result));
    }

    /**
     * Analyses the texts of a source, and makes something of each result on the thread that analysed its text: for what
     * takes time as well, such as writing it in a format.
     *
     * @param answer what is made of a result; called on several threads at once, and for {@link BulkResult.Noted} and other
     *     results without an analysis on the one that asks for answers. What it returns is in memory until its turn comes,
     *     with up to eight others for each text that is analysed at the same time
     * @return the answers in the order of the texts; to be closed
     */
    public <A> BulkAnswers<A> analyzeEach(TextSource source, Function<BulkResult, A> answer) {
        return new BulkAnswers<>(this, source, null, Objects.requireNonNull(answer, "answer"));
    }

    /**
     * The same of the texts that are not finished yet.
     *
     * @param finished as {@link #analyze(TextSource, BiPredicate)} has it
     * @param answer as {@link #analyzeEach(TextSource, Function)} has it
     * @return the answers in the order of the texts; to be closed
     */
    public <A> BulkAnswers<A> analyzeEach(
            TextSource source, BiPredicate<String, String> finished, Function<BulkResult, A> answer) {
        return new BulkAnswers<>(
                this, source, Objects.requireNonNull(finished, "finished"), Objects.requireNonNull(answer, "answer"));
    }

    LicenseAnalyzer analyzer() {
        return analyzer;
    }

    int jobs() {
        return jobs;
    }

    Optional<Duration> deadline() {
        return deadline;
    }

    /** How much text may be in flight, in bytes; one text may be larger and is then alone. */
    long inFlight() {
        return inFlight;
    }

    /** How much may be remembered of reports, in bytes. */
    long remembered() {
        return remembered;
    }

    /** Settings. Not thread-safe. */
    public static final class Builder {
        private final LicenseAnalyzer analyzer;
        private @Nullable Integer jobs;
        private @Nullable Duration deadline;
        private long inFlight = Runtime.getRuntime().maxMemory() / PART_IN_FLIGHT;
        private long remembered = Runtime.getRuntime().maxMemory() / PART_REMEMBERED;

        private Builder(LicenseAnalyzer analyzer) {
            this.analyzer = Objects.requireNonNull(analyzer, "analyzer");
        }

        /**
         * How many texts are analysed at the same time, instead of one for each processor.
         *
         * @throws IllegalArgumentException if the number is not positive
         * @throws IllegalStateException if it was set before
         */
        public Builder jobs(int number) {
            if (number < 1) {
                throw new IllegalArgumentException("At least one text at a time must be analysed, not " + number);
            }
            if (jobs != null) {
                throw new IllegalStateException("The number of jobs is set already, to " + jobs);
            }
            jobs = number;
            return this;
        }

        /**
         * How long the analysis of one text may take.
         *
         * @throws IllegalArgumentException if the time is negative
         * @throws IllegalStateException if it was set before
         */
        public Builder deadline(Duration allowed) {
            if (allowed.isNegative()) {
                throw new IllegalArgumentException("An analysis cannot take a negative time: " + allowed);
            }
            if (deadline != null) {
                throw new IllegalStateException("The deadline is set already, to " + deadline);
            }
            deadline = allowed;
            return this;
        }

        /** For tests. */
        Builder memory(long bytesInFlight, long bytesRemembered) {
            inFlight = bytesInFlight;
            remembered = bytesRemembered;
            return this;
        }

        /** Makes it. */
        public BulkAnalyzer build() {
            return new BulkAnalyzer(
                    analyzer,
                    jobs == null ? Runtime.getRuntime().availableProcessors() : jobs,
                    Optional.ofNullable(deadline),
                    inFlight,
                    remembered);
        }
    }
}

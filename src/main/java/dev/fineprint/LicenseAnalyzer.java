// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.match.ClauseMatcher;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The front door: reads a licence text and reports its clauses.
 *
 * <pre>{@code
 * LicenseAnalyzer analyzer = LicenseAnalyzer.create();
 * LicenseReport report = analyzer.analyze(Path.of("LICENSE"));
 * for (Deviation deviation : report.deviations()) {
 *     System.out.println(deviation.explanation().en());
 * }
 * }</pre>
 *
 * <p>Immutable and thread-safe: compile once, share everywhere. Nothing reaches the network.
 */
public final class LicenseAnalyzer {
    private final PatternCatalog catalog;
    private final ClauseMatcher matcher;
    private final Segmenter segmenter = Segmenter.create();
    private final ReportBuilder reports;

    private final int limit;

    private LicenseAnalyzer(PatternCatalog catalog, int limit) {
        this.limit = limit;
        this.catalog = catalog;
        this.matcher = ClauseMatcher.compile(catalog);
        this.reports = new ReportBuilder(catalog);
    }

    /** An analyzer with the bundled catalog. Takes about a tenth of a second in a virtual machine that has just started: keep it. */
    public static LicenseAnalyzer create() {
        return builder().build();
    }

    /** Starts an analyzer with settings of its own. */
    public static Builder builder() {
        return new Builder();
    }

    /** The catalog that this analyzer reads with. */
    public PatternCatalog catalog() {
        return catalog;
    }

    /** What its reports say made them. */
    public ToolInfo tool() {
        return reports.tool();
    }

    /** How many bytes (a file) or UTF-16 code units (a string) a text may have. */
    public int limit() {
        return limit;
    }

    /**
     * Analyses a text that is at hand as a string; the report calls it "text".
     *
     * @throws IllegalArgumentException if the text is longer than the limit, in UTF-16 code units
     * @throws AnalysisStoppedException if the thread is interrupted
     */
    public LicenseReport analyze(String text) {
        return analyze(text, StopSignal.onInterrupt());
    }

    /**
     * Analyses a text that is at hand as a string within a limit of time.
     *
     * @throws IllegalArgumentException if the text is longer than the limit, or the time is negative
     * @throws AnalysisStoppedException if the time is over before there is a report, or the thread is interrupted
     */
    public LicenseReport analyze(String text, Duration allowed) {
        return analyze(text, StopSignal.after(allowed));
    }

    private LicenseReport analyze(String text, StopSignal stop) {
        checkLength("The text", text);
        return analyze(LicenseText.of("text", text, stop), stop);
    }

    /**
     * Reads and analyses a file in any format that {@link Documents} reads: text, HTML, PDF, DOCX, RTF.
     *
     * @throws IOException if the file cannot be read, holds no text or is larger than the limit; the message says which
     * @throws AnalysisStoppedException if the thread is interrupted
     */
    public LicenseReport analyze(Path file) throws IOException {
        return analyze(file, StopSignal.onInterrupt());
    }

    /**
     * Reads and analyses a file within a limit of time.
     *
     * @throws IOException if the file cannot be read, holds no text or is larger than the limit; the message says which
     * @throws IllegalArgumentException if the time is negative
     * @throws AnalysisStoppedException if the time is over before there is a report, or the thread is interrupted
     */
    public LicenseReport analyze(Path file, Duration allowed) throws IOException {
        return analyze(file, StopSignal.after(allowed));
    }

    private LicenseReport analyze(Path file, StopSignal stop) throws IOException {
        return analyze(Documents.read(file, ReadLimits.usual().withText(limit), stop), stop);
    }

    /**
     * Analyses a text. Never throws for its content.
     *
     * @throws IllegalArgumentException if the text is longer than the limit, in UTF-16 code units
     * @throws AnalysisStoppedException if the thread is interrupted
     */
    public LicenseReport analyze(LicenseText text) {
        return analyze(text, StopSignal.onInterrupt());
    }

    /**
     * Analyses a text within a limit of time. Never throws for its content.
     *
     * @throws IllegalArgumentException if the text is longer than the limit, or the time is negative
     * @throws AnalysisStoppedException if the time is over before there is a report, or the thread is interrupted
     */
    public LicenseReport analyze(LicenseText text, Duration allowed) {
        return analyze(text, StopSignal.after(allowed));
    }

    /**
     * Analyses a text as long as it may: for who reads the text within the same limit of time. Never throws for its content.
     *
     * @throws IllegalArgumentException if the text is longer than the limit, in UTF-16 code units
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public LicenseReport analyze(LicenseText text, StopSignal stop) {
        checkLength(text.name(), text.original());
        Segmentation segmentation = segmenter.segment(text, stop);
        return reports.build(
                text,
                segmentation,
                matcher.match(text, segmentation, stop),
                LicenseIndex.bundled().identify(text, stop),
                stop);
    }

    private void checkLength(String name, String text) {
        if (text.length() > limit) {
            throw new IllegalArgumentException(name + " has " + text.length() + " characters, more than the limit of "
                    + limit + "; give the licence alone, or build an analyzer with a higher limit");
        }
    }

    /** Compares two texts that are at hand as strings; their reports call them "before" and "after". */
    public LicenseDiff compare(String before, String after) {
        return compare(LicenseText.of("before", before), LicenseText.of("after", after));
    }

    /**
     * Reads two files, as a rule an old and a new version of one licence, and compares them.
     *
     * @throws IOException if one of them cannot be read, holds no text or is larger than
     *     {@link LicenseText#DEFAULT_LIMIT} bytes; the message says which
     */
    public LicenseDiff compare(Path before, Path after) throws IOException {
        return compare(Documents.read(before), Documents.read(after));
    }

    /**
     * Compares two texts clause by clause: what appeared, vanished, changed its value, was reworded or moved. Never throws
     * for their content; takes time linear in their length.
     */
    public LicenseDiff compare(LicenseText before, LicenseText after) {
        return compare(before, after, StopSignal.onInterrupt());
    }

    /**
     * The same, as long as it may: analysing both and comparing them.
     *
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public LicenseDiff compare(LicenseText before, LicenseText after, StopSignal stop) {
        return reports.diffs().build(before, analyze(before, stop), after, analyze(after, stop), stop);
    }

    /** Settings of an analyzer. Not thread-safe. */
    public static final class Builder {
        private @Nullable PatternCatalog catalog;
        private @Nullable Integer limit;

        private Builder() {}

        /**
         * Reads with this catalog instead of the bundled one.
         *
         * @throws IllegalStateException if a catalog was set before
         */
        public Builder catalog(PatternCatalog catalog) {
            if (this.catalog != null) {
                throw new IllegalStateException("The catalog is set already, to version " + this.catalog.version());
            }
            this.catalog = Objects.requireNonNull(catalog, "catalog");
            return this;
        }

        /**
         * Refuses texts of more than so many bytes (a file) or UTF-16 code units (a string, or the text of a document of
         * another format), instead of
         * {@link LicenseText#DEFAULT_LIMIT}. An analysis takes memory of up to 40 times the text.
         *
         * @throws IllegalArgumentException if the limit is not positive
         * @throws IllegalStateException if a limit was set before
         */
        public Builder limit(int limit) {
            if (limit <= 0) {
                throw new IllegalArgumentException("The limit must be positive, not " + limit);
            }
            if (this.limit != null) {
                throw new IllegalStateException("The limit is set already, to " + this.limit);
            }
            this.limit = limit;
            return this;
        }

        /** Compiles the catalog. */
        public LicenseAnalyzer build() {
            return new LicenseAnalyzer(
                    catalog == null ? PatternCatalog.bundled() : catalog,
                    limit == null ? LicenseText.DEFAULT_LIMIT : limit);
        }
    }
}

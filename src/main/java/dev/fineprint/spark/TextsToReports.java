// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.read.Documents;
import dev.fineprint.read.ReadLimits;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.util.Collections;
import java.util.Iterator;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;

/** Turns the texts of a partition, one after the other as they are asked for, into rows of reports. Runs on executors. */
final class TextsToReports implements MapPartitionsFunction<Row, Row> {
    private static final long serialVersionUID = 1L;

    /** What a text is called in messages that nobody gave a name. */
    private static final String NAMELESS = "text";

    private final Settings settings;

    TextsToReports(Settings settings) {
        this.settings = settings;
    }

    /** Rows of a name and a text, either of which may be null; the text is a string or bytes. */
    @Override
    public Iterator<Row> call(Iterator<Row> texts) {
        if (!texts.hasNext()) { // partitions without rows are many after a filter, and need no analyzer
            return Collections.emptyIterator();
        }
        LicenseAnalyzer analyzer = Analyzers.ofThisMachine().get(settings);
        Messages messages = settings.messages();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return texts.hasNext();
            }

            @Override
            public Row next() {
                return row(analyzer, messages, texts.next());
            }
        };
    }

    private Row row(LicenseAnalyzer analyzer, Messages messages, Row source) {
        @Nullable String name = source.isNullAt(0) ? null : source.getString(0);
        if (source.isNullAt(1)) {
            return ReportRow.failed(name, "no text: the column is null");
        }
        try {
            String shown = name == null ? NAMELESS : name;
            return ReportRow.of(name, analyze(analyzer, shown, source.get(1)), messages);
        } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
            if (Thread.currentThread().isInterrupted() && e instanceof RuntimeException stopped) {
                throw stopped; // Spark ends the task: that says nothing of the text
            }
            return ReportRow.failed(name, reason(e));
        }
    }

    private LicenseReport analyze(LicenseAnalyzer analyzer, String name, Object content) throws IOException {
        if (content instanceof String text && text.length() > analyzer.limit()) {
            // the analyzer would say so itself, but only after it has looked at each character
            throw new IOException(name + ": has " + text.length() + " characters, more than the limit of "
                    + analyzer.limit() + "; give the licence alone, or raise the limit");
        }
        StopSignal stop = settings.deadline().map(StopSignal::after).orElseGet(StopSignal::onInterrupt);
        return analyzer.analyze(decode(analyzer, name, content, stop), stop);
    }

    private static LicenseText decode(LicenseAnalyzer analyzer, String name, Object content, StopSignal stop)
            throws IOException {
        if (content instanceof byte[] bytes) {
            return Documents.read(name, bytes, ReadLimits.usual().withText(analyzer.limit()), stop);
        }
        return LicenseText.of(name, (String) content, stop);
    }

    private static String reason(Throwable problem) {
        String message = problem.getMessage();
        return message == null || message.isBlank()
                ? problem.getClass().getName()
                : problem instanceof IOException || problem instanceof AnalysisStoppedException
                        ? message
                        : problem.getClass().getSimpleName() + ": " + message;
    }
}

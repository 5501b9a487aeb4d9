// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;

/**
 * Writes reports in one format. A writer keeps nothing between calls and may be shared between threads; it writes
 * UTF-8, flushes, and never closes the stream.
 */
public interface ReportWriter {
    /**
     * Writes one report as a document of its own; the same as {@link #writeAll} of one, unless a format says otherwise.
     *
     * @throws IOException if the stream fails
     */
    default void write(LicenseReport report, OutputStream out) throws IOException {
        writeAll(List.of(report), out);
    }

    /**
     * Writes several reports as one document, each as soon as the iterator hands it out.
     *
     * @throws IOException if the stream fails
     */
    void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException;

    /**
     * Returns a new, empty page in front of a folder of reports that {@link #write} writes one by one; empty if the
     * format has none.
     */
    default Optional<ReportIndex> index() {
        return Optional.empty();
    }
}

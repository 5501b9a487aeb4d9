// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.LocalizedText;

/** What became of one text, or of a whole source where {@link Failed} and {@link Noted} say so. */
public sealed interface BulkResult {
    /** The text, or the source. */
    BulkText text();

    /**
     * A text with its report.
     *
     * @param text the text
     * @param report its report
     */
    record Analyzed(BulkText text, LicenseReport report) implements BulkResult {}

    /**
     * A text that the caller had finished before.
     *
     * @param text the text
     * @param sha256 checksum of its bytes
     */
    record Finished(BulkText text, String sha256) implements BulkResult {}

    /**
     * A text that could not be read or analysed, or a source that cannot be read, or not further.
     *
     * @param text the text or the source
     * @param cause an {@link java.io.IOException} if it could not be read; an {@link
     *     dev.fineprint.text.AnalysisStoppedException} if the time was over; an {@link OutOfMemoryError} if it needs more
     *     memory than there is; anything else is a fault of Fineprint
     */
    record Failed(BulkText text, Throwable cause) implements BulkResult {}

    /**
     * Something about a source that its user should know, such as archives inside it, which are not opened. Nothing failed.
     *
     * @param text the source
     * @param note one sentence
     */
    record Noted(BulkText text, LocalizedText note) implements BulkResult {}
}

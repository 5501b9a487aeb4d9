// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseDiff;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes comparisons in one format. A writer keeps nothing between calls and may be shared between threads; it writes
 * UTF-8, flushes, and never closes the stream.
 */
public interface DiffWriter {
    /**
     * Writes one comparison as a document of its own.
     *
     * @throws IOException if the stream fails
     */
    void write(LicenseDiff diff, OutputStream out) throws IOException;
}

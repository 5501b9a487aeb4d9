// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.policy.Decision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes decisions in one format. A writer keeps nothing between calls and may be shared between threads; it writes
 * UTF-8, flushes, and never closes the stream.
 */
public interface DecisionWriter {
    /**
     * Writes one decision as a document of its own; the same as {@link #writeAll} of one, unless a format says
     * otherwise.
     *
     * @throws IOException if the stream fails
     */
    default void write(Decision decision, OutputStream out) throws IOException {
        writeAll(List.of(decision), out);
    }

    /**
     * Writes several decisions as one document, each as soon as the iterator hands it out.
     *
     * @throws IOException if the stream fails
     */
    void writeAll(Iterable<Decision> decisions, OutputStream out) throws IOException;
}

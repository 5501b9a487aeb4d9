// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.scan.ModelRelease;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/**
 * Writes what was found in releases in one format. A writer keeps nothing between calls and may be shared between threads;
 * it writes UTF-8, flushes, and never closes the stream.
 */
public interface ReleaseWriter {
    /**
     * Writes one release as a document of its own; the same as {@link #writeAll} of one, unless a format says otherwise.
     *
     * @throws IOException if the stream fails
     */
    default void write(ModelRelease release, OutputStream out) throws IOException {
        writeAll(List.of(release), out);
    }

    /**
     * Writes several releases as one document, each as soon as the iterator hands it out.
     *
     * @throws IOException if the stream fails
     */
    void writeAll(Iterable<ModelRelease> releases, OutputStream out) throws IOException;
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * A page in front of a folder of reports that were written one by one. It belongs to one folder and one thread: hand it
 * each report as it is written, then write it. It keeps of each report only what its page shows.
 */
public interface ReportIndex {
    /** Returns what its file is called in the folder. */
    String fileName();

    /**
     * Takes a report in.
     *
     * @param file the name of the report's file in the folder, with {@code /} between the steps if it lies deeper
     */
    void add(LicenseReport report, String file);

    /**
     * Returns what {@link #restore} needs to take this report in without having it: one line, for whoever writes a folder
     * in several goes.
     *
     * @param file the name of the report's file in the folder
     */
    String memo(LicenseReport report, String file);

    /**
     * Takes a report in of which nothing is left but its memo.
     *
     * @throws IllegalArgumentException if that is no memo of such a page
     */
    void restore(String memo);

    /**
     * Writes the page in UTF-8, flushes, and does not close the stream.
     *
     * @throws IOException if the stream fails
     */
    void write(OutputStream out) throws IOException;
}

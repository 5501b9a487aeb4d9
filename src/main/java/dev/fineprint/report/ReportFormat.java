// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.function.Function;

/**
 * A format that reports are written in.
 *
 * @param name how a user asks for it, in lower case
 * @param extension what a file of this format is called behind the dot
 * @param factory makes its writer; asked only when the format is wanted, so that unused formats load nothing
 */
public record ReportFormat(String name, String extension, Function<ReportOptions, ReportWriter> factory) {
    /** Returns a writer of this format. */
    public ReportWriter writer(ReportOptions options) {
        return factory.apply(options);
    }
}

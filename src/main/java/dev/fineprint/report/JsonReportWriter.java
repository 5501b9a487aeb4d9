// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one report as a JSON object, several as an array of them, after {@code urn:fineprint:report:1}. */
final class JsonReportWriter implements ReportWriter {
    private final JsonReport json;

    JsonReportWriter(ReportOptions options) {
        this.json = new JsonReport(new ReportWords(options.locale()));
    }

    @Override
    public void write(LicenseReport report, OutputStream out) throws IOException {
        JsonDocument.write(report, out, json::write);
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        JsonDocument.writeAll(reports, out, json::write);
    }

    /** Breaks lines with a line feed, always: a document must not depend on the machine that wrote it. */
    static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }
}

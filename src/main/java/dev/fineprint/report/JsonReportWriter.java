// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes one report as a JSON object, several as an array of them, after {@code urn:fineprint:report:1}. */
final class JsonReportWriter implements ReportWriter {
    private final JsonReport json;

    JsonReportWriter(ReportOptions options) {
        this.json = new JsonReport(new ReportWords(options.locale()));
    }

    @Override
    public void write(LicenseReport report, OutputStream out) throws IOException {
        try (JsonGenerator generator = pretty(out)) {
            json.write(report, generator);
        }
        end(out);
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        try (JsonGenerator generator = pretty(out)) {
            generator.writeStartArray();
            for (LicenseReport report : reports) {
                json.write(report, generator);
            }
            generator.writeEndArray();
        }
        end(out);
    }

    private static JsonGenerator pretty(OutputStream out) throws IOException {
        return SafeJson.FACTORY.createGenerator(out).setPrettyPrinter(printer());
    }

    /** Breaks lines with a line feed, always: a document must not depend on the machine that wrote it. */
    static DefaultPrettyPrinter printer() {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentObjectsWith(indenter);
        printer.indentArraysWith(indenter);
        return printer;
    }

    private static void end(OutputStream out) throws IOException {
        out.write("\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}

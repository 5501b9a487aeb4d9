// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;

/** Writes each report as one line of JSON: for thousands of texts. */
final class JsonLinesReportWriter implements ReportWriter {
    private final JsonReport json;

    JsonLinesReportWriter(ReportOptions options) {
        this.json = new JsonReport(new ReportWords(options.locale()));
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        for (LicenseReport report : reports) {
            try (JsonGenerator generator = SafeJson.FACTORY.createGenerator(out)) {
                json.write(report, generator);
            }
            out.write('\n');
            out.flush();
        }
        out.flush();
    }
}

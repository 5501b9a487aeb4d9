// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;

/**
 * Writes SARIF 2.1.0 for code-scanning services: one run, or several where one would hold more than services take; one
 * rule for each kind that was found, one result for each finding.
 */
final class SarifReportWriter implements ReportWriter {
    private final SarifFindings findings;
    private final int resultsInARun;

    SarifReportWriter(ReportOptions options) {
        this(options, SarifLog.RESULTS);
    }

    SarifReportWriter(ReportOptions options, int resultsInARun) {
        this.findings = new SarifFindings(options);
        this.resultsInARun = resultsInARun;
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        try (SarifLog log = new SarifLog(out, resultsInARun)) {
            for (LicenseReport report : reports) {
                findings.write(report, report.document().name(), log);
            }
        }
    }
}

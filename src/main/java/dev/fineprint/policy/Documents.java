// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import java.util.List;
import java.util.function.Predicate;

/** The texts that apply together. */
record Documents(List<LicenseReport> reports) {
    boolean anyFinding(Predicate<Finding> wanted) {
        return reports.stream().flatMap(report -> report.findings().stream()).anyMatch(wanted);
    }

    boolean has(String kind) {
        return anyFinding(finding -> finding.kind().equals(kind));
    }
}

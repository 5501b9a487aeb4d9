// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The texts that apply together. */
record Documents(List<LicenseReport> reports) {
    private static final String GRANT = "additional use grant";
    private static final int LONGEST_GRANT = 800;

    boolean anyFinding(Predicate<Finding> wanted) {
        return reports.stream().flatMap(report -> report.findings().stream()).anyMatch(wanted);
    }

    /** What a text that keeps production use back gives nevertheless: the words behind "Additional Use Grant". */
    Optional<String> additionalUseGrant() {
        for (LicenseReport report : reports) {
            String text = report.text().orElse("");
            String lower = text.toLowerCase(Locale.ROOT);
            for (int at = lower.indexOf(GRANT); at >= 0; at = lower.indexOf(GRANT, at + 1)) {
                int from = at + GRANT.length();
                String behind = text.substring(from, Math.min(text.length(), from + LONGEST_GRANT));
                int end = behind.indexOf("\n\n");
                String words = (end < 0 ? behind : behind.substring(0, end)).strip();
                boolean defines = words.startsWith(":") || words.startsWith("：") || words.startsWith("|");
                String grant = defines ? words.substring(1).strip() : "";
                if (!grant.isEmpty() && !grant.toLowerCase(Locale.ROOT).startsWith("none")) {
                    return Optional.of(grant.lines().map(String::strip).collect(Collectors.joining(" ")));
                }
            }
        }
        return Optional.empty();
    }

    boolean has(String kind) {
        return anyFinding(finding -> finding.kind().equals(kind));
    }
}

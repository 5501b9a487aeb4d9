// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.Effect;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/**
 * Several reports on one page. Each is made when the template comes to it and forgotten afterwards; of all that went by
 * a row for the table remains. May be gone through once.
 */
final class HtmlReports implements Iterable<HtmlReport> {
    private final Iterator<LicenseReport> reports;
    private final ReportWords words;
    private final List<Row> rows = new ArrayList<>();

    HtmlReports(Iterator<LicenseReport> reports, ReportWords words) {
        this.reports = reports;
        this.words = words;
    }

    @Override
    public Iterator<HtmlReport> iterator() {
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return reports.hasNext();
            }

            @Override
            public HtmlReport next() {
                LicenseReport report = reports.next();
                HtmlReport shown = new HtmlReport(report, words, "t" + (rows.size() + 1) + "-");
                rows.add(row(report, "#" + shown.id(), words));
                return shown;
            }
        };
    }

    /** A row for each report that went by. */
    List<Row> rows() {
        return List.copyOf(rows);
    }

    static Row row(LicenseReport report, String address, ReportWords words) {
        Map<Effect, Integer> counts = new EnumMap<>(Effect.class);
        report.findings().forEach(finding -> counts.merge(finding.effect(), 1, Integer::sum));
        return new Row(
                SafeText.name(report.document().name()),
                address,
                words.text("verdict." + report.verdict().name()),
                HtmlReport.signal(report),
                Map.copyOf(counts),
                says(report, words),
                report.identification()
                        .flatMap(known -> HtmlReport.identity(known, words))
                        .orElse(""));
    }

    /** The kinds of clauses that deviate, by name: short enough for a table; where there are none, why. */
    private static String says(LicenseReport report, ReportWords words) {
        if (report.deviations().isEmpty()) {
            return SafeText.oneLine(words.messages().of(report.rationale()));
        }
        return words.list(report.deviations().stream()
                .map(deviation -> SafeText.oneLine(words.messages().of(deviation.title())))
                .toList());
    }

    /** What the table says of a report. */
    record Row(
            String name,
            String address,
            String verdict,
            Effect signal,
            Map<Effect, Integer> counts,
            String summary,
            String identification) {
        int count(Effect effect) {
            return counts.getOrDefault(effect, 0);
        }

        /** The place of its verdict in a table sorted by verdict: the gravest first. */
        int rank() {
            return HtmlPage.EFFECTS.indexOf(signal);
        }
    }
}

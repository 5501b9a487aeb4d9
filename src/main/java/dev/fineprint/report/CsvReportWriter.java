// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes the findings as rows for a spreadsheet, after RFC 4180. A cell that a spreadsheet would take for a formula
 * gets an apostrophe in front.
 */
final class CsvReportWriter implements ReportWriter {
    private static final List<String> COLUMNS = List.of(
            "document",
            "verdict",
            "finding",
            "kind",
            "title",
            "effect",
            "attitude",
            "criteria",
            "values",
            "section",
            "line",
            "column",
            "start",
            "end",
            "text",
            "language",
            "pattern",
            "page");

    private final ReportWords words;

    CsvReportWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CSVPrinter printer = new CSVPrinter(writer, CSVFormat.RFC4180); // left open: the stream is the caller's
        row(COLUMNS, printer);
        for (LicenseReport report : reports) {
            for (Finding finding : report.findings()) {
                row(cells(report, finding), printer);
            }
            writer.flush();
        }
        writer.flush();
    }

    private List<String> cells(LicenseReport report, Finding finding) {
        String criteria = report.deviations().stream()
                .filter(deviation -> deviation.findings().contains(finding.id()))
                .map(Deviation::criteria)
                .flatMap(List::stream)
                .distinct()
                .collect(Collectors.joining(" "));
        Span span = finding.span();
        return List.of(
                report.document().name(),
                report.verdict().name(),
                finding.id(),
                finding.kind(),
                words.title(report, finding.kind()),
                finding.effect().code(),
                finding.attitude().map(attitude -> attitude.code()).orElse(""),
                criteria,
                words.values(report, finding),
                finding.section().orElse(""),
                String.valueOf(span.line()),
                String.valueOf(span.column()),
                String.valueOf(span.start()),
                String.valueOf(span.end()),
                finding.text(),
                finding.language(),
                finding.pattern(),
                span.page() == 0 ? "" : String.valueOf(span.page()));
    }

    private static void row(List<String> cells, CSVPrinter out) throws IOException {
        for (String cell : cells) {
            String text = SafeText.visible(cell);
            out.print(isFormula(text) ? "'" + text : text);
        }
        out.println();
    }

    /** Whether a spreadsheet could calculate it; full-width signs count, and blanks in front do not help. */
    private static boolean isFormula(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t' || c == '\n') {
                return true;
            }
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                return "=+-@＝＋－＠".indexOf(c) >= 0;
            }
        }
        return false;
    }
}

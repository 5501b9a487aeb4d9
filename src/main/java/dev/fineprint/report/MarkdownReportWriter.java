// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes for a comment on a pull request: verdict, a table of deviations, the quotations folded away. */
final class MarkdownReportWriter implements ReportWriter {
    /** Code hosts refuse comments of more than 65,536 characters; what is left out is said. */
    private static final int ROOM_FOR_QUOTES = 55_000;

    private static final int QUOTE_COLUMNS = 240;

    private final ReportWords words;

    MarkdownReportWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        boolean first = true;
        for (LicenseReport report : reports) {
            if (!first) {
                writer.write("\n");
            }
            first = false;
            page(report, writer);
            writer.flush();
        }
        writer.flush();
    }

    private void page(LicenseReport report, Writer out) throws IOException {
        line(out, "### " + words.text("text.title", escaped(report.document().name())));
        line(out, "");
        line(
                out,
                "**" + words.text("verdict." + report.verdict().name()) + "**" + words.text("separator.sentence")
                        + escaped(words.messages().of(report.rationale())));
        line(out, "");
        line(out, escaped(words.messages().of(report.summary())));
        line(out, "");
        if (!report.deviations().isEmpty()) {
            table(report, out);
            details(report, out);
        }
        line(out, "<sub>" + escaped(words.text("disclaimer")) + "</sub>");
    }

    private void table(LicenseReport report, Writer out) throws IOException {
        line(
                out,
                "| " + words.text("column.effect") + " | " + words.text("column.kind") + " | "
                        + words.text("column.criteria") + " | " + words.text("column.explanation") + " |");
        line(out, "|---|---|---|---|");
        for (Deviation deviation : report.deviations()) {
            List<String> criteria = new ArrayList<>();
            deviation.criteria().forEach(one -> criteria.add(escaped(one)));
            line(
                    out,
                    "| " + words.effect(deviation.effect())
                            + " | " + escaped(words.messages().of(deviation.title())) + " `" + code(deviation.kind())
                            + "`"
                            + " | " + words.list(criteria)
                            + " | " + escaped(words.messages().of(deviation.explanation()))
                            + " |");
        }
        line(out, "");
    }

    private void details(LicenseReport report, Writer out) throws IOException {
        List<String> items = new ArrayList<>();
        for (Deviation deviation : report.deviations()) {
            for (String id : deviation.findings()) {
                report.finding(id).ifPresent(finding -> items.add(item(report, finding)));
            }
        }
        line(out, "<details><summary>" + words.text("markdown.quotations", items.size()) + "</summary>");
        line(out, "");
        int written = 0;
        int shown = 0;
        for (String item : items) {
            if (written + item.length() > ROOM_FOR_QUOTES) {
                line(out, "");
                line(out, words.text("markdown.more", items.size() - shown));
                break;
            }
            line(out, item);
            written += item.length();
            shown++;
        }
        line(out, "");
        line(out, "</details>");
        line(out, "");
    }

    private String item(LicenseReport report, Finding finding) {
        String values = words.values(report, finding);
        return "- " + escaped(words.title(report, finding.kind()))
                + words.text("separator.list")
                + Places.of(words.messages(), finding.span())
                + words.text("separator.colon")
                + escaped(words.text("quote", SafeText.oneLine(finding.text(), QUOTE_COLUMNS)))
                + (values.isEmpty() ? "" : " " + escaped(words.text("text.values", values)));
    }

    /** An id as code; ids hold nothing that would end it, and what is no id loses what would. */
    private static String code(String id) {
        return SafeText.oneLine(id).replaceAll("[`|<>]", "");
    }

    /** One line on which nothing is markup, a mention, an issue number or HTML. */
    static String escaped(String text) {
        String line = SafeText.oneLine(text);
        StringBuilder escaped = new StringBuilder(line.length() + 16);
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                case '#' -> escaped.append("&#35;");
                case '|' -> escaped.append("&#124;");
                case '\\', '`', '*', '_', '{', '}', '[', ']', '!', '~', '$' ->
                    escaped.append('\\').append(c);
                case ':' -> escaped.append(line.startsWith("//", i + 1) ? "&#58;" : ":");
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}

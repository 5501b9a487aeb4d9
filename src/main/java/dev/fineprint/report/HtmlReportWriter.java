// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseReport;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes pages for a browser: one file that needs nothing else. Several reports become one page with a table in front;
 * reports in a folder get a page with that table.
 */
final class HtmlReportWriter implements ReportWriter {
    private final ReportWords words;
    private final HtmlAssets assets = HtmlAssets.load();

    HtmlReportWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void write(LicenseReport report, OutputStream out) throws IOException {
        HtmlPage page =
                page(words.text("text.title", SafeText.name(report.document().name())));
        HtmlReport shown = new HtmlReport(report, words, "");
        HtmlOutput.write((html, none) -> JtereportGenerated.render(html, none, page, shown), out);
    }

    /** {@inheritDoc} The table can be known last only and stands at the end; the page shows it first. */
    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        Iterator<LicenseReport> each = reports.iterator();
        HtmlPage page = page(words.text("html.index.title"));
        HtmlReports shown = new HtmlReports(each, words);
        HtmlOutput.write((html, none) -> JtereportsGenerated.render(html, none, page, shown), out);
    }

    @Override
    public Optional<ReportIndex> index() {
        return Optional.of(new Index());
    }

    private HtmlPage page(String title) {
        return new HtmlPage(words, assets, title);
    }

    /** The table of a folder's reports. */
    private final class Index implements ReportIndex {
        private final List<HtmlReports.Row> rows = new ArrayList<>();

        @Override
        public String fileName() {
            return "index.html";
        }

        @Override
        public void add(LicenseReport report, String file) {
            rows.add(row(report, file));
        }

        private HtmlReports.Row row(LicenseReport report, String file) {
            String path = Arrays.stream(file.split("/"))
                    .map(step -> URLEncoder.encode(step, StandardCharsets.UTF_8).replace("+", "%20"))
                    .collect(Collectors.joining("/"));
            return HtmlReports.row(report, "./" + path, words); // the dot keeps a name from being read as a scheme
        }

        @Override
        public String memo(LicenseReport report, String file) {
            return HtmlMemo.of(row(report, file));
        }

        @Override
        public void restore(String memo) {
            rows.add(HtmlMemo.row(memo));
        }

        @Override
        public void write(OutputStream out) throws IOException {
            HtmlPage page = page(words.text("html.index.title"));
            HtmlOutput.write((html, none) -> JteindexGenerated.render(html, none, page, List.copyOf(rows)), out);
        }
    }
}

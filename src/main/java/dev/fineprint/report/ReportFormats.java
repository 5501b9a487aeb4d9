// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The formats at hand, by name. Immutable. */
public final class ReportFormats {
    private final Map<String, ReportFormat> formats;

    private ReportFormats(Map<String, ReportFormat> formats) {
        this.formats = Collections.unmodifiableMap(formats);
    }

    /** The formats that Fineprint brings along. */
    public static ReportFormats standard() {
        // lambdas, not constructor references: a reference would load the writer and its library at once
        return new ReportFormats(new LinkedHashMap<>())
                .plus(new ReportFormat("text", "txt", options -> new TextReportWriter(options)))
                .plus(new ReportFormat("json", "json", options -> new JsonReportWriter(options)))
                .plus(new ReportFormat("jsonl", "jsonl", options -> new JsonLinesReportWriter(options)))
                .plus(new ReportFormat("csv", "csv", options -> new CsvReportWriter(options)))
                .plus(new ReportFormat("html", "html", options -> new HtmlReportWriter(options)))
                .plus(new ReportFormat("markdown", "md", options -> new MarkdownReportWriter(options)))
                .plus(new ReportFormat("sarif", "sarif", options -> new SarifReportWriter(options)))
                .plus(new ReportFormat("cyclonedx", "cdx.json", options -> new CycloneDxReportWriter(options)))
                .plus(new ReportFormat("spdx", "spdx.json", options -> new SpdxReportWriter(options)));
    }

    /**
     * These and one more.
     *
     * @throws IllegalArgumentException if there is a format of that name already
     */
    public ReportFormats plus(ReportFormat format) {
        if (formats.containsKey(format.name())) {
            throw new IllegalArgumentException("There is a format " + format.name() + " already");
        }
        Map<String, ReportFormat> more = new LinkedHashMap<>(formats);
        more.put(format.name(), format);
        return new ReportFormats(more);
    }

    /** Returns the format of that name. */
    public Optional<ReportFormat> find(String name) {
        return Optional.ofNullable(formats.get(name));
    }

    /** Returns the names, in the order in which help texts list them. */
    public List<String> names() {
        return List.copyOf(formats.keySet());
    }

    /** Returns all formats. */
    public List<ReportFormat> all() {
        return new ArrayList<>(formats.values());
    }
}

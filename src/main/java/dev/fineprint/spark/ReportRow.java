// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import dev.fineprint.Deviation;
import dev.fineprint.DocumentInfo;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.ToolInfo;
import dev.fineprint.catalog.Effect;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import scala.jdk.javaapi.CollectionConverters;

/** Writes a report as a row of {@link Columns#REPORT}. */
final class ReportRow {
    /** The value of a finding that has a column of its own, too. */
    private static final String DOMAINS = "domains";

    private final LicenseReport report;
    private final Messages messages;
    private final Map<String, List<String>> criteria = new HashMap<>();

    private ReportRow(LicenseReport report, Messages messages) {
        this.report = report;
        this.messages = messages;
        for (Deviation deviation : report.deviations()) {
            deviation.findings().forEach(id -> criteria.put(id, deviation.criteria()));
        }
    }

    /** The row of a text that has a report. */
    static Row of(@Nullable String name, LicenseReport report, Messages messages) {
        return new ReportRow(report, messages).row(name);
    }

    /** The row of a text that has none, and why. */
    static Row failed(@Nullable String name, String failure) {
        return RowFactory.create(name, failure, null, null, null, null, null, null, null, null, null);
    }

    private Row row(@Nullable String name) {
        return RowFactory.create(
                name,
                null,
                report.verdict().name(),
                messages.of(report.rationale()),
                messages.of(report.summary()),
                document(report.document()),
                report.identification().map(ReportRow::identification).orElse(null),
                counts(),
                rows(report.deviations().stream().map(this::deviation).toList()),
                rows(report.findings().stream().map(this::finding).toList()),
                tool(report.tool()));
    }

    private Row document(DocumentInfo document) {
        return RowFactory.create(
                document.sha256(),
                document.length(),
                texts(document.languages()),
                document.mediaType(),
                positive(document.pages()),
                // nobody has the text of such a document but the report: without it the offsets would point nowhere
                document.isExtracted() ? report.text().orElse(null) : null);
    }

    private static Row identification(Identification known) {
        boolean any = !known.id().isEmpty();
        return RowFactory.create(
                any ? known.id() : null,
                any ? known.title() : null,
                known.relation().name(),
                known.similarity(),
                known.baseCovered(),
                known.textCovered(),
                known.osiApproved(),
                texts(known.contains()),
                texts(known.runnersUp()));
    }

    private Row counts() {
        return RowFactory.create(
                count(Effect.RESTRICTS), count(Effect.BURDENS), count(Effect.COMPATIBLE), count(Effect.REVIEW));
    }

    private int count(Effect effect) {
        return Math.toIntExact(report.findings().stream()
                .filter(finding -> finding.effect() == effect)
                .count());
    }

    private Row deviation(Deviation deviation) {
        OptionalInt precedents = deviation.osiPrecedents();
        return RowFactory.create(
                deviation.kind(),
                deviation.effect().code(),
                texts(deviation.criteria()),
                texts(deviation.findings()),
                messages.of(deviation.title()),
                messages.of(deviation.explanation()),
                messages.of(deviation.affects()),
                messages.of(deviation.remedy()),
                precedents.isPresent() ? precedents.getAsInt() : null);
    }

    private Row finding(Finding finding) {
        Span span = finding.span();
        Map<String, Object> params = new LinkedHashMap<>();
        finding.params().forEach((name, value) -> params.put(name, values(value)));
        return RowFactory.create(
                finding.id(),
                finding.kind(),
                title(finding.kind()),
                finding.effect().code(),
                finding.attitude().map(attitude -> attitude.code()).orElse(null),
                texts(criteria.getOrDefault(finding.id(), List.of())),
                CollectionConverters.asScala(params),
                values(finding.params().getOrDefault(DOMAINS, List.of())),
                finding.condition().orElse(null),
                finding.section().orElse(null),
                span.start(),
                span.end(),
                span.line(),
                span.column(),
                positive(span.page()),
                rows(finding.spans().stream().map(ReportRow::span).toList()),
                rows(finding.evidence().stream().map(ReportRow::span).toList()),
                finding.text(),
                finding.pattern(),
                finding.language(),
                finding.counterpart().orElse(null),
                finding.reason().map(messages::of).orElse(null));
    }

    private String title(String kind) {
        if (kind.equals(Finding.UNCLASSIFIED)) {
            return messages.text("kind.unclassified");
        }
        return report.kind(kind).map(known -> messages.of(known.title())).orElse(kind);
    }

    private static Row span(Span span) {
        return RowFactory.create(span.start(), span.end(), span.line(), span.column(), positive(span.page()));
    }

    private static Row tool(ToolInfo tool) {
        return RowFactory.create(tool.name(), tool.version(), tool.catalog());
    }

    private static String[] values(Object value) {
        return value instanceof List<?> several
                ? several.stream().map(String::valueOf).toArray(String[]::new)
                : new String[] {String.valueOf(value)};
    }

    private static String[] texts(Collection<String> texts) {
        return texts.toArray(String[]::new);
    }

    private static Row[] rows(List<Row> rows) {
        return rows.toArray(Row[]::new);
    }

    private static @Nullable Integer positive(int number) {
        return number > 0 ? number : null;
    }
}

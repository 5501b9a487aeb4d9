// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.AuthorityRef;
import dev.fineprint.Deviation;
import dev.fineprint.DocumentInfo;
import dev.fineprint.Finding;
import dev.fineprint.Freedom;
import dev.fineprint.Identification;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Passage;
import dev.fineprint.Span;
import dev.fineprint.ToolInfo;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The JSON of a report; what {@code urn:fineprint:report:1} asks for comes first in each object. */
final class JsonReport {
    private static final String SCHEMA = "urn:fineprint:report:1";

    private final ReportWords words;
    private final Messages messages;

    JsonReport(ReportWords words) {
        this.words = words;
        this.messages = words.messages();
    }

    void write(LicenseReport report, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", SCHEMA);
        tool(report.tool(), json);
        document(report.document(), report.text(), json);
        json.writeStringField("verdict", report.verdict().name());
        json.writeStringField("rationale", messages.of(report.rationale()));
        json.writeStringField("summary", messages.of(report.summary()));
        if (report.identification().isPresent()) {
            identification(report.identification().get(), json);
        }
        json.writeArrayFieldStart("findings");
        for (Finding finding : report.findings()) {
            finding(finding, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("deviations");
        for (Deviation deviation : report.deviations()) {
            deviation(deviation, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("kinds");
        for (KindInfo kind : report.kinds()) {
            kind(kind, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("freedoms");
        for (Freedom freedom : report.freedoms()) {
            json.writeStartObject();
            json.writeStringField("id", freedom.id());
            json.writeBooleanField("restricted", freedom.restricted());
            strings("findings", freedom.findings(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notAssessed");
        for (LocalizedText one : report.notAssessed()) {
            json.writeString(messages.of(one));
        }
        json.writeEndArray();
        json.writeStringField("language", words.locale().getLanguage());
        json.writeStringField("disclaimer", words.text("disclaimer"));
        json.writeEndObject();
    }

    static void tool(ToolInfo tool, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeStringField("name", tool.name());
        json.writeStringField("version", tool.version());
        json.writeStringField("catalog", tool.catalog());
        json.writeEndObject();
    }

    static void document(DocumentInfo document, Optional<String> text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("document");
        json.writeStringField("name", document.name());
        json.writeStringField("sha256", document.sha256());
        json.writeNumberField("length", document.length());
        strings("languages", document.languages(), json);
        if (document.isExtracted()) {
            json.writeStringField("mediaType", document.mediaType());
        }
        if (document.pages() > 0) {
            json.writeNumberField("pages", document.pages());
        }
        if (document.isExtracted() && text.isPresent()) {
            // Nobody has this text but the report: without it the offsets would point nowhere.
            json.writeStringField("text", text.get());
        }
        json.writeEndObject();
    }

    void identification(Identification known, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("identification");
        if (!known.id().isEmpty()) {
            json.writeStringField("id", known.id());
            json.writeStringField("title", known.title());
        }
        json.writeStringField("relation", known.relation().name());
        json.writeNumberField("similarity", known.similarity());
        json.writeNumberField("baseCovered", known.baseCovered());
        json.writeNumberField("textCovered", known.textCovered());
        json.writeBooleanField("osiApproved", known.osiApproved());
        strings("contains", known.contains(), json);
        strings("runnersUp", known.runnersUp(), json);
        json.writeArrayFieldStart("changes");
        for (Passage change : known.changes()) {
            json.writeStartObject();
            json.writeStringField("change", change.change().name());
            if (change.span().isPresent()) {
                json.writeFieldName("span");
                span(change.span().get(), json);
            }
            if (!change.removed().isEmpty()) {
                json.writeStringField("removed", change.removed());
            }
            strings("findings", change.findings(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (LocalizedText note : known.notes()) {
            json.writeString(messages.of(note));
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    void finding(Finding finding, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", finding.id());
        json.writeStringField("kind", finding.kind());
        json.writeStringField("effect", finding.effect().code());
        if (finding.attitude().isPresent()) {
            json.writeStringField("attitude", finding.attitude().get().code());
        }
        json.writeObjectFieldStart("params");
        for (Map.Entry<String, Object> value : finding.params().entrySet()) {
            json.writeFieldName(value.getKey());
            value(value.getValue(), json);
        }
        json.writeEndObject();
        if (finding.condition().isPresent()) {
            json.writeStringField("condition", finding.condition().get());
        }
        if (finding.section().isPresent()) {
            json.writeStringField("section", finding.section().get());
        }
        spans("spans", finding.spans(), json);
        spans("evidence", finding.evidence(), json);
        json.writeStringField("text", finding.text());
        json.writeStringField("pattern", finding.pattern());
        json.writeStringField("language", finding.language());
        if (finding.counterpart().isPresent()) {
            json.writeStringField("counterpart", finding.counterpart().get());
        }
        if (finding.reason().isPresent()) {
            json.writeStringField("reason", messages.of(finding.reason().get()));
        }
        json.writeEndObject();
    }

    static void value(Object value, JsonGenerator json) throws IOException {
        if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof List<?> several) {
            json.writeStartArray();
            for (Object one : several) {
                json.writeString(String.valueOf(one));
            }
            json.writeEndArray();
        } else {
            json.writeString(String.valueOf(value));
        }
    }

    private static void spans(String field, List<Span> spans, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (Span span : spans) {
            span(span, json);
        }
        json.writeEndArray();
    }

    static void span(Span span, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("start", span.start());
        json.writeNumberField("end", span.end());
        json.writeNumberField("line", span.line());
        json.writeNumberField("column", span.column());
        if (span.page() > 0) {
            json.writeNumberField("page", span.page());
        }
        json.writeEndObject();
    }

    private void deviation(Deviation deviation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", deviation.kind());
        json.writeStringField("effect", deviation.effect().code());
        strings("criteria", deviation.criteria(), json);
        strings("findings", deviation.findings(), json);
        json.writeStringField("title", messages.of(deviation.title()));
        json.writeStringField("explanation", messages.of(deviation.explanation()));
        json.writeStringField("affects", messages.of(deviation.affects()));
        json.writeStringField("remedy", messages.of(deviation.remedy()));
        json.writeArrayFieldStart("authorities");
        for (AuthorityRef authority : deviation.authorities()) {
            json.writeStartObject();
            json.writeStringField("source", authority.source());
            json.writeStringField("url", authority.url());
            json.writeStringField("strength", authority.strength());
            json.writeStringField("criterion", authority.criterion());
            json.writeStringField("note", authority.note());
            json.writeEndObject();
        }
        json.writeEndArray();
        if (deviation.osiPrecedents().isPresent()) {
            json.writeNumberField("osiPrecedents", deviation.osiPrecedents().getAsInt());
        }
        json.writeEndObject();
    }

    private void kind(KindInfo kind, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", kind.id());
        json.writeStringField("effect", kind.effect().code());
        json.writeStringField("title", messages.of(kind.title()));
        json.writeStringField("meaning", messages.of(kind.meaning()));
        strings("criteria", kind.criteria(), json);
        json.writeEndObject();
    }

    static void strings(String field, Collection<String> values, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (String value : values) {
            json.writeString(value);
        }
        json.writeEndArray();
    }
}

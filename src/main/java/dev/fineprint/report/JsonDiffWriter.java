// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.ClauseChange;
import dev.fineprint.LicenseDiff;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.TextChange;
import dev.fineprint.ValueChange;
import dev.fineprint.WordChange;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Writes a comparison as a JSON object after {@code urn:fineprint:diff:1}. */
final class JsonDiffWriter implements DiffWriter {
    private static final String SCHEMA = "urn:fineprint:diff:1";

    private final ReportWords words;
    private final Messages messages;
    private final JsonReport reports;

    JsonDiffWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
        this.messages = words.messages();
        this.reports = new JsonReport(words);
    }

    @Override
    public void write(LicenseDiff diff, OutputStream out) throws IOException {
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(out).setPrettyPrinter(JsonReportWriter.printer())) {
            json.writeStartObject();
            json.writeStringField("schema", SCHEMA);
            JsonReport.tool(diff.after().tool(), json);
            side("before", diff.before(), json);
            side("after", diff.after(), json);
            json.writeNumberField("beforeKept", diff.beforeKept());
            json.writeNumberField("afterKept", diff.afterKept());
            json.writeStringField("summary", messages.of(diff.summary()));
            json.writeArrayFieldStart("meanings");
            for (LocalizedText meaning : diff.meanings()) {
                json.writeString(messages.of(meaning));
            }
            json.writeEndArray();
            json.writeArrayFieldStart("changes");
            for (ClauseChange change : diff.changes()) {
                change(diff, change, json);
            }
            json.writeEndArray();
            json.writeArrayFieldStart("others");
            for (TextChange other : diff.others()) {
                other(other, json);
            }
            json.writeEndArray();
            json.writeStringField("language", words.locale().getLanguage());
            json.writeStringField("disclaimer", words.text("disclaimer"));
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private void side(String name, LicenseReport report, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(name);
        JsonReport.document(report.document(), report.text(), json);
        json.writeStringField("verdict", report.verdict().name());
        json.writeStringField("summary", messages.of(report.summary()));
        if (report.identification().isPresent()) {
            reports.identification(report.identification().get(), json);
        }
        json.writeEndObject();
    }

    private void change(LicenseDiff diff, ClauseChange change, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("type", code(change.type()));
        json.writeBooleanField("moved", change.moved());
        json.writeStringField("direction", code(change.direction()));
        json.writeStringField("kind", change.kind());
        json.writeStringField("title", DiffWords.title(words, diff, change.kind()));
        json.writeStringField("effect", change.effect().code());
        json.writeStringField("meaning", messages.of(change.meaning()));
        if (change.before().isPresent()) {
            json.writeFieldName("before");
            reports.finding(change.before().get(), json);
        }
        if (change.after().isPresent()) {
            json.writeFieldName("after");
            reports.finding(change.after().get(), json);
        }
        json.writeArrayFieldStart("values");
        for (ValueChange value : change.values()) {
            value(value, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("words");
        for (WordChange word : change.words()) {
            word(change, word, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void value(ValueChange value, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", value.name());
        if (value.before().isPresent()) {
            json.writeFieldName("before");
            JsonReport.value(value.before().get(), json);
        }
        if (value.after().isPresent()) {
            json.writeFieldName("after");
            JsonReport.value(value.after().get(), json);
        }
        if (value.isList()) {
            JsonReport.strings("added", value.added(), json);
            JsonReport.strings("dropped", value.dropped(), json);
        }
        json.writeEndObject();
    }

    /** Offsets are into the text of the two findings, which stand beside them. */
    private static void word(ClauseChange change, WordChange word, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", word.change().name().toLowerCase(Locale.ROOT));
        json.writeNumberField("beforeStart", word.beforeStart());
        json.writeNumberField("beforeEnd", word.beforeEnd());
        json.writeNumberField("afterStart", word.afterStart());
        json.writeNumberField("afterEnd", word.afterEnd());
        json.writeStringField(
                "removed", change.before().orElseThrow().text().substring(word.beforeStart(), word.beforeEnd()));
        json.writeStringField(
                "inserted", change.after().orElseThrow().text().substring(word.afterStart(), word.afterEnd()));
        json.writeEndObject();
    }

    private static void other(TextChange other, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("change", other.change().name().toLowerCase(Locale.ROOT));
        if (other.before().isPresent()) {
            json.writeFieldName("before");
            JsonReport.span(other.before().get(), json);
            json.writeStringField("removed", other.beforeText());
        }
        if (other.after().isPresent()) {
            json.writeFieldName("after");
            JsonReport.span(other.after().get(), json);
            json.writeStringField("inserted", other.afterText());
        }
        json.writeEndObject();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}

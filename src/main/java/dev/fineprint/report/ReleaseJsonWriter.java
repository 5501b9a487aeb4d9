// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.Messages;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.scan.Ancestor;
import dev.fineprint.scan.HeaderField;
import dev.fineprint.scan.Inherited;
import dev.fineprint.scan.ModelCard;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.Observation;
import dev.fineprint.scan.OpenPart;
import dev.fineprint.scan.PartTerms;
import dev.fineprint.scan.Quotation;
import dev.fineprint.scan.ReleaseDocument;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** Writes one release as a JSON object, several as an array of them, after {@code urn:fineprint:release:1}. */
final class ReleaseJsonWriter implements ReleaseWriter {
    private final Messages messages;
    private final JsonReport reports;
    private final DecisionJsonWriter decisions;

    ReleaseJsonWriter(ReportOptions options) {
        this.messages = Messages.in(options.locale());
        this.reports = new JsonReport(new ReportWords(options.locale()));
        this.decisions = new DecisionJsonWriter(options);
    }

    @Override
    public void write(ModelRelease release, OutputStream out) throws IOException {
        JsonDocument.write(release, out, this::write);
    }

    @Override
    public void writeAll(Iterable<ModelRelease> releases, OutputStream out) throws IOException {
        JsonDocument.writeAll(releases, out, this::write);
    }

    private void write(ModelRelease release, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "urn:fineprint:release:1");
        JsonReport.tool(release.tool(), json);
        json.writeStringField("name", release.name());
        json.writeStringField("summary", messages.of(release.summary()));
        json.writeArrayFieldStart("observations");
        for (Observation observation : release.observations()) {
            json.writeStartObject();
            json.writeStringField("topic", observation.topic().code());
            json.writeStringField("text", messages.of(observation.text()));
            quotations("quotations", observation.quotations(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        if (release.card().isPresent()) {
            card(release.card().get(), json);
        }
        json.writeArrayFieldStart("documents");
        for (ReleaseDocument document : release.documents()) {
            document(document, json);
        }
        json.writeEndArray();
        json.writeNumberField("otherFiles", release.others());
        json.writeArrayFieldStart("fields");
        for (HeaderField field : release.fields()) {
            json.writeStartObject();
            json.writeStringField("path", field.path());
            json.writeStringField("name", field.name());
            json.writeStringField("value", field.value());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("lineage");
        for (Ancestor ancestor : release.lineage()) {
            ancestor(ancestor, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("openness");
        for (OpenPart part : release.openness()) {
            json.writeStartObject();
            json.writeStringField("part", part.part().code());
            json.writeStringField("state", part.state().code());
            if (part.remark().isPresent()) {
                json.writeStringField("remark", messages.of(part.remark().get()));
            }
            quotations("evidence", part.evidence(), json);
            json.writeArrayFieldStart("terms");
            for (PartTerms terms : part.terms()) {
                json.writeStartObject();
                json.writeStringField("license", terms.license());
                if (terms.verdict().isPresent()) {
                    json.writeStringField("verdict", terms.verdict().get().name());
                }
                json.writeFieldName("quotation");
                quotation(terms.quotation(), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (LocalizedText note : release.notes()) {
            json.writeString(messages.of(note));
        }
        json.writeEndArray();
        if (release.decision().isPresent()) {
            json.writeFieldName("decision");
            decisions.write(release.decision().get(), json);
        }
        json.writeStringField("language", messages.locale().getLanguage());
        json.writeStringField("disclaimer", messages.text("disclaimer"));
        json.writeEndObject();
    }

    private static void card(ModelCard card, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("card");
        json.writeStringField("path", card.path());
        JsonReport.strings("license", card.licenses(), json);
        if (card.licenseName().isPresent()) {
            json.writeStringField("licenseName", card.licenseName().get());
        }
        if (card.licenseLink().isPresent()) {
            json.writeStringField("licenseLink", card.licenseLink().get());
        }
        JsonReport.strings("baseModel", card.baseModels(), json);
        if (card.baseModelRelation().isPresent()) {
            json.writeStringField("baseModelRelation", card.baseModelRelation().get());
        }
        JsonReport.strings("datasets", card.datasets(), json);
        JsonReport.strings("tags", card.tags(), json);
        json.writeEndObject();
    }

    private void document(ReleaseDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", document.path());
        json.writeStringField("role", document.role().code());
        json.writeNumberField("bytes", document.bytes());
        if (document.problem().isPresent()) {
            json.writeStringField("problem", messages.of(document.problem().get()));
        }
        if (document.report().isPresent()) {
            json.writeFieldName("report");
            reports.write(document.report().get(), json);
        }
        json.writeEndObject();
    }

    private void ancestor(Ancestor ancestor, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", ancestor.id());
        json.writeNumberField("generation", ancestor.generation());
        if (!ancestor.of().isEmpty()) {
            json.writeStringField("of", ancestor.of());
        }
        if (ancestor.relation().isPresent()) {
            json.writeStringField("relation", ancestor.relation().get());
        }
        if (ancestor.license().isPresent()) {
            json.writeStringField("license", ancestor.license().get());
        }
        if (ancestor.folder().isPresent()) {
            json.writeStringField("folder", ancestor.folder().get());
        }
        json.writeArrayFieldStart("inherited");
        for (Inherited one : ancestor.inherited()) {
            json.writeStartObject();
            json.writeStringField("kind", one.kind());
            if (!one.value().isEmpty()) {
                json.writeStringField("value", one.value());
            }
            json.writeStringField("text", messages.of(one.text()));
            if (one.quotation().isPresent()) {
                json.writeFieldName("quotation");
                quotation(one.quotation().get(), json);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
        quotations("quotations", ancestor.quotations(), json);
        json.writeEndObject();
    }

    private static void quotations(String field, List<Quotation> quotations, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (Quotation quotation : quotations) {
            quotation(quotation, json);
        }
        json.writeEndArray();
    }

    private static void quotation(Quotation quotation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", quotation.path());
        if (quotation.line() > 0) {
            json.writeNumberField("line", quotation.line());
        }
        if (quotation.page() > 0) {
            json.writeNumberField("page", quotation.page());
        }
        if (!quotation.section().isEmpty()) {
            json.writeStringField("section", quotation.section());
        }
        json.writeStringField("text", quotation.text());
        json.writeEndObject();
    }
}

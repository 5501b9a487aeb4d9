// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.DocumentInfo;
import dev.fineprint.Messages;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.ClauseDecision;
import dev.fineprint.policy.Decision;
import dev.fineprint.policy.Duty;
import dev.fineprint.policy.Money;
import dev.fineprint.policy.Organisation;
import dev.fineprint.policy.Purpose;
import dev.fineprint.policy.UseProfile;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Writes one decision as a JSON object, several as an array of them, after {@code urn:fineprint:decision:1}. */
final class DecisionJsonWriter implements DecisionWriter {
    private final Messages messages;

    DecisionJsonWriter(ReportOptions options) {
        this.messages = Messages.in(options.locale());
    }

    @Override
    public void write(Decision decision, OutputStream out) throws IOException {
        JsonDocument.write(decision, out, this::write);
    }

    @Override
    public void writeAll(Iterable<Decision> decisions, OutputStream out) throws IOException {
        JsonDocument.writeAll(decisions, out, this::write);
    }

    /** One decision as an object. */
    void write(Decision decision, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("schema", "urn:fineprint:decision:1");
        JsonReport.tool(decision.tool(), json);
        json.writeArrayFieldStart("documents");
        for (DocumentInfo document : decision.documents()) {
            json.writeStartObject();
            json.writeStringField("name", document.name());
            json.writeStringField("sha256", document.sha256());
            json.writeNumberField("length", document.length());
            JsonReport.strings("languages", document.languages(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeFieldName("profile");
        profile(decision.profile(), json);
        json.writeStringField("answer", decision.answer().name());
        json.writeStringField("summary", messages.of(decision.summary()));
        JsonReport.strings("missing", decision.missing(), json);
        json.writeArrayFieldStart("checklist");
        for (Duty duty : decision.duties()) {
            duty(duty, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("clauses");
        for (ClauseDecision clause : decision.clauses()) {
            clause(clause, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("notes");
        for (LocalizedText note : decision.notes()) {
            json.writeString(messages.of(note));
        }
        json.writeEndArray();
        json.writeStringField("language", messages.locale().getLanguage());
        json.writeStringField("disclaimer", messages.text("disclaimer"));
        json.writeEndObject();
    }

    private void duty(Duty duty, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", duty.action().code());
        json.writeStringField("text", messages.of(duty.text()));
        if (duty.subject().isPresent()) {
            json.writeStringField("subject", duty.subject().get());
        }
        JsonReport.strings("findings", duty.findings(), json);
        json.writeEndObject();
    }

    private void clause(ClauseDecision clause, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("document", clause.document());
        json.writeStringField("finding", clause.finding());
        json.writeStringField("kind", clause.kind());
        json.writeStringField("title", messages.of(clause.title()));
        json.writeStringField("answer", clause.answer().name());
        json.writeStringField("reason", messages.of(clause.reason()));
        json.writeStringField("text", clause.text());
        json.writeFieldName("span");
        JsonReport.span(clause.span(), json);
        json.writeArrayFieldStart("duties");
        for (Duty duty : clause.duties()) {
            duty(duty, json);
        }
        json.writeEndArray();
        JsonReport.strings("missing", clause.missing(), json);
        json.writeEndObject();
    }

    /** The profile as its own schema wants it, so that it can be read again. */
    private static void profile(UseProfile profile, JsonGenerator json) throws IOException {
        json.writeStartObject();
        if (profile.purposes().isPresent()) {
            JsonReport.strings(
                    "purpose",
                    profile.purposes().get().stream().map(Purpose::code).toList(),
                    json);
        }
        yes("commercial", profile.commercial(), json);
        number("monthly-active-users", profile.monthlyActiveUsers(), json);
        number("daily-active-users", profile.dailyActiveUsers(), json);
        money("annual-revenue", profile.annualRevenue(), json);
        money("monthly-revenue", profile.monthlyRevenue(), json);
        if (!profile.exchangeRates().isEmpty()) {
            json.writeObjectFieldStart("exchange-rates");
            for (Map.Entry<String, BigDecimal> rate : profile.exchangeRates().entrySet()) {
                json.writeNumberField(rate.getKey(), rate.getValue());
            }
            json.writeEndObject();
        }
        number("employees", profile.employees(), json);
        if (profile.territories().isPresent()) {
            JsonReport.strings("territories", profile.territories().get(), json);
        }
        Optional<Organisation> organisation = profile.organisation();
        if (organisation.isPresent()) {
            json.writeStringField("organisation", organisation.get().code());
        }
        if (profile.minimumUserAge().isPresent()) {
            json.writeNumberField("minimum-user-age", profile.minimumUserAge().getAsInt());
        }
        if (profile.domains().isPresent()) {
            JsonReport.strings("domains", profile.domains().get(), json);
        }
        yes("hosted-service", profile.hostedService(), json);
        yes("distributes", profile.distributes(), json);
        yes("modifies", profile.modifies(), json);
        yes("trains-other-models", profile.trainsOtherModels(), json);
        yes("competes", profile.competes(), json);
        yes("reverse-engineers", profile.reverseEngineers(), json);
        yes("sells", profile.sells(), json);
        if (profile.date().isPresent()) {
            json.writeStringField("date", profile.date().get().toString());
        }
        json.writeEndObject();
    }

    private static void yes(String field, Optional<Boolean> is, JsonGenerator json) throws IOException {
        if (is.isPresent()) {
            json.writeBooleanField(field, is.get());
        }
    }

    private static void number(String field, OptionalLong value, JsonGenerator json) throws IOException {
        if (value.isPresent()) {
            json.writeNumberField(field, value.getAsLong());
        }
    }

    private static void money(String field, Optional<Money> money, JsonGenerator json) throws IOException {
        if (money.isPresent()) {
            json.writeObjectFieldStart(field);
            json.writeNumberField("amount", money.get().amount());
            json.writeStringField("currency", money.get().currency());
            json.writeEndObject();
        }
    }
}

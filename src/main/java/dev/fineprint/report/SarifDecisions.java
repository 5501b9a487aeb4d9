// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.DocumentInfo;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.ClauseDecision;
import dev.fineprint.policy.Decision;
import dev.fineprint.policy.Duty;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Puts decisions into a SARIF document: one result for the whole, and one for each clause that refuses the use, leaves it open
 * or asks for something. Clauses that ask nothing of the use have none.
 */
final class SarifDecisions {
    private static final int QUOTE_COLUMNS = 400;

    private final Messages messages;

    SarifDecisions(ReportOptions options) {
        this.messages = Messages.in(options.locale());
    }

    /**
     * The results of a decision.
     *
     * @param name makes the address of a document out of its name
     */
    void write(Decision decision, UnaryOperator<String> name, SarifLog log) throws IOException {
        log.tool(decision.tool());
        documents(decision, name, log);
        Map<String, Integer> seen = new HashMap<>();
        log.result(whole(decision, name, seen));
        for (ClauseDecision clause : decision.clauses()) {
            if (clause.answer() != Answer.ALLOWED) {
                boolean begins = log.full();
                log.result(result(clause, name, seen));
                if (begins) {
                    documents(decision, name, log);
                }
            }
        }
        decision.notes().forEach(note -> log.note(SafeText.oneLine(messages.of(note))));
    }

    private static void documents(Decision decision, UnaryOperator<String> name, SarifLog log) {
        for (DocumentInfo document : decision.documents()) {
            log.document(name.apply(document.name()), document.sha256());
        }
    }

    private SarifLog.Result whole(Decision decision, UnaryOperator<String> name, Map<String, Integer> seen) {
        String title = messages.text("decision.whole");
        String summary = messages.of(decision.summary());
        List<String> asks = decision.duties().stream()
                .map(duty -> messages.text("sarif.duty", SafeText.oneLine(messages.of(duty.text()))))
                .toList();
        String text = messages.text(
                        "value", messages.text("answer." + decision.answer().name()), summary)
                + (asks.isEmpty() ? "" : "\n" + String.join("\n", asks));
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("answer", decision.answer().name());
        properties.put("missing", String.join(",", decision.missing()));
        return new SarifLog.Result(
                rule("decision.whole", title, messages.text("decision.whole.says"), Answer.UNCLEAR),
                level(decision.answer()),
                text,
                List.of(new SarifLog.Place(
                        name.apply(decision.documents().get(0).name()), Optional.empty(), Optional.empty())),
                List.of(),
                SarifLog.fingerprint(
                        "decision.whole", decision.documents().get(0).name(), seen),
                properties);
    }

    private SarifLog.Result result(ClauseDecision clause, UnaryOperator<String> name, Map<String, Integer> seen) {
        String rule = "decision." + clause.kind();
        List<String> lines = new ArrayList<>();
        lines.add(messages.text(
                        "value",
                        messages.text("answer." + clause.answer().name()),
                        SafeText.oneLine(messages.of(clause.reason())))
                + messages.text("separator.sentence")
                + messages.text("quote", SafeText.oneLine(clause.text(), QUOTE_COLUMNS)));
        for (Duty duty : clause.duties()) {
            lines.add(messages.text("sarif.duty", SafeText.oneLine(messages.of(duty.text()))));
        }
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("answer", clause.answer().name());
        properties.put("finding", clause.finding());
        if (!clause.missing().isEmpty()) {
            properties.put("missing", String.join(",", clause.missing()));
        }
        return new SarifLog.Result(
                rule(rule, messages.of(clause.title()), messages.of(clause.title()), clause.answer()),
                level(clause.answer()),
                String.join("\n", lines),
                List.of(place(clause.span(), name.apply(clause.document()))),
                List.of(),
                SarifLog.fingerprint(rule, clause.text(), seen),
                properties);
    }

    private SarifLog.Place place(Span span, String name) {
        return new SarifLog.Place(
                name,
                Optional.of(new SarifLog.Region(span.line(), span.column(), 0, 0, span.start(), span.length())),
                span.page() > 0 ? Optional.of(Places.of(messages, span)) : Optional.empty());
    }

    private SarifLog.Rule rule(String id, String title, String meaning, Answer answer) {
        return new SarifLog.Rule(
                id,
                title,
                meaning,
                meaning + "\n\n" + messages.text("disclaimer"),
                level(answer),
                List.of("license", "use"));
    }

    private static String level(Answer answer) {
        return switch (answer) {
            case FORBIDDEN, NEEDS_LICENSE -> "error";
            case UNCLEAR -> "warning";
            case ALLOWED_WITH_DUTIES, ALLOWED -> "note";
        };
    }
}

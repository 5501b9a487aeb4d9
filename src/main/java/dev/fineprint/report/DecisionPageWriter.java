// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.DocumentInfo;
import dev.fineprint.Messages;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.ClauseDecision;
import dev.fineprint.policy.Decision;
import dev.fineprint.policy.Duty;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes decisions for people: the answer, the checklist, then clause by clause, the gravest first. */
final class DecisionPageWriter implements DecisionWriter {
    /** The order in which a reader should learn of things. */
    private static final List<Answer> ORDER =
            List.of(Answer.FORBIDDEN, Answer.NEEDS_LICENSE, Answer.UNCLEAR, Answer.ALLOWED_WITH_DUTIES, Answer.ALLOWED);

    private final Messages messages;
    private final PageFormat format;

    DecisionPageWriter(ReportOptions options, PageFormat format) {
        this.messages = Messages.in(options.locale());
        this.format = format;
    }

    @Override
    public void writeAll(Iterable<Decision> decisions, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        format.begin(writer);
        boolean first = true;
        for (Decision decision : decisions) {
            if (!first) {
                writer.write(format.separator());
            }
            first = false;
            format.write(page(decision), writer);
            writer.flush();
        }
        format.end(writer);
        writer.flush();
    }

    private Page page(Decision decision) {
        Page page = new Page();
        String names = decision.documents().stream()
                .map(DocumentInfo::name)
                .map(SafeText::name)
                .collect(Collectors.joining(messages.text("separator.list")));
        page.heading(1, messages.text("decision.title", names));
        answer(decision, decision.documents().size() > 1, page);
        page.paragraph(messages.text("disclaimer"));
        return page;
    }

    /**
     * The answer, the checklist and the clauses.
     *
     * @param several whether the places name their documents
     */
    void answer(Decision decision, boolean several, Page page) {
        page.verdict(tone(decision.answer()), word(decision.answer()), messages.of(decision.summary()));
        for (LocalizedText note : decision.notes()) {
            page.paragraph(messages.of(note));
        }
        if (!decision.duties().isEmpty()) {
            page.heading(2, messages.text("decision.checklist"));
            for (Duty duty : decision.duties()) {
                page.check(messages.of(duty.text()));
            }
        }
        for (Answer answer : ORDER) {
            group(page, decision, several, answer);
        }
    }

    private void group(Page page, Decision decision, boolean several, Answer answer) {
        List<ClauseDecision> clauses = decision.clauses(answer);
        if (clauses.isEmpty()) {
            return;
        }
        page.verdict(tone(answer), word(answer), messages.text("decision.group", clauses.size()));
        Map<String, List<ClauseDecision>> kinds = new LinkedHashMap<>();
        clauses.forEach(clause ->
                kinds.computeIfAbsent(clause.kind(), kind -> new ArrayList<>()).add(clause));
        for (List<ClauseDecision> kind : kinds.values()) {
            String title = messages.text(
                    "decision.kind",
                    messages.of(kind.get(0).title()),
                    kind.get(0).kind());
            if (answer == Answer.ALLOWED) {
                // many, and nothing to do: a reader wants to know what was looked at and where it stands
                String places = kind.stream()
                        .map(clause -> place(clause, several))
                        .collect(Collectors.joining(messages.text("separator.list")));
                page.item(messages.text("value", title, places));
                continue;
            }
            page.heading(3, title);
            for (ClauseDecision clause : kind) {
                page.quote(place(clause, several), clause.text(), List.of(messages.of(clause.reason())));
            }
        }
    }

    private String place(ClauseDecision clause, boolean several) {
        String line = Places.of(messages, clause.span());
        return several ? messages.text("decision.place", SafeText.name(clause.document()), line) : line;
    }

    private String word(Answer answer) {
        return messages.text("answer." + answer.name());
    }

    static Page.Tone tone(Answer answer) {
        return switch (answer) {
            case ALLOWED -> Page.Tone.GOOD;
            case ALLOWED_WITH_DUTIES -> Page.Tone.DUTY;
            case UNCLEAR -> Page.Tone.OPEN;
            case NEEDS_LICENSE, FORBIDDEN -> Page.Tone.BAD;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Deviation;
import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Relation;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Answer;
import dev.fineprint.scan.Ancestor;
import dev.fineprint.scan.Inherited;
import dev.fineprint.scan.ModelCard;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.Observation;
import dev.fineprint.scan.OpenPart;
import dev.fineprint.scan.PartTerms;
import dev.fineprint.scan.Quotation;
import dev.fineprint.scan.ReleaseDocument;
import dev.fineprint.scan.Role;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes releases for people: how open, what contradicts itself, which documents, where from. */
final class ReleasePageWriter implements ReleaseWriter {
    private static final int MOST_DEVIATIONS = 8;
    private static final int MOST_FILES = 3;
    private static final int SECTION_COLUMNS = 60;
    private static final Set<String> RELATIONS = Set.of("finetune", "adapter", "merge", "quantized", "distilled");

    private final Messages messages;
    private final PageFormat format;
    private final DecisionPageWriter decisions;

    ReleasePageWriter(ReportOptions options, PageFormat format) {
        this.messages = Messages.in(options.locale());
        this.format = format;
        this.decisions = new DecisionPageWriter(options, format);
    }

    @Override
    public void writeAll(Iterable<ModelRelease> releases, OutputStream out) throws IOException {
        List<ModelRelease> all = new ArrayList<>();
        releases.forEach(all::add);
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        format.begin(writer);
        boolean first = all.size() < 2;
        if (!first) {
            format.write(overview(all), writer);
        }
        for (ModelRelease release : all) {
            if (!first) {
                writer.write(format.separator());
            }
            first = false;
            format.write(page(release), writer);
            writer.flush();
        }
        format.end(writer);
        writer.flush();
    }

    /** All releases at a glance: what each is under, how open it is, what does not fit together, and what was decided. */
    private Page overview(List<ModelRelease> releases) {
        Page page = new Page();
        page.heading(1, messages.text("release.overview", releases.size()));
        Map<Observation.Topic, Integer> topics = new EnumMap<>(Observation.Topic.class);
        Map<Answer, Integer> answers = new EnumMap<>(Answer.class);
        for (ModelRelease release : releases) {
            release.observations().stream()
                    .map(Observation::topic)
                    .distinct()
                    .forEach(topic -> topics.merge(topic, 1, Integer::sum));
            release.decision().ifPresent(decision -> answers.merge(decision.answer(), 1, Integer::sum));
        }
        answers.forEach((answer, count) -> page.item(messages.text(
                "value", messages.text("answer." + answer.name()), messages.text("release.count", count))));
        topics.forEach((topic, count) -> page.item(
                messages.text("value", messages.text("topic." + topic.code()), messages.text("release.count", count))));
        page.heading(2, messages.text("release.each"));
        for (ModelRelease release : releases) {
            List<String> facts = new ArrayList<>();
            release.decision()
                    .ifPresent(decision -> facts.add(
                            messages.text("answer." + decision.answer().name())));
            facts.add(licence(release));
            release.observations().stream()
                    .map(Observation::topic)
                    .distinct()
                    .forEach(topic -> facts.add(messages.text("topic." + topic.code())));
            page.item(messages.text(
                    "value", SafeText.name(release.name()), String.join(messages.text("separator.values"), facts)));
        }
        return page;
    }

    /** What a release is under, in a few words. */
    private String licence(ModelRelease release) {
        List<String> names = release.documents(Role.LICENSE).stream()
                .flatMap(document -> document.report().stream())
                .map(report -> report.identification()
                        .filter(found -> found.relation() != Relation.NONE)
                        .map(Identification::title)
                        .orElseGet(() -> report.document().name()))
                .distinct()
                .toList();
        return names.isEmpty()
                ? release.card()
                        .map(ModelCard::licenses)
                        .filter(named -> !named.isEmpty())
                        .map(named -> String.join(messages.text("separator.list"), named))
                        .orElseGet(() -> messages.text("release.no-licence"))
                : String.join(messages.text("separator.list"), names);
    }

    private Page page(ModelRelease release) {
        Page page = new Page();
        page.heading(1, messages.text("release.title", SafeText.name(release.name())));
        page.paragraph(messages.of(release.summary()));
        if (release.decision().isPresent()) {
            page.heading(2, messages.text("release.decision"));
            decisions.answer(release.decision().get(), true, page);
        }
        if (!release.observations().isEmpty()) {
            page.heading(2, messages.text("release.observations"));
            for (Observation observation : release.observations()) {
                page.heading(3, messages.of(observation.text()));
                quotations(page, observation.quotations());
            }
        }
        page.heading(2, messages.text("release.documents"));
        documents(page, release);
        if (release.others() > 0) {
            page.item(messages.text("release.others", release.others()));
        }
        if (!release.lineage().isEmpty()) {
            page.heading(2, messages.text("release.lineage"));
            Map<List<Inherited>, String> told = new HashMap<>();
            release.lineage().forEach(ancestor -> ancestor(page, ancestor, told));
        }
        page.heading(2, messages.text("release.openness"));
        List<PartTerms> terms = List.of();
        for (OpenPart part : release.openness()) {
            page.heading(
                    3,
                    messages.text(
                            "value",
                            messages.text("part." + part.part().code()),
                            messages.text("state." + part.state().code())));
            part.remark().ifPresent(remark -> page.item(messages.of(remark)));
            quotations(page, part.evidence());
            boolean asBefore = part.terms().equals(terms);
            terms = part.terms();
            for (PartTerms one : asBefore ? List.<PartTerms>of() : terms) {
                String found = one.verdict()
                        .map(verdict -> messages.text("separator.values") + messages.text("verdict." + verdict.name()))
                        .orElse("");
                page.quote(
                        place(one.quotation()),
                        one.quotation().text(),
                        List.of(messages.text(
                                "value", messages.text("release.terms"), SafeText.oneLine(one.license()) + found)));
            }
        }
        for (LocalizedText note : release.notes()) {
            page.paragraph(messages.of(note));
        }
        page.paragraph(messages.text("disclaimer"));
        return page;
    }

    /** Texts one by one; of the files of other roles the first, and how many there are. */
    private void documents(Page page, ModelRelease release) {
        Map<Role, Integer> shown = new EnumMap<>(Role.class);
        Map<Role, Integer> more = new EnumMap<>(Role.class);
        for (ReleaseDocument document : release.documents()) {
            boolean text = document.report().isPresent() || document.problem().isPresent();
            if (text || shown.merge(document.role(), 1, Integer::sum) <= MOST_FILES) {
                document(page, document);
            } else {
                more.merge(document.role(), 1, Integer::sum);
            }
        }
        more.forEach((role, count) ->
                page.item(messages.text("release.more-files", count, messages.text("role." + role.code()))));
    }

    private void quotations(Page page, List<Quotation> quotations) {
        for (Quotation quotation : quotations) {
            page.quote(place(quotation), quotation.text(), List.of());
        }
    }

    private String place(Quotation quotation) {
        String path = SafeText.name(quotation.path());
        String line = String.valueOf(quotation.line());
        String place = quotation.line() == 0
                ? path
                : messages.text(
                        "decision.place",
                        path,
                        quotation.page() == 0
                                ? messages.text("text.line", line)
                                : messages.text("text.page", String.valueOf(quotation.page()), line));
        return quotation.section().isEmpty()
                ? place
                : messages.text("decision.kind", place, SafeText.oneLine(quotation.section(), SECTION_COLUMNS));
    }

    private void document(Page page, ReleaseDocument document) {
        String head = messages.text(
                "decision.kind",
                SafeText.name(document.path()),
                messages.text("role." + document.role().code()));
        Optional<LicenseReport> report = document.report();
        if (document.problem().isPresent()) {
            page.item(
                    messages.text("value", head, messages.of(document.problem().get())));
        } else if (report.isEmpty()) {
            page.item(head);
        } else {
            String verdict = messages.text("verdict." + report.get().verdict().name());
            String known = report.get()
                    .identification()
                    .filter(found -> found.relation() != Relation.NONE)
                    .map(this::identified)
                    .orElse("");
            boolean notice = document.role() == Role.NOTICE && report.get().verdict() == Verdict.UNDETERMINED;
            page.item((notice ? head : messages.text("value", head, verdict))
                    + (known.isEmpty() ? "" : messages.text("separator.values") + known));
            if (report.get().verdict() == Verdict.DEVIATES) {
                deviations(report.get()).forEach(page::item);
            }
        }
    }

    private String identified(Identification known) {
        String osi = messages.text(known.osiApproved() ? "identification.osi" : "identification.not-osi");
        return messages.text("identification." + known.relation().name(), known.title(), known.similarity(), osi);
    }

    private List<String> deviations(LicenseReport report) {
        List<String> lines = new ArrayList<>();
        for (Deviation deviation : report.deviations()) {
            if (deviation.effect() == Effect.RESTRICTS) {
                if (lines.size() == MOST_DEVIATIONS) {
                    lines.add(messages.text(
                            "markdown.more",
                            (int) report.deviations().stream()
                                            .filter(one -> one.effect() == Effect.RESTRICTS)
                                            .count()
                                    - MOST_DEVIATIONS));
                    break;
                }
                lines.add("· " + messages.of(deviation.explanation()));
            }
        }
        return lines;
    }

    private void ancestor(Page page, Ancestor ancestor, Map<List<Inherited>, String> told) {
        String license = ancestor.license().map(SafeText::oneLine).orElse(messages.text("release.unknown"));
        String relation = ancestor.relation()
                .map(said -> messages.text(
                        "decision.kind",
                        "",
                        RELATIONS.contains(said) ? messages.text("relation." + said) : SafeText.oneLine(said)))
                .orElse("");
        page.heading(
                3,
                "← ".repeat(ancestor.generation())
                        + messages.text("value", SafeText.name(ancestor.id()) + relation, license));
        if (!ancestor.of().isEmpty()) {
            page.item(messages.text("release.base-of", SafeText.name(ancestor.of())));
        }
        ancestor.folder().ifPresent(folder -> page.item(messages.text("release.scanned-too", SafeText.name(folder))));
        quotations(page, ancestor.quotations());
        String same = told.putIfAbsent(ancestor.inherited(), ancestor.id());
        if (same != null && !ancestor.inherited().isEmpty()) {
            page.item(messages.text("release.inherited-same", SafeText.name(same)));
            return;
        }
        for (Inherited one : ancestor.inherited()) {
            if (one.quotation().isPresent()) {
                page.quote(
                        place(one.quotation().get()), one.quotation().get().text(), List.of(messages.of(one.text())));
            } else {
                page.item(messages.text(
                        "value",
                        messages.text("release.inherited"),
                        messages.text("decision.kind", messages.of(one.text()), one.kind())));
            }
        }
    }
}

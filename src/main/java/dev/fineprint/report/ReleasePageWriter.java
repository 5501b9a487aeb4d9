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
import dev.fineprint.scan.Ancestor;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.Observation;
import dev.fineprint.scan.OpenPart;
import dev.fineprint.scan.Quotation;
import dev.fineprint.scan.ReleaseDocument;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes releases for people: how open, what contradicts itself, which documents, where from. */
final class ReleasePageWriter implements ReleaseWriter {
    private static final int MOST_DEVIATIONS = 8;

    private final Messages messages;
    private final PageFormat format;

    ReleasePageWriter(ReportOptions options, PageFormat format) {
        this.messages = Messages.in(options.locale());
        this.format = format;
    }

    @Override
    public void writeAll(Iterable<ModelRelease> releases, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        format.begin(writer);
        boolean first = true;
        for (ModelRelease release : releases) {
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

    private Page page(ModelRelease release) {
        Page page = new Page();
        page.heading(1, messages.text("release.title", SafeText.name(release.name())));
        page.paragraph(messages.of(release.summary()));
        if (!release.observations().isEmpty()) {
            page.heading(2, messages.text("release.observations"));
            for (Observation observation : release.observations()) {
                page.heading(3, messages.of(observation.text()));
                quotations(page, observation.quotations());
            }
        }
        page.heading(2, messages.text("release.documents"));
        for (ReleaseDocument document : release.documents()) {
            document(page, document);
        }
        if (release.others() > 0) {
            page.item(messages.text("release.others", release.others()));
        }
        if (!release.lineage().isEmpty()) {
            page.heading(2, messages.text("release.lineage"));
            release.lineage().forEach(ancestor -> ancestor(page, ancestor));
        }
        page.heading(2, messages.text("release.openness"));
        for (OpenPart part : release.openness()) {
            page.heading(
                    3,
                    messages.text(
                            "value",
                            messages.text("part." + part.part().code()),
                            messages.text("state." + part.state().code())));
            quotations(page, part.evidence());
        }
        for (LocalizedText note : release.notes()) {
            page.paragraph(messages.of(note));
        }
        page.paragraph(messages.text("disclaimer"));
        return page;
    }

    private void quotations(Page page, List<Quotation> quotations) {
        for (Quotation quotation : quotations) {
            page.quote(place(quotation), quotation.text(), List.of());
        }
    }

    private String place(Quotation quotation) {
        String path = SafeText.name(quotation.path());
        return quotation.line() == 0
                ? path
                : messages.text("decision.place", path, messages.text("text.line", String.valueOf(quotation.line())));
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
            page.item(messages.text("value", head, verdict)
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

    private void ancestor(Page page, Ancestor ancestor) {
        String license = ancestor.license().orElse(messages.text("release.unknown"));
        String relation = ancestor.relation()
                .map(said -> messages.text("decision.kind", "", said))
                .orElse("");
        page.heading(
                3,
                "← ".repeat(ancestor.generation())
                        + messages.text("value", SafeText.name(ancestor.id()) + relation, license));
        if (!ancestor.inherited().isEmpty()) {
            List<String> asks = new ArrayList<>();
            for (Map.Entry<String, String> one : ancestor.inherited().entrySet()) {
                asks.add(
                        one.getValue().isEmpty()
                                ? one.getKey()
                                : messages.text("decision.kind", one.getKey(), one.getValue()));
            }
            page.item(messages.text(
                    "value", messages.text("release.inherited"), String.join(messages.text("separator.list"), asks)));
        }
        quotations(page, ancestor.quotations());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.LocalizedText;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a use against the clauses of licences. Immutable and thread-safe: make one and keep it. */
public final class Decider {
    private static final int MOST_TITLES = 4;

    private final Rules rules = new Rules();
    private final Sentences sentences = rules.sentences();

    private Decider() {}

    /** Returns a decider. */
    public static Decider create() {
        return new Decider();
    }

    /** Decides for one licence. Never throws for what the licence says. */
    public Decision decide(LicenseReport report, UseProfile profile) {
        return decide(List.of(report), profile);
    }

    /**
     * Decides for several texts that apply together, such as a licence and its use policy.
     *
     * @throws IllegalArgumentException if there is no text
     */
    public Decision decide(List<LicenseReport> reports, UseProfile profile) {
        if (reports.isEmpty()) {
            throw new IllegalArgumentException("A decision is about at least one text");
        }
        Documents documents = new Documents(List.copyOf(reports));
        List<ClauseDecision> clauses = new ArrayList<>();
        List<LocalizedText> notes = new ArrayList<>();
        for (LicenseReport report : documents.reports()) {
            clauses.addAll(decide(documents, report, profile, notes));
        }
        Answer answer = clauses.stream().map(ClauseDecision::answer).reduce(Answer.ALLOWED, Answer::or);
        List<LicenseReport> unread = reports.stream()
                .filter(report -> report.verdict() == Verdict.UNDETERMINED)
                .toList();
        if (!unread.isEmpty()) {
            answer = answer.or(Answer.UNCLEAR);
            unread.forEach(report -> notes.add(sentences.message(
                    partly(report) ? "note.partly" : "note.undetermined",
                    report.document().name(),
                    report.rationale())));
        }
        unknownDomains(profile, clauses).ifPresent(notes::add);
        return new Decision(
                reports.get(0).tool(),
                reports.stream().map(LicenseReport::document).toList(),
                profile,
                answer,
                summary(answer, clauses, !unread.isEmpty()),
                clauses,
                checklist(clauses, reports.size() > 1),
                missing(clauses),
                notes);
    }

    /** Whether a report stands for a licence that is known to bind and whose words nobody read. */
    private static boolean partly(LicenseReport report) {
        return report.document().length() == 0 && report.text().isEmpty()
                || !report.findings().isEmpty();
    }

    private List<ClauseDecision> decide(
            Documents documents, LicenseReport report, UseProfile profile, List<LocalizedText> notes) {
        Optional<LocalDate> change = report.text().flatMap(Dates::changeDate);
        boolean passed = change.isPresent()
                && profile.date().filter(day -> !day.isBefore(change.get())).isPresent();
        change.ifPresent(day -> notes.add(
                passed
                        ? sentences.message("note.change-date-passed", day.toString())
                        : profile.date().isPresent()
                                ? sentences.message("note.change-date-ahead", day.toString())
                                : sentences.message("note.change-date", day.toString())));
        List<ClauseDecision> clauses = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            Finding finding = report.findings().get(i);
            Ruling ruling = rules.rule(new Case(documents, report, i, profile));
            boolean refuses = ruling.answer() == Answer.FORBIDDEN || ruling.answer() == Answer.NEEDS_LICENSE;
            if (refuses && passed) {
                ruling = Ruling.unclear(
                        sentences.message("time.changed", change.orElseThrow().toString()));
            }
            clauses.add(new ClauseDecision(
                    report.document().name(),
                    finding.id(),
                    finding.kind(),
                    title(report, finding),
                    ruling.answer(),
                    ruling.reason(),
                    finding.text(),
                    finding.span(),
                    ruling.duties(),
                    ruling.missing()));
        }
        return clauses;
    }

    private LocalizedText title(LicenseReport report, Finding finding) {
        if (finding.kind().equals(Finding.UNCLASSIFIED)) {
            return sentences.message("unclassified.title");
        }
        return report.kind(finding.kind()).map(kind -> kind.title()).orElse(Sentences.same(finding.kind()));
    }

    private static List<Duty> checklist(List<ClauseDecision> clauses, boolean several) {
        Map<LocalizedText, Duty> all = new LinkedHashMap<>();
        for (ClauseDecision clause : clauses) {
            for (Duty duty : clause.duties()) {
                List<String> ids = several
                        ? duty.findings().stream()
                                .map(id -> clause.document() + "#" + id)
                                .toList()
                        : duty.findings();
                all.merge(
                        duty.text(),
                        new Duty(duty.action(), duty.text(), duty.subject(), ids),
                        (before, now) -> new Duty(
                                before.action(),
                                before.text(),
                                before.subject(),
                                Stream.concat(before.findings().stream(), now.findings().stream())
                                        .distinct()
                                        .toList()));
            }
        }
        return List.copyOf(all.values());
    }

    private static List<String> missing(List<ClauseDecision> clauses) {
        Set<String> keys =
                clauses.stream().flatMap(clause -> clause.missing().stream()).collect(Collectors.toSet());
        return UseProfile.KEYS.stream().filter(keys::contains).toList();
    }

    private Optional<LocalizedText> unknownDomains(UseProfile profile, List<ClauseDecision> clauses) {
        List<String> unknown = profile.domains().orElse(Set.of()).stream()
                .filter(domain -> !Domains.known().contains(domain))
                .toList();
        boolean asked = clauses.stream().anyMatch(clause -> clause.kind().equals("use.prohibited"));
        return unknown.isEmpty() || !asked
                ? Optional.empty()
                : Optional.of(sentences.message("note.unknown-domains", String.join(", ", unknown)));
    }

    private LocalizedText summary(Answer answer, List<ClauseDecision> clauses, boolean unread) {
        List<ClauseDecision> decisive =
                clauses.stream().filter(clause -> clause.answer() == answer).toList();
        Set<LocalizedText> titles = new LinkedHashSet<>();
        decisive.forEach(clause -> titles.add(clause.title()));
        LocalizedText names = sentences.list(titles.stream().limit(MOST_TITLES).toList());
        if (titles.size() > MOST_TITLES) {
            names = sentences.message("summary.more", names, titles.size() - MOST_TITLES);
        }
        return switch (answer) {
            case ALLOWED -> sentences.message("summary.allowed");
            case ALLOWED_WITH_DUTIES ->
                sentences.message("summary.duties", checklist(clauses, false).size());
            case UNCLEAR -> {
                List<String> missing = missing(clauses);
                if (decisive.isEmpty() && unread) {
                    yield sentences.message(clauses.isEmpty() ? "summary.unread" : "summary.partly");
                }
                yield missing.isEmpty()
                        ? sentences.message("summary.unclear", decisive.size(), names)
                        : sentences.message("summary.missing", decisive.size(), names, String.join(", ", missing));
            }
            case NEEDS_LICENSE -> sentences.message("summary.license", names);
            case FORBIDDEN -> sentences.message("summary.forbidden", names);
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseReport;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.scan.OpenPart.State;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sums up in one line how open a release is. */
final class OpennessSummary {
    private final Sentences sentences;

    OpennessSummary(Sentences sentences) {
        this.sentences = sentences;
    }

    LocalizedText of(List<OpenPart> parts, List<LicenseReport> own) {
        List<LocalizedText> phrases = new ArrayList<>();
        Map<LocalizedText, List<LocalizedText>> present = new LinkedHashMap<>();
        for (OpenPart part : parts) {
            if (part.state() == State.PRESENT) {
                present.computeIfAbsent(under(part, own), one -> new ArrayList<>())
                        .add(name(part));
            }
        }
        present.forEach(
                (under, names) -> phrases.add(sentences.message("summary.present", sentences.list(names), under)));
        for (State state : List.of(State.DESCRIBED, State.ABSENT, State.NOT_ASSESSED)) {
            List<LocalizedText> names = parts.stream()
                    .filter(part -> part.state() == state)
                    .map(this::name)
                    .toList();
            if (!names.isEmpty()) {
                phrases.add(sentences.message("summary." + state.code(), sentences.list(names)));
            }
        }
        if (present.isEmpty()) {
            phrases.add(0, sentences.message("summary.licence", whole(own)));
        }
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        for (LocalizedText phrase : phrases) {
            en.append(en.isEmpty() ? "" : "; ").append(phrase.en());
            zh.append(zh.isEmpty() ? "" : "；").append(phrase.zh());
        }
        return new LocalizedText(Character.toUpperCase(en.charAt(0)) + en.substring(1) + ".", zh + "。");
    }

    private LocalizedText name(OpenPart part) {
        return sentences.message("part." + part.part().code());
    }

    private LocalizedText under(OpenPart part, List<LicenseReport> own) {
        return part.terms().stream()
                .flatMap(terms -> terms.verdict().stream())
                .reduce((one, other) -> one == Verdict.DEVIATES ? one : other)
                .map(this::terms)
                .orElseGet(() -> part.terms().isEmpty()
                        ? whole(own)
                        : sentences.message("summary.named", part.terms().get(0).license()));
    }

    private LocalizedText whole(List<LicenseReport> own) {
        if (own.isEmpty()) {
            return sentences.message("summary.no-licence");
        }
        Verdict gravest = own.stream()
                .map(LicenseReport::verdict)
                .reduce((one, other) -> one == Verdict.DEVIATES ? one : other)
                .orElse(Verdict.UNDETERMINED);
        return own.stream().anyMatch(OpennessSummary::deviates) ? terms(Verdict.DEVIATES) : terms(gravest);
    }

    /** Of a licence that is only named, the facts that are known of it speak. */
    private static boolean deviates(LicenseReport report) {
        return report.verdict() == Verdict.DEVIATES
                || report.findings().stream().anyMatch(finding -> finding.effect() == Effect.RESTRICTS);
    }

    private LocalizedText terms(Verdict verdict) {
        return switch (verdict) {
            case DEVIATES -> sentences.message("summary.deviates");
            case NO_DEVIATION_FOUND -> sentences.message("summary.none-found");
            case UNDETERMINED -> sentences.message("summary.undetermined");
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.DocumentInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.Decider;
import dev.fineprint.policy.Decision;
import dev.fineprint.policy.UseProfile;
import dev.fineprint.scan.Observation.Topic;
import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds a use against everything that binds whoever uses a release: its licences and policies, and what comes down from the
 * models that it was made from. Immutable and thread-safe: make one and keep it.
 */
public final class ReleaseDecider {
    private final Decider decider = Decider.create();
    private final Sentences sentences = new Sentences();

    private ReleaseDecider() {}

    /** Returns a decider. */
    public static ReleaseDecider create() {
        return new ReleaseDecider();
    }

    /** Returns the release with the decision about it. Never throws for what the release says. */
    public ModelRelease decide(ModelRelease release, UseProfile profile) {
        List<LicenseReport> terms = release.terms();
        return release.with(terms.isEmpty() ? withoutTerms(release, profile) : fromTerms(release, terms, profile));
    }

    private Decision fromTerms(ModelRelease release, List<LicenseReport> terms, UseProfile profile) {
        Decision decision = decider.decide(terms, profile);
        Optional<Observation> contradiction = release.observations().stream()
                .filter(one -> one.topic() == Topic.CARD_LICENSE_DIFFERS || one.topic() == Topic.HEADER_LICENSE_DIFFERS)
                .findFirst();
        boolean none = release.observations().stream().anyMatch(one -> one.topic() == Topic.NO_LICENSE);
        boolean unread = release.documents().stream()
                .anyMatch(one -> (one.role() == Role.LICENSE || one.role() == Role.USE_POLICY)
                        && one.problem().isPresent());
        if (contradiction.isEmpty() && !unread && !none) {
            return decision;
        }
        Answer answer = decision.answer().or(none ? Answer.NEEDS_LICENSE : Answer.UNCLEAR);
        List<LocalizedText> notes = new ArrayList<>(decision.notes());
        if (none && answer == decision.answer()) {
            notes.add(sentences.message("decision.no-license"));
        }
        contradiction.ifPresent(one -> notes.add(sentences.message("decision.contradiction", one.text())));
        if (unread) {
            notes.add(sentences.message("decision.unread"));
        }
        LocalizedText summary = answer == decision.answer()
                ? decision.summary()
                : sentences.message(
                        none
                                ? "decision.no-license"
                                : contradiction.isPresent() ? "decision.unclear" : "decision.unread");
        return new Decision(
                decision.tool(),
                decision.documents(),
                profile,
                answer,
                summary,
                decision.clauses(),
                decision.duties(),
                decision.missing(),
                notes);
    }

    private Decision withoutTerms(ModelRelease release, UseProfile profile) {
        boolean none = release.observations().stream().anyMatch(one -> one.topic() == Topic.NO_LICENSE);
        return new Decision(
                release.tool(),
                List.of(new DocumentInfo(
                        release.name(), LicenseText.of(release.name(), "").sha256(), 0, List.of())),
                profile,
                none ? Answer.NEEDS_LICENSE : Answer.UNCLEAR,
                sentences.message(none ? "decision.no-license" : "decision.no-text"),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

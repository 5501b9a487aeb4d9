// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.DocumentInfo;
import dev.fineprint.Finding;
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
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Holds a use against everything that binds whoever uses a release: its licences and policies, and what comes down from the
 * models that it was made from. Immutable and thread-safe: make one and keep it.
 */
public final class ReleaseDecider {
    /** What configurations call models that read text and nothing else. */
    private static final Set<String> TEXT_MODELS = Set.of(
            "llama",
            "mistral",
            "mixtral",
            "qwen",
            "qwen2",
            "qwen2_moe",
            "qwen3",
            "qwen3_moe",
            "gemma",
            "gemma2",
            "phi",
            "phi3",
            "gpt2",
            "gpt_neox",
            "gptj",
            "bloom",
            "falcon",
            "mpt",
            "opt",
            "olmo",
            "olmo2",
            "starcoder2",
            "stablelm",
            "deepseek_v2",
            "deepseek_v3",
            "chatglm",
            "internlm2",
            "baichuan",
            "command-r",
            "cohere",
            "mamba",
            "granite",
            "glm",
            "exaone");

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
        List<LicenseReport> asked = new ArrayList<>();
        List<LocalizedText> aside = new ArrayList<>();
        for (LicenseReport report : terms) {
            asked.add(readsTextAlone(release) ? withoutOthers(report, aside) : report);
        }
        Decision decided = decider.decide(asked, profile);
        Decision decision = aside.isEmpty() ? decided : noted(decided, aside);
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

    /** Whether a configuration or a header says what the model is, and nothing that it reads pictures or sounds. */
    private static boolean readsTextAlone(ModelRelease release) {
        List<String> types = release.fields().stream()
                .filter(field ->
                        field.name().equals("model_type") || field.name().equals("general.architecture"))
                .map(field -> field.value().toLowerCase(Locale.ROOT))
                .toList();
        return !types.isEmpty() && types.stream().allMatch(TEXT_MODELS::contains);
    }

    /** The terms without what holds for models alone that read more than text; each such clause is noted. */
    private LicenseReport withoutOthers(LicenseReport report, List<LocalizedText> aside) {
        List<Finding> kept = new ArrayList<>();
        for (Finding finding : report.findings()) {
            String words = finding.text().toLowerCase(Locale.ROOT);
            boolean others = finding.kind().equals("user.territory-excluded")
                    && (words.contains("multimodal model") || words.contains("多模态模型"));
            if (others) {
                aside.add(sentences.message(
                        "decision.multimodal",
                        report.document().name(),
                        String.valueOf(finding.span().line())));
            } else {
                kept.add(finding);
            }
        }
        return kept.size() == report.findings().size() ? report : LineageReader.with(report, kept);
    }

    private static Decision noted(Decision decision, List<LocalizedText> more) {
        List<LocalizedText> notes = new ArrayList<>(decision.notes());
        notes.addAll(more);
        return new Decision(
                decision.tool(),
                decision.documents(),
                decision.profile(),
                decision.answer(),
                decision.summary(),
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

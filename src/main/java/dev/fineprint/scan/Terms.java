// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.DocumentInfo;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.ToolInfo;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.text.LicenseText;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * Everything that binds whoever uses a release, as reports: its own licences and policies; for a licence that is only named
 * the words of the SPDX list, or the facts that are known of it; and what comes down from the models that it was made from.
 * Thread-safe.
 */
final class Terms {
    private final LicenseAnalyzer analyzer;
    private final KnownModels known;
    private final Sentences sentences;
    private final LineageReader lineages;
    private final Map<String, Optional<LicenseReport>> listed = new ConcurrentHashMap<>();

    Terms(LicenseAnalyzer analyzer, KnownModels known, Sentences sentences, LineageReader lineages) {
        this.analyzer = analyzer;
        this.known = known;
        this.sentences = sentences;
        this.lineages = lineages;
    }

    /** The release's own terms. */
    List<LicenseReport> own(Draft draft) {
        List<LicenseReport> all = new ArrayList<>();
        Set<String> covered = new LinkedHashSet<>();
        for (ReleaseDocument document : draft.documents()) {
            boolean policy =
                    document.role() == Role.USE_POLICY && document.report().isPresent();
            if (policy || draft.ofTheModel().contains(document)) {
                all.add(document.report().orElseThrow());
                Draft.identified(document.report()).map(Identification::id).ifPresent(covered::add);
            }
        }
        for (String name : draft.named()) {
            Optional<String> id = known.license(name, draft.card());
            if (id.isPresent() && covered.stream().noneMatch(one -> KnownModels.same(one, id.get()))) {
                // where a text lies there it is the licence, and a card that names another is a contradiction
                if (draft.ofTheModel().isEmpty()) {
                    all.add(named(id.get()));
                    covered.add(id.get());
                }
            } else if (id.isEmpty() && draft.ofTheModel().isEmpty()) {
                Optional<String> called = draft.card().flatMap(ModelCard::licenseName);
                boolean nameless = called.isEmpty() && name.equalsIgnoreCase("other");
                all.add(
                        nameless
                                ? nothing(draft.name(), sentences.message("terms.nameless"))
                                : nothing(
                                        called.orElse(name),
                                        sentences.message("terms.unknown-license", called.orElse(name))));
            }
        }
        if (draft.named().isEmpty() && draft.ofTheModel().isEmpty()) {
            told(draft, all);
        }
        return all;
    }

    /** What nothing but a sentence of the card says, or what could not be read at all. */
    private void told(Draft draft, List<LicenseReport> all) {
        Set<String> ids = new LinkedHashSet<>();
        for (CardText text : draft.cards()) {
            for (CardTerms.Statement statement : CardTerms.read(text)) {
                if (statement.scope() == Scope.MODEL || statement.scope() == Scope.WHOLE) {
                    ids.add(known.license(statement.license()).orElse(statement.license()));
                }
            }
        }
        for (String id : ids) {
            all.add(
                    known.license(id).isPresent()
                            ? named(id)
                            : nothing(id, sentences.message("terms.unknown-license", id)));
        }
        boolean speaks = draft.cards().stream()
                .anyMatch(text -> text.section(Observations.LICENSE_HEADINGS)
                        .filter(line -> !line.lower().contains("more information needed"))
                        .isPresent());
        if (ids.isEmpty() && (speaks || !draft.cardRead())) {
            all.add(nothing(draft.name(), sentences.message("decision.no-text")));
        }
    }

    /** What comes down from the models that a release was made from, and is not among its own terms. */
    List<LicenseReport> inherited(Draft draft, LineageReader.Lineage lineage) {
        List<LicenseReport> all = new ArrayList<>();
        Set<String> covered = new LinkedHashSet<>();
        Set<String> texts = new LinkedHashSet<>();
        draft.ownIds(known).forEach(id -> covered.add(KnownModels.key(id)));
        draft.ofTheModel()
                .forEach(one -> texts.add(one.report().orElseThrow().document().sha256()));
        for (Ancestor ancestor : lineage.ancestors()) {
            Draft beside = lineage.drafts().get(ancestor.id());
            if (beside != null && !beside.ofTheModel().isEmpty()) {
                for (ReleaseDocument document : beside.documents()) {
                    boolean binds = document.role() == Role.USE_POLICY
                            || beside.ofTheModel().contains(document);
                    Optional<LicenseReport> report = document.report().filter(one -> binds);
                    if (report.isPresent() && texts.add(report.get().document().sha256())) {
                        all.add(LineageReader.handedDown(report.get()).named(beside.name() + "/" + document.path()));
                    }
                }
                beside.ownIds(known).forEach(id -> covered.add(KnownModels.key(id)));
            } else if (ancestor.license().isEmpty()) {
                all.add(nothing(ancestor.id(), sentences.message("terms.unknown-base", ancestor.id())));
            } else if (!known.known(ancestor.license().get())) {
                String called = ancestor.license().get();
                if (covered.add(KnownModels.key(called))) {
                    all.add(nothing(ancestor.id(), sentences.message("terms.unknown-license", called)));
                }
            } else if (covered.add(KnownModels.key(ancestor.license().get()))) {
                all.add(spdx(ancestor.license().get())
                        .map(LineageReader::handedDown)
                        .orElseGet(() -> facts(
                                ancestor.id(),
                                sentences.message(
                                        "terms.facts",
                                        known.title(ancestor.license().get()),
                                        ancestor.id()),
                                ancestor.inherited())));
            }
        }
        return all;
    }

    /** What a kind of clause is called. */
    LocalizedText title(String kind) {
        return analyzer.catalog().kind(kind).map(ClauseKind::title).orElseGet(() -> new LocalizedText(kind, kind));
    }

    /** A licence that is named, and whose text is not there. */
    private LicenseReport named(String id) {
        return spdx(id).orElseGet(() -> {
            List<Inherited> facts = new ArrayList<>();
            known.inherited(id, false)
                    .forEach((kind, value) ->
                            facts.add(new Inherited(kind, value, lineages.text(kind, value), Optional.empty())));
            return facts(known.title(id), sentences.message("terms.named"), facts);
        });
    }

    /** The licence of that id as the SPDX list has it; empty if the list does not. */
    Optional<LicenseReport> spdx(String id) {
        return listed.computeIfAbsent(
                id,
                one -> LicenseIndex.bundled()
                        .text(one)
                        .map(words -> analyzer.analyze(LicenseText.of(
                                sentences.message("terms.spdx", one).en(), words))));
    }

    private LicenseReport nothing(String name, LocalizedText why) {
        return new LicenseReport(
                tool(),
                new DocumentInfo(name, sha256(name), 0, List.of()),
                Verdict.UNDETERMINED,
                why,
                why,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    /** The facts that are known of a licence, as clauses: of a text that nobody read here they are a part only. */
    private LicenseReport facts(String name, LocalizedText why, List<Inherited> facts) {
        StringBuilder words = new StringBuilder();
        List<Finding> findings = new ArrayList<>();
        Map<String, KindInfo> kinds = new LinkedHashMap<>();
        int line = 1;
        for (Inherited fact : facts) {
            Optional<ClauseKind> kind = analyzer.catalog().kind(fact.kind());
            if (kind.isEmpty()) {
                continue;
            }
            int start = words.length();
            words.append(fact.text().en()).append('\n');
            Span span = new Span(start, words.length() - 1, line++, 1);
            findings.add(new Finding(
                    "fact-" + line,
                    fact.kind(),
                    kind.get().effect(),
                    attitude(fact.kind()),
                    params(fact),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(span),
                    List.of(),
                    fact.text().en(),
                    "list-of-known-models",
                    "en",
                    Optional.empty(),
                    Optional.empty()));
            kinds.put(fact.kind(), info(kind.get()));
        }
        return new LicenseReport(
                tool(),
                new DocumentInfo(
                        sentences.message("terms.facts-name", name).en(),
                        sha256(words.toString()),
                        words.length(),
                        List.of("en")),
                Verdict.UNDETERMINED,
                why,
                why,
                Optional.empty(),
                findings,
                List.of(),
                List.copyOf(kinds.values()),
                List.of(),
                List.of(),
                Optional.of(words.toString()));
    }

    private static Optional<Attitude> attitude(String kind) {
        return switch (kind) {
            case "user.territory-excluded",
                    "commercial.prohibited",
                    "use.prohibited",
                    "output.training-restricted",
                    "derivative.prohibited" -> Optional.of(Attitude.FORBIDS);
            case "use.purpose-limited" -> Optional.of(Attitude.PERMITS_IF);
            case "control.remote-restriction" -> Optional.of(Attitude.RESERVES);
            default -> Optional.of(Attitude.REQUIRES);
        };
    }

    private static Map<String, Object> params(Inherited fact) {
        String value = fact.value();
        if (value.isEmpty()) {
            return Map.of();
        }
        List<String> several = Stream.of(value.split(", *", -1)).toList();
        return switch (fact.kind()) {
            case "scale.active-users" ->
                Map.of("threshold", Long.valueOf(value), "period", "month", "consequence", "license-required");
            case "scale.revenue" ->
                Map.of(
                        "currency",
                        value.substring(0, 3),
                        "amount",
                        Long.valueOf(value.substring(4)),
                        "period",
                        "year",
                        "consequence",
                        "license-required");
            case "user.territory-excluded" -> Map.of("territories", several);
            case "brand.derivative-naming" -> Map.of("name", value);
            case "brand.attribution-display" -> Map.of("text", value);
            case "use.purpose-limited" -> Map.of("purposes", several);
            case "use.prohibited" -> Map.of("domains", several);
            default -> Map.of();
        };
    }

    private static KindInfo info(ClauseKind kind) {
        return new KindInfo(kind.id(), kind.effect(), kind.title(), kind.meaning(), kind.remedy(), Map.of(), List.of());
    }

    /** Whether a report takes away a freedom. */
    static boolean restricts(LicenseReport report) {
        return report.deviations().stream().anyMatch(deviation -> deviation.effect() == Effect.RESTRICTS);
    }

    private ToolInfo tool() {
        return new ToolInfo(
                "fineprint", ReleaseScanner.version(), analyzer.catalog().version());
    }

    private static String sha256(String text) {
        return LicenseText.of("", new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .sha256();
    }
}

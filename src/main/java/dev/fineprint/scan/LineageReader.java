// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.LocalizedText;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a release back to the models that it was made from: through the releases beside it and the list of known models. */
final class LineageReader {
    private static final int MOST = 100;
    private static final int OLDEST = 20;
    /** What a quotation names as its file where the list of known models says something. */
    private static final String LIST = "corpus/models.yaml";

    /** Kinds of clauses that hold for everything made from a model. */
    private static final Set<String> HANDED_DOWN = Set.of(
            "scale.active-users",
            "scale.revenue",
            "scale.other",
            "user.territory-excluded",
            "user.competitor-excluded",
            "brand.derivative-naming",
            "brand.attribution-display",
            "distribution.pass-through",
            "distribution.same-terms",
            "distribution.prohibited",
            "derivative.prohibited",
            "use.policy-incorporated",
            "use.prohibited",
            "use.purpose-limited",
            "output.training-restricted",
            "notice.retain",
            "commercial.prohibited",
            "commercial.license-required",
            "commercial.hosting-restricted",
            "control.remote-restriction");

    /**
     * What a release was made from.
     *
     * @param ancestors the nearest first
     * @param circle the words that lead back to where they began; empty where none do
     * @param drafts those of the ancestors that were scanned too, by their ids
     */
    record Lineage(List<Ancestor> ancestors, List<Quotation> circle, Map<String, Draft> drafts) {}

    private record Step(String id, int generation, String of, Optional<String> relation, Set<String> path) {}

    private final KnownModels known;
    private final Sentences sentences;

    LineageReader(KnownModels known, Sentences sentences) {
        this.known = known;
        this.sentences = sentences;
    }

    Lineage read(Draft release, Shelf shelf) {
        Map<String, Ancestor> found = new LinkedHashMap<>();
        Map<String, Draft> drafts = new HashMap<>();
        List<Quotation> circle = new ArrayList<>();
        Deque<Step> steps = new ArrayDeque<>();
        Map<String, List<Quotation>> quotations = new HashMap<>();
        Set<String> self = release.ids().stream().map(Names::key).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Draft.Base> bases = release.bases();
        if (bases.isEmpty()) { // what the list knows of the release itself
            bases = release.ids().stream()
                    .filter(id -> known.exact(id).isPresent())
                    .limit(1)
                    .flatMap(id -> listed(id).stream())
                    .toList();
        }
        enqueue(nearest(bases, release, shelf), 1, "", Set.of(), steps, quotations);
        while (!steps.isEmpty() && found.size() < MOST) {
            Step step = steps.remove();
            String key = Names.key(step.id());
            List<Quotation> said = quotations.getOrDefault(step.of() + "\n" + key, List.of());
            Optional<Draft> beside = shelf.find(step.id());
            boolean itself = beside.filter(release::equals).isPresent() || beside.isEmpty() && self.contains(key);
            if (itself || step.path().contains(key)) {
                circle.addAll(said);
                continue;
            }
            if (found.containsKey(key)) {
                continue; // reached by two ways: shown once, by the shorter
            }
            found.put(key, ancestor(step, beside, said));
            beside.ifPresent(draft -> drafts.put(step.id(), draft));
            if (step.generation() < OLDEST) {
                Set<String> path = new LinkedHashSet<>(step.path());
                path.add(key);
                List<Draft.Base> next = beside.map(Draft::bases).orElseGet(() -> listed(step.id()));
                enqueue(next, step.generation() + 1, step.id(), path, steps, quotations);
            }
        }
        return new Lineage(List.copyOf(found.values()), List.copyOf(circle), drafts);
    }

    /** Those that are no ancestors of others among them: a header often names the whole line. */
    private List<Draft.Base> nearest(List<Draft.Base> bases, Draft release, Shelf shelf) {
        Set<String> older = new LinkedHashSet<>();
        for (Draft.Base base : bases) {
            Set<String> seen = new LinkedHashSet<>(Set.of(Names.key(base.id())));
            Deque<Draft.Base> up = new ArrayDeque<>(parents(base.id(), release, shelf));
            while (!up.isEmpty() && seen.size() < MOST) {
                Draft.Base parent = up.remove();
                if (seen.add(Names.key(parent.id()))) {
                    older.add(Names.key(parent.id()));
                    up.addAll(parents(parent.id(), release, shelf));
                }
            }
        }
        List<Draft.Base> nearest = bases.stream()
                .filter(base -> !older.contains(Names.key(base.id())))
                .toList();
        return nearest.isEmpty() ? bases : nearest; // a circle
    }

    private List<Draft.Base> parents(String id, Draft release, Shelf shelf) {
        Optional<Draft> beside = shelf.find(id);
        return beside.filter(release::equals).isPresent()
                ? List.of()
                : beside.map(Draft::bases).orElseGet(() -> listed(id));
    }

    private static void enqueue(
            List<Draft.Base> bases,
            int generation,
            String of,
            Set<String> path,
            Deque<Step> steps,
            Map<String, List<Quotation>> quotations) {
        Map<String, Draft.Base> each = new LinkedHashMap<>();
        for (Draft.Base base : bases) {
            String key = Names.key(base.id());
            String local = each.keySet().stream()
                    .filter(one -> Names.last(one).equals(Names.last(key)) && !(Names.isId(one) && Names.isId(key)))
                    .findFirst()
                    .orElse(key); // "../heron-7b" and "example/heron-7b" are one
            each.putIfAbsent(local, base);
            quotations
                    .computeIfAbsent(of + "\n" + local, one -> new ArrayList<>())
                    .add(base.quotation());
        }
        each.values().stream()
                .limit(MOST)
                .forEach(base -> steps.add(new Step(base.id(), generation, of, base.relation(), path)));
    }

    private List<Draft.Base> listed(String id) {
        Optional<KnownModels.Model> model = known.model(id);
        String base = model.map(KnownModels.Model::base).orElse("");
        if (base.isEmpty()) {
            return List.of();
        }
        String relation = model.map(KnownModels.Model::relation).orElse("");
        return List.of(new Draft.Base(
                base,
                relation.isEmpty() ? Optional.empty() : Optional.of(relation),
                new Quotation(LIST, 0, id + " <- " + base)));
    }

    private Ancestor ancestor(Step step, Optional<Draft> beside, List<Quotation> said) {
        Optional<KnownModels.Model> model = known.model(step.id());
        Optional<String> license = beside.flatMap(this::license).or(() -> model.map(KnownModels.Model::license));
        boolean read = beside.filter(draft -> !draft.ofTheModel().isEmpty()).isPresent();
        List<Inherited> inherited = read
                ? clauses(beside.orElseThrow())
                : license.map(id -> facts(
                                id, model.filter(KnownModels.Model::multimodal).isPresent()))
                        .orElse(List.of());
        return new Ancestor(
                step.id(),
                step.generation(),
                step.of(),
                step.relation(),
                license,
                beside.map(Draft::name),
                inherited,
                said.stream().distinct().toList());
    }

    private Optional<String> license(Draft draft) {
        return draft.ownIds(known).stream()
                .findFirst()
                .or(() -> draft.card().flatMap(ModelCard::licenseName))
                .or(() -> draft.named().stream()
                        .filter(name -> !name.equals("other"))
                        .findFirst())
                .or(() -> draft.ofTheModel().stream()
                        .map(license -> sentences
                                .message("lineage.own-text", draft.name(), license.path())
                                .en())
                        .findFirst());
    }

    private List<Inherited> facts(String license, boolean multimodal) {
        List<Inherited> all = new ArrayList<>();
        known.inherited(license, multimodal)
                .forEach((kind, value) -> all.add(new Inherited(kind, value, text(kind, value), Optional.empty())));
        return all;
    }

    /** What the texts of a release that lies beside this one ask of everything made from it. */
    private List<Inherited> clauses(Draft draft) {
        Map<String, Inherited> all = new LinkedHashMap<>();
        for (ReleaseDocument license : draft.ofTheModel()) {
            for (Finding finding : license.report().orElseThrow().findings()) {
                if (HANDED_DOWN.contains(finding.kind())) {
                    String value = value(finding);
                    Quotation words = Quotation.of(draft.name() + "/" + license.path(), finding.span(), finding.text());
                    all.putIfAbsent(
                            finding.kind() + "\n" + value,
                            new Inherited(finding.kind(), value, text(finding.kind(), value), Optional.of(words)));
                }
            }
        }
        return List.copyOf(all.values());
    }

    static boolean handedDown(String kind) {
        return HANDED_DOWN.contains(kind);
    }

    /** Those clauses of a report alone that hold for everything made from the model. */
    static LicenseReport handedDown(LicenseReport report) {
        return with(
                report,
                report.findings().stream()
                        .filter(finding -> handedDown(finding.kind()))
                        .toList());
    }

    /** A report with some of its findings alone, and nothing that was concluded from all of them but the verdict. */
    static LicenseReport with(LicenseReport report, List<Finding> some) {
        return new LicenseReport(
                report.tool(),
                report.document(),
                report.verdict(),
                report.rationale(),
                report.summary(),
                report.identification(),
                some,
                List.of(),
                report.kinds(),
                List.of(),
                List.of(),
                report.text());
    }

    private static String value(Finding finding) {
        Map<String, Object> params = finding.params();
        return switch (finding.kind()) {
            case "scale.active-users", "scale.other" -> string(params.get("threshold"));
            case "scale.revenue" -> (string(params.get("currency")) + " " + string(params.get("amount"))).strip();
            case "user.territory-excluded" -> string(params.get("territories"));
            case "brand.derivative-naming" -> string(params.get("name"));
            case "brand.attribution-display" -> string(params.get("text"));
            case "use.prohibited" -> string(params.get("domains"));
            case "use.purpose-limited" -> string(params.get("purposes"));
            default -> "";
        };
    }

    private static String string(@Nullable Object value) {
        return value == null
                ? ""
                : value instanceof List<?> list
                        ? list.stream().map(String::valueOf).collect(Collectors.joining(", "))
                        : String.valueOf(value);
    }

    /** What a clause of a kind with a value asks, one sentence. */
    LocalizedText text(String kind, String value) {
        String key = "inherited." + kind + (value.isEmpty() ? "" : ".value");
        return sentences.has(key)
                ? sentences.message(key, value.matches("[0-9]+") ? Sentences.number(Long.parseLong(value)) : value)
                : sentences.message("inherited.other", value.isEmpty() ? kind : kind + ": " + value);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Draft.AuthorityPiece;
import dev.fineprint.catalog.Draft.ConceptPiece;
import dev.fineprint.catalog.Draft.KindAddition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Joins what the files of a {@link Draft} say, and checks that it fits together. */
final class CatalogLinker {

    static final int MAX_CONCEPT_DEPTH = 20;

    /** The concept that the domains make up together, unless a lexicon defines it. */
    static final String DOMAIN = "domain";

    private final Draft draft;
    private final Problems problems;
    private final Map<String, ClauseKind> kinds = new TreeMap<>();
    private final Map<String, Domain> domains = new TreeMap<>();
    private final Map<String, Concept> concepts = new TreeMap<>();
    private final Map<String, Authority> authorities = new TreeMap<>();

    CatalogLinker(Draft draft, Problems problems) {
        this.draft = draft;
        this.problems = problems;
    }

    void link() {
        linkKinds();
        linkDomains();
        linkConcepts();
        linkAuthorities();
        lookUp();
        circles();
    }

    Map<String, ClauseKind> kinds() {
        return kinds;
    }

    Map<String, Domain> domains() {
        return domains;
    }

    Map<String, Concept> concepts() {
        return concepts;
    }

    Map<String, Authority> authorities() {
        return authorities;
    }

    private void linkKinds() {
        for (ClauseKind kind : draft.kinds()) {
            ClauseKind before = kinds.putIfAbsent(kind.id(), kind);
            if (before != null) {
                twice(kind.source(), "the kind", kind.id(), before.source());
            }
        }
        for (KindAddition addition : draft.kindAdditions()) {
            kinds.computeIfPresent(addition.kind(), (id, kind) -> plus(kind, addition));
            if (!kinds.containsKey(addition.kind()) && !draft.incomplete().contains(Reference.What.KIND)) {
                unknown(
                        Reference.What.KIND,
                        addition.kind(),
                        addition.source(),
                        kinds.keySet(),
                        "; a new kind needs all its keys");
            }
        }
        for (ClauseKind kind : kinds.values()) {
            Map<String, ClausePattern> byId = new HashMap<>();
            for (ClausePattern pattern : kind.patterns()) {
                ClausePattern before = byId.putIfAbsent(pattern.id(), pattern);
                if (before != null) {
                    twice(pattern.source(), "the pattern", pattern.id(), before.source());
                }
                exampleValues(pattern, kind.params());
            }
        }
    }

    private void exampleValues(ClausePattern pattern, Map<String, String> params) {
        for (Example example : pattern.examples()) {
            for (String param : example.values().keySet()) {
                if (!params.containsKey(param)) {
                    problem(
                            example.source(),
                            "the example has a value for an unknown parameter",
                            param,
                            params.isEmpty() ? "a key of params" : "one of " + String.join(", ", params.keySet()),
                            "add it to params or rename it");
                }
            }
        }
    }

    private static ClauseKind plus(ClauseKind kind, KindAddition addition) {
        List<ClausePattern> all = new ArrayList<>(kind.patterns());
        all.addAll(addition.patterns());
        List<Example> allMisses = new ArrayList<>(kind.knownMisses());
        allMisses.addAll(addition.knownMisses());
        return new ClauseKind(
                kind.id(),
                kind.group(),
                kind.since(),
                kind.effect(),
                kind.title(),
                kind.meaning(),
                kind.affects(),
                kind.remedy(),
                kind.explanation(),
                kind.osd(),
                kind.osaid(),
                kind.criteria(),
                kind.params(),
                kind.reads(),
                kind.yieldsTo(),
                all,
                kind.unless(),
                allMisses,
                kind.source());
    }

    private void linkDomains() {
        for (Domain domain : draft.domains()) {
            Domain before = domains.putIfAbsent(domain.id(), domain);
            if (before != null) {
                twice(domain.source(), "the domain", domain.id(), before.source());
            }
        }
    }

    private void linkConcepts() {
        Map<String, List<ConceptPiece>> byName = new TreeMap<>();
        for (ConceptPiece piece : draft.concepts()) {
            byName.computeIfAbsent(piece.name(), name -> new ArrayList<>()).add(piece);
        }
        byName.forEach((name, pieces) -> concepts.put(name, join(pieces)));
        if (draft.references().stream().anyMatch(CatalogLinker::asksForAnyDomain)) {
            concepts.computeIfAbsent(DOMAIN, this::anyDomain);
        }
    }

    private static boolean asksForAnyDomain(Reference reference) {
        return reference.what() == Reference.What.CONCEPT && reference.name().equals(DOMAIN);
    }

    /** What all the domains say, so that a pattern that refers to it grows with every domain that is added. */
    private Concept anyDomain(String name) {
        Map<String, List<Expression>> expressions = new TreeMap<>();
        for (Domain domain : domains.values()) {
            domain.expressions()
                    .forEach((lang, list) -> expressions
                            .computeIfAbsent(lang, key -> new ArrayList<>())
                            .addAll(list));
        }
        Map<String, List<Expression>> lists = new LinkedHashMap<>();
        expressions.forEach((lang, list) -> lists.put(lang, List.copyOf(list)));
        SourceRef source = domains.isEmpty()
                ? new SourceRef("domains", 1, 1)
                : domains.values().iterator().next().source();
        return new Concept(name, "The words of all domains together.", false, false, List.of(), lists, source);
    }

    private Concept join(List<ConceptPiece> pieces) {
        ConceptPiece first = pieces.get(0);
        String says = "";
        Optional<ConceptPiece> inherits = Optional.empty();
        Optional<ConceptPiece> definable = Optional.empty();
        Set<String> hides = new LinkedHashSet<>();
        Map<String, Set<Expression>> expressions = new TreeMap<>();
        for (ConceptPiece piece : pieces) {
            says = says.isEmpty() ? piece.says() : says;
            hides.addAll(piece.hides());
            expressions
                    .computeIfAbsent(piece.lang(), lang -> new LinkedHashSet<>())
                    .addAll(piece.expressions());
            if (piece.inherits().isPresent()) {
                if (inherits.isPresent() && !inherits.get().inherits().equals(piece.inherits())) {
                    contradiction(piece, "inherits", inherits.get().source());
                }
                inherits = inherits.or(() -> Optional.of(piece));
            }
            if (piece.definable().isPresent()) {
                if (definable.isPresent() && !definable.get().definable().equals(piece.definable())) {
                    contradiction(piece, "definable", definable.get().source());
                }
                definable = definable.or(() -> Optional.of(piece));
            }
        }
        Map<String, List<Expression>> lists = new LinkedHashMap<>();
        expressions.forEach((lang, set) -> lists.put(lang, List.copyOf(set)));
        return new Concept(
                first.name(),
                says,
                inherits.flatMap(ConceptPiece::inherits).orElse(false),
                definable.flatMap(ConceptPiece::definable).orElse(false),
                List.copyOf(hides),
                lists,
                first.source());
    }

    private void contradiction(ConceptPiece piece, String key, SourceRef before) {
        problem(
                piece.source(),
                "two files disagree on " + key,
                piece.name(),
                "the same as in " + before,
                "change one or leave it out here");
    }

    private void linkAuthorities() {
        Map<String, SourceRef> sources = new HashMap<>();
        for (AuthorityPiece piece : draft.authorities()) {
            String id = piece.authority().id();
            SourceRef before = sources.putIfAbsent(id, piece.source());
            if (before == null) {
                authorities.put(id, piece.authority());
            } else {
                twice(piece.source(), "the authority", id, before);
            }
        }
    }

    private void lookUp() {
        for (Reference reference : draft.references()) {
            Set<String> known = switch (reference.what()) {
                case CONCEPT -> concepts.keySet();
                case KIND -> kinds.keySet();
                case DOMAIN -> domains.keySet();
                case AUTHORITY -> authorities.keySet();
            };
            if (!known.contains(reference.name()) && !draft.incomplete().contains(reference.what())) {
                unknown(reference.what(), reference.name(), reference.at(), known, "");
            }
        }
    }

    private void circles() {
        ReferenceGraph concepts = ReferenceGraph.of(draft.references(), Reference.What.CONCEPT);
        for (List<Reference> circle : concepts.circles()) {
            circle(circle, "the concepts refer to each other in a circle");
        }
        for (Reference reference : concepts.deeperThan(MAX_CONCEPT_DEPTH)) {
            problem(
                    reference.at(),
                    "concepts refer to concepts too deep",
                    reference.owner(),
                    "at most " + MAX_CONCEPT_DEPTH + " levels",
                    "flatten them");
        }
        for (List<Reference> circle :
                ReferenceGraph.of(draft.references(), Reference.What.KIND).circles()) {
            circle(circle, "the kinds yield to each other in a circle");
        }
    }

    private void circle(List<Reference> circle, String what) {
        List<String> names = new ArrayList<>();
        circle.forEach(reference -> names.add(reference.owner()));
        names.add(circle.get(0).owner());
        problem(circle.get(0).at(), what, String.join(" > ", names), "no circle", "break it at one place");
    }

    private void unknown(Reference.What what, String name, SourceRef at, Collection<String> known, String more) {
        String near = FieldReader.nearest(name, known);
        problem(
                at,
                "an unknown " + what.title,
                name,
                "the name of a known " + what.title,
                (near.isEmpty() ? "" : "did you mean " + near + "? if not, ") + what.advice + more);
    }

    private void twice(SourceRef at, String what, String id, SourceRef before) {
        problem(at, what + " is there twice", id, "every id once", "rename or join it with the one at " + before);
    }

    private void problem(SourceRef at, String what, String value, String expected, String advice) {
        problems.add(new CatalogProblem(at, what, value, expected, advice));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Concept;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.catalog.ValueReader;
import dev.fineprint.text.Language;
import dev.fineprint.text.Vocabulary;
import dev.fineprint.text.entity.Entity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A catalog made ready for matching, once: words as symbols, phrases in one trie, concepts as numbers, patterns as nodes,
 * each filed under the concepts of which it needs at least one. Immutable; shared by all threads.
 */
final class CompiledCatalog {
    private static final Node[] NO_NODES = {};

    /** A pattern ready to run. */
    record CompiledPattern(int index, int kind, ClausePattern source, Node node, Node[] unless, Node[] except) {}

    /** A kind ready to run. */
    record CompiledKind(
            int index,
            ClauseKind source,
            Map<String, Node[]> unless,
            int[] yieldsTo,
            Map<String, CompiledReader> reads) {

        /** The vetoes that are written for the language of a pattern. */
        Node[] unless(String lang) {
            return unless.getOrDefault(lang, NO_NODES);
        }
    }

    /** A value reader with its expressions compiled. */
    record CompiledReader(ValueReader source, Map<String, Node[]> choices, Node[] after) {}

    /** A usage domain ready to run. */
    record CompiledDomain(String id, Node[] expressions, Node[] unless) {}

    /** A concept that is an expression over others, or that hides what lies inside it. */
    record Derived(int concept, @Nullable Node node, int[] hides) {}

    /** The catalog that this was made from. */
    final PatternCatalog catalog;

    final Vocabulary vocabulary;
    final PhraseWalk walk;

    /** How many concepts there are. Those with a name are numbered before those without. */
    final int concepts;

    final int[] definable;
    /** defines[i] = {cue concept, concept that a term so defined carries}. */
    final int[][] defines;

    final List<Derived> derived;

    /**
     * How many of the derived concepts, the first, must be looked for in each clause before anything else: those that hide
     * others, and what these depend on. Of the others it is enough to look for those that somebody asks for.
     */
    final int derivedAtOnce;

    /** The concepts of {@link #derived}, and for each concept with a name its place among them, or -1. */
    private final int[] derivedConcepts;

    private final int[] derivedOf;

    final List<CompiledKind> kinds;
    final List<CompiledPattern> patterns;
    final List<CompiledDomain> domains;

    /** For each pattern the vetoes of its kind that are written for its language. */
    final Node[][] kindVetoes;

    /** answers[i] = {concept, kind that it answers for a whole document}. */
    final int[][] answers;

    /** The concepts that {@link DefinedTerms} asks for. */
    final int[] ofTerms;

    /** Tells at a glance where none of them occurs. */
    final TermCues cuesOfTerms;

    /** All that a clause may match. */
    final Agenda agenda;

    /** The rules of the derived concepts on which those depend. */
    final RuleSet derivedOfTerms;

    /** The rules of all derived concepts. */
    final RuleSet allDerived;

    /** The rules of all domains. */
    final RuleSet allDomains;

    /** The anchors that rules do not have, marked as if they had been seen. */
    final long[] unanchored;

    /**
     * The concepts to ask for before a rule is tried, as {@link Sayings#asked} gives them, and for each rule where its own
     * begin, up to those of the next.
     */
    final int[] unsure;

    final int[] unsureAt;

    /** By language the rules of the patterns written for it: of the tentative ones, and of the others. */
    private final Map<Language, RuleSet> tentative;

    private final Map<Language, RuleSet> firm;

    /** What is said by phrases and by concepts. */
    final Sayings sayings;

    /** What a capitalised word says. */
    final int nameSaying;

    /** What a quotation says. */
    final int quotedSaying;

    private final Map<Entity.Type, Integer> ofEntities = new EnumMap<>(Entity.Type.class);

    /** The number of the concept that gives alarm, or -1. */
    final int safetyNet;

    /** The number of the concept that calms it, or -1. */
    final int ordinary;

    /** The number of the concept at which an exception starts, or -1. */
    final int carveOut;

    /** The number of the concept that a term needs to carry what its definition says, or -1. */
    final int termOfUse;

    private final Map<String, Integer> conceptIds;

    private CompiledCatalog(CompiledParts parts, PatternCatalog catalog) {
        this.catalog = catalog;
        this.vocabulary = parts.vocabulary();
        this.conceptIds = parts.conceptIds();
        this.concepts = parts.concepts();
        this.safetyNet = concept(Predefined.SAFETY_NET);
        this.ordinary = concept(Predefined.ORDINARY);
        this.answers = answers(catalog.kinds());
        this.carveOut = concept(Predefined.CARVE_OUT);
        this.termOfUse = concept(Predefined.TERM_OF_USE);
        List<Integer> definables = new ArrayList<>();
        List<int[]> cues = new ArrayList<>();
        for (Concept concept : catalog.concepts()) {
            int id = concept(concept.name());
            if (concept.definable()) {
                definables.add(id);
            }
            if (concept.name().startsWith(Predefined.DEFINES)) {
                Integer target = conceptIds.get(concept.name().substring(Predefined.DEFINES.length()));
                if (target != null) {
                    cues.add(new int[] {id, target});
                }
            }
        }
        this.definable = numbers(definables);
        this.defines = cues.toArray(new int[0][]);
        this.derived = parts.derived();
        this.derivedAtOnce = parts.derivedAtOnce();
        this.derivedOf = new int[conceptIds.size()];
        Arrays.fill(derivedOf, -1);
        this.derivedConcepts = derived.stream().mapToInt(Derived::concept).toArray();
        for (int d = 0; d < derived.size(); d++) {
            derivedOf[derived.get(d).concept()] = d;
        }
        this.kinds = parts.kinds();
        this.patterns = parts.patterns();
        this.domains = parts.domains();
        this.kindVetoes = patterns.stream()
                .map(pattern ->
                        kinds.get(pattern.kind()).unless(pattern.source().lang()))
                .toArray(Node[][]::new);
        this.agenda = parts.agenda();
        this.tentative = byLanguage(true);
        this.firm = byLanguage(false);
        this.allDerived = rules(0, agenda.firstOfDerived(derived.size()));
        this.allDomains = rules(agenda.firstOfDomain(0), agenda.firstOfDomain(domains.size()));
        List<Integer> terms = new ArrayList<>(definables);
        if (definable.length > 0) {
            terms.add(termOfUse);
        }
        for (int[] cue : cues) {
            terms.add(cue[0]);
        }
        this.ofTerms = numbers(new LinkedHashSet<>(terms));
        this.cuesOfTerms = new TermCues(
                ofTerms,
                derived,
                Predefined.OCCURRENCES.stream().mapToInt(this::concept).toArray(),
                parts.trie());
        terms.add(carveOut);
        this.derivedOfTerms = derivedFor(terms);
        this.unanchored = parts.unanchored();
        this.unsure = parts.unsure();
        this.unsureAt = parts.unsureAt();
        this.sayings = parts.sayings();
        this.walk = new PhraseWalk(parts.trie(), sayings);
        this.nameSaying = sayings.of(concept(Predefined.NAME));
        this.quotedSaying = sayings.of(concept(Predefined.QUOTED));
        for (Entity.Type type : Entity.Type.values()) {
            ofEntities.put(type, sayings.of(concept(type.name().toLowerCase(Locale.ROOT))));
        }
    }

    static CompiledCatalog compile(PatternCatalog catalog) {
        return of(CompiledParts.of(catalog), catalog);
    }

    /** What follows from the parts. */
    static CompiledCatalog of(CompiledParts parts, PatternCatalog catalog) {
        return new CompiledCatalog(parts, catalog);
    }

    /** The number of a concept, or -1 when the catalog has none of that name. */
    int concept(String name) {
        return conceptIds.getOrDefault(name, -1);
    }

    /** The derived concept at a place in {@link #derived}. */
    int derivedConcept(int index) {
        return derivedConcepts[index];
    }

    /** The place of a concept with a name among the derived ones, or -1. */
    int derivedOf(int concept) {
        return derivedOf[concept];
    }

    /** The concepts that are there. */
    private static int[] numbers(Collection<Integer> concepts) {
        int[] numbers = new int[concepts.size()];
        int size = 0;
        for (int concept : concepts) {
            if (concept >= 0) {
                numbers[size++] = concept;
            }
        }
        return Arrays.copyOf(numbers, size);
    }

    private int[][] answers(List<ClauseKind> all) {
        List<int[]> found = new ArrayList<>();
        for (int kind = 0; kind < all.size(); kind++) {
            int answer = concept(Predefined.ANSWERS + all.get(kind).id().replace('.', '-'));
            if (answer >= 0) {
                found.add(new int[] {answer, kind});
            }
        }
        return found.toArray(new int[0][]);
    }

    /** What an entity says. */
    int saying(Entity.Type type) {
        return Objects.requireNonNull(ofEntities.get(type));
    }

    /** The rules of the patterns written for a language: of the tentative ones, or of the others. */
    RuleSet patternsIn(Language language, boolean onlyTentative) {
        return Objects.requireNonNull((onlyTentative ? tentative : firm).get(language));
    }

    private Map<Language, RuleSet> byLanguage(boolean onlyTentative) {
        Map<Language, RuleSet> rules = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            long[] all = Bits.of(agenda.size());
            for (CompiledPattern pattern : patterns) {
                if (pattern.source().tentative() == onlyTentative
                        && pattern.source().lang().equals(language.code())) {
                    Agenda.add(all, agenda.firstOfPattern(pattern.index()), agenda.firstOfPattern(pattern.index() + 1));
                }
            }
            rules.put(language, RuleSet.of(all));
        }
        return rules;
    }

    private RuleSet rules(int from, int to) {
        long[] all = Bits.of(agenda.size());
        Agenda.add(all, from, to);
        return RuleSet.of(all);
    }

    /** The rules of the derived concepts on which some concepts depend. */
    private RuleSet derivedFor(List<Integer> concepts) {
        BitSet needed = new BitSet();
        for (int concept : concepts) {
            if (concept >= 0) {
                needed.set(concept);
            }
        }
        long[] all = Bits.of(agenda.size());
        for (int before = -1; before < needed.cardinality(); ) {
            before = needed.cardinality();
            for (int d = 0; d < derived.size(); d++) {
                Derived each = derived.get(d);
                if (needed.get(each.concept()) || hidesOneOf(each, needed)) {
                    Agenda.add(all, agenda.firstOfDerived(d), agenda.firstOfDerived(d + 1));
                    needed.set(each.concept());
                    if (each.node() != null) {
                        each.node().concepts(needed);
                    }
                }
            }
        }
        return RuleSet.of(all);
    }

    private static boolean hidesOneOf(Derived derived, BitSet concepts) {
        for (int hidden : derived.hides()) {
            if (concepts.get(hidden)) {
                return true;
            }
        }
        return false;
    }
}

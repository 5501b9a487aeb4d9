// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import com.google.common.collect.ImmutableList;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Concept;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.Expression;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.catalog.ValueReader;
import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.CompiledReader;
import dev.fineprint.match.CompiledCatalog.Derived;
import dev.fineprint.text.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Turns a catalog's expressions into symbols, phrases, concepts and nodes, once. Not thread-safe; thrown away after. */
final class CatalogCompiler {
    private static final int MAX_OPTIONALS = 4;

    /** How many of 10,000 words are capitalised, and how many are a number or another entity: to choose anchors by. */
    private static final double OFTEN = 1500;

    private static final double SELDOM = 40;

    /** How much rarer a word is with a certain other one beside it. */
    private static final double OTHER_WORD = 0.2;

    final Vocabulary.Builder words = Vocabulary.builder();
    final PhraseTrie.Builder phrases = new PhraseTrie.Builder();
    final Map<String, Integer> conceptIds = new LinkedHashMap<>();
    final List<String> conceptNames = new ArrayList<>();
    final List<Derived> derived = new ArrayList<>();

    /** How many of the derived concepts hide others or are needed to see those that do: they come first. */
    final int derivedAtOnce;

    final List<CompiledKind> kinds = new ArrayList<>();
    final List<CompiledPattern> patterns = new ArrayList<>();
    final List<CompiledDomain> domains = new ArrayList<>();
    private final Map<String, Integer> literals = new HashMap<>();
    private final List<Double> costs = new ArrayList<>();
    private final Map<Integer, Double> symbolFrequencies = new HashMap<>();
    private final WordFrequencies frequencies = WordFrequencies.bundled();

    CatalogCompiler(PatternCatalog catalog) {
        for (String name : Predefined.OCCURRENCES) {
            addCost(conceptId(name), name.equals(Predefined.NAME) ? OFTEN : SELDOM);
        }
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (Concept concept : catalog.concepts()) {
            concepts.put(concept.name(), concept);
            conceptId(concept.name());
        }
        BitSet done = new BitSet();
        for (Concept concept : concepts.values()) {
            if (!concept.hides().isEmpty()) {
                define(concept, concepts, done);
            }
        }
        derivedAtOnce = derived.size();
        for (Concept concept : concepts.values()) {
            define(concept, concepts, done);
        }
        compileKinds(catalog);
        for (Domain domain : catalog.domains()) {
            List<Expression> all = new ArrayList<>();
            domain.expressions().values().forEach(all::addAll);
            domains.add(new CompiledDomain(
                    domain.id(), all.isEmpty() ? new Node[0] : new Node[] {alternatives(all)}, nodes(domain.unless())));
        }
    }

    private void compileKinds(PatternCatalog catalog) {
        Map<String, Integer> kindIndex = new HashMap<>();
        for (ClauseKind kind : catalog.kinds()) {
            kindIndex.put(kind.id(), kindIndex.size());
        }
        for (ClauseKind kind : catalog.kinds()) {
            int index = kinds.size();
            Map<String, CompiledReader> reads = new LinkedHashMap<>();
            kind.reads().forEach((name, reader) -> reads.put(name, reader(reader)));
            int[] yieldsTo = kind.yieldsTo().stream()
                    .filter(kindIndex::containsKey)
                    .mapToInt(kindIndex::get)
                    .toArray();
            Map<String, Node[]> unless = new HashMap<>();
            kind.unless().forEach((lang, vetoes) -> unless.put(lang, nodes(vetoes)));
            kinds.add(new CompiledKind(index, kind, unless, yieldsTo, reads));
            for (ClausePattern pattern : kind.patterns()) {
                patterns.add(new CompiledPattern(
                        patterns.size(),
                        index,
                        pattern,
                        node(pattern.expr()),
                        nodes(pattern.unless()),
                        nodes(pattern.except())));
            }
        }
    }

    private CompiledReader reader(ValueReader reader) {
        Map<String, Node[]> choices = new LinkedHashMap<>();
        Node[] after = {};
        if (reader instanceof ValueReader.ChoiceValue choice) {
            choice.choices().forEach((value, expressions) -> choices.put(value, nodes(expressions)));
        } else if (reader instanceof ValueReader.SetValue set) {
            set.members().forEach((value, expressions) -> choices.put(value, nodes(expressions)));
        } else if (reader instanceof ValueReader.TextAfterValue text) {
            after = nodes(text.after());
        }
        return new CompiledReader(reader, choices, after);
    }

    int conceptId(String name) {
        return conceptIds.computeIfAbsent(name, this::newConcept);
    }

    private int newConcept(String name) {
        conceptNames.add(name);
        costs.add(0.0);
        return conceptNames.size() - 1;
    }

    private void addCost(int concept, double cost) {
        costs.set(concept, costs.get(concept) + cost);
    }

    /** Concepts are defined after those that they refer to, so that one pass over {@link #derived} suffices. */
    private void define(Concept concept, Map<String, Concept> all, BitSet done) {
        int id = conceptId(concept.name());
        if (done.get(id)) {
            return;
        }
        done.set(id);
        List<Expression> complex = new ArrayList<>();
        for (String hidden : concept.hides()) {
            // Known before this concept, so that what hides comes last.
            Concept other = all.get(hidden);
            if (other != null) {
                define(other, all, done);
            }
        }
        for (List<Expression> expressions : concept.expressions().values()) {
            for (Expression expression : flatten(expressions)) {
                int[] phrase = phrase(expression);
                if (phrase != null) {
                    phrases.add(phrase, id);
                    addCost(id, cost(expression));
                } else {
                    referred(expression, all, done);
                    complex.add(expression);
                }
            }
        }
        Node node = null;
        if (!complex.isEmpty()) {
            node = alternatives(complex);
            BitSet anchors = anchorSet(node);
            if (anchors == null) {
                throw new IllegalArgumentException("Concept <" + concept.name() + "> of " + concept.source()
                        + " has an alternative without any word; every alternative needs at least one");
            }
            anchors.stream().forEach(a -> addCost(id, costs.get(a)));
        }
        if (node != null || !concept.hides().isEmpty()) {
            int[] hides = concept.hides().stream().mapToInt(this::conceptId).toArray();
            derived.add(new Derived(id, node, hides));
        }
    }

    private void referred(Expression expression, Map<String, Concept> all, BitSet done) {
        if (expression instanceof Expression.ConceptRef ref) {
            Concept concept = all.get(ref.name());
            if (concept != null) {
                define(concept, all, done);
            }
        } else if (expression instanceof Expression.Sequence sequence) {
            sequence.items().forEach(item -> referred(item, all, done));
            sequence.gaps().forEach(gap -> gap.without().forEach(item -> referred(item, all, done)));
        } else if (expression instanceof Expression.Or or) {
            or.alternatives().forEach(item -> referred(item, all, done));
        } else if (expression instanceof Expression.Unordered unordered) {
            unordered.parts().forEach(item -> referred(item, all, done));
        } else if (expression instanceof Expression.Maybe optional) {
            referred(optional.item(), all, done);
        }
    }

    private static List<Expression> flatten(List<Expression> expressions) {
        List<Expression> flat = new ArrayList<>();
        for (Expression expression : expressions) {
            if (expression instanceof Expression.Or or) {
                flat.addAll(flatten(or.alternatives()));
            } else {
                flat.add(expression);
            }
        }
        return flat;
    }

    /** The more often a phrase is likely to occur, the dearer it is as an anchor: as its rarest word, less for each other. */
    private double cost(Expression expression) {
        if (expression instanceof Expression.Word word) {
            return frequencies.of(words.stemOf(word.text()));
        }
        if (expression instanceof Expression.Exact exact) {
            return frequencies.of(words.stemOf(exact.text()));
        }
        if (expression instanceof Expression.Prefix prefix) {
            return frequencies.ofPrefix(prefix.text());
        }
        double rarest = Double.MAX_VALUE;
        double share = 1 / OTHER_WORD;
        if (expression instanceof Expression.Sequence sequence) {
            for (Expression item : sequence.items()) {
                rarest = Math.min(rarest, cost(item));
                share *= OTHER_WORD;
            }
        }
        return rarest * share;
    }

    private int[] symbol(int symbol, Expression word) {
        symbolFrequencies.putIfAbsent(symbol, cost(word));
        return new int[] {symbol};
    }

    /** How often the word of a symbol occurs among 10,000. */
    double frequency(int symbol) {
        return symbolFrequencies.getOrDefault(symbol, 0.0);
    }

    /** The symbols of an expression that is nothing but adjacent words, else null. */
    private int @Nullable [] phrase(Expression expression) {
        if (expression instanceof Expression.Word word) {
            return symbol(words.stem(word.text()), expression);
        }
        if (expression instanceof Expression.Exact exact) {
            return symbol(words.exact(exact.text()), expression);
        }
        if (expression instanceof Expression.Prefix prefix) {
            return symbol(words.prefix(prefix.text()), expression);
        }
        if (expression instanceof Expression.Sequence sequence) {
            boolean adjacent = sequence.gaps().stream()
                    .allMatch(g -> g.max() == 0 && g.without().isEmpty());
            if (!adjacent) {
                return null;
            }
            int[] all = new int[sequence.items().size()];
            for (int i = 0; i < all.length; i++) {
                Expression item = sequence.items().get(i);
                int[] one = item instanceof Expression.Sequence ? null : phrase(item);
                if (one == null) {
                    return null;
                }
                all[i] = one[0];
            }
            return all;
        }
        return null;
    }

    private Node[] nodes(List<Expression> expressions) {
        return expressions.stream().map(this::node).toArray(Node[]::new);
    }

    private Node node(Expression expression) {
        int[] phrase = phrase(expression);
        if (phrase != null) {
            return literal(List.of(expression));
        }
        if (expression instanceof Expression.ConceptRef ref) {
            return switch (ref.name()) {
                case Predefined.ANY -> new Node.Any();
                case Predefined.REST -> new Node.Rest();
                default -> new Node.Leaf(conceptId(ref.name()));
            };
        }
        if (expression instanceof Expression.Or or) {
            return alternatives(or.alternatives());
        }
        if (expression instanceof Expression.Sequence sequence) {
            return sequence(sequence.items(), sequence.gaps());
        }
        if (expression instanceof Expression.Unordered unordered) {
            return unordered(unordered);
        }
        if (expression instanceof Expression.Start) {
            return new Node.Start();
        }
        if (expression instanceof Expression.End) {
            return new Node.End();
        }
        if (expression instanceof Expression.Maybe optional) {
            // Alone, an optional item matches nothing more than the item itself.
            return node(optional.item());
        }
        throw new IllegalStateException("No node for " + expression);
    }

    /** All literal alternatives become one anonymous concept: one leaf instead of many. */
    private Node alternatives(List<Expression> expressions) {
        List<Expression> flat = flatten(expressions);
        List<Expression> simple = new ArrayList<>();
        List<Node> nodes = new ArrayList<>();
        for (Expression expression : flat) {
            if (phrase(expression) != null) {
                simple.add(expression);
            } else {
                nodes.add(node(expression));
            }
        }
        if (!simple.isEmpty()) {
            nodes.add(literal(simple));
        }
        return nodes.size() == 1 ? nodes.get(0) : new Node.Alternatives(nodes);
    }

    private Node literal(List<Expression> expressions) {
        TreeSet<String> canonical = new TreeSet<>();
        expressions.forEach(e -> canonical.add(e.toString()));
        String key = String.join(" | ", canonical);
        Integer known = literals.get(key);
        if (known != null) {
            return new Node.Leaf(known);
        }
        int concept = newConcept(key);
        literals.put(key, concept);
        for (Expression expression : expressions) {
            int[] phrase = phrase(expression);
            if (phrase == null) {
                throw new IllegalStateException("Not a literal: " + expression);
            }
            phrases.add(phrase, concept);
            addCost(concept, cost(expression));
        }
        return new Node.Leaf(concept);
    }

    private Node sequence(List<Expression> items, List<Expression.Gap> gaps) {
        List<Integer> optionals = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.get(i) instanceof Expression.Maybe && optionals.size() < MAX_OPTIONALS) {
                optionals.add(i);
            }
        }
        if (optionals.isEmpty()) {
            return plainSequence(items, gaps);
        }
        List<Node> variants = new ArrayList<>();
        for (int chosen = 0; chosen < 1 << optionals.size(); chosen++) {
            List<Expression> kept = new ArrayList<>();
            List<Expression.Gap> keptGaps = new ArrayList<>();
            Expression.@Nullable Gap pending = null;
            for (int i = 0; i < items.size(); i++) {
                int optional = optionals.indexOf(i);
                boolean dropped = optional >= 0 && (chosen & 1 << optional) == 0;
                if (!dropped) {
                    if (!kept.isEmpty() && pending != null) {
                        keptGaps.add(pending);
                    }
                    pending = null;
                    kept.add(items.get(i) instanceof Expression.Maybe o ? o.item() : items.get(i));
                }
                if (i < gaps.size()) {
                    pending = pending == null ? gaps.get(i) : wider(pending, gaps.get(i));
                }
            }
            if (!kept.isEmpty()) {
                variants.add(kept.size() == 1 ? node(kept.get(0)) : plainSequence(kept, keptGaps));
            }
        }
        return variants.size() == 1 ? variants.get(0) : new Node.Alternatives(variants);
    }

    private static Expression.Gap wider(Expression.Gap a, Expression.Gap b) {
        List<Expression> without = new ArrayList<>(a.without());
        without.addAll(b.without());
        return new Expression.Gap(a.max() + b.max(), without);
    }

    private Node plainSequence(List<Expression> items, List<Expression.Gap> gaps) {
        // Adjacent literal words inside a longer sequence are one phrase.
        List<Node> nodes = new ArrayList<>();
        List<Expression.Gap> kept = new ArrayList<>();
        int i = 0;
        while (i < items.size()) {
            int j = i;
            while (isSingleWord(items.get(j))
                    && j + 1 < items.size()
                    && isSingleWord(items.get(j + 1))
                    && gaps.get(j).max() == 0
                    && gaps.get(j).without().isEmpty()) {
                j++;
            }
            if (j > i) {
                nodes.add(literal(List.of(new Expression.Sequence(
                        List.copyOf(items.subList(i, j + 1)), List.copyOf(gaps.subList(i, j))))));
            } else {
                nodes.add(node(items.get(i)));
            }
            if (j < gaps.size()) {
                kept.add(gaps.get(j));
            }
            i = j + 1;
        }
        if (nodes.size() == 1) {
            return nodes.get(0);
        }
        int[] widths = kept.stream().mapToInt(Expression.Gap::max).toArray();
        Node[][] without = kept.stream().map(g -> nodes(g.without())).toArray(Node[][]::new);
        return new Node.Sequence(nodes, widths, without, costs::get);
    }

    private static boolean isSingleWord(Expression e) {
        return e instanceof Expression.Word || e instanceof Expression.Exact || e instanceof Expression.Prefix;
    }

    private Node unordered(Expression.Unordered unordered) {
        List<List<Expression>> orders = new ArrayList<>();
        permute(new ArrayList<>(unordered.parts()), 0, orders);
        List<Node> nodes = new ArrayList<>();
        for (List<Expression> order : orders) {
            List<Expression.Gap> gaps = new ArrayList<>();
            for (int i = 1; i < order.size(); i++) {
                gaps.add(new Expression.Gap(unordered.max(), List.of()));
            }
            nodes.add(sequence(order, gaps));
        }
        return new Node.Alternatives(nodes);
    }

    private static void permute(List<Expression> items, int from, List<List<Expression>> out) {
        if (from == items.size() - 1) {
            out.add(ImmutableList.copyOf(items));
            return;
        }
        for (int i = from; i < items.size(); i++) {
            Collections.swap(items, from, i);
            permute(items, from + 1, out);
            Collections.swap(items, from, i);
        }
    }

    /** The anchors of a node: for each part that has some, concepts of which every match needs one, the rarest set first. */
    List<BitSet> anchorSets(Node node) {
        List<BitSet> sets = new ArrayList<>();
        for (Node part : node instanceof Node.Sequence sequence ? sequence.items() : new Node[] {node}) {
            BitSet set = anchorSet(part);
            if (set != null) {
                sets.add(set);
            }
        }
        sets.sort(Comparator.comparingDouble(this::cost));
        return sets;
    }

    /** Concepts of which every match needs at least one, as cheap a set as there is; null when there is none. */
    @Nullable
    BitSet anchorSet(Node node) {
        if (node instanceof Node.Leaf leaf) {
            BitSet set = new BitSet();
            set.set(leaf.concept);
            return set;
        }
        if (node instanceof Node.Alternatives alternatives) {
            BitSet union = new BitSet();
            for (Node each : alternatives.nodes()) {
                BitSet set = anchorSet(each);
                if (set == null) {
                    return null;
                }
                union.or(set);
            }
            return union;
        }
        if (node instanceof Node.Sequence sequence) {
            return Arrays.stream(sequence.items())
                    .map(this::anchorSet)
                    .filter(set -> set != null)
                    .min((a, b) -> Double.compare(cost(a), cost(b)))
                    .orElse(null);
        }
        return null;
    }

    /** How often one of some concepts is likely to occur among 10,000 words. */
    double cost(@Nullable BitSet anchors) {
        return anchors == null
                ? Double.MAX_VALUE
                : anchors.stream().mapToDouble(costs::get).sum();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.Derived;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which rules of the {@link Agenda} are worth trying where a concept occurs. A rule has one or two anchors, sets of concepts
 * of each of which it needs at least one; where both were seen it is tried. Known once all patterns are compiled; needed
 * for the {@link Sayings}, then thrown away.
 */
final class Triggers {
    /** A first anchor that occurs less often than so many times in 10,000 words is enough. */
    private static final double SELDOM = 2;

    /** A second anchor that occurs more often tells too little for what it costs to look for it. */
    private static final double OFTEN = 400;

    private static final int[] NOTHING = {};

    private final Map<Integer, BitSet> byFirst = new HashMap<>();
    private final Map<Integer, BitSet> bySecond = new HashMap<>();
    private final long[] withoutFirst;
    private final long[] withoutSecond;
    private final int[][] unsure;

    Triggers(CatalogCompiler compiler, Agenda agenda, List<Derived> derived) {
        this.withoutFirst = Bits.of(agenda.size());
        this.withoutSecond = Bits.of(agenda.size());
        this.unsure = new int[agenda.size()][];
        BitSet expected = new BitSet();
        derived.forEach(each -> expected.set(each.concept()));
        for (int rule = 0; rule < agenda.size(); rule++) {
            Node node = agenda.rule(rule);
            List<BitSet> anchors = node == null
                    ? List.of(only(derived.get(agenda.derivedOf(rule)).concept()))
                    : compiler.anchorSets(node);
            file(rule, anchors.isEmpty() ? null : anchors.get(0), byFirst, withoutFirst);
            boolean two = anchors.size() > 1
                    && compiler.cost(anchors.get(0)) > SELDOM
                    && compiler.cost(anchors.get(1)) < OFTEN;
            file(rule, two ? anchors.get(1) : null, bySecond, withoutSecond);
            BitSet sure = new BitSet();
            for (BitSet anchor : anchors.subList(0, Math.min(anchors.size(), two ? 2 : 1))) {
                if (anchor.cardinality() == 1) {
                    sure.or(anchor);
                }
            }
            // A derived concept sets its rules off before anybody has looked for it.
            sure.andNot(expected);
            unsure[rule] = node instanceof Node.Sequence sequence
                    ? IntStream.of(sequence.leaves())
                            .filter(leaf -> !sure.get(leaf))
                            .toArray()
                    : NOTHING;
        }
    }

    private static void file(int rule, @Nullable BitSet anchor, Map<Integer, BitSet> byConcept, long[] without) {
        if (anchor == null) {
            Bits.set(without, rule);
        } else {
            anchor.stream()
                    .forEach(concept -> byConcept
                            .computeIfAbsent(concept, c -> new BitSet())
                            .set(rule));
        }
    }

    private static BitSet only(int concept) {
        BitSet set = new BitSet();
        set.set(concept);
        return set;
    }

    /** The rules that have no first anchor. */
    long[] withoutFirst() {
        return withoutFirst;
    }

    /** The rules that have no second anchor. */
    long[] withoutSecond() {
        return withoutSecond;
    }

    /** For each rule the concepts without which there is no match and of which its anchors do not tell, the rarest first. */
    int[][] unsure() {
        return unsure;
    }

    /** The rules of which one of some concepts is a first anchor. */
    int[] first(int[] concepts) {
        return union(byFirst, concepts);
    }

    /** The rules of which one of some concepts is a second anchor. */
    int[] second(int[] concepts) {
        return union(bySecond, concepts);
    }

    private static int[] union(Map<Integer, BitSet> byConcept, int[] concepts) {
        BitSet rules = new BitSet();
        for (int concept : concepts) {
            BitSet each = byConcept.get(concept);
            if (each != null) {
                rules.or(each);
            }
        }
        return rules.stream().toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.Derived;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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

    private static final BitSet NO_RULES = new BitSet();

    private final Map<Integer, BitSet> byFirst = new HashMap<>();
    private final Map<Integer, BitSet> bySecond = new HashMap<>();
    private final long[] unanchored;
    private final int[] unsure;
    private final int[] unsureAt;

    Triggers(CatalogCompiler compiler, Agenda agenda, List<Derived> derived) {
        this.unanchored = RuleSet.marks(agenda.size());
        this.unsureAt = new int[agenda.size() + 1];
        IntStream.Builder ask = IntStream.builder();
        BitSet expected = new BitSet();
        derived.forEach(each -> expected.set(each.concept()));
        for (int rule = 0; rule < agenda.size(); rule++) {
            Node node = agenda.rule(rule);
            List<BitSet> anchors = node == null
                    ? List.of(only(derived.get(agenda.derivedOf(rule)).concept()))
                    : compiler.anchorSets(node);
            if (anchors.isEmpty()) {
                RuleSet.markFirst(unanchored, rule);
            } else {
                file(rule, anchors.get(0), byFirst);
            }
            boolean two = anchors.size() > 1
                    && compiler.cost(anchors.get(0)) > SELDOM
                    && compiler.cost(anchors.get(1)) < OFTEN;
            if (two) {
                file(rule, anchors.get(1), bySecond);
            } else {
                RuleSet.markSecond(unanchored, rule);
            }
            BitSet sure = new BitSet();
            for (BitSet anchor : anchors.subList(0, Math.min(anchors.size(), two ? 2 : 1))) {
                if (anchor.cardinality() == 1) {
                    sure.or(anchor);
                }
            }
            // A derived concept sets its rules off before anybody has looked for it.
            sure.andNot(expected);
            unsureAt[rule + 1] = unsureAt[rule];
            if (node instanceof Node.Sequence sequence) {
                // What is noted is looked up at once; a derived concept may have to be matched first.
                for (boolean derivedOnes : new boolean[] {false, true}) {
                    for (int leaf : sequence.leaves()) {
                        if (!sure.get(leaf) && expected.get(leaf) == derivedOnes) {
                            ask.add(leaf);
                            unsureAt[rule + 1]++;
                        }
                    }
                }
            }
        }
        this.unsure = ask.build().toArray();
    }

    private static void file(int rule, BitSet anchor, Map<Integer, BitSet> byConcept) {
        anchor.stream()
                .forEach(concept ->
                        byConcept.computeIfAbsent(concept, c -> new BitSet()).set(rule));
    }

    private static BitSet only(int concept) {
        BitSet set = new BitSet();
        set.set(concept);
        return set;
    }

    /** The marks of the anchors that rules do not have: as if they had been seen. */
    long[] unanchored() {
        return unanchored;
    }

    /** The concepts without which rules do not match and of which their anchors do not tell: of each the rarest first, derived ones last. */
    int[] unsure() {
        return unsure;
    }

    /** For each rule where its own begin among them; they end where those of the next rule begin. */
    int[] unsureAt() {
        return unsureAt;
    }

    /**
     * The marks of the anchors to which one of some concepts belongs: for each word of {@link #unanchored} that has any its
     * number, its lower and its upper half.
     */
    int[] marks(int[] concepts) {
        long[] marks = new long[unanchored.length];
        for (int concept : concepts) {
            byFirst.getOrDefault(concept, NO_RULES).stream().forEach(rule -> RuleSet.markFirst(marks, rule));
            bySecond.getOrDefault(concept, NO_RULES).stream().forEach(rule -> RuleSet.markSecond(marks, rule));
        }
        return IntStream.range(0, marks.length)
                .filter(word -> marks[word] != 0)
                .flatMap(word -> IntStream.of(word, (int) marks[word], (int) (marks[word] >>> 32)))
                .toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A compiled expression. {@link #matches} lists all its matches in a clause, sorted by start; each match is a stretch of
 * token positions. Of the ways to match that end alike, a sequence keeps the tightest: another could not be continued
 * any better.
 */
abstract sealed class Node {
    /** The matches of an expression that is {@link #possible}. Read only, until the next clause begins. */
    abstract Spans matches(ClauseScan scan);

    /** Whether this expression can match at all, given the concepts that occur; never wrongly false. */
    boolean possible(ClauseScan scan) {
        return true;
    }

    /** Adds the concepts on which the matches depend. */
    void concepts(BitSet out) {}

    /** The matches; asks first whether there can be any. */
    Spans find(ClauseScan scan) {
        return possible(scan) ? matches(scan) : Spans.NONE;
    }

    /** The matches of several expressions, in no order. */
    static Spans findAll(ClauseScan scan, Node[] nodes) {
        if (nodes.length == 0) {
            return Spans.NONE;
        }
        Spans all = scan.borrow();
        for (Node node : nodes) {
            all.addAll(node.find(scan));
        }
        return all;
    }

    /** A concept without which there is no match, the rarest if there are several, or -1. */
    int gate() {
        return -1;
    }

    static final class Leaf extends Node {
        final int concept;

        Leaf(int concept) {
            this.concept = concept;
        }

        @Override
        Spans matches(ClauseScan scan) {
            return scan.occurrences(concept);
        }

        @Override
        boolean possible(ClauseScan scan) {
            return scan.has(concept);
        }

        @Override
        int gate() {
            return concept;
        }

        @Override
        void concepts(BitSet out) {
            out.set(concept);
        }
    }

    /** The start of the clause's own words, of width nothing. */
    static final class Start extends Node {
        @Override
        Spans matches(ClauseScan scan) {
            Spans out = scan.borrow();
            out.add(scan.ownStart(), scan.ownStart());
            return out;
        }
    }

    /** The end of the clause, of width nothing. */
    static final class End extends Node {
        @Override
        Spans matches(ClauseScan scan) {
            Spans out = scan.borrow();
            out.add(scan.size(), scan.size());
            return out;
        }
    }

    /** Any one own word. */
    static final class Any extends Node {
        @Override
        Spans matches(ClauseScan scan) {
            Spans out = scan.borrow();
            for (int i = scan.ownStart(); i < scan.size(); i++) {
                out.add(i, i + 1);
            }
            return out;
        }
    }

    /** All the own words up to the end of the clause, at least one. */
    static final class Rest extends Node {
        @Override
        Spans matches(ClauseScan scan) {
            Spans out = scan.borrow();
            for (int i = scan.ownStart(); i < scan.size(); i++) {
                out.add(i, scan.size());
            }
            return out;
        }
    }

    static final class Alternatives extends Node {
        private final Node[] nodes;

        /** The gate of each: looked up without a call, and most are shut. */
        private final int[] gates;

        Alternatives(List<Node> nodes) {
            this(nodes.toArray(Node[]::new));
        }

        /** The same; the array is not copied. */
        Alternatives(Node[] nodes) {
            this.nodes = nodes;
            this.gates = new int[nodes.length];
            for (int i = 0; i < nodes.length; i++) {
                gates[i] = nodes[i].gate();
            }
        }

        private boolean possible(ClauseScan scan, int i) {
            return (gates[i] < 0 || scan.has(gates[i])) && nodes[i].possible(scan);
        }

        @Override
        Spans find(ClauseScan scan) {
            return matches(scan);
        }

        @Override
        Spans matches(ClauseScan scan) {
            Spans only = Spans.NONE;
            Spans merged = Spans.NONE;
            for (int i = 0; i < nodes.length; i++) {
                if (!possible(scan, i)) {
                    continue;
                }
                Spans each = nodes[i].matches(scan);
                if (only.size() == 0) {
                    only = each;
                } else if (each.size() > 0) {
                    if (merged.size() == 0) {
                        merged = scan.borrow();
                        merged.addAll(only);
                    }
                    merged.addAll(each);
                }
            }
            return scan.sorted(merged.size() == 0 ? only : merged);
        }

        @Override
        boolean possible(ClauseScan scan) {
            for (int i = 0; i < nodes.length; i++) {
                if (possible(scan, i)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        void concepts(BitSet out) {
            for (Node node : nodes) {
                node.concepts(out);
            }
        }

        Node[] nodes() {
            return nodes;
        }
    }

    static final class Sequence extends Node {
        /** Of so few spans the right one is found sooner by looking at all than by a table. */
        private static final int FEW = 8;

        private final Node[] items;

        /** The concept of each item that is a leaf, -1 for the others. */
        private final int[] concepts;

        /** The concepts of the items that are leaves, the rarest first, to be looked up without a call for each. */
        private final int[] leaves;

        private final Node[] others;
        private final int[] gaps;
        private final Node[][] without;

        /**
         * A sequence; gaps[i] and without[i] stand between items[i] and items[i + 1].
         *
         * @param cost how often a concept is likely to occur
         */
        Sequence(List<Node> items, int[] gaps, Node[][] without, IntToDoubleFunction cost) {
            this(
                    items.toArray(Node[]::new),
                    items.stream()
                            .filter(Leaf.class::isInstance)
                            .map(Node::gate)
                            .sorted(Comparator.comparingDouble(cost::applyAsDouble))
                            .mapToInt(Integer::intValue)
                            .toArray(),
                    gaps,
                    without);
        }

        /** The same with the {@link #leaves} in their order; the arrays are not copied. */
        Sequence(Node[] items, int[] leaves, int[] gaps, Node[][] without) {
            this.items = items;
            this.concepts = new int[items.length];
            for (int i = 0; i < items.length; i++) {
                concepts[i] = items[i] instanceof Leaf leaf ? leaf.concept : -1;
            }
            this.leaves = leaves;
            this.others = new Node[items.length - leaves.length];
            int other = 0;
            for (Node item : items) {
                if (!(item instanceof Leaf)) {
                    others[other++] = item;
                }
            }
            this.gaps = gaps;
            this.without = without;
        }

        Node[] items() {
            return items;
        }

        int[] gaps() {
            return gaps;
        }

        /** The concepts among the items, the rarest first; read only. */
        int[] leaves() {
            return leaves;
        }

        Node[][] without() {
            return without;
        }

        boolean bars() {
            return Arrays.stream(without).anyMatch(w -> w.length > 0);
        }

        @Override
        boolean possible(ClauseScan scan) {
            for (int concept : leaves) {
                if (!scan.has(concept)) {
                    return false;
                }
            }
            return othersPossible(scan);
        }

        /** Whether the items can match that are no concepts. */
        boolean othersPossible(ClauseScan scan) {
            for (Node item : others) {
                if (!item.possible(scan)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        int gate() {
            return leaves.length == 0 ? -1 : leaves[0];
        }

        @Override
        void concepts(BitSet out) {
            for (Node item : items) {
                item.concepts(out);
            }
            for (Node[] nodes : without) {
                for (Node node : nodes) {
                    node.concepts(out);
                }
            }
        }

        @Override
        Spans matches(ClauseScan scan) {
            Spans left = matches(scan, 0);
            for (int i = 1; i < concepts.length && left.size() > 0; i++) {
                left = join(scan, left, matches(scan, i), gaps[i - 1], without[i - 1]);
            }
            return scan.sorted(left);
        }

        private Spans matches(ClauseScan scan, int item) {
            int concept = concepts[item];
            return concept >= 0 ? scan.occurrences(concept) : items[item].matches(scan);
        }

        private static Spans join(ClauseScan scan, Spans left, Spans right, int gap, Node[] without) {
            if (right.size() == 0) {
                return Spans.NONE;
            }
            Spans joined = scan.borrow();
            Spans barred = findAll(scan, without);
            // latest[p] = the left span that ends last at or before position p: the tightest partner of a right span
            // that starts at p. Built once for each join, so that hostile repetition stays linear.
            int @Nullable [] latest = left.size() > FEW ? scan.latestByEnd(left) : null;
            for (int r = 0; r < right.size(); r++) {
                int start = right.start(r);
                int l = latest == null ? left.latestEndingBy(start) : latest[start];
                if (l >= 0 && start - left.end(l) <= gap && !barred.anyStartsWithin(left.end(l), start)) {
                    joined.add(left.start(l), right.end(r));
                }
            }
            return joined;
        }
    }
}

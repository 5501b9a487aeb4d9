// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;
import java.util.List;

/**
 * A compiled expression. {@link #eval} writes all its matches in a clause, sorted by start; each match is a stretch of
 * token positions. Of the ways to match that end alike, a sequence keeps the tightest: another could not be continued
 * any better.
 */
abstract sealed class Node {
    private static final Spans[] NO_VETOES = {};

    abstract void eval(ClauseScan scan, Spans out);

    /** Whether this expression can match at all, given the concepts that occur; never wrongly false. */
    boolean possible(ClauseScan scan) {
        return true;
    }

    static final class Leaf extends Node {
        final int concept;

        Leaf(int concept) {
            this.concept = concept;
        }

        @Override
        void eval(ClauseScan scan, Spans out) {
            scan.copyOccurrences(concept, out);
        }

        @Override
        boolean possible(ClauseScan scan) {
            return scan.has(concept);
        }
    }

    /** The start of the clause's own words, of width nothing. */
    static final class Start extends Node {
        @Override
        void eval(ClauseScan scan, Spans out) {
            out.add(scan.ownStart(), scan.ownStart());
        }
    }

    /** The end of the clause, of width nothing. */
    static final class End extends Node {
        @Override
        void eval(ClauseScan scan, Spans out) {
            out.add(scan.size(), scan.size());
        }
    }

    /** Any one own word. */
    static final class Any extends Node {
        @Override
        void eval(ClauseScan scan, Spans out) {
            for (int i = scan.ownStart(); i < scan.size(); i++) {
                out.add(i, i + 1);
            }
        }
    }

    /** All the own words up to the end of the clause, at least one. */
    static final class Rest extends Node {
        @Override
        void eval(ClauseScan scan, Spans out) {
            for (int i = scan.ownStart(); i < scan.size(); i++) {
                out.add(i, scan.size());
            }
        }
    }

    static final class Alternatives extends Node {
        private final Node[] nodes;

        Alternatives(List<Node> nodes) {
            this.nodes = nodes.toArray(Node[]::new);
        }

        @Override
        void eval(ClauseScan scan, Spans out) {
            Spans merged = scan.borrow();
            for (Node node : nodes) {
                if (node.possible(scan)) {
                    node.eval(scan, merged);
                }
            }
            scan.sortUniqueInto(merged, out);
            scan.giveBack(merged);
        }

        @Override
        boolean possible(ClauseScan scan) {
            for (Node node : nodes) {
                if (node.possible(scan)) {
                    return true;
                }
            }
            return false;
        }

        Node[] nodes() {
            return nodes;
        }
    }

    static final class Sequence extends Node {
        private final Node[] items;
        private final int[] gaps;
        private final Node[][] without;

        /** gaps[i] and without[i] stand between items[i] and items[i + 1]. */
        Sequence(List<Node> items, int[] gaps, Node[][] without) {
            this.items = items.toArray(Node[]::new);
            this.gaps = gaps;
            this.without = without;
        }

        Node[] items() {
            return items;
        }

        int[] gaps() {
            return gaps;
        }

        boolean bars() {
            return Arrays.stream(without).anyMatch(w -> w.length > 0);
        }

        @Override
        boolean possible(ClauseScan scan) {
            for (Node item : items) {
                if (!item.possible(scan)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        void eval(ClauseScan scan, Spans out) {
            Spans left = scan.borrow();
            Spans right = scan.borrow();
            Spans joined = scan.borrow();
            items[0].eval(scan, left);
            for (int i = 1; i < items.length && left.size() > 0; i++) {
                right.clear();
                joined.clear();
                items[i].eval(scan, right);
                join(scan, left, right, gaps[i - 1], without[i - 1], joined);
                Spans spare = left;
                left = joined;
                joined = spare;
            }
            scan.sortUniqueInto(left, out);
            scan.giveBack(joined);
            scan.giveBack(right);
            scan.giveBack(left);
        }

        private static void join(ClauseScan scan, Spans left, Spans right, int gap, Node[] without, Spans out) {
            if (right.size() == 0) {
                return;
            }
            Spans[] vetoes = without.length == 0 ? NO_VETOES : scan.evalAll(without);
            // latest[p] = the left span that ends last at or before position p: the tightest partner of a right span
            // that starts at p. Built once for each join, so that hostile repetition stays linear.
            int[] latest = scan.latestByEnd(left);
            for (int r = 0; r < right.size(); r++) {
                int start = right.start(r);
                int l = latest[start];
                if (l < 0) {
                    continue;
                }
                int leftEnd = left.end(l);
                if (start - leftEnd > gap) {
                    continue;
                }
                if (vetoes.length > 0 && ClauseScan.anyStartsWithin(vetoes, leftEnd, start)) {
                    continue;
                }
                out.add(left.start(l), right.end(r));
            }
            scan.giveBack(vetoes);
        }
    }
}

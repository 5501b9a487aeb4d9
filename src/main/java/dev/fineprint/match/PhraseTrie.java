// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All literal phrases of a catalog over word symbols. Nodes are numbers, and so laid out that those that are often walked
 * lie side by side: what a text walks fits into the processor's cache. Immutable; thread-safe.
 */
final class PhraseTrie {
    private static final int ROOT = 0;

    /** Of so few edges the right one is found sooner by looking at all. */
    private static final int FEW = 8;

    /** For each node where its edges begin, up to those of the next. */
    private final int[] edgesAt;

    /** The symbol of each edge and the node to which it leads, one after the other; those of a node sorted by symbol. */
    private final int[] edges;

    /** For each node where its concepts begin in {@link #concepts}, up to those of the next. */
    private final int[] conceptsAt;

    private final int[] concepts;

    /** For each node a bit for each symbol that leads on from it, several symbols sharing one: most searches end here. */
    private final long[] onward;

    /** The edges out of the root, which every word of a text asks for: by symbol, without a search. */
    private final int[] first;

    /** The trie out of its {@link #rows}. */
    PhraseTrie(int[] edgesAt, int[] edges, int[] conceptsAt, int[] concepts) {
        this.edgesAt = edgesAt;
        this.edges = edges;
        this.conceptsAt = conceptsAt;
        this.concepts = concepts;
        onward = new long[size()];
        for (int node = 0; node < onward.length; node++) {
            for (int edge = edgesAt[node]; edge < edgesAt[node + 1]; edge++) {
                onward[node] |= 1L << edges[2 * edge];
            }
        }
        int endOfRoot = edgesAt[ROOT + 1];
        first = new int[endOfRoot == 0 ? 0 : edges[2 * (endOfRoot - 1)] + 1];
        Arrays.fill(first, -1);
        for (int edge = 0; edge < endOfRoot; edge++) {
            first[edges[2 * edge]] = edges[2 * edge + 1];
        }
    }

    /** What the trie consists of, in the order of the constructor that takes it. */
    List<int[]> rows() {
        return List.of(edgesAt, edges, conceptsAt, concepts);
    }

    /** How many nodes there are. */
    int size() {
        return conceptsAt.length - 1;
    }

    /** The node at which the phrases are that begin with a symbol, or -1. */
    int first(int symbol) {
        return symbol < first.length ? first[symbol] : -1;
    }

    /** The node reached from a node over a symbol, or -1. */
    int next(int node, int symbol) {
        if ((onward[node] >>> symbol & 1) == 0) {
            return -1;
        }
        int low = edgesAt[node];
        int high = edgesAt[node + 1];
        while (high - low > FEW) {
            int middle = (low + high) >>> 1;
            if (edges[2 * middle] <= symbol) {
                low = middle;
            } else {
                high = middle;
            }
        }
        for (int edge = low; edge < high; edge++) {
            if (edges[2 * edge] == symbol) {
                return edges[2 * edge + 1];
            }
        }
        return -1;
    }

    /** The concepts of which a phrase ends at a node. */
    int[] concepts(int node) {
        return Arrays.copyOfRange(concepts, conceptsAt[node], conceptsAt[node + 1]);
    }

    /** Whether longer phrases go on from a node. */
    boolean goesOn(int node) {
        return onward[node] != 0;
    }

    /** Gathers phrases. Not thread-safe. */
    static final class Builder {
        private final List<SortedMap<Integer, Integer>> edges = new ArrayList<>();
        private final List<List<Integer>> concepts = new ArrayList<>();

        Builder() {
            newNode();
        }

        private int newNode() {
            edges.add(new TreeMap<>());
            concepts.add(new ArrayList<>());
            return edges.size() - 1;
        }

        void add(int[] phrase, int concept) {
            int node = ROOT;
            for (int symbol : phrase) {
                node = edges.get(node).computeIfAbsent(symbol, s -> newNode());
            }
            if (!concepts.get(node).contains(concept)) {
                concepts.get(node).add(concept);
            }
        }

        /**
         * The finished trie.
         *
         * @param frequency how often the word of a symbol is likely to occur: phrases that are often walked lie side by
         *     side, so that they stay in the processor's cache
         */
        PhraseTrie build(IntToDoubleFunction frequency) {
            double[] walked = new double[edges.size()];
            walked[ROOT] = Double.MAX_VALUE;
            // A node is made after the one that leads to it.
            for (int node = 0; node < walked.length; node++) {
                double most = walked[node];
                edges.get(node)
                        .forEach((symbol, target) -> walked[target] = Math.min(most, frequency.applyAsDouble(symbol)));
            }
            int[] order = IntStream.range(0, walked.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(node -> -walked[node]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            int[] numbers = new int[order.length];
            for (int number = 0; number < order.length; number++) {
                numbers[order[number]] = number;
            }
            return laidOut(order, numbers);
        }

        /**
         * Lays out what was gathered.
         *
         * @param order the nodes by their new numbers
         * @param numbers the new numbers by node
         */
        private PhraseTrie laidOut(int[] order, int[] numbers) {
            int[] edgesAt = new int[order.length + 1];
            int[] conceptsAt = new int[order.length + 1];
            IntStream.Builder laidEdges = IntStream.builder();
            IntStream.Builder laidConcepts = IntStream.builder();
            for (int number = 0; number < order.length; number++) {
                int node = order[number];
                edgesAt[number + 1] = edgesAt[number] + edges.get(node).size();
                edges.get(node)
                        .forEach((symbol, target) -> laidEdges.add(symbol).add(numbers[target]));
                conceptsAt[number + 1] = conceptsAt[number] + concepts.get(node).size();
                concepts.get(node).forEach(laidConcepts::add);
            }
            return new PhraseTrie(
                    edgesAt,
                    laidEdges.build().toArray(),
                    conceptsAt,
                    laidConcepts.build().toArray());
        }
    }
}

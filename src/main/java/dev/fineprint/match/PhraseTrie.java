// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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
    static final int ROOT = 0;

    /** For each node where its edges begin, up to those of the next. */
    private final int[] edgesAt;

    /** The symbol of each edge and the node to which it leads, one after the other; those of a node sorted by symbol. */
    private final int[] edges;

    /** For each node where its concepts begin in {@link #concepts}, up to those of the next. */
    private final int[] conceptsAt;

    private final int[] concepts;

    /** The trie out of its {@link #rows}. */
    PhraseTrie(int[] edgesAt, int[] edges, int[] conceptsAt, int[] concepts) {
        this.edgesAt = edgesAt;
        this.edges = edges;
        this.conceptsAt = conceptsAt;
        this.concepts = concepts;
    }

    /** What the trie consists of, in the order of the constructor that takes it. */
    List<int[]> rows() {
        return List.of(edgesAt, edges, conceptsAt, concepts);
    }

    /** How many nodes there are. */
    int size() {
        return conceptsAt.length - 1;
    }

    /** Where the edges of a node begin in {@link #edges}; they end where those of the next begin. */
    int edgesAt(int node) {
        return edgesAt[node];
    }

    /** The symbol of each edge and the node to which it leads, one after the other; read only. */
    int[] edges() {
        return edges;
    }

    /** Whether a phrase ends at a node that says one of some concepts. */
    boolean says(int node, BitSet wanted) {
        for (int i = conceptsAt[node]; i < conceptsAt[node + 1]; i++) {
            if (wanted.get(concepts[i])) {
                return true;
            }
        }
        return false;
    }

    /** The concepts of which a phrase ends at a node. */
    int[] concepts(int node) {
        return Arrays.copyOfRange(concepts, conceptsAt[node], conceptsAt[node + 1]);
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

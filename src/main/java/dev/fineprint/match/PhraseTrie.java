// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/**
 * All literal phrases of a catalog over word symbols. Nodes are numbers, edges a flat hash table, so that a walk touches
 * two arrays and allocates nothing. Immutable; thread-safe.
 */
final class PhraseTrie {
    private static final int ROOT = 0;

    private final long[] edgeKeys;
    private final int[] edgeTargets;
    private final int mask;
    /** For each node where its concepts begin in {@link #concepts}, up to those of the next. */
    private final int[] conceptsAt;

    private final int[] concepts;
    /** For each node a bit for each symbol that leads on from it, several symbols sharing one: most searches end here. */
    private final long[] onward;

    /** The edges out of the root, which every word of a text asks for: by symbol, without a search. */
    private final int[] first;

    /** The trie out of its {@link #rows}. */
    PhraseTrie(int[] from, int[] symbols, int[] targets, int[] conceptsAt, int[] concepts) {
        this.conceptsAt = conceptsAt;
        this.concepts = concepts;
        onward = new long[size()];
        int capacity = capacity(from.length);
        mask = capacity - 1;
        edgeKeys = new long[capacity];
        Arrays.fill(edgeKeys, -1);
        edgeTargets = new int[capacity];
        int symbolsOfRoot = 0;
        for (int e = 0; e < from.length; e++) {
            onward[from[e]] |= 1L << symbols[e];
            enter(key(from[e], symbols[e]), targets[e]);
            if (from[e] == ROOT) {
                symbolsOfRoot = Math.max(symbolsOfRoot, symbols[e] + 1);
            }
        }
        first = new int[symbolsOfRoot];
        Arrays.fill(first, -1);
        for (int e = 0; e < from.length; e++) {
            if (from[e] == ROOT) {
                first[symbols[e]] = targets[e];
            }
        }
    }

    /** Of each edge where it comes from, its symbol and its target; of each node where its concepts begin; the concepts. */
    List<int[]> rows() {
        int[] slots = IntStream.range(0, edgeKeys.length)
                .filter(slot -> edgeKeys[slot] != -1)
                .toArray();
        return List.of(
                IntStream.of(slots).map(slot -> (int) (edgeKeys[slot] >>> 32)).toArray(),
                IntStream.of(slots).map(slot -> (int) edgeKeys[slot]).toArray(),
                IntStream.of(slots).map(slot -> edgeTargets[slot]).toArray(),
                conceptsAt,
                concepts);
    }

    private static int capacity(int edges) {
        return Integer.highestOneBit(Math.max(16, edges * 3)) << 1;
    }

    private void enter(long key, int target) {
        int slot = slot(key);
        while (edgeKeys[slot] != -1) {
            slot = (slot + 1) & mask;
        }
        edgeKeys[slot] = key;
        edgeTargets[slot] = target;
    }

    private PhraseTrie(Builder builder) {
        int nodes = builder.concepts.size();
        conceptsAt = new int[nodes + 1];
        concepts = builder.concepts.stream()
                .flatMapToInt(list -> list.stream().mapToInt(Integer::intValue))
                .toArray();
        onward = new long[nodes];
        int edges = 0;
        for (int n = 0; n < nodes; n++) {
            conceptsAt[n + 1] = conceptsAt[n] + builder.concepts.get(n).size();
            edges += builder.edges.get(n).size();
            for (int symbol : builder.edges.get(n).keySet()) {
                onward[n] |= 1L << symbol;
            }
        }
        int capacity = capacity(edges);
        mask = capacity - 1;
        edgeKeys = new long[capacity];
        Arrays.fill(edgeKeys, -1);
        edgeTargets = new int[capacity];
        for (int n = 0; n < nodes; n++) {
            int from = n;
            builder.edges.get(n).forEach((symbol, target) -> enter(key(from, symbol), target));
        }
        Map<Integer, Integer> fromRoot = builder.edges.get(ROOT);
        first = new int[fromRoot.keySet().stream().mapToInt(s -> s + 1).max().orElse(0)];
        Arrays.fill(first, -1);
        fromRoot.forEach((symbol, target) -> first[symbol] = target);
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
        long key = key(node, symbol);
        int slot = slot(key);
        while (true) {
            long found = edgeKeys[slot];
            if (found == key) {
                return edgeTargets[slot];
            }
            if (found == -1) {
                return -1;
            }
            slot = (slot + 1) & mask;
        }
    }

    /** The concepts of which a phrase ends at a node. */
    int[] concepts(int node) {
        return Arrays.copyOfRange(concepts, conceptsAt[node], conceptsAt[node + 1]);
    }

    /** Whether longer phrases go on from a node. */
    boolean goesOn(int node) {
        return onward[node] != 0;
    }

    private static long key(int node, int symbol) {
        return ((long) node << 32) | symbol;
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & mask;
    }

    /** Gathers phrases. Not thread-safe. */
    static final class Builder {
        private final List<Map<Integer, Integer>> edges = new ArrayList<>();
        private final List<List<Integer>> concepts = new ArrayList<>();

        Builder() {
            newNode();
        }

        private int newNode() {
            edges.add(new HashMap<>());
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
            return new PhraseTrie(renumbered(order));
        }

        private Builder renumbered(int[] order) {
            int[] numbers = new int[order.length];
            for (int number = 0; number < order.length; number++) {
                numbers[order[number]] = number;
            }
            Builder other = new Builder();
            other.edges.clear();
            other.concepts.clear();
            for (int node : order) {
                Map<Integer, Integer> onward = new HashMap<>();
                edges.get(node).forEach((symbol, target) -> onward.put(symbol, numbers[target]));
                other.edges.add(onward);
                other.concepts.add(concepts.get(node));
            }
            return other;
        }
    }
}

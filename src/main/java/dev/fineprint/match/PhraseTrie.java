// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * All literal phrases of a catalog over word symbols. Nodes are numbers, edges a flat hash table, so that a walk touches
 * two arrays and allocates nothing. Immutable; thread-safe.
 */
final class PhraseTrie {
    private static final int ROOT = 0;
    private static final int[] NO_CONCEPTS = new int[0];

    private final long[] edgeKeys;
    private final int[] edgeTargets;
    private final int mask;
    private final int[][] conceptsAt;
    /** For each node a bit for each symbol that leads on from it, several symbols sharing one: most searches end here. */
    private final long[] onward;

    /** The edges out of the root, which every word of a text asks for: by symbol, without a search. */
    private final int[] first;

    private PhraseTrie(Builder builder) {
        int nodes = builder.concepts.size();
        conceptsAt = new int[nodes][];
        onward = new long[nodes];
        int edges = 0;
        for (int n = 0; n < nodes; n++) {
            List<Integer> concepts = builder.concepts.get(n);
            conceptsAt[n] = concepts.isEmpty()
                    ? NO_CONCEPTS
                    : concepts.stream().mapToInt(Integer::intValue).toArray();
            edges += builder.edges.get(n).size();
            for (int symbol : builder.edges.get(n).keySet()) {
                onward[n] |= 1L << symbol;
            }
        }
        int capacity = Integer.highestOneBit(Math.max(16, edges * 3)) << 1;
        mask = capacity - 1;
        edgeKeys = new long[capacity];
        Arrays.fill(edgeKeys, -1);
        edgeTargets = new int[capacity];
        for (int n = 0; n < nodes; n++) {
            int from = n;
            builder.edges.get(n).forEach((symbol, target) -> {
                long key = key(from, symbol);
                int slot = slot(key);
                while (edgeKeys[slot] != -1) {
                    slot = (slot + 1) & mask;
                }
                edgeKeys[slot] = key;
                edgeTargets[slot] = target;
            });
        }
        Map<Integer, Integer> fromRoot = builder.edges.get(ROOT);
        first = new int[fromRoot.keySet().stream().mapToInt(s -> s + 1).max().orElse(0)];
        Arrays.fill(first, -1);
        fromRoot.forEach((symbol, target) -> first[symbol] = target);
    }

    /** How many nodes there are. */
    int size() {
        return conceptsAt.length;
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

    /** The concepts of which a phrase ends at a node; shared, read only. */
    int[] concepts(int node) {
        return conceptsAt[node];
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

        PhraseTrie build() {
            return new PhraseTrie(this);
        }
    }
}

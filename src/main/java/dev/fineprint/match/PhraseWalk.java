// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/**
 * The phrases of a {@link PhraseTrie} as the words of a text are led along them: whatever is asked of a node when a word
 * reaches it lies side by side, in a line of the processor's cache. Immutable; thread-safe.
 */
final class PhraseWalk {
    /** Of so few edges the right one is found sooner by looking at all. */
    private static final int FEW = 8;

    /** How many numbers a node takes. */
    private static final int WIDTH = 4;

    private static final int RECORD = 0;
    private static final int EDGES = 1;
    private static final int ONWARD = 2;

    /**
     * Of each node the record of what it says, or -1; where its edges begin, up to those of the next; and a bit for each
     * symbol that leads on from it, in two halves, several symbols sharing one: most searches end here.
     */
    private final int[] nodes;

    /** The symbol of each edge and the node to which it leads, one after the other; those of a node sorted by symbol. */
    private final int[] edges;

    /** The edges out of the root, which every word of a text asks for: by symbol, without a search. */
    private final int[] first;

    PhraseWalk(PhraseTrie trie, Sayings sayings) {
        edges = trie.edges();
        nodes = new int[(trie.size() + 1) * WIDTH];
        for (int node = 0; node <= trie.size(); node++) {
            nodes[node * WIDTH + EDGES] = trie.edgesAt(node);
        }
        for (int node = 0; node < trie.size(); node++) {
            nodes[node * WIDTH + RECORD] = sayings.record(node);
            for (int edge = trie.edgesAt(node); edge < trie.edgesAt(node + 1); edge++) {
                int symbol = edges[2 * edge];
                nodes[node * WIDTH + ONWARD + (symbol >>> 5 & 1)] |= 1 << symbol;
            }
        }
        int endOfRoot = trie.edgesAt(PhraseTrie.ROOT + 1);
        first = new int[endOfRoot == 0 ? 0 : edges[2 * (endOfRoot - 1)] + 1];
        Arrays.fill(first, -1);
        for (int edge = 0; edge < endOfRoot; edge++) {
            first[edges[2 * edge]] = edges[2 * edge + 1];
        }
    }

    /** The node at which the phrases are that begin with a symbol, or -1. */
    int first(int symbol) {
        return symbol < first.length ? first[symbol] : -1;
    }

    /** The record of what is said by a phrase that ends at a node, as {@link Sayings} has it; -1 if none ends there. */
    int record(int node) {
        return nodes[node * WIDTH + RECORD];
    }

    /** Whether longer phrases go on from a node. */
    boolean goesOn(int node) {
        return (nodes[node * WIDTH + ONWARD] | nodes[node * WIDTH + ONWARD + 1]) != 0;
    }

    /** The node reached from a node over a symbol, or -1. */
    int next(int node, int symbol) {
        int at = node * WIDTH;
        if ((nodes[at + ONWARD + (symbol >>> 5 & 1)] >>> symbol & 1) == 0) {
            return -1;
        }
        int low = nodes[at + EDGES];
        int high = nodes[at + WIDTH + EDGES];
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
}

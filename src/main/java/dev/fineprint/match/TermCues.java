// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.Derived;
import dev.fineprint.text.Tokens;
import java.util.BitSet;
import java.util.List;

/**
 * The words that tell at a glance that some concepts cannot occur in a stretch of text: each of these concepts needs one
 * of certain phrases, and none of the stretch's words ends such a phrase. Most terms that a text defines are told so to
 * carry nothing. Immutable.
 */
final class TermCues {
    /** The symbols of the last words of those phrases. */
    private final BitSet symbols = new BitSet();

    /** Whether a concept may occur without any of them. */
    private boolean unsure;

    /**
     * The words without which none of some concepts occurs.
     *
     * @param derived the concepts that are expressions over others
     * @param predefined concepts that occur without a phrase: values, names, quotations
     */
    TermCues(int[] concepts, List<Derived> derived, int[] predefined, PhraseTrie trie) {
        BitSet needed = new BitSet();
        for (int concept : concepts) {
            need(concept, derived, needed);
        }
        for (int concept : predefined) {
            unsure |= concept >= 0 && needed.get(concept);
        }
        int[] edges = trie.edges();
        for (int edge = 0; edge < edges.length; edge += 2) {
            if (trie.says(edges[edge + 1], needed)) {
                symbols.set(edges[edge]);
            }
        }
    }

    private void need(int concept, List<Derived> derived, BitSet needed) {
        if (needed.get(concept)) {
            return;
        }
        needed.set(concept);
        for (Derived each : derived) {
            if (each.concept() == concept && each.node() != null) {
                need(each.node(), derived, needed);
            }
        }
    }

    private void need(Node node, List<Derived> derived, BitSet needed) {
        if (node instanceof Node.Alternatives several) {
            for (Node each : several.nodes()) {
                need(each, derived, needed);
            }
        } else if (node.gate() >= 0) {
            need(node.gate(), derived, needed);
        } else {
            unsure = true;
        }
    }

    /** Whether one of the concepts may occur between two tokens; false only if none does. */
    boolean mayOccur(Tokens tokens, int from, int to) {
        for (int token = from; token < to; token++) {
            for (int symbol : tokens.symbols(token)) {
                if (symbols.get(symbol)) {
                    return true;
                }
            }
        }
        return unsure;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.Derived;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which rules of the {@link Agenda} are worth trying where a concept occurs: those that cannot match without it or one of
 * its like. Known once all patterns are compiled; needed to make emissions, then thrown away.
 */
final class Triggers {
    private final boolean[] inherits;
    private final Map<Integer, BitSet> byAnchor = new HashMap<>();
    private final long[] unanchored;

    Triggers(CatalogCompiler compiler, boolean[] inherits, Agenda agenda, List<Derived> derived) {
        this.inherits = inherits;
        this.unanchored = Bits.of(agenda.size());
        for (int rule = 0; rule < agenda.size(); rule++) {
            Node node = agenda.rule(rule);
            BitSet anchors =
                    node == null ? only(derived.get(agenda.derivedOf(rule)).concept()) : compiler.anchorSet(node);
            if (anchors == null) {
                Bits.set(unanchored, rule);
            } else {
                int number = rule;
                anchors.stream()
                        .forEach(anchor -> byAnchor.computeIfAbsent(anchor, a -> new BitSet())
                                .set(number));
            }
        }
    }

    private static BitSet only(int concept) {
        BitSet set = new BitSet();
        set.set(concept);
        return set;
    }

    /** The rules that can match where no concept of theirs occurs. */
    long[] unanchored() {
        return unanchored;
    }

    /** What an occurrence of some concepts says. */
    Emission emission(int[] concepts) {
        BitSet rules = new BitSet();
        for (int concept : concepts) {
            BitSet each = byAnchor.get(concept);
            if (each != null) {
                rules.or(each);
            }
        }
        return new Emission(
                concepts,
                IntStream.of(concepts).filter(concept -> inherits[concept]).toArray(),
                rules.toLongArray());
    }
}

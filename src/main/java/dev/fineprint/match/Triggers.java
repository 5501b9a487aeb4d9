// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.Derived;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which patterns and derived concepts are worth trying where a concept occurs: those that cannot match without it or one
 * of its like. Known once all patterns are compiled; needed to make emissions, then thrown away.
 */
final class Triggers {
    private final boolean[] inherits;
    private final int patterns;
    private final int derived;
    private final Map<Integer, long[]> patternsByAnchor = new HashMap<>();
    private final Map<Integer, long[]> derivedByAnchor = new HashMap<>();
    private final long[] unanchored;

    Triggers(CatalogCompiler compiler, boolean[] inherits, List<CompiledPattern> patterns, List<Derived> derived) {
        this.inherits = inherits;
        this.patterns = patterns.size();
        this.derived = derived.size();
        this.unanchored = Bits.of(patterns.size());
        for (CompiledPattern pattern : patterns) {
            BitSet anchors = compiler.anchorSet(pattern.node());
            if (anchors == null) {
                Bits.set(unanchored, pattern.index());
            } else {
                anchors.stream().forEach(anchor -> put(patternsByAnchor, anchor, pattern.index(), this.patterns));
            }
        }
        for (int d = 0; d < derived.size(); d++) {
            int index = d;
            Derived each = derived.get(d);
            if (each.node() != null) {
                IntStream.of(compiler.anchors(each.node()))
                        .forEach(anchor -> put(derivedByAnchor, anchor, index, this.derived));
            }
            if (each.hides().length > 0) {
                put(derivedByAnchor, each.concept(), index, this.derived);
            }
        }
    }

    private static void put(Map<Integer, long[]> sets, int anchor, int member, int size) {
        Bits.set(sets.computeIfAbsent(anchor, a -> Bits.of(size)), member);
    }

    /** The patterns that can match where no concept of theirs occurs. */
    long[] unanchored() {
        return unanchored;
    }

    /** What an occurrence of some concepts says. */
    Emission emission(int[] concepts) {
        return new Emission(
                concepts,
                IntStream.of(concepts).filter(concept -> inherits[concept]).toArray(),
                union(patternsByAnchor, patterns, concepts),
                union(derivedByAnchor, derived, concepts));
    }

    private static long[] union(Map<Integer, long[]> sets, int size, int[] concepts) {
        long[] union = Bits.of(size);
        for (int concept : concepts) {
            long[] each = sets.get(concept);
            if (each != null) {
                Bits.or(union, each);
            }
        }
        return union;
    }
}

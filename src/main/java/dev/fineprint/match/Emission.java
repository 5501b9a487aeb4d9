// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What one phrase says: the concepts that occur where it stands, and what these concepts may set off. Made once, when a
 * catalog is compiled, so that a phrase of which many concepts hold is noted in one step. Immutable.
 */
final class Emission {
    /** The numbers of the concepts, ascending; read only. */
    final int[] concepts;

    /** Those of them that lead-ins hand on, in the catalog's order; read only. */
    final int[] inheritable;

    /** The rules of the {@link Agenda} that are worth trying where one of the concepts occurs: the words of the set that are not empty. */
    private final int[] words;

    private final long[] bits;

    /**
     * What is said by a phrase of which some concepts hold.
     *
     * @param rules the rules that it sets off, as a bit set
     */
    Emission(int[] concepts, int[] inheritable, long[] rules) {
        this.concepts = concepts.clone();
        Arrays.sort(this.concepts);
        this.inheritable = inheritable;
        this.words = IntStream.range(0, rules.length).filter(w -> rules[w] != 0).toArray();
        this.bits = IntStream.of(words).mapToLong(w -> rules[w]).toArray();
    }

    /** Adds the rules that are worth trying to a bit set. */
    void setOff(long[] rules) {
        for (int i = 0; i < words.length; i++) {
            rules[words[i]] |= bits[i];
        }
    }
}

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

    /** The rules whose first anchor a concept is, then those whose second it is: the words of the bit sets that are not empty. */
    private final int[] firstWords;

    private final long[] firstBits;
    private final int[] secondWords;
    private final long[] secondBits;

    /**
     * What is said by a phrase of which some concepts hold.
     *
     * @param first the rules of the {@link Agenda} of which it is a first anchor, as a bit set
     * @param second those of which it is a second anchor
     */
    Emission(int[] concepts, int[] inheritable, long[] first, long[] second) {
        this.concepts = concepts.clone();
        Arrays.sort(this.concepts);
        this.inheritable = inheritable;
        this.firstWords = words(first);
        this.firstBits = bits(first);
        this.secondWords = words(second);
        this.secondBits = bits(second);
    }

    private static int[] words(long[] set) {
        return IntStream.range(0, set.length).filter(w -> set[w] != 0).toArray();
    }

    private static long[] bits(long[] set) {
        return Arrays.stream(set).filter(word -> word != 0).toArray();
    }

    /** Adds the rules that it may set off to two bit sets: of those whose first and of those whose second anchor was seen. */
    void setOff(long[] first, long[] second) {
        for (int i = 0; i < firstWords.length; i++) {
            first[firstWords[i]] |= firstBits[i];
        }
        for (int i = 0; i < secondWords.length; i++) {
            second[secondWords[i]] |= secondBits[i];
        }
    }
}

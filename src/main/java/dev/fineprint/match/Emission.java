// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/**
 * What one phrase says: the concepts that occur where it stands, and what these concepts may set off. Made once, when a
 * catalog is compiled, so that a phrase of which many concepts hold is noted in one step. Immutable.
 */
final class Emission {
    private static final int SIGNATURE = 256;

    /** The numbers of the concepts, ascending; read only. */
    final int[] concepts;

    /** Those of them that lead-ins hand on, in the catalog's order; read only. */
    final int[] inheritable;

    /** The patterns that are worth trying where one of the concepts occurs, as a bit set; read only. */
    final long[] patterns;

    /** The same for the derived concepts. */
    final long[] derived;

    /** A bit for each concept, several concepts sharing one: most questions end here. */
    private final long[] signature = Bits.of(SIGNATURE);

    Emission(int[] concepts, int[] inheritable, long[] patterns, long[] derived) {
        this.concepts = concepts.clone();
        Arrays.sort(this.concepts);
        this.inheritable = inheritable;
        this.patterns = patterns;
        this.derived = derived;
        for (int concept : concepts) {
            Bits.set(signature, concept & SIGNATURE - 1);
        }
    }

    boolean says(int concept) {
        return Bits.get(signature, concept & SIGNATURE - 1) && Arrays.binarySearch(concepts, concept) >= 0;
    }
}

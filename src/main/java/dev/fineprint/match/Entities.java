// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.entity.Entity;
import java.util.List;

/** The entities of a text, sorted by start, to be asked for one clause at a time. */
final class Entities {
    private final List<Entity> all;

    Entities(List<Entity> all) {
        this.all = all;
    }

    /** Those that start between two offsets. */
    List<Entity> startingWithin(int from, int to) {
        return all.subList(firstAtOrAfter(from), firstAtOrAfter(to));
    }

    private int firstAtOrAfter(int offset) {
        int low = 0;
        int high = all.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (all.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.entity.Entity;
import java.util.Arrays;
import java.util.List;

/** The entities of a text, sorted by start, to be asked for one clause at a time. */
final class Entities {
    private final List<Entity> all;
    private final int[] starts;

    Entities(List<Entity> all) {
        this.all = all;
        this.starts = all.stream().mapToInt(Entity::start).toArray();
    }

    int size() {
        return starts.length;
    }

    Entity get(int i) {
        return all.get(i);
    }

    /** Those that start between two offsets. */
    List<Entity> startingWithin(int from, int to) {
        return all.subList(firstAtOrAfter(from), firstAtOrAfter(to));
    }

    /** The first that starts at or after an offset; {@link #size()} when there is none. */
    int firstAtOrAfter(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        if (at < 0) {
            return -at - 1;
        }
        while (at > 0 && starts[at - 1] == offset) {
            at--;
        }
        return at;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;

/** Some examples out of all, which are read when the first of them is asked for: an analysis needs none. Immutable. */
final class LaterExamples extends AbstractList<Example> implements RandomAccess {

    private final Later<List<Example>> all;
    private final int from;
    private final int size;

    LaterExamples(Later<List<Example>> all, int from, int size) {
        this.all = all;
        this.from = from;
        this.size = size;
    }

    /** A list that nobody can change: one that comes later stays as it is, of every other one there is a copy. */
    static List<Example> keep(List<Example> examples) {
        return examples instanceof LaterExamples ? examples : List.copyOf(examples);
    }

    @Override
    public Example get(int index) {
        return all.get().get(from + Objects.checkIndex(index, size));
    }

    @Override
    public int size() {
        return size;
    }
}

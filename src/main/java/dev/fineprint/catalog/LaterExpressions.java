// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Some expressions, or gaps, out of a packed catalog, which are made when one of them is asked for: an analysis reads what was
 * compiled of them, and needs none. They were checked when they were packed. Immutable; thread-safe.
 */
final class LaterExpressions<E> extends AbstractList<E> implements RandomAccess {

    /** Makes them; what it is made by does not change, so that two threads may do it at once. */
    interface Maker<E> {
        List<E> make();
    }

    private final int size;
    private final Maker<E> maker;
    private volatile @Nullable List<E> made;

    LaterExpressions(int size, Maker<E> maker) {
        this.size = size;
        this.maker = maker;
    }

    /** A list that nobody can change: one that comes later stays as it is, of every other one there is a copy. */
    static <E> List<E> keep(List<E> list) {
        return isLater(list) ? list : List.copyOf(list);
    }

    /** Whether a list comes later, and has been checked before. */
    static boolean isLater(List<?> list) {
        return list instanceof LaterExpressions;
    }

    /** What of a list has yet to be checked: all of it, or nothing. */
    static <E> List<E> unchecked(List<E> list) {
        return isLater(list) ? List.of() : list;
    }

    @Override
    public E get(int index) {
        List<E> all = made;
        if (all == null) {
            all = maker.make();
            made = all;
        }
        return all.get(index);
    }

    @Override
    public int size() {
        return size;
    }
}

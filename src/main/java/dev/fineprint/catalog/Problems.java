// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Gathers what is wrong. Keeps the first thousand: nobody reads on, and a hostile catalog could hold millions. */
final class Problems {

    static final int MOST = 1000;

    private final List<CatalogProblem> kept = new ArrayList<>();
    private int count;

    void add(CatalogProblem problem) {
        count++;
        if (kept.size() < MOST) {
            kept.add(problem);
        }
    }

    /** How many there were, those not kept included. */
    int count() {
        return count;
    }

    boolean isEmpty() {
        return count == 0;
    }

    void throwIfAny() {
        if (!isEmpty()) {
            throw exception();
        }
    }

    CatalogException exception() {
        List<CatalogProblem> sorted = new ArrayList<>(kept);
        sorted.sort(Comparator.comparing((CatalogProblem p) -> p.at().file())
                .thenComparingInt(p -> p.at().line())
                .thenComparingInt(p -> p.at().column()));
        return new CatalogException(sorted);
    }
}

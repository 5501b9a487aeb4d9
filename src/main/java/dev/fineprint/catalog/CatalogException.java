// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.List;
import java.util.stream.Collectors;

/** A catalog that cannot be used, with everything that is wrong with it at once. */
public final class CatalogException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private static final int MOST_IN_MESSAGE = 50;

    private final transient List<CatalogProblem> problems;

    CatalogException(List<CatalogProblem> problems) {
        super(message(problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, sorted by file, line and column; at least one and at most a thousand. */
    public List<CatalogProblem> problems() {
        return problems;
    }

    private static String message(List<CatalogProblem> problems) {
        String count = (problems.size() == Problems.MOST ? "at least " : "") + problems.size();
        String head = count + (problems.size() == 1 ? " problem" : " problems") + " in the catalog";
        String rest =
                problems.size() > MOST_IN_MESSAGE ? "\n  and " + (problems.size() - MOST_IN_MESSAGE) + " more" : "";
        return problems.stream()
                .limit(MOST_IN_MESSAGE)
                .map(p -> "\n  " + p)
                .collect(Collectors.joining("", head + ":", rest));
    }
}

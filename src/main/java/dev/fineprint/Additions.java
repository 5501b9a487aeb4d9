// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.identify.Change;
import dev.fineprint.identify.Identification;
import dev.fineprint.identify.Relation;
import dev.fineprint.match.MatchResult;
import dev.fineprint.text.Clause;
import java.util.ArrayList;
import java.util.List;

/**
 * The clauses that somebody put into a known licence and that neither a pattern nor an alarm explains. Elsewhere such a
 * clause passes as harmless; in a licence that everybody believes to know it is what a reader looks for.
 */
final class Additions {
    /** Below this share of known words a text is one of its own that quotes a licence, not a licence with additions. */
    private static final double MOSTLY_KNOWN = 0.5;

    private Additions() {}

    /** The unexplained clauses of which at least half is not in the known licence, in the order of the text. */
    static List<Clause> of(MatchResult result, Identification known) {
        return among(result.unexplained(), known);
    }

    /** Those of some clauses, given in the order of the text, of which at least half is not in the known licence. */
    static List<Clause> among(List<Clause> clauses, Identification known) {
        boolean addedTo = known.relation() == Relation.MODIFIED || known.relation() == Relation.CONTAINS;
        if (!addedTo || known.textCovered() < MOSTLY_KNOWN) {
            return List.of();
        }
        List<Change> added = known.changes().stream()
                .filter(change -> change.end() > change.start())
                .toList();
        List<Clause> additions = new ArrayList<>();
        int first = 0;
        for (Clause clause : clauses) {
            while (first < added.size() && added.get(first).end() <= clause.start()) {
                first++;
            }
            int own = 0;
            for (int i = first; i < added.size() && added.get(i).start() < clause.end(); i++) {
                own += Math.min(clause.end(), added.get(i).end())
                        - Math.max(clause.start(), added.get(i).start());
            }
            if (own * 2 >= clause.end() - clause.start()) {
                additions.add(clause);
            }
        }
        return additions;
    }
}

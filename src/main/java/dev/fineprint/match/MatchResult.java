// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.Clause;
import java.util.List;

/**
 * What was found in a text.
 *
 * @param matches the clauses that patterns describe, in the order of the text: at most one for each clause and kind. The
 *     match of a {@link dev.fineprint.catalog.ClausePattern#tentative() tentative} pattern is a name for a clause that is
 *     among the alarms or the unexplained as well
 * @param alarms the clauses that forbid, require, limit or reserve something and that no pattern describes
 * @param unexplained the other clauses that no pattern describes, but for headings, lead-ins and the ordinary matters of
 *     contract life: of interest where a known licence was added to
 */
public record MatchResult(List<ClauseMatch> matches, List<Alarm> alarms, List<Clause> unexplained) {
    public MatchResult {
        matches = List.copyOf(matches);
        alarms = List.copyOf(alarms);
        unexplained = List.copyOf(unexplained);
    }

    /**
     * A clause that wants a reader's eye.
     *
     * @param clause where
     * @param start offset of the first of the words that gave the alarm; the clause's own start where a lead-in gave it
     * @param end offset after the last of them
     */
    public record Alarm(Clause clause, int start, int end) {}
}

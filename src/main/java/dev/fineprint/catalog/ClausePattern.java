// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One way to find a kind of clause.
 *
 * @param id kind, language and name: {@code use.prohibited/en/forbid-use}
 * @param lang {@code en} or {@code zh}
 * @param expr what must stand in the clause
 * @param unless vetoes: none of them may match anywhere in the clause, lead-in concepts included
 * @param except vetoes: a match of one of them must not overlap the match of {@code expr}
 * @param tentative whether it only names what is reported anyway: it is asked last, about clauses that no other pattern
 *     describes, and its answer counts where such a clause was put into a known licence, or gives an alarm in a text that
 *     takes a freedom away elsewhere
 * @param attitude what the sentence does, where the pattern says so
 * @param examples sentences that it must match; at least one is marked
 * @param nearMisses sentences that it must not match; at least one
 * @param source where the pattern begins
 */
public record ClausePattern(
        String id,
        String lang,
        Expression expr,
        List<Expression> unless,
        List<Expression> except,
        boolean tentative,
        Optional<Attitude> attitude,
        List<Example> examples,
        List<Example> nearMisses,
        SourceRef source) {

    /** Copies the lists. */
    public ClausePattern {
        unless = LaterExpressions.keep(unless);
        except = LaterExpressions.keep(except);
        examples = LaterExamples.keep(examples);
        nearMisses = LaterExamples.keep(nearMisses);
    }
}

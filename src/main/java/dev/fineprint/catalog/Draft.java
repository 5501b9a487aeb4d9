// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the files of a catalog say, before it is known whether they fit together. Two drafts can be joined, which is how a
 * user's folder adds to the bundled catalog.
 *
 * @param incomplete what a file that cannot be read would have defined
 */
record Draft(
        List<ClauseKind> kinds,
        List<KindAddition> kindAdditions,
        List<Domain> domains,
        List<ConceptPiece> concepts,
        List<AuthorityPiece> authorities,
        List<Reference> references,
        Set<Reference.What> incomplete) {

    /** Patterns for a kind that another file defines. */
    record KindAddition(String kind, List<ClausePattern> patterns, List<Example> knownMisses, SourceRef source) {}

    /** What one file says of a concept. */
    record ConceptPiece(
            String name,
            String lang,
            String says,
            Optional<Boolean> inherits,
            Optional<Boolean> definable,
            List<String> hides,
            List<Expression> expressions,
            SourceRef source) {}

    record AuthorityPiece(Authority authority, SourceRef source) {}

    static Draft empty() {
        return new Draft(
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>(),
                EnumSet.noneOf(Reference.What.class));
    }

    boolean isEmpty() {
        return kinds.isEmpty()
                && kindAdditions.isEmpty()
                && domains.isEmpty()
                && concepts.isEmpty()
                && authorities.isEmpty();
    }

    Draft with(Draft other) {
        Draft joined = empty();
        for (Draft draft : List.of(this, other)) {
            joined.kinds.addAll(draft.kinds);
            joined.kindAdditions.addAll(draft.kindAdditions);
            joined.domains.addAll(draft.domains);
            joined.concepts.addAll(draft.concepts);
            joined.authorities.addAll(draft.authorities);
            joined.references.addAll(draft.references);
            joined.incomplete.addAll(draft.incomplete);
        }
        return joined;
    }
}

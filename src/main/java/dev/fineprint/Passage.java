// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.List;
import java.util.Optional;

/**
 * A passage in which a text differs from the known licence that it is nearest to.
 *
 * @param change whether words were inserted, removed or replaced
 * @param span where the text's own words stand; empty for removed words
 * @param removed the licence's words that are missing, where they are known; may be empty
 * @param findings ids of the findings that lie in the passage: what the change adds
 */
public record Passage(Change change, Optional<Span> span, String removed, List<String> findings) {
    public Passage {
        findings = List.copyOf(findings);
    }

    /** What was done to the known licence. */
    public enum Change {
        /** The text says more than the licence. */
        INSERTED,
        /** The text lacks words of the licence. */
        REMOVED,
        /** The text says other words in the place of the licence's. */
        REPLACED
    }
}

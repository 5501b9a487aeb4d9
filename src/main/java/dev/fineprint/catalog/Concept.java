// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All the ways to say one thing. Entries of the same name in several lexicon files are one concept.
 *
 * @param name the name that expressions use in angle brackets
 * @param says what it stands for, in a few words
 * @param inherits whether an occurrence in a lead-in governs the list items below it
 * @param definable whether a term that a licence defines with these words stands for the concept in that licence
 * @param hides concepts whose occurrences inside an occurrence of this one do not count: "must" inside "must not"
 * @param expressions language code to the expressions of that language
 * @param source where it is first defined
 */
public record Concept(
        String name,
        String says,
        boolean inherits,
        boolean definable,
        List<String> hides,
        Map<String, List<Expression>> expressions,
        SourceRef source) {

    /** Copies the collections, keeping their order. */
    public Concept {
        hides = List.copyOf(hides);
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
    }
}

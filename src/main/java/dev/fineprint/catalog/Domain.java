// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A field of use that a licence can forbid.
 *
 * @param id the id used in findings: {@code military}
 * @param title its name
 * @param says what belongs to it, in a sentence
 * @param expressions language code to the expressions that name it
 * @param unless vetoes: the domain is not named by a clause in which one of them matches
 * @param examples forbidden uses that must carry the domain
 * @param nearMisses sentences that must not carry it
 * @param source where the file begins
 */
public record Domain(
        String id,
        LocalizedText title,
        LocalizedText says,
        Map<String, List<Expression>> expressions,
        List<Expression> unless,
        List<Example> examples,
        List<Example> nearMisses,
        SourceRef source) {

    /** Copies the collections, keeping their order. */
    public Domain {
        expressions = Collections.unmodifiableMap(new LinkedHashMap<>(expressions));
        unless = LaterExpressions.keep(unless);
        examples = LaterExamples.keep(examples);
        nearMisses = LaterExamples.keep(nearMisses);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that a release was made from.
 *
 * @param id its name, such as {@code publisher/model}
 * @param generation 1 for a model that the release names itself, 2 for what that one was made from, and so on
 * @param relation how the release was made from it, as its card says; for generation 1 only
 * @param license id of its licence, if the model is known
 * @param inherited what its licence asks of everything made from it: kind of clause to value (empty where there is none)
 * @param quotations where the release, or the list of models, says so
 */
public record Ancestor(
        String id,
        int generation,
        Optional<String> relation,
        Optional<String> license,
        Map<String, String> inherited,
        List<Quotation> quotations) {
    public Ancestor {
        inherited = Collections.unmodifiableMap(new LinkedHashMap<>(inherited));
        quotations = List.copyOf(quotations);
    }
}

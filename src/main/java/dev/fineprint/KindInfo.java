// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Map;

/**
 * What a reader of a report wants to know about a kind of clause, so that a report explains itself without the catalog.
 *
 * @param id id of the kind
 * @param effect what clauses of this kind do to the freedoms
 * @param title its name
 * @param meaning what such a clause is, one sentence
 * @param remedy what a licensor would have to change; empty texts where there is nothing to change
 * @param values names of the values that its findings carry, by the value; those of the usage domains, such as
 *     {@code military}, above all
 * @param criteria the criteria that it speaks to, such as {@code OSD-6} and {@code OSAID-use}; may be empty
 */
public record KindInfo(
        String id,
        Effect effect,
        LocalizedText title,
        LocalizedText meaning,
        LocalizedText remedy,
        Map<String, LocalizedText> values,
        List<String> criteria) {
    public KindInfo {
        values = Map.copyOf(values);
        criteria = List.copyOf(criteria);
    }
}

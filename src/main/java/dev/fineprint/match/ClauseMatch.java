// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import com.google.common.collect.ImmutableMap;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.text.Clause;
import java.util.Map;
import java.util.Optional;

/**
 * One clause that one kind's pattern describes.
 *
 * @param clause where
 * @param kind of what kind
 * @param pattern by which pattern
 * @param start offset of the first word matched, in the clause's own words
 * @param end offset after the last word matched
 * @param values what was read: Long, String or List of String
 * @param condition the words of an exception or condition that the clause carries
 */
public record ClauseMatch(
        Clause clause,
        ClauseKind kind,
        ClausePattern pattern,
        int start,
        int end,
        Map<String, Object> values,
        Optional<String> condition) {
    public ClauseMatch {
        values = ImmutableMap.copyOf(values);
    }
}

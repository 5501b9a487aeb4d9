// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A sentence that a pattern must match, must not match, or is known to miss.
 *
 * @param text the sentence, without the marks {@code [[ ]]}
 * @param markStart where the words that the match must cover begin, a UTF-16 offset into {@code text}; -1 if unmarked
 * @param markEnd where they end, exclusive; -1 if unmarked
 * @param context the lead-in that stands above the sentence when it is a list item
 * @param values parameter values that must be read out of it: {@code Long}, {@code String} or a list of those
 * @param source where the example begins
 */
public record Example(
        String text,
        int markStart,
        int markEnd,
        Optional<String> context,
        Map<String, Object> values,
        SourceRef source) {

    /** Copies the map, keeping its order. */
    public Example {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Whether a span is marked. */
    public boolean marked() {
        return markStart >= 0;
    }

    /** The marked words, or the empty string. */
    public String markedText() {
        return marked() ? text.substring(markStart, markEnd) : "";
    }
}

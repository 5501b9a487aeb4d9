// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import com.google.common.collect.ImmutableMap;
import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One clause of a known kind, where it stands and what it says.
 *
 * @param id unique within its report, such as {@code finding-12}
 * @param kind id of the kind of clause, or {@code unclassified}
 * @param effect what the clause does to the freedoms
 * @param attitude what it does with the act that it names
 * @param params the values read out of it, in a fixed order: each a {@link Long}, a {@link String} or a {@code List} of
 *     strings; a value that the text does not state is absent
 * @param condition the words under which it applies, quoted
 * @param section number or heading of the section that it stands in
 * @param spans the whole clause, at least one span, in the order of the text
 * @param evidence the words that were recognised, inside the spans or in a lead-in that governs them
 * @param text the words of the spans exactly as they stand in the original, several joined by a line feed
 * @param pattern id of the pattern that recognised it
 * @param language code of the clause's language: {@code en}, {@code zh} or {@code other}
 * @param counterpart id of the finding that says the same in the other language of a bilingual text
 * @param reason why it is reported, where the kind alone does not say it
 */
public record Finding(
        String id,
        String kind,
        Effect effect,
        Optional<Attitude> attitude,
        Map<String, Object> params,
        Optional<String> condition,
        Optional<String> section,
        List<Span> spans,
        List<Span> evidence,
        String text,
        String pattern,
        String language,
        Optional<String> counterpart,
        Optional<LocalizedText> reason) {

    /** The kind of findings that forbid or require something which no pattern knows. */
    public static final String UNCLASSIFIED = "unclassified";

    public Finding {
        params = checked(kind, params);
        spans = List.copyOf(spans);
        evidence = List.copyOf(evidence);
        if (spans.isEmpty()) {
            throw new IllegalArgumentException("A finding has at least one span; " + id + " (" + kind + ") has none");
        }
    }

    private static Map<String, Object> checked(String kind, Map<String, Object> params) {
        // Keeps the order, and takes a fifth of what a linked map takes for the one value that most findings have.
        ImmutableMap.Builder<String, Object> copy = ImmutableMap.builderWithExpectedSize(params.size());
        params.forEach((name, value) -> copy.put(name, checked(kind, name, value)));
        return copy.buildOrThrow();
    }

    private static Object checked(String kind, String name, Object value) {
        if (value instanceof Long || value instanceof String) {
            return value;
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return List.copyOf(list);
        }
        throw new IllegalArgumentException(
                "Parameter " + name + " of " + kind + " must be a Long, a String or a List of String, not "
                        + value.getClass().getName());
    }

    /** Returns the first span: where a reader should look. */
    public Span span() {
        return spans.get(0);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * A kind's explanation in one language, read once: words, places for values in curly brackets, and parts in square
 * brackets that are left out where one of their values is absent. Immutable; thread-safe.
 */
final class Explanation {
    /** A piece of an explanation. */
    private sealed interface Part {
        /** What is said in any case. */
        record Words(String words) implements Part {}

        /** The place of a value. */
        record Value(String name) implements Part {}

        /** What is said when there are values of these names. */
        record Optional(Set<String> names, Explanation said) implements Part {}
    }

    private final List<Part> parts;

    private Explanation(List<Part> parts) {
        this.parts = List.copyOf(parts);
    }

    /** Reads an explanation; a bracket that is not closed is a word. */
    static Explanation of(String template) {
        List<Part> parts = new ArrayList<>();
        int said = 0;
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            int close = c == '[' ? template.indexOf(']', at) : c == '{' ? template.indexOf('}', at) : -1;
            if (close < 0) {
                at++;
                continue;
            }
            if (said < at) {
                parts.add(new Part.Words(template.substring(said, at)));
            }
            String inside = template.substring(at + 1, close);
            parts.add(c == '{' ? new Part.Value(inside) : new Part.Optional(names(inside), of(inside)));
            at = close + 1;
            said = at;
        }
        if (said < at) {
            parts.add(new Part.Words(template.substring(said)));
        }
        return new Explanation(parts);
    }

    /** The names of the values that have a place in a part. */
    private static Set<String> names(String part) {
        List<String> names = new ArrayList<>();
        int open = part.indexOf('{');
        while (open >= 0) {
            int close = part.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(part.substring(open + 1, close));
            open = part.indexOf('{', close);
        }
        return Set.copyOf(names);
    }

    /**
     * The explanation with values in their places.
     *
     * @param known the names of the values that there are
     * @param values gives a value by its name, in words; an empty text for one that there is not
     */
    String filled(Set<String> known, Function<String, String> values) {
        StringBuilder out = new StringBuilder();
        fill(out, known, values);
        return out.toString();
    }

    private void fill(StringBuilder out, Set<String> known, Function<String, String> values) {
        for (Part part : parts) {
            if (part instanceof Part.Words words) {
                out.append(words.words);
            } else if (part instanceof Part.Value value) {
                out.append(values.apply(value.name));
            } else if (part instanceof Part.Optional optional && known.containsAll(optional.names)) {
                optional.said.fill(out, known, values);
            }
        }
    }
}

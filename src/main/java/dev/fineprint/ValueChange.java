// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.List;
import java.util.Optional;

/**
 * A value that was read out of one of two versions of a clause and not, or otherwise, out of the other.
 *
 * @param name which value, such as {@code threshold}, {@code territories} or {@code domains}; or {@link #ATTITUDE}
 * @param before what the old version says: a {@link Long}, a {@link String} or a {@code List} of strings; empty where it
 *     states none
 * @param after what the new version says
 */
public record ValueChange(String name, Optional<Object> before, Optional<Object> after) {
    /** Name of what a clause does with the act that it names: {@code forbids}, {@code permits-if} and so on. */
    public static final String ATTITUDE = "attitude";

    /** Returns the entries that only the new version has, where the value is a list. */
    public List<String> added() {
        return without(after, before);
    }

    /** Returns the entries that only the old version has, where the value is a list. */
    public List<String> dropped() {
        return without(before, after);
    }

    /** Whether the value is a list of entries. */
    public boolean isList() {
        return before.or(() -> after).orElse("") instanceof List<?>;
    }

    private static List<String> without(Optional<Object> of, Optional<Object> other) {
        List<String> entries = entries(other);
        return entries(of).stream().filter(entry -> !entries.contains(entry)).toList();
    }

    private static List<String> entries(Optional<Object> value) {
        return value.orElse("") instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}

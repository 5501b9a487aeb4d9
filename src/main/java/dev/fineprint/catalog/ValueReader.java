// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the value of one parameter is read out of a clause that a pattern matched. */
public sealed interface ValueReader {

    /** Where to look. */
    Scope scope();

    /** Where a value may stand. */
    enum Scope {
        /** Only among the words that the pattern matched. */
        MATCH,
        /** Anywhere in the clause; what stands among the matched words is preferred. */
        CLAUSE
    }

    /**
     * An entity: {@code number}, {@code money-amount}, {@code money-currency}, {@code period}, {@code territory} (a
     * list of codes), {@code age} or {@code duration}.
     *
     * @param entity one of those names
     * @param scope where to look
     */
    record EntityValue(String entity, Scope scope) implements ValueReader {}

    /**
     * The first choice one of whose expressions matches.
     *
     * @param choices value to the expressions that stand for it, in order of preference
     * @param scope where to look
     */
    record ChoiceValue(Map<String, List<Expression>> choices, Scope scope) implements ValueReader {
        /** Copies the map, keeping its order. */
        public ChoiceValue {
            choices = Collections.unmodifiableMap(new LinkedHashMap<>(choices));
        }
    }

    /**
     * The list of all values one of whose expressions matches.
     *
     * @param members value to the expressions that stand for it
     * @param scope where to look
     */
    record SetValue(Map<String, List<Expression>> members, Scope scope) implements ValueReader {
        /** Copies the map, keeping its order. */
        public SetValue {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    /**
     * The first text in quotation marks.
     *
     * @param scope where to look
     */
    record QuotedValue(Scope scope) implements ValueReader {}

    /**
     * The capitalised words, or the run of Chinese characters, right after a match of one of the expressions.
     *
     * @param after what stands before the value
     * @param scope where to look
     */
    record TextAfterValue(List<Expression> after, Scope scope) implements ValueReader {
        /** Copies the list. */
        public TextAfterValue {
            after = LaterExpressions.keep(after);
        }
    }
}

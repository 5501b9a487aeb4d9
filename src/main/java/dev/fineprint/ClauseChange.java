// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * What became of one clause between two texts. A sentence with several kinds of clauses in it is followed kind by kind.
 *
 * @param type what became of it
 * @param moved whether it stands elsewhere among the clauses that both texts have
 * @param direction whether the new text asks more or less of its user here
 * @param kind id of the kind of clause, or {@link Finding#UNCLASSIFIED}
 * @param effect what such a clause does to the freedoms
 * @param before the clause of the old text; empty if it appeared
 * @param after the clause of the new text; empty if it vanished
 * @param values the values that differ, in the order in which they are read; empty unless {@link Type#CHANGED}
 * @param words the words that differ, where there are both versions
 * @param meaning what that means, one sentence
 */
public record ClauseChange(
        Type type,
        boolean moved,
        Direction direction,
        String kind,
        Effect effect,
        Optional<Finding> before,
        Optional<Finding> after,
        List<ValueChange> values,
        List<WordChange> words,
        LocalizedText meaning) {
    public ClauseChange {
        values = List.copyOf(values);
        words = List.copyOf(words);
        if (before.isEmpty() && after.isEmpty()) {
            throw new IllegalArgumentException("A change is of a clause in one of the texts at least; " + kind);
        }
    }

    /** The clause as the newest text that has it says it. */
    public Finding clause() {
        return after.or(() -> before).orElseThrow();
    }

    /** What became of a clause; the first that holds. */
    public enum Type {
        /** Only the new text has it. */
        APPEARED,
        /** Only the old text has it. */
        VANISHED,
        /** Both have it, with other values. */
        CHANGED,
        /** Both have it, with the same values in other words. */
        REWORDED,
        /** Both have it in the same words, elsewhere among the others. */
        MOVED,
        /** Both have it in the same words and the same order. */
        UNCHANGED
    }

    /** Whether a change asks more or less of those who use the model. */
    public enum Direction {
        /** The new text forbids or asks more. */
        STRICTER,
        /** The new text forbids or asks less. */
        LOOSER,
        /** The words differ, and a person should say what that means. */
        UNCLEAR,
        /** Nothing changed for the user, or nothing that is a restriction or a burden. */
        SAME
    }
}

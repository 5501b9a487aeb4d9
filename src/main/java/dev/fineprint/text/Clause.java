// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.List;

/**
 * One sentence, or one sentence of a list item, without bullet or number and without white space around it.
 *
 * @param index this clause's place in {@link Segmentation#clauses()}
 * @param type what the clause is
 * @param start offset of its first character
 * @param end offset after its last character, final punctuation included
 * @param section index of the {@link Section} it stands in
 * @param leadIns indexes of the clauses that govern it, outermost first: the sentence before a list, the parents of a
 *     nested item, a heading directly above a list. Always smaller than {@code index}
 * @param continuation whether this is the second or a later sentence inside one list item
 * @param level nesting depth of the list item: 0 outside lists
 * @param language the language of its words
 */
public record Clause(
        int index,
        Type type,
        int start,
        int end,
        int section,
        List<Integer> leadIns,
        boolean continuation,
        int level,
        Language language) {

    /** What a clause is. */
    public enum Type {
        /** A sentence of a paragraph, or the text before an enumeration inside a sentence. */
        SENTENCE,
        /** A sentence of a list item. */
        ITEM,
        /** A heading. */
        HEADING
    }

    public Clause {
        leadIns = List.copyOf(leadIns);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;

/**
 * The known licence that a text is, or is nearest to.
 *
 * @param id identifier of the known licence: its SPDX id where it has one; empty when {@code relation} is
 *     {@link Relation#NONE}
 * @param title its title
 * @param relation how the text relates to it
 * @param similarity between 0 (nothing in common) and 1 (the same words)
 * @param osiApproved whether the OSI approved the known licence; says nothing of a modified text
 * @param notes what a reader should know about the identification, one sentence each
 */
public record Identification(
        String id, String title, Relation relation, double similarity, boolean osiApproved, List<LocalizedText> notes) {
    public Identification {
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("A similarity lies between 0 and 1, not " + similarity);
        }
        notes = List.copyOf(notes);
    }
}

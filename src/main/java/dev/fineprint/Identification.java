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
 * @param baseCovered the share of the known licence's words that stand in the text, 0 to 1
 * @param textCovered the share of the text's words that are the known licence's, 0 to 1
 * @param osiApproved whether every word of the text belongs to a licence that the OSI approved, unchanged
 * @param contains ids of the known licences in the text, in the order in which they stand there
 * @param runnersUp ids of the next best known licences, best first
 * @param changes the passages that differ from the known licence, in the order of the text
 * @param notes what a reader should know about the identification, one sentence each
 */
public record Identification(
        String id,
        String title,
        Relation relation,
        double similarity,
        double baseCovered,
        double textCovered,
        boolean osiApproved,
        List<String> contains,
        List<String> runnersUp,
        List<Passage> changes,
        List<LocalizedText> notes) {
    public Identification {
        if (!(similarity >= 0 && similarity <= 1)) {
            throw new IllegalArgumentException("A similarity lies between 0 and 1, not " + similarity);
        }
        contains = List.copyOf(contains);
        runnersUp = List.copyOf(runnersUp);
        changes = List.copyOf(changes);
        notes = List.copyOf(notes);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Objects;

/**
 * One change that makes a text differ from a licence.
 *
 * @param type what was done
 * @param start where the passage starts in the text, in UTF-16 code units; for removed words, where they would stand
 * @param end where it ends, exclusive; equal to {@code start} for removed words
 * @param removed the licence's words that are missing, as the licence writes them; empty for inserted words, and where
 *     the licence is known by its fingerprint alone
 */
public record Change(Type type, int start, int end, String removed) {
    /** What was done. */
    public enum Type {
        /** The text has a passage that the licence has not. */
        INSERTED,
        /** The licence has a passage that the text has not. */
        REMOVED,
        /** A passage stands in the place of another. */
        REPLACED
    }

    /**
     * Refuses spans that are none.
     *
     * @throws IllegalArgumentException if the span is negative
     */
    public Change {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(removed, "removed");
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no span: " + start + " to " + end);
        }
    }
}

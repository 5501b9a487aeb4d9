// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import org.jspecify.annotations.Nullable;

/**
 * A paragraph, a list item's paragraph, or a heading: lines that belong together.
 *
 * @param start offset of the first word, after the marker
 * @param end offset after the last character; equal to {@code start} for a marker without words
 * @param marker the bullet or number before it, or null
 * @param lineStart offset of the marker, or of the first word if there is none
 * @param indent the column of {@code lineStart}
 * @param blankBefore whether a blank line stands before it
 * @param heading the level of a heading that markup makes one, 0 for none
 * @param boldEnd offset where bold type ends that the block starts with, or {@code start} if it starts with none
 * @param row whether it is a row of a table
 */
record Block(
        int start,
        int end,
        @Nullable Marker marker,
        int lineStart,
        int indent,
        boolean blankBefore,
        int heading,
        int boldEnd,
        boolean row) {

    boolean isEmpty() {
        return start >= end;
    }

    boolean isBold() {
        return boldEnd >= end && !isEmpty();
    }
}

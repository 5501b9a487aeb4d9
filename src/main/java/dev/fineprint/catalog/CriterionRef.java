// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.List;

/**
 * A criterion that a kind of clause offends, and who says so.
 *
 * @param criterion {@code OSD-1} to {@code OSD-10}, {@code OSAID-use}, {@code -study}, {@code -modify},
 *     {@code -share}, or {@code none} when somebody disfavours the clause without naming a criterion
 * @param strength {@code DIRECT}, {@code REVIEWER}, {@code ANALOGY} or {@code INFERENCE}
 * @param by ids of {@link Authority authorities}, at least one
 * @param note what they said exactly, or the empty string
 */
public record CriterionRef(String criterion, String strength, List<String> by, String note) {

    /** Copies the list. */
    public CriterionRef {
        by = List.copyOf(by);
    }
}

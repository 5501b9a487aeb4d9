// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.List;

/**
 * The sections and clauses of a text, each list in the order of the text. Clauses never overlap.
 *
 * @param sections at least one, the preamble; each ends where the next starts
 * @param clauses none for a text without words
 */
public record Segmentation(List<Section> sections, List<Clause> clauses) {
    public Segmentation {
        sections = List.copyOf(sections);
        clauses = List.copyOf(clauses);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Span;

/**
 * Words out of a release, and where they stand.
 *
 * @param path the file, below the folder of the release
 * @param line the line on which they start, from 1; 0 where there are no lines, as in the header of a weights file
 * @param page the page on which they start, from 1, in a document that has pages; otherwise 0
 * @param section the heading under which they stand; empty where there is none
 * @param text the words; of a field {@code name: value}
 */
public record Quotation(String path, int line, int page, String section, String text) {
    public Quotation {
        if (line < 0 || page < 0) {
            throw new IllegalArgumentException(
                    "Lines and pages count from 1, or 0 for none, not " + line + " and " + page);
        }
    }

    /** Words that stand under no heading. */
    public Quotation(String path, int line, String text) {
        this(path, line, 0, "", text);
    }

    /** Words of a clause or a sentence where they begin. */
    static Quotation of(String path, Span span, String text) {
        return new Quotation(path, span.line(), span.page(), "", text);
    }
}

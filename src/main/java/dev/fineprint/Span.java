// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.text.LicenseText;

/**
 * A stretch of the original text.
 *
 * @param start offset of its first UTF-16 code unit
 * @param end offset behind its last UTF-16 code unit; greater than {@code start}
 * @param line the line on which it starts, from 1
 * @param column the column at which it starts, from 1, in UTF-16 code units
 * @param page the page of the document on which it starts, from 1; 0 if the document has no pages
 */
public record Span(int start, int end, int line, int column, int page) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("A span needs 0 <= start < end, not start=" + start + ", end=" + end);
        }
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "Lines and columns count from 1, not line=" + line + ", column=" + column);
        }
        if (page < 0) {
            throw new IllegalArgumentException("Pages count from 1, and 0 stands for none, not page=" + page);
        }
    }

    /** A stretch of a text that has no pages. */
    public Span(int start, int end, int line, int column) {
        this(start, end, line, column, 0);
    }

    /** The stretch of a text between two offsets, with the whole of its last character. */
    static Span of(LicenseText text, int start, int end) {
        String original = text.original();
        boolean half = end > start
                && end < original.length()
                && Character.isSurrogatePair(original.charAt(end - 1), original.charAt(end));
        return new Span(start, half ? end + 1 : end, text.line(start), text.column(start), text.page(start));
    }

    /** Returns how many UTF-16 code units it covers. */
    public int length() {
        return end - start;
    }

    /** Returns whether the two have at least one code unit in common. */
    public boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }
}

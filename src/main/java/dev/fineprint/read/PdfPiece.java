// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

/** Glyphs side by side: a line of a column, or a part of one. Points from the page's upper left corner. */
final class PdfPiece {
    final StringBuilder text = new StringBuilder();
    /** The direction that it is read in, in degrees. */
    final float direction;

    boolean bold;
    float left = Float.MAX_VALUE;
    float right = -Float.MAX_VALUE;
    /** The base line. */
    float y;
    /** The size of the type. */
    float size;

    PdfPiece(float direction, boolean bold) {
        this.direction = direction;
        this.bold = bold;
    }

    void add(String words, float from, float to, float baseLine, float typeSize) {
        if (text.isEmpty() || typeSize > size * 1.2f) {
            // What is raised has a smaller size than the line that it belongs to.
            y = baseLine;
            size = typeSize;
        }
        text.append(words);
        left = Math.min(left, from);
        right = Math.max(right, to);
    }

    /** Puts another piece of the same line behind this one. */
    void join(PdfPiece next) {
        text.append(' ').append(next.text);
        left = Math.min(left, next.left);
        right = Math.max(right, next.right);
        bold &= next.bold;
        size = Math.max(size, next.size);
    }

    float width() {
        return right - left;
    }

    boolean isOnLineOf(PdfPiece other) {
        return Math.abs(y - other.y) <= Math.min(size, other.size) * 0.45f;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Breaks a line of text to a width, between words and, in Chinese, between characters. */
final class LineWrapper {
    private LineWrapper() {}

    /** Returns the lines, none wider than {@code width} columns; at least one. */
    static List<String> wrap(String text, int width, Locale locale) {
        if (DisplayWidth.of(text) <= width) {
            return List.of(text.stripTrailing());
        }
        List<String> lines = new ArrayList<>();
        BreakIterator breaks = BreakIterator.getLineInstance(locale);
        breaks.setText(text);
        StringBuilder line = new StringBuilder();
        int columns = 0;
        int start = breaks.first();
        for (int end = breaks.next(); end != BreakIterator.DONE; start = end, end = breaks.next()) {
            String piece = text.substring(start, end);
            int wide = DisplayWidth.of(piece.stripTrailing());
            if (columns > 0 && columns + wide > width) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                columns = 0;
            }
            while (columns == 0 && DisplayWidth.of(piece.stripTrailing()) > width) {
                int fits = Math.max(DisplayWidth.prefix(piece, width), Character.charCount(piece.codePointAt(0)));
                lines.add(piece.substring(0, fits));
                piece = piece.substring(fits);
            }
            line.append(piece);
            columns += DisplayWidth.of(piece);
        }
        if (!line.isEmpty() || lines.isEmpty()) {
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }
}

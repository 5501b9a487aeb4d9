// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the lines of a PDF file have in common: where they start, how far apart they are. */
final class PdfMeasures {
    private static final int DEEPEST = 24;
    /** A stretch of lines that starts further right than this part of an inch is a column of its own. */
    private static final float COLUMN = 130;

    /** A line of fewer columns is short for a line of half a page. */
    private static final int NARROW = 36;

    private static final int LEAST_LINES = 20;

    private static final String FINAL = ".;:!?\u3002\uFF1B\uFF1A\uFF01\uFF1F";

    private PdfMeasures() {}

    /** The left edge that all but a few lines keep to. */
    static float margin(List<List<PdfPage.Line>> pages) {
        List<Float> lefts = new ArrayList<>();
        pages.forEach(lines -> lines.forEach(line -> lefts.add(line.piece.left)));
        Collections.sort(lefts);
        return lefts.isEmpty() ? 0 : lefts.get(lefts.size() / 50);
    }

    /** The usual distance of two lines of one paragraph, in sizes of the type. */
    static float leading(List<List<PdfPage.Line>> pages) {
        List<Float> gaps = new ArrayList<>();
        for (List<PdfPage.Line> lines : pages) {
            for (int i = 1; i < lines.size(); i++) {
                PdfPage.Line last = lines.get(i - 1);
                PdfPage.Line next = lines.get(i);
                float gap = (next.piece.y - last.piece.y) / Math.max(1, next.piece.size);
                boolean same = last.run == next.run && Math.abs(last.piece.size - next.piece.size) < 0.5f;
                if (same && gap > 0.7f && gap < 3.5f) {
                    gaps.add(gap);
                }
            }
        }
        Collections.sort(gaps);
        // Lines inside paragraphs are closer than paragraphs; where most paragraphs have one line, the closer ones
        // tell.
        return gaps.isEmpty() ? 1.3f : gaps.get(gaps.size() * 2 / 5);
    }

    /** Whether most lines are shorter than those of a page or of half a page. */
    static boolean isNarrow(List<List<PdfPage.Line>> pages) {
        int lines = 0;
        int full = 0;
        for (List<PdfPage.Line> page : pages) {
            for (PdfPage.Line line : page) {
                lines++;
                int columns = 0;
                for (int i = 0; i < line.piece.text.length(); i++) {
                    columns += isHan(line.piece.text.charAt(i)) ? 2 : 1;
                }
                full += columns >= NARROW ? 1 : 0;
            }
        }
        return lines >= LEAST_LINES && full * 6 < lines;
    }

    static boolean isHan(char c) {
        return c >= '\u3000' && c <= '\u9FFF' || c >= '\uFF00' && c <= '\uFFEF';
    }

    /** The columns of blanks that a line is indented by. */
    static int indent(PdfPage.Line line, float margin) {
        float edge = line.piece.left > margin + COLUMN ? line.edge : margin;
        int columns = Math.round((line.piece.left - edge) / Math.max(1, line.piece.size * 0.5f));
        return Math.max(0, Math.min(columns, DEEPEST));
    }

    /** Whether a sentence may go on from one line to another that does not stand right below: over a page or a column. */
    static boolean goesOn(CharSequence one, CharSequence next) {
        char last = one.charAt(one.length() - 1);
        char first = next.charAt(0);
        if (FINAL.indexOf(last) >= 0) {
            return false;
        }
        boolean han = first >= '\u3400' && first <= '\u9FFF';
        return Character.isLowerCase(first)
                || han && !HtmlText.startsWithMarker(next.toString())
                || last == ','
                || last == '-'
                || Character.isLowerCase(last) && !HtmlText.startsWithMarker(next.toString());
    }
}

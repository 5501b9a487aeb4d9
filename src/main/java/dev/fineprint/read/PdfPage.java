// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The pieces of a page, put in the order in which they are read. Files hold them in that order as a rule, columns and the
 * cells of tables too, where no geometry could tell one from the other; so the order of the file stands unless it is
 * plainly none: lines of two columns drawn alternately, or pieces drawn here and there.
 */
final class PdfPage {
    /** A line as it will be written, and which stretch of the page it belongs to. */
    static final class Line {
        final PdfPiece piece;
        final int run;
        /** The left edge of the stretch. */
        float edge;

        Line(PdfPiece piece, int run) {
            this.piece = piece;
            this.run = run;
            this.edge = piece.left;
        }
    }

    private static final Comparator<PdfPiece> BY_PLACE =
            Comparator.<PdfPiece>comparingDouble(piece -> piece.y).thenComparingDouble(piece -> piece.left);
    /** Fewer pieces make no column. */
    private static final int LEAST_LINES = 6;

    private static final int MOST_COLUMNS = 4;
    /** Left edges are counted in steps of so many points. */
    private static final int STEP = 3;

    final float width;
    final float height;
    final List<PdfPiece> pieces = new ArrayList<>();
    boolean hasPicture;

    PdfPage(float width, float height) {
        this.width = width;
        this.height = height;
    }

    /** The lines of the page in the order in which they are read. */
    List<Line> lines() {
        Map<Float, Integer> directions = new HashMap<>();
        pieces.forEach(piece -> directions.merge(piece.direction, piece.text.length(), Integer::sum));
        List<Line> lines = new ArrayList<>();
        directions.entrySet().stream()
                .sorted(Map.Entry.<Float, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .forEach(direction -> addLines(
                        pieces.stream()
                                .filter(piece -> piece.direction == direction)
                                .toList(),
                        lines));
        return lines;
    }

    /** Tells each line where the stretch starts that it belongs to, once it is known what else does. */
    static void edges(List<Line> lines) {
        Map<Integer, Float> edges = new HashMap<>();
        lines.forEach(line -> edges.merge(line.run, line.piece.left, Math::min));
        lines.forEach(line -> line.edge = edges.getOrDefault(line.run, line.piece.left));
    }

    private static void addLines(List<PdfPiece> drawn, List<Line> lines) {
        int run = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).run + 1;
        PdfPiece line = null;
        for (PdfPiece piece : ordered(drawn)) {
            if (line != null && piece.isOnLineOf(line) && piece.left >= line.right - line.size * 0.3f) {
                line.join(piece);
                continue;
            }
            if (line != null && piece.y < line.y - line.size * 0.45f) {
                run++;
            }
            line = piece;
            lines.add(new Line(line, run));
        }
    }

    private static List<PdfPiece> ordered(List<PdfPiece> drawn) {
        float gutter = gutter(drawn);
        if (gutter > 0 && isInterleaved(drawn, gutter)) {
            return byColumns(drawn, MOST_COLUMNS);
        }
        int jumps = 0;
        for (int i = 1; i < drawn.size(); i++) {
            PdfPiece last = drawn.get(i - 1);
            PdfPiece next = drawn.get(i);
            // Up and to the right is the next column, or the next cell of a table.
            jumps += next.y < last.y - last.size && next.left <= last.left + last.size ? 1 : 0;
        }
        if (jumps <= Math.max(3, drawn.size() / 20)) {
            return drawn;
        }
        return gutter > 0 ? byColumns(drawn, MOST_COLUMNS) : byRows(drawn);
    }

    /** From top to bottom and from left to right, pieces of one line together though their base lines differ a little. */
    private static List<PdfPiece> byRows(List<PdfPiece> drawn) {
        List<PdfPiece> sorted = drawn.stream().sorted(BY_PLACE).toList();
        List<PdfPiece> rows = new ArrayList<>(sorted.size());
        int i = 0;
        while (i < sorted.size()) {
            int end = i + 1;
            while (end < sorted.size() && sorted.get(end).isOnLineOf(sorted.get(i))) {
                end++;
            }
            sorted.subList(i, end).stream()
                    .sorted(Comparator.comparingDouble(piece -> piece.left))
                    .forEach(rows::add);
            i = end;
        }
        return rows;
    }

    /** Left columns before right ones, between the lines that go over all columns. */
    private static List<PdfPiece> byColumns(List<PdfPiece> drawn, int most) {
        float gutter = most > 1 ? gutter(drawn) : 0;
        if (gutter <= 0) {
            return byRows(drawn);
        }
        List<PdfPiece> ordered = new ArrayList<>(drawn.size());
        List<PdfPiece> left = new ArrayList<>();
        List<PdfPiece> right = new ArrayList<>();
        for (PdfPiece piece : byRows(drawn)) {
            if (isRight(piece, gutter)) {
                right.add(piece);
            } else if (isLeft(piece, gutter)) {
                left.add(piece);
            } else {
                ordered.addAll(byColumns(left, most - 1));
                ordered.addAll(byColumns(right, most - 1));
                left.clear();
                right.clear();
                ordered.add(piece);
            }
        }
        ordered.addAll(byColumns(left, most - 1));
        ordered.addAll(byColumns(right, most - 1));
        return ordered;
    }

    private static boolean isRight(PdfPiece piece, float gutter) {
        return piece.left >= gutter - STEP;
    }

    private static boolean isLeft(PdfPiece piece, float gutter) {
        return piece.right <= gutter - STEP;
    }

    /** The left edge of a column of prose that has another one on its left; 0 if there is none. */
    private static float gutter(List<PdfPiece> drawn) {
        if (drawn.size() < 2 * LEAST_LINES) {
            return 0;
        }
        float left = Float.MAX_VALUE;
        float right = 0;
        for (PdfPiece piece : drawn) {
            left = Math.min(left, piece.left);
            right = Math.max(right, piece.right);
        }
        Map<Integer, Integer> edges = new HashMap<>();
        for (PdfPiece piece : drawn) {
            if (piece.left > left + (right - left) * 0.2f) {
                edges.merge(Math.round(piece.left / STEP), 1, Integer::sum);
            }
        }
        return bestOf(gutters(edges), drawn, left, right);
    }

    /** Where a column may start, from left to right, and how many lines start there. */
    private record Gutter(float at, int lines) {}

    private static List<Gutter> gutters(Map<Integer, Integer> edges) {
        return edges.entrySet().stream()
                .map(edge -> new Gutter(edge.getKey() * STEP - STEP / 2f, edge.getValue()))
                .sorted(Comparator.comparingDouble(Gutter::at))
                .toList();
    }

    /**
     * The gutter that cuts the fewest lines, of those that part two columns of prose; 0 if none does. Each line is looked at
     * once, not with each gutter: on its left are the first ones, on its right the last ones.
     */
    private static float bestOf(List<Gutter> gutters, List<PdfPiece> drawn, float leftEdge, float rightEdge) {
        // How the numbers of lines change from each gutter to the next.
        int[] left = new int[gutters.size() + 1];
        int[] right = new int[gutters.size() + 1];
        int[] wideLeft = new int[gutters.size() + 1];
        int[] wideRight = new int[gutters.size() + 1];
        for (PdfPiece piece : drawn) {
            int rightEnd = first(gutters, at -> !isRight(piece, at));
            int leftStart = Math.max(rightEnd, first(gutters, at -> isLeft(piece, at)));
            int wideStart = first(gutters, at -> piece.width() >= (rightEdge - at) * 0.45f);
            int wideEnd = first(gutters, at -> piece.width() < (at - leftEdge) * 0.45f);
            add(right, 0, rightEnd);
            add(wideRight, wideStart, rightEnd);
            add(left, leftStart, gutters.size());
            add(wideLeft, leftStart, wideEnd);
        }
        float found = 0;
        int fewest = Integer.MAX_VALUE;
        int most = 0;
        for (int i = 0; i < gutters.size(); i++) {
            if (i > 0) {
                left[i] += left[i - 1];
                right[i] += right[i - 1];
                wideLeft[i] += wideLeft[i - 1];
                wideRight[i] += wideRight[i - 1];
            }
            int across = drawn.size() - left[i] - right[i];
            boolean columns = left[i] >= LEAST_LINES
                    && right[i] >= LEAST_LINES
                    && across * 4 <= drawn.size()
                    && wideLeft[i] * 5 >= left[i] * 2
                    && wideRight[i] * 5 >= right[i] * 2;
            int lines = gutters.get(i).lines();
            // Where fewer lines are cut; items are indented, and the column starts where its headings do.
            if (columns && (across < fewest || across == fewest && lines > most)) {
                fewest = across;
                most = lines;
                found = gutters.get(i).at();
            }
        }
        return found;
    }

    /** A question about a gutter, whose answer changes once at most from the first one to the last one, from no to yes. */
    private interface Question {
        boolean holds(float at);
    }

    private static int first(List<Gutter> gutters, Question question) {
        int from = 0;
        int to = gutters.size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (question.holds(gutters.get(middle).at())) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private static void add(int[] changes, int from, int to) {
        if (from < to) {
            changes[from]++;
            changes[to]--;
        }
    }

    /**
     * Whether lines of two columns of prose are drawn alternately. In a table, too, what stands on the right follows what
     * stands on its left; but there a cell has more lines than the one beside it, and does not go on in the one below.
     */
    private static boolean isInterleaved(List<PdfPiece> drawn, float gutter) {
        Set<PdfPiece> follows = Collections.newSetFromMap(new IdentityHashMap<>());
        int left = 0;
        int begun = 0;
        for (int i = 0; i < drawn.size(); i++) {
            PdfPiece piece = drawn.get(i);
            if (isLeft(piece, gutter)) {
                left++;
                char first = piece.text.charAt(0);
                begun += Character.isUpperCase(first) || Character.isDigit(first) ? 1 : 0;
            } else if (i > 0 && isRight(piece, gutter) && isLeft(drawn.get(i - 1), gutter)) {
                follows.add(piece);
            }
        }
        int right = 0;
        int paired = 0;
        int next = 0;
        List<PdfPiece> rows = byRows(drawn);
        for (int i = 0; i < rows.size(); i++) {
            PdfPiece piece = rows.get(i);
            if (isRight(piece, gutter)) {
                right++;
                if (i > 0 && isLeft(rows.get(i - 1), gutter) && piece.isOnLineOf(rows.get(i - 1))) {
                    paired++;
                    next += follows.contains(piece) ? 1 : 0;
                }
            }
        }
        return paired * 5 >= Math.min(left, right) * 2 && next * 5 >= paired * 4 && begun * 5 <= left * 3;
    }
}

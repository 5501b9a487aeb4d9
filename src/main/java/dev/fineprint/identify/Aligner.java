// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Lays a known licence beside a text: which word of the one is which word of the other.
 *
 * <p>Long common runs are found first and chained in order; what lies between two of them is aligned word by word at
 * least cost, where changes that the matching guidelines allow cost next to nothing and one long change costs less than
 * two short ones. Time and memory are bounded: between runs that lie very far apart nothing is aligned.
 */
final class Aligner {
    private static final int OCCURRENCES = 16;
    private static final int BLOCKS = 160;
    private static final int CELLS = 40_000;
    private static final int DEPTH = 4;
    private static final int WORD = 100;
    private static final int OPEN = 150;
    private static final int ALLOWED = 2;
    /** Hardly less than elsewhere, lest words be lost to make room for more in a replaceable part. */
    private static final int REPLACING = 95;

    private static final int MATCH = 30;

    private final Template base;
    private final Words text;
    private final int from;
    private final int to;
    private final List<Block> chain;
    private final int[] map;
    private long budget = 400_000;
    private int depth;

    private record Block(int base, int text, int length) {}

    /** Finds the long common runs of a licence and the words {@code from} to {@code to} of a text. */
    Aligner(Template base, Words text, WordIndex index, int from, int to) {
        this.base = base;
        this.text = text;
        this.from = from;
        this.to = to;
        this.chain = chain(blocks(index));
        this.map = new int[base.size];
    }

    /** How many words the long common runs have. */
    int chained() {
        return chain.stream().mapToInt(Block::length).sum();
    }

    /** Aligns what lies between the runs, and says what was changed. */
    Alignment align() {
        Arrays.fill(map, -1);
        for (Block block : chain) {
            for (int k = 0; k < block.length; k++) {
                map[block.base + k] = block.text + k;
            }
        }
        forEachGap(this::fill);
        return new Alignment(base, text, map);
    }

    /** How much of the licence and of the text an alignment can find the same. */
    record Reach(int required, int all) {}

    /**
     * The most words of the licence that an alignment may find in the text: those of the long common runs, and between
     * two of them every word that stands there on both sides, in whatever order.
     */
    Reach reach(WordCounts counts) {
        int[] found = new int[2];
        for (Block block : chain) {
            for (int b = block.base; b < block.base + block.length; b++) {
                found[base.mayBeMissing(b) ? 1 : 0]++;
            }
        }
        forEachGap((b0, b1, t0, t1, left, right) -> {
            counts.set(t0, t1);
            for (int missing = 0; missing < 2; missing++) {
                for (int b = b0; b < b1; b++) {
                    if (base.mayBeMissing(b) == (missing == 1) && counts.take(base.hash[b])) {
                        found[missing]++;
                    }
                }
            }
            counts.clear(t0, t1);
        });
        return new Reach(found[0], found[0] + found[1]);
    }

    /** Takes what lies between two runs of the chain, or outside the first or last one. */
    private interface GapVisitor {
        /**
         * @param left whether a run lies before it
         * @param right whether a run lies after it
         */
        void visit(int b0, int b1, int t0, int t1, boolean left, boolean right);
    }

    private void forEachGap(GapVisitor visitor) {
        if (chain.isEmpty()) {
            if ((long) base.size * (to - from) <= CELLS) {
                visitor.visit(0, base.size, from, to, false, false);
            }
            return;
        }
        Block first = chain.get(0);
        visitor.visit(0, first.base, Math.max(from, first.text - 2 * first.base - 80), first.text, false, true);
        int b = first.base + first.length;
        int t = first.text + first.length;
        for (Block block : chain.subList(1, chain.size())) {
            visitor.visit(b, block.base, t, block.text, true, true);
            b = block.base + block.length;
            t = block.text + block.length;
        }
        visitor.visit(b, base.size, t, Math.min(to, t + 2 * (base.size - b) + 80), true, false);
    }

    /** Maximal common runs of at least {@link WordIndex#LENGTH} words. */
    private List<Block> blocks(WordIndex index) {
        List<Block> blocks = new ArrayList<>();
        long[] a = base.hash;
        long[] x = text.hash;
        for (int b = 0; b + WordIndex.LENGTH <= base.size; b++) {
            int t = index.first(WordIndex.gram(a, b), from);
            for (int seen = 0; t >= 0 && t < to && seen < OCCURRENCES; seen++, t = index.next(t)) {
                if (b > 0 && t > from && a[b - 1] == x[t - 1]) {
                    continue;
                }
                int length = 0;
                while (b + length < base.size && t + length < to && a[b + length] == x[t + length]) {
                    length++;
                }
                if (length >= WordIndex.LENGTH) {
                    blocks.add(new Block(b, t, length));
                }
            }
        }
        return thinned(blocks);
    }

    /** Drops runs that stand, in both texts, inside a much longer one, and the shortest of too many. */
    private List<Block> thinned(List<Block> blocks) {
        List<Block> byLength = new ArrayList<>(blocks);
        byLength.sort(Comparator.comparingInt(Block::length).reversed());
        int[] coverBase = new int[base.size];
        int[] coverText = new int[to - from];
        List<Block> kept = new ArrayList<>();
        for (Block block : byLength) {
            int last = block.length - 1;
            int around = Math.min(
                    Math.min(coverBase[block.base], coverBase[block.base + last]),
                    Math.min(coverText[block.text - from], coverText[block.text + last - from]));
            if (around >= 4 * block.length) {
                continue;
            }
            kept.add(block);
            if (kept.size() == BLOCKS) {
                break;
            }
            for (int k = 0; k <= last; k++) {
                coverBase[block.base + k] = Math.max(coverBase[block.base + k], block.length);
                coverText[block.text + k - from] = Math.max(coverText[block.text + k - from], block.length);
            }
        }
        kept.sort(Comparator.comparingInt(Block::text).thenComparingInt(Block::base));
        return kept;
    }

    /** The best sequence of runs that ascends in both texts; overlaps are cut from the later run. */
    private static List<Block> chain(List<Block> blocks) {
        int n = blocks.size();
        double[] score = new double[n];
        int[] before = new int[n];
        int best = -1;
        for (int i = 0; i < n; i++) {
            Block block = blocks.get(i);
            score[i] = block.length;
            before[i] = -1;
            for (int j = i - 1; j >= 0; j--) {
                if (score[j] + block.length < score[i]) {
                    continue;
                }
                Block other = blocks.get(j);
                int overlap = Math.max(
                        0, Math.max(other.base + other.length - block.base, other.text + other.length - block.text));
                if (overlap >= block.length || other.base >= block.base || other.text >= block.text) {
                    continue;
                }
                int gapBase = Math.max(0, block.base - other.base - other.length);
                int gapText = Math.max(0, block.text - other.text - other.length);
                int jump = 32 - Integer.numberOfLeadingZeros(Math.abs(gapText - gapBase));
                double penalty = 0.35 * jump + 0.05 * gapText;
                double candidate = score[j] + block.length - overlap - penalty;
                // Of equally good ones the first, but never one that is no better than none.
                if (before[i] < 0 ? candidate > score[i] : candidate >= score[i]) {
                    score[i] = candidate;
                    before[i] = j;
                }
            }
            if (best < 0 || score[i] > score[best]) {
                best = i;
            }
        }
        List<Block> chain = new ArrayList<>();
        for (int i = best; i >= 0; i = before[i]) {
            chain.add(0, blocks.get(i));
        }
        List<Block> cut = new ArrayList<>();
        int b = 0;
        int t = 0;
        for (Block block : chain) {
            int overlap = Math.max(0, Math.max(b - block.base, t - block.text));
            if (overlap < block.length) {
                Block rest = new Block(block.base + overlap, block.text + overlap, block.length - overlap);
                cut.add(rest);
                b = rest.base + rest.length;
                t = rest.text + rest.length;
            }
        }
        return cut;
    }

    /** Aligns what lies between two runs, or outside the first or last one. */
    private void fill(int b0, int b1, int t0, int t1, boolean left, boolean right) {
        long[] a = base.hash;
        long[] x = text.hash;
        while (left && b0 < b1 && t0 < t1 && a[b0] == x[t0]) {
            map[b0++] = t0++;
        }
        while (right && b0 < b1 && t0 < t1 && a[b1 - 1] == x[t1 - 1]) {
            map[--b1] = --t1;
        }
        if (b0 == b1 || t0 >= t1) {
            return;
        }
        long cells = (long) (b1 - b0 + 1) * (t1 - t0 + 1);
        if (cells <= CELLS && cells <= budget) {
            budget -= cells;
            leastCost(b0, b1, t0, t1, left, right);
        } else if (cells > CELLS && depth < DEPTH) {
            depth++;
            divide(b0, b1, t0, t1, left, right);
            depth--;
        }
    }

    /** Cuts a large gap at words that stand in it once on either side, in the same order. */
    private void divide(int b0, int b1, int t0, int t1, boolean left, boolean right) {
        int b = b0;
        int t = t0;
        boolean anchored = left;
        for (int[] anchor : Anchors.of(base.hash, b0, b1, text.hash, t0, t1, 1)) {
            fill(b, anchor[0], t, anchor[1], anchored, true);
            map[anchor[0]] = anchor[1];
            b = anchor[0] + 1;
            t = anchor[1] + 1;
            anchored = true;
        }
        if (b > b0) {
            fill(b, b1, t, t1, anchored, right);
        }
    }

    private static final int SAME = 0;
    private static final int LOST = 1;
    private static final int ADDED = 2;
    private static final int NEVER = 1 << 29;

    /** Gotoh's alignment with a cost for opening a change; outside the first and last run, added words are free. */
    private void leastCost(int b0, int b1, int t0, int t1, boolean left, boolean right) {
        int rows = b1 - b0;
        int columns = t1 - t0;
        byte[] trace = new byte[(rows + 1) * (columns + 1)];
        int[] same = new int[columns + 1];
        int[] lost = new int[columns + 1];
        int[] added = new int[columns + 1];
        Additions additions = new Additions(t0, columns);
        additions.set(!left, base.variableAt(b0) >= 0);
        firstRow(additions, same, lost, added, trace);
        for (int i = 1; i <= rows; i++) {
            additions.set(i == rows && !right, base.variableAt(b0 + i) >= 0);
            row(b0 + i - 1, t0, additions, same, lost, added, trace, i * (columns + 1));
        }
        int state = same[columns] <= lost[columns] && same[columns] <= added[columns]
                ? SAME
                : lost[columns] <= added[columns] ? LOST : ADDED;
        int i = rows;
        int j = columns;
        while (i > 0 || j > 0) {
            int steps = trace[i * (columns + 1) + j];
            if (state == SAME) {
                map[b0 + i - 1] = t0 + j - 1;
                state = steps & 3;
                i--;
                j--;
            } else if (state == LOST) {
                state = steps >> 2 & 3;
                i--;
            } else {
                state = steps >> 4 & 3;
                j--;
            }
        }
    }

    /** What it costs, in one row, to take each word of the text for an added one, and to begin with it. */
    private final class Additions {
        final int[] cost;
        final int[] open;
        private final int t0;
        private boolean set;
        private boolean outside;
        private boolean variable;

        Additions(int t0, int columns) {
            this.t0 = t0;
            cost = new int[columns + 1];
            open = new int[columns + 1];
        }

        /** Sets the costs for a row; most rows are like the one above. */
        void set(boolean rowOutside, boolean rowVariable) {
            if (set && outside == rowOutside && variable == rowVariable) {
                return;
            }
            set = true;
            outside = rowOutside;
            variable = rowVariable;
            for (int j = 1; j < cost.length; j++) {
                boolean skipped = outside || text.flags[t0 + j - 1] != 0;
                cost[j] = outside ? 0 : skipped ? ALLOWED : variable ? REPLACING : WORD;
                open[j] = outside ? 0 : skipped || variable ? 1 : OPEN;
            }
        }
    }

    private static void firstRow(Additions additions, int[] same, int[] lost, int[] added, byte[] trace) {
        lost[0] = NEVER;
        added[0] = NEVER;
        for (int j = 1; j < same.length; j++) {
            int viaSame = same[j - 1] + additions.open[j];
            int viaLost = lost[j - 1] + additions.open[j];
            int viaAdded = added[j - 1];
            int least = Math.min(viaAdded, Math.min(viaSame, viaLost));
            trace[j] = (byte) ((least == viaAdded ? ADDED : least == viaSame ? SAME : LOST) << 4);
            same[j] = NEVER;
            lost[j] = NEVER;
            added[j] = Math.min(least + additions.cost[j], NEVER);
        }
    }

    /** One word of the licence against all of the text's: the arrays hold the row above and then this one. */
    private void row(
            int b, int t0, Additions additions, int[] same, int[] lost, int[] added, byte[] trace, int traceFrom) {
        long word = base.hash[b];
        long[] x = text.hash;
        int[] addCost = additions.cost;
        int[] addOpen = additions.open;
        int lostCost = base.mayBeMissing(b) ? ALLOWED : WORD;
        int lostOpen = base.mayBeMissing(b) ? 1 : OPEN;
        // The column before the first: nothing but lost words.
        int diagonalSame = same[0];
        int diagonalLost = lost[0];
        int diagonalAdded = added[0];
        int first = Math.min(diagonalLost, Math.min(diagonalSame, diagonalAdded) + lostOpen);
        trace[traceFrom] =
                (byte) ((first == diagonalLost ? LOST : first == diagonalSame + lostOpen ? SAME : ADDED) << 2);
        int leftSame = NEVER;
        int leftLost = Math.min(first + lostCost, NEVER);
        int leftAdded = NEVER;
        same[0] = leftSame;
        lost[0] = leftLost;
        added[0] = leftAdded;
        for (int j = 1; j < same.length; j++) {
            int upSame = same[j];
            int upLost = lost[j];
            int upAdded = added[j];

            int viaSame = upSame + lostOpen;
            int least = Math.min(upLost, Math.min(viaSame, upAdded + lostOpen));
            int steps = (least == upLost ? LOST : least == viaSame ? SAME : ADDED) << 2;
            int hereLost = Math.min(least + lostCost, NEVER);

            viaSame = leftSame + addOpen[j];
            least = Math.min(leftAdded, Math.min(viaSame, leftLost + addOpen[j]));
            steps |= (least == leftAdded ? ADDED : least == viaSame ? SAME : LOST) << 4;
            leftAdded = Math.min(least + addCost[j], NEVER);

            leftSame = NEVER;
            if (word == x[t0 + j - 1]) {
                least = Math.min(diagonalSame, Math.min(diagonalLost, diagonalAdded));
                steps |= least == diagonalSame ? SAME : least == diagonalLost ? LOST : ADDED;
                leftSame = Math.min(least - MATCH, NEVER);
            }
            leftLost = hereLost;
            same[j] = leftSame;
            lost[j] = leftLost;
            added[j] = leftAdded;
            trace[traceFrom + j] = (byte) steps;
            diagonalSame = upSame;
            diagonalLost = upLost;
            diagonalAdded = upAdded;
        }
    }
}

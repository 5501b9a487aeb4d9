// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.identify.Identification.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** A licence known by its fingerprint in a text. */
final class FingerprintOccurrence implements Occurrence {
    /** So many shingles in a row must be known: of arbitrary ones, one in 4,096 such rows is. */
    private static final int ROW = 3;
    /** A text that knows a smaller share of a licence's shingles does not have its letters one after the other. */
    private static final double PERHAPS_WHOLE = 0.5;
    /** How far the ends of a foreign passage may be moved to meet a sentence's. */
    private static final int SNAP = 8;

    private final Fingerprint fingerprint;
    private final Shingles shingles;
    private final int from;
    private final int to;
    private final boolean whole;
    private final double baseCovered;
    private final int same;
    private final int foreign;
    /** Where foreign passages lie between known ones, in core words; their ends are not those of sentences yet. */
    private final List<int[]> between;

    private FingerprintOccurrence(
            Fingerprint fingerprint,
            Shingles shingles,
            int from,
            int to,
            boolean whole,
            double baseCovered,
            int same,
            int foreign,
            List<int[]> between) {
        this.fingerprint = fingerprint;
        this.shingles = shingles;
        this.from = from;
        this.to = to;
        this.whole = whole;
        this.baseCovered = baseCovered;
        this.same = same;
        this.foreign = foreign;
        this.between = between;
    }

    /**
     * Looks for a licence among the core words {@code from} to {@code to} of a text.
     *
     * @param known which of the shingles from {@code from} on the fingerprint has
     * @param sums the text's letters, asked for when all of the licence may be there
     * @return where most of it stands; empty when hardly anything does
     */
    static Optional<FingerprintOccurrence> find(
            Fingerprint fingerprint, BitRow known, Shingles shingles, Supplier<LetterSums> sums, int from, int to) {
        if (known.count() >= fingerprint.words() * PERHAPS_WHOLE) {
            int at = sums.get().find(from, to, fingerprint.letters(), fingerprint.value());
            if (at >= 0) {
                int end = sums.get().end(at, fingerprint.letters());
                return Optional.of(new FingerprintOccurrence(
                        fingerprint,
                        shingles,
                        shingles.core[at],
                        shingles.core[end - 1] + 1,
                        true,
                        1,
                        end - at,
                        0,
                        List.of()));
            }
        }
        return similar(fingerprint, shingles, Runs.of(known, from));
    }

    private static Optional<FingerprintOccurrence> similar(Fingerprint fingerprint, Shingles shingles, Runs runs) {
        int first = runs.first;
        int next = runs.next;
        if (first == next) {
            return Optional.empty();
        }
        Fingerprint.Hits hits = fingerprint.new Hits();
        List<int[]> between = new ArrayList<>();
        int same = 0;
        int foreign = 0;
        for (int i = first; i < next; i++) {
            hits.add(shingles.hash, runs.start[i], runs.end[i] - Shingles.LENGTH + 1);
            same += runs.end[i] - runs.start[i];
            if (i + 1 < next) {
                foreign += runs.start[i + 1] - runs.end[i];
                between.add(new int[] {runs.end[i], runs.start[i + 1]});
            }
        }
        double covered = Math.min(0.9999, (double) hits.count() / fingerprint.count());
        return Optional.of(new FingerprintOccurrence(
                fingerprint,
                shingles,
                shingles.core[runs.start[first]],
                shingles.core[runs.end[next - 1] - 1] + 1,
                false,
                covered,
                Math.min(same, (int) (covered * fingerprint.words())),
                foreign,
                between));
    }

    /** Where the words of a text stand that a fingerprint knows. */
    private static final class Runs {
        private int[] start = new int[16];
        private int[] end = new int[16];
        private int count;
        /** The first run of the densest stretch, and the one after its last; equal when there is none. */
        private int first;

        private int next;

        /**
         * The runs of known shingles.
         *
         * @param known which shingles are known
         * @param from the number of the first of them
         */
        static Runs of(BitRow known, int from) {
            Runs runs = new Runs();
            known.forEachRow(ROW, (first, last) -> runs.add(from + first, from + last + Shingles.LENGTH));
            runs.findDensest();
            return runs;
        }

        /** Adds the words of a row of shingles; those that touch the last run make it longer. */
        private void add(int from, int to) {
            if (count > 0 && from <= end[count - 1]) {
                end[count - 1] = to;
                return;
            }
            if (count == start.length) {
                start = Arrays.copyOf(start, count * 2);
                end = Arrays.copyOf(end, count * 2);
            }
            start[count] = from;
            end[count++] = to;
        }

        /** The stretch with most known words, where a foreign word takes away half of what a known one gives. */
        private void findDensest() {
            int best = 0;
            int sum = 0;
            int opened = 0;
            for (int i = 0; i < count; i++) {
                sum -= i == 0 ? 0 : start[i] - end[i - 1];
                if (sum <= 0) {
                    sum = 0;
                    opened = i;
                }
                sum += 2 * (end[i] - start[i]);
                if (sum > best) {
                    best = sum;
                    first = opened;
                    next = i + 1;
                }
            }
        }
    }

    /** Moves the ends of a foreign passage to those of a sentence where a chance hit may have moved them away. */
    private int[] snap(int from, int to) {
        Words words = shingles.words;
        int start = from;
        int end = to;
        boolean starts = words.boundary(shingles.core[from]);
        boolean ends = to >= shingles.core.length || words.boundary(shingles.core[to - 1] + 1);
        if (ends && !starts) {
            for (int k = 1; k <= SNAP && from - k >= 0; k++) {
                if (words.boundary(shingles.core[from - k])) {
                    start = from - k;
                    break;
                }
            }
        } else if (starts && !ends) {
            for (int k = 1; k <= SNAP && to + k <= shingles.core.length; k++) {
                if (words.boundary(shingles.core[to + k - 1] + 1)) {
                    end = to + k;
                    break;
                }
            }
        }
        return new int[] {shingles.core[start], shingles.core[end - 1] + 1};
    }

    @Override
    public List<KnownLicense> names() {
        return List.of(fingerprint.license());
    }

    @Override
    public Form form() {
        return Form.LICENSE;
    }

    @Override
    public int from() {
        return from;
    }

    @Override
    public int to() {
        return to;
    }

    @Override
    public boolean whole() {
        return whole;
    }

    @Override
    public double baseCovered() {
        return baseCovered;
    }

    @Override
    public int same() {
        return same;
    }

    @Override
    public int lost() {
        return (int) Math.round((1 - baseCovered) * fingerprint.words());
    }

    @Override
    public int added() {
        return foreign;
    }

    @Override
    public boolean knowsTitle() {
        return whole;
    }

    @Override
    public List<Change> changes() {
        List<Change> changes = new ArrayList<>();
        for (int[] foreignWords : between) {
            int[] passage = snap(foreignWords[0], foreignWords[1]);
            changes.add(Passages.change(Change.Type.INSERTED, shingles.words, passage[0], passage[1], ""));
        }
        return changes;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.identify.Identification.Form;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** A licence known by its fingerprint in a text. */
final class FingerprintOccurrence implements Occurrence {
    /** So many shingles in a row must be known: of arbitrary ones, one in 4,096 such rows is. */
    private static final int ROW = 3;
    /** How far the ends of a foreign passage may be moved to meet a sentence's. */
    private static final int SNAP = 8;

    private final Fingerprint fingerprint;
    private final Words words;
    private final int from;
    private final int to;
    private final boolean whole;
    private final double baseCovered;
    private final int same;
    private final int foreign;
    private final List<int[]> passages;

    private FingerprintOccurrence(
            Fingerprint fingerprint,
            Words words,
            int from,
            int to,
            boolean whole,
            double baseCovered,
            int same,
            int foreign,
            List<int[]> passages) {
        this.fingerprint = fingerprint;
        this.words = words;
        this.from = from;
        this.to = to;
        this.whole = whole;
        this.baseCovered = baseCovered;
        this.same = same;
        this.foreign = foreign;
        this.passages = passages;
    }

    /**
     * Looks for a licence among the core words {@code from} to {@code to} of a text.
     *
     * @return where most of it stands; empty when hardly anything does
     */
    static Optional<FingerprintOccurrence> find(
            Fingerprint fingerprint, Shingles shingles, LetterSums sums, int from, int to) {
        int at = sums.find(from, to, fingerprint.letters(), fingerprint.value());
        if (at >= 0) {
            int end = sums.end(at, fingerprint.letters());
            return Optional.of(new FingerprintOccurrence(
                    fingerprint,
                    shingles.words,
                    shingles.core[at],
                    shingles.core[end - 1] + 1,
                    true,
                    1,
                    end - at,
                    0,
                    List.of()));
        }
        return similar(fingerprint, shingles, from, to);
    }

    private static Optional<FingerprintOccurrence> similar(
            Fingerprint fingerprint, Shingles shingles, int from, int to) {
        int n = Math.max(0, to - from);
        BitSet known = new BitSet(n);
        int row = 0;
        int last = Math.min(to - Shingles.LENGTH + 1, shingles.hash.length);
        for (int i = from; i < last; i++) {
            row = fingerprint.has(shingles.hash[i]) ? row + 1 : 0;
            if (row >= ROW) {
                known.set(i - ROW + 1 - from, i + Shingles.LENGTH - from);
            }
        }
        int[] densest = densest(known, n);
        if (densest[0] >= densest[1]) {
            return Optional.empty();
        }
        BitSet hit = new BitSet();
        List<int[]> passages = new ArrayList<>();
        int same = 0;
        int foreign = 0;
        for (int i = densest[0]; i < densest[1]; ) {
            int next = known.nextClearBit(i);
            for (int k = i; k + Shingles.LENGTH <= Math.min(next, densest[1]); k++) {
                if (fingerprint.has(shingles.hash[from + k])) {
                    hit.set(fingerprint.bucket(shingles.hash[from + k]));
                }
            }
            same += Math.min(next, densest[1]) - i;
            int again = known.nextSetBit(next);
            if (again < 0 || again >= densest[1]) {
                break;
            }
            foreign += again - next;
            passages.add(snap(shingles, from + next, from + again));
            i = again;
        }
        double covered = Math.min(0.9999, (double) hit.cardinality() / fingerprint.count());
        return Optional.of(new FingerprintOccurrence(
                fingerprint,
                shingles.words,
                shingles.core[from + densest[0]],
                shingles.core[from + densest[1] - 1] + 1,
                false,
                covered,
                Math.min(same, (int) (covered * fingerprint.words())),
                foreign,
                passages));
    }

    /** The stretch with most known words, where a foreign word takes away half of what a known one gives. */
    private static int[] densest(BitSet known, int n) {
        int best = 0;
        int sum = 0;
        int start = 0;
        int[] found = {0, 0};
        for (int i = 0; i < n; i++) {
            if (sum <= 0) {
                sum = 0;
                start = i;
            }
            sum += known.get(i) ? 2 : -1;
            if (sum > best) {
                best = sum;
                found[0] = start;
                found[1] = i + 1;
            }
        }
        return found;
    }

    /** Moves the ends of a foreign passage to those of a sentence where a chance hit may have moved them away. */
    private static int[] snap(Shingles shingles, int from, int to) {
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
        for (int[] passage : passages) {
            changes.add(Passages.change(Change.Type.INSERTED, words, passage[0], passage[1], ""));
        }
        return changes;
    }
}

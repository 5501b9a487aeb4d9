// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Two texts side by side, word by word: what the second has that the first has not, and the reverse.
 *
 * <p>Words are compared as for identification: case, punctuation, line breaks, accepted spellings and list markers do
 * not count. Copyright notices do.
 *
 * <pre>{@code
 * for (LicenseComparison.Difference d : LicenseComparison.of(before, after).differences()) {
 *     System.out.println(after.original().substring(d.afterStart(), d.afterEnd()));
 * }
 * }</pre>
 *
 * @param beforeKept the share of the first text's words that the second has too, 0 to 1
 * @param afterKept the share of the second text's words that the first has too, 0 to 1
 * @param differences in the order of the texts
 */
public record LicenseComparison(double beforeKept, double afterKept, List<Difference> differences) {
    /** Copies the list. */
    public LicenseComparison {
        differences = List.copyOf(differences);
    }

    /**
     * A passage of one text that stands in the place of a passage of the other; one of the two may be empty.
     *
     * @param type what was done to the first text
     * @param beforeStart where it starts in the first text, in UTF-16 code units
     * @param beforeEnd where it ends there, exclusive; equal to the start for inserted words
     * @param afterStart where it starts in the second text
     * @param afterEnd where it ends there, exclusive; equal to the start for removed words
     */
    public record Difference(Change.Type type, int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
        /** Refuses null. */
        public Difference {
            Objects.requireNonNull(type, "type");
        }
    }

    /** Whether the texts have the very same words. */
    public boolean same() {
        return differences.isEmpty();
    }

    /**
     * Compares two texts.
     *
     * <p>Takes time linear in the length of the texts where they are alike; passages of more than a few thousand words
     * without a run of words in common are reported as replaced, unread. Of a text of more than 400,000 words only the
     * first are compared, and the rest counts as replaced.
     */
    public static LicenseComparison of(LicenseText before, LicenseText after) {
        return of(before, after, StopSignal.onInterrupt());
    }

    /**
     * The same, as long as it may.
     *
     * @throws dev.fineprint.text.AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseComparison of(LicenseText before, LicenseText after, StopSignal stop) {
        stop.check();
        Sequence a = new Sequence(Words.of(before));
        stop.check();
        Sequence b = new Sequence(Words.of(after));
        List<int[]> changes = new ArrayList<>();
        new Comparison(a.hash, b.hash, changes, stop).compare(0, a.hash.length, 0, b.hash.length, true);
        List<Difference> differences = new ArrayList<>();
        int removed = 0;
        int inserted = 0;
        for (int[] change : settled(changes, a, b)) {
            removed += change[1] - change[0];
            inserted += change[3] - change[2];
            differences.add(difference(change, a, b));
        }
        if (a.words.truncated || b.words.truncated) {
            differences.add(new Difference(
                    Change.Type.REPLACED,
                    a.unread(),
                    before.original().length(),
                    b.unread(),
                    after.original().length()));
        }
        return new LicenseComparison(
                a.hash.length == 0 ? 1 : 1 - (double) removed / a.hash.length,
                b.hash.length == 0 ? 1 : 1 - (double) inserted / b.hash.length,
                differences);
    }

    /** The words of a text that are compared. */
    private static final class Sequence {
        private final Words words;
        private final int[] at;
        private final long[] hash;

        Sequence(Words words) {
            this.words = words;
            int[] kept = new int[words.size];
            int n = 0;
            for (int i = 0; i < words.size; i++) {
                if (!words.is(i, Words.LIGHT)) {
                    kept[n++] = i;
                }
            }
            this.at = Arrays.copyOf(kept, n);
            this.hash = new long[n];
            for (int i = 0; i < n; i++) {
                hash[i] = words.hash[at[i]];
            }
        }

        /** Where what was not read starts. */
        int unread() {
            return words.truncated
                    ? words.end[words.size - 1]
                    : words.text.original().length();
        }

        boolean boundary(int i) {
            return i == at.length || words.boundary(at[i]);
        }

        /** Where the words {@code from} to {@code to} stand, or where they would. */
        int[] span(int from, int to) {
            if (from == to) {
                int place = from < at.length
                        ? words.start[at[from]]
                        : words.text.original().length();
                return new int[] {place, place};
            }
            Change span = Passages.change(Change.Type.INSERTED, words, at[from], at[to - 1] + 1, "");
            return new int[] {span.start(), span.end()};
        }
    }

    private static Difference difference(int[] change, Sequence a, Sequence b) {
        Change.Type type = change[0] == change[1]
                ? Change.Type.INSERTED
                : change[2] == change[3] ? Change.Type.REMOVED : Change.Type.REPLACED;
        int[] before = a.span(change[0], change[1]);
        int[] after = b.span(change[2], change[3]);
        return new Difference(type, before[0], before[1], after[0], after[1]);
    }

    /** Joins changes with hardly a word between them, and moves the others to where sentences begin and end. */
    private static List<int[]> settled(List<int[]> changes, Sequence a, Sequence b) {
        List<int[]> joined = new ArrayList<>();
        for (int[] change : changes) {
            int[] last = joined.isEmpty() ? change : joined.get(joined.size() - 1);
            int between = change[0] - last[1];
            if (last != change && between <= 2 && size(last) > 2 * between && size(change) > 2 * between) {
                last[1] = change[1];
                last[3] = change[3];
            } else {
                joined.add(change.clone());
            }
        }
        for (int i = 0; i < joined.size(); i++) {
            int[] change = joined.get(i);
            int room = i + 1 < joined.size() ? joined.get(i + 1)[0] - change[1] : a.hash.length - change[1];
            int back = i > 0 ? change[0] - joined.get(i - 1)[1] : change[0];
            if (change[0] == change[1]) {
                slide(change, 2, b, back, room);
            } else if (change[2] == change[3]) {
                slide(change, 0, a, back, room);
            }
        }
        return joined;
    }

    private static int size(int[] change) {
        return Math.max(change[1] - change[0], change[3] - change[2]);
    }

    /** Moves a change that is in one text alone, at {@code side} of the numbers, by as many words as fit best. */
    private static void slide(int[] change, int side, Sequence text, int back, int room) {
        int from = change[side];
        int to = change[side + 1];
        int best = rank(text, from, to);
        int bestShift = 0;
        for (int shift = -1; -shift <= Math.min(back, 60); shift--) {
            if (text.hash[from + shift] != text.hash[to + shift]) {
                break;
            }
            int rank = rank(text, from + shift, to + shift);
            if (rank > best) {
                best = rank;
                bestShift = shift;
            }
        }
        for (int shift = 1; shift <= Math.min(room, 60); shift++) {
            if (text.hash[to + shift - 1] != text.hash[from + shift - 1]) {
                break;
            }
            int rank = rank(text, from + shift, to + shift);
            if (rank > best) {
                best = rank;
                bestShift = shift;
            }
        }
        for (int k = 0; k < 4; k++) {
            change[k] += bestShift;
        }
    }

    private static int rank(Sequence text, int from, int to) {
        return (text.boundary(from) ? 1 : 0) + (text.boundary(to) ? 1 : 0);
    }

    /** Cuts at runs of words that both have once, and leaves what lies between to Myers' algorithm. */
    private static final class Comparison {
        private static final int RUN = 4;
        private static final int MOST = 4000;

        private final long[] a;
        private final long[] b;
        private final List<int[]> changes;
        private final StopSignal stop;

        Comparison(long[] a, long[] b, List<int[]> changes, StopSignal stop) {
            this.a = a;
            this.b = b;
            this.changes = changes;
            this.stop = stop;
        }

        void compare(int a0, int a1, int b0, int b1, boolean cut) {
            stop.check();
            while (a0 < a1 && b0 < b1 && a[a0] == b[b0]) {
                a0++;
                b0++;
            }
            while (a0 < a1 && b0 < b1 && a[a1 - 1] == b[b1 - 1]) {
                a1--;
                b1--;
            }
            if (a0 == a1 && b0 == b1) {
                return;
            }
            if (a0 == a1 || b0 == b1) {
                changes.add(new int[] {a0, a1, b0, b1});
                return;
            }
            if (cut) {
                cut(a0, a1, b0, b1);
            } else if (a1 - a0 + b1 - b0 <= MOST) {
                myers(a0, a1, b0, b1);
            } else {
                changes.add(new int[] {a0, a1, b0, b1});
            }
        }

        private void cut(int a0, int a1, int b0, int b1) {
            int from = a0;
            int other = b0;
            for (int[] anchor : Anchors.of(a, a0, a1, b, b0, b1, RUN)) {
                if (anchor[0] >= from && anchor[1] >= other) {
                    compare(from, anchor[0], other, anchor[1], false);
                    from = anchor[0] + RUN;
                    other = anchor[1] + RUN;
                } else if (anchor[0] - from == anchor[1] - other) {
                    from = anchor[0] + RUN;
                    other = anchor[1] + RUN;
                }
            }
            compare(from, a1, other, b1, false);
        }

        private void myers(int a0, int a1, int b0, int b1) {
            List<Long> left = list(a, a0, a1);
            List<Long> right = list(b, b0, b1);
            for (AbstractDelta<Long> delta : DiffUtils.diff(left, right, new MyersDiffWithLinearSpace<>())
                    .getDeltas()) {
                int at = a0 + delta.getSource().getPosition();
                int to = b0 + delta.getTarget().getPosition();
                add(
                        at,
                        at + delta.getSource().size(),
                        to,
                        to + delta.getTarget().size());
            }
        }

        /** Adds a change, or makes the last one longer when it ends here. */
        private void add(int a0, int a1, int b0, int b1) {
            int[] last = changes.isEmpty() ? new int[] {-1, -1, -1, -1} : changes.get(changes.size() - 1);
            if (last[1] == a0 && last[3] == b0) {
                last[1] = a1;
                last[3] = b1;
            } else {
                changes.add(new int[] {a0, a1, b0, b1});
            }
        }

        private static List<Long> list(long[] words, int from, int to) {
            return Arrays.stream(words, from, to).boxed().toList();
        }
    }
}

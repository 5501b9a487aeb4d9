// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.function.IntPredicate;

/** Answers, yes or no, to one question about each of many things in a row: 64 of them are looked at in one step. */
final class BitRow {
    private final long[] bits;

    private BitRow(long[] bits) {
        this.bits = bits;
    }

    /** The answers for the numbers {@code from} to {@code to}. */
    static BitRow of(int from, int to, IntPredicate question) {
        long[] bits = new long[(to - from + 63) / 64];
        for (int word = 0, at = from; at < to; word++) {
            long row = 0;
            for (int k = 0; k < 64 && at < to; k++, at++) {
                row |= (question.test(at) ? 1L : 0L) << k;
            }
            bits[word] = row;
        }
        return new BitRow(bits);
    }

    /** How often the answer is yes. */
    int count() {
        int count = 0;
        for (long each : bits) {
            count += Long.bitCount(each);
        }
        return count;
    }

    /** Takes a row: the places of the first and the last yes. */
    interface RowVisitor {
        void visit(int first, int last);
    }

    /**
     * Visits, in order and counted from the first of all, what says yes at least {@code least} times in a row. A long row may be visited in parts, of
     * which the later starts before the earlier ends.
     *
     * @param least 1 to 64
     */
    void forEachRow(int least, RowVisitor visitor) {
        for (int word = 0; word < bits.length; word++) {
            // What is left starts a row.
            long starts = bits[word];
            long next = word + 1 < bits.length ? bits[word + 1] : 0;
            for (int k = 1; k < least && starts != 0; k++) {
                starts &= bits[word] >>> k | next << 64 - k;
            }
            while (starts != 0) {
                int from = Long.numberOfTrailingZeros(starts);
                int length = Math.min(64 - from, Long.numberOfTrailingZeros(~(starts >>> from)));
                int first = (word << 6) + from;
                visitor.visit(first, first + length - 1 + least - 1);
                starts = from + length == 64 ? 0 : starts & -1L << from + length;
            }
        }
    }
}

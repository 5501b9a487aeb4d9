// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** Answers, yes or no, to one question about each of many things in a row: 64 of them are looked at in one step. */
final class BitRow {
    private final long[] bits;

    /** The answers, a bit for each, the first one lowest; what lies behind the last is no. */
    BitRow(long[] bits) {
        this.bits = bits;
    }

    /** How often the answer is yes. */
    int count() {
        int count = 0;
        for (long each : bits) {
            count += Long.bitCount(each);
        }
        return count;
    }

    /**
     * How often the answer is yes to every {@code step}-th from one place to another.
     *
     * @param from a multiple of 64; so is {@code to}, or it lies behind the last answer
     * @param step a power of two, 64 at the most
     */
    int count(int from, int to, int step) {
        long asked = 0;
        for (int k = 0; k < 64; k += step) {
            asked |= 1L << k;
        }
        int count = 0;
        for (int word = from >> 6, last = Math.min(bits.length, to + 63 >> 6); word < last; word++) {
            count += Long.bitCount(bits[word] & asked);
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

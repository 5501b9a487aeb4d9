// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.util.BitSet;
import java.util.List;

/**
 * Tells of all fingerprints at once which of them may have much of a text: one look-up for each of the text's runs of
 * words, whatever the number of fingerprints. Immutable; thread-safe.
 *
 * <p>The table has, for the first bits of a hash, the set of fingerprints in which some hash with these bits hits a
 * bucket. It never misses one that has the run; about one time in eight it names one that has not.
 */
final class FingerprintTable {
    private static final int BITS = 15;
    /** Enough for counts of the runs in a block. */
    private static final int PLANES = 9;

    private final int size;
    /** How many longs a set of fingerprints takes. */
    private final int width;

    private final long[] sets;

    FingerprintTable(List<Fingerprint> fingerprints) {
        this.size = fingerprints.size();
        this.width = (size + 63) / 64;
        this.sets = new long[width << BITS];
        for (int f = 0; f < size; f++) {
            int word = f >> 6;
            long bit = 1L << f;
            fingerprints.get(f).forEachRange(BITS, (first, last) -> {
                for (int entry = first; entry <= last; entry++) {
                    sets[entry * width + word] |= bit;
                }
            });
        }
    }

    /** Takes over what {@link #write} wrote. */
    FingerprintTable(int size, PackReader in) {
        this.size = size;
        this.width = (size + 63) / 64;
        this.sets = in.longs();
        if (sets.length != width << BITS) {
            throw new IllegalStateException("no table of " + size + " fingerprints");
        }
    }

    void write(PackWriter out) {
        out.longs(sets);
    }

    /**
     * Notes the fingerprints that may have more than {@code least} of some runs of words.
     *
     * @param hashes every {@code step}-th from {@code from} to {@code to} is counted, 256 of them at the most
     * @param found the numbers of the fingerprints, filled in
     */
    void find(long[] hashes, int from, int to, int step, int least, BitSet found) {
        for (int word = 0; word < width; word++) {
            // Counters of 64 fingerprints at once: plane p holds bit p of each.
            long[] planes = new long[PLANES];
            int i = from;
            for (; i + 3 * step < to; i += 4 * step) {
                // Four sets at once: hardly anything is carried further than to the second plane.
                long one = set(hashes[i], word);
                long two = set(hashes[i + step], word);
                long three = set(hashes[i + 2 * step], word);
                long four = set(hashes[i + 3 * step], word);
                long carried = twoOf(planes[0], one, two);
                planes[0] ^= one ^ two;
                long carriedToo = twoOf(planes[0], three, four);
                planes[0] ^= three ^ four;
                long more = twoOf(planes[1], carried, carriedToo);
                planes[1] ^= carried ^ carriedToo;
                add(planes, 2, more);
            }
            for (; i < to; i += step) {
                add(planes, 0, set(hashes[i], word));
            }
            long more = 0;
            long equal = -1;
            for (int p = PLANES - 1; p >= 0; p--) {
                if ((least >> p & 1) == 0) {
                    more |= equal & planes[p];
                    equal &= ~planes[p];
                } else {
                    equal &= planes[p];
                }
            }
            for (; more != 0; more &= more - 1) {
                found.set((word << 6) + Long.numberOfTrailingZeros(more));
            }
        }
    }

    /** The 64 fingerprints from {@code 64 * word} on that may have a run of words. */
    private long set(long hash, int word) {
        return sets[(int) (hash >>> 64 - BITS) * width + word];
    }

    /** The bits that at least two of three have. */
    private static long twoOf(long a, long b, long c) {
        return a & b | c & (a ^ b);
    }

    /** Adds what is carried to a plane. */
    private static void add(long[] planes, int plane, long carried) {
        long carry = carried;
        for (int p = plane; carry != 0; p++) {
            long sum = planes[p] ^ carry;
            carry &= planes[p];
            planes[p] = sum;
        }
    }
}

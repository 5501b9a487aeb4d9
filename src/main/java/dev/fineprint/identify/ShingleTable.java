// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Which known texts hold a shingle: the way from a text to the few licences worth laying beside it.
 *
 * <p>Of a long licence only every second, fourth or eighth shingle is kept, chosen by its own number, so that short
 * licences are found as surely as long ones.
 */
final class ShingleTable {
    private static final int ENOUGH = 128;
    /** The first bits of a key say which number of the filter it has bits in, the others which; the filter takes 64 KB. */
    private static final int SHIFT = 19;
    /** For so many texts it is not worth while to make a filter. */
    private static final int FEW_LOOK_UPS = 4;
    /** So many shingles are looked up together. */
    private static final int CHUNK = 256;

    private final int[] key;
    private final int[] offset;
    private final short[] postings;
    /** For each known text, how many of its shingles are in the table. */
    private final short[] kept;
    /** For each known text, which shingles were kept: those whose low bits under the mask are zero. */
    private final byte[] mask;
    /**
     * Three bits for each key; none until several texts have been looked up. Nearly all shingles of a text are no known
     * licence's: that is found out in a small part of the memory that the table takes, but for one in thirty.
     */
    private volatile long @Nullable [] filter;

    private int lookUps;

    /** For the next look-up, to note which shingles it has seen: all zero. None while another thread has it. */
    private final AtomicReference<long @Nullable []> spare = new AtomicReference<>();

    private ShingleTable(int[] key, int[] offset, short[] postings, short[] kept, byte[] mask) {
        this.key = key;
        this.offset = offset;
        this.postings = postings;
        this.kept = kept;
        this.mask = mask;
    }

    /** How many texts are known. */
    int texts() {
        return kept.length;
    }

    /**
     * How much of each known text a text holds.
     *
     * @param hashes the text's shingles
     * @param from the first to count
     * @param to after the last to count
     * @param hits for each known text, the number of different shingles found; filled in
     */
    void count(long[] hashes, int from, int to, int[] hits) {
        long[] possible = filter();
        long[] clean = spare.getAndSet(null);
        long[] seen = clean == null ? new long[(key.length >> 6) + 1] : clean;
        int[] wanted = new int[CHUNK];
        int[] found = new int[CHUNK];
        int[] places = new int[CHUNK];
        for (int chunk = from; chunk < to; chunk += CHUNK) {
            // Memory far away is asked for at many places at once, which a branch on what stands there would hinder.
            int count = gather(hashes, chunk, Math.min(to, chunk + CHUNK), possible, wanted);
            for (int k = 0; k < count; k++) {
                int slot = slot(wanted[k], key.length);
                found[k] = key[slot];
                places[k] = offset[slot];
            }
            for (int k = 0; k < count; k++) {
                int slot = slot(wanted[k], key.length);
                int place = places[k];
                for (int here = found[k]; here != wanted[k] && here != 0; here = key[slot]) {
                    slot = slot + 1 & key.length - 1;
                    place = offset[slot];
                }
                if (key[slot] != 0 && (seen[slot >> 6] >>> slot & 1) == 0) {
                    seen[slot >> 6] |= 1L << slot;
                    for (int p = place + 1, last = p + postings[place]; p < last; p++) {
                        hits[postings[p]]++;
                    }
                }
            }
        }
        Arrays.fill(seen, 0);
        spare.set(seen);
    }

    /** Gathers the keys of those shingles that may be in the table; returns how many there are. */
    private static int gather(long[] hashes, int from, int to, long @Nullable [] possible, int[] wanted) {
        int count = 0;
        for (int i = from; i < to; i++) {
            int each = key(hashes[i]);
            wanted[count] = each; // stays if it may be there
            count += possible == null || (~possible[each >>> SHIFT] & bits(each)) == 0 ? 1 : 0;
        }
        return count;
    }

    /**
     * The filter, if there is one by now. Several threads may make it at once: all make the same, and whether a look-up
     * uses it makes no difference to what it finds.
     */
    private long @Nullable [] filter() {
        long[] made = filter;
        if (made == null && lookUps++ >= FEW_LOOK_UPS) {
            made = new long[1 << Integer.SIZE - SHIFT];
            for (int each : key) {
                made[each >>> SHIFT] |= each == 0 ? 0 : bits(each);
            }
            filter = made;
        }
        return made;
    }

    /** The bits that a key has in the filter. */
    private static long bits(int key) {
        return 1L << key | 1L << (key >>> 6) | 1L << (key >>> 12);
    }

    /** The next known text from {@code first} on of which one shingle in {@code fewer} is among the hits, or -1. */
    int next(int[] hits, int fewer, int first) {
        for (int known = first; known < hits.length; known++) {
            if (hits[known] * fewer >= kept[known]) {
                return known;
            }
        }
        return -1;
    }

    /** The share of a known text's shingles that {@code hits} are, 0 to 1. */
    double share(int known, int hits) {
        return kept[known] == 0 ? 0 : (double) hits / kept[known];
    }

    /** How many shingles {@code hits} stand for, those not kept included. */
    int estimate(int known, int hits) {
        return hits * (mask[known] + 1);
    }

    private static int key(long hash) {
        int k = (int) (hash >>> 32);
        return k == 0 ? 1 : k;
    }

    private static int slot(int key, int slots) {
        return (key ^ key >>> 15) & slots - 1;
    }

    /** Builds the table from the shingles of each known text. */
    static ShingleTable build(List<long[]> texts) {
        Map<Integer, List<Short>> found = new HashMap<>();
        short[] kept = new short[texts.size()];
        byte[] masks = new byte[texts.size()];
        for (int t = 0; t < texts.size(); t++) {
            long[] all = Arrays.stream(texts.get(t)).distinct().toArray();
            int mask = 0;
            while (all.length / (mask + 1) > 2 * ENOUGH && mask < 7) {
                mask = mask * 2 + 1;
            }
            masks[t] = (byte) mask;
            for (long hash : all) {
                if ((hash & mask) == 0) {
                    List<Short> list = found.computeIfAbsent(key(hash), k -> new ArrayList<>());
                    if (list.isEmpty() || list.get(list.size() - 1) != t) {
                        list.add((short) t);
                        kept[t]++;
                    }
                }
            }
        }
        int[] keys =
                found.keySet().stream().mapToInt(Integer::intValue).sorted().toArray();
        List<short[]> lists = new ArrayList<>();
        for (int k : keys) {
            List<Short> list = found.getOrDefault(k, List.of());
            short[] ids = new short[list.size()];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = list.get(i);
            }
            lists.add(ids);
        }
        return assemble(keys, lists, kept, masks);
    }

    private static ShingleTable assemble(int[] keys, List<short[]> lists, short[] kept, byte[] mask) {
        int slots = Integer.highestOneBit(Math.max(16, keys.length * 2)) * 2;
        int[] key = new int[slots];
        int[] offset = new int[slots];
        short[] postings = new short[lists.stream().mapToInt(l -> l.length + 1).sum()];
        int at = 0;
        for (int i = 0; i < keys.length; i++) {
            int slot = slot(keys[i], slots);
            while (key[slot] != 0) {
                slot = slot + 1 & slots - 1;
            }
            key[slot] = keys[i];
            offset[slot] = at;
            short[] list = lists.get(i);
            postings[at++] = (short) list.length;
            System.arraycopy(list, 0, postings, at, list.length);
            at += list.length;
        }
        return new ShingleTable(key, offset, postings, kept, mask);
    }

    void write(PackWriter out) {
        out.ints(key);
        out.ints(offset);
        out.shorts(postings);
        out.shorts(kept);
        out.bytes(mask);
    }

    static ShingleTable read(PackReader in) {
        return new ShingleTable(in.ints(), in.ints(), in.shorts(), in.shorts(), in.bytes());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import dev.fineprint.text.LicenseText;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * What a set of texts says, as runs of words: tells how much of a passage stands in one of them in the same words.
 *
 * <p>Kept are the hashes of all runs of five words (of three and four, for shorter passages), and in how many texts each
 * word stands. Immutable and safe for use by several threads.
 */
public final class ReferenceShingles {
    private static final String WORDS = "approved-words.bin";
    private static final int MAGIC = 0x4650_5232;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 5;
    private static final double LEAST_WEIGHT = 0.05;

    private final int texts;
    /** For each length from {@link #SHORTEST}, the runs' hashes, sorted; of a length of which no passage was, none as yet. */
    private final AtomicReferenceArray<int[]> runs;

    private final Function<String, byte[]> files;

    private final long[] words;
    private final short[] inTexts;

    /** What a word weighs, by the number of texts that have it. */
    private final double[] weights;

    private ReferenceShingles(int texts, int[][] runs, long[] words, short[] inTexts, Function<String, byte[]> files) {
        this.texts = texts;
        this.runs = new AtomicReferenceArray<>(runs);
        this.files = files;
        this.words = words;
        this.inTexts = inTexts;
        this.weights = weights(texts);
    }

    /** The runs of words of some texts. */
    static ReferenceShingles of(Collection<LicenseText> texts) {
        Map<Integer, Set<Integer>> runs = new HashMap<>();
        Map<Long, Integer> counts = new HashMap<>();
        for (LicenseText text : texts) {
            Words words = Words.of(text);
            int[] core = words.core();
            for (int length = SHORTEST; length <= LONGEST; length++) {
                Set<Integer> set = runs.computeIfAbsent(length, l -> new HashSet<>());
                for (long hash : Shingles.hashes(words.hash, core, length)) {
                    set.add((int) (hash >>> 32));
                }
            }
            Set<Long> here = new HashSet<>();
            for (int i : core) {
                if (here.add(words.hash[i])) {
                    counts.merge(words.hash[i], 1, Integer::sum);
                }
            }
        }
        int[][] sorted = new int[LONGEST - SHORTEST + 1][];
        for (int length = SHORTEST; length <= LONGEST; length++) {
            sorted[length - SHORTEST] = runs.getOrDefault(length, Set.of()).stream()
                    .mapToInt(Integer::intValue)
                    .sorted()
                    .toArray();
        }
        long[] words =
                counts.keySet().stream().mapToLong(Long::longValue).sorted().toArray();
        short[] inTexts = new short[words.length];
        for (int i = 0; i < words.length; i++) {
            inTexts[i] = counts.getOrDefault(words[i], 0).shortValue();
        }
        return new ReferenceShingles(texts.size(), sorted, words, inTexts, name -> {
            throw new IllegalStateException("not packed: " + name);
        });
    }

    /** How many texts it was made of. */
    public int texts() {
        return texts;
    }

    /**
     * How much of a passage stands in one of the texts in the same words.
     *
     * <p>A word counts as found when a run of five words that holds it (all of the passage, if it has only three or
     * four) stands in a text. Words weigh the more, the fewer of the texts have them: a passage of which all but the one
     * word that matters is common has a low share. List markers and copyright notices do not count.
     *
     * @param start where the passage starts, in UTF-16 code units
     * @param end where it ends, exclusive
     * @return the weighed share, 0 to 1; 0 for a passage of fewer than three words
     * @throws IndexOutOfBoundsException if the passage is not in the text
     */
    public double coverage(LicenseText text, int start, int end) {
        java.util.Objects.checkFromToIndex(start, end, text.normalized().length());
        Words passage = Words.of(text, start, end);
        int[] core = passage.core();
        int length = Math.min(LONGEST, core.length);
        if (length < SHORTEST) {
            return 0;
        }
        long[] hashes = Shingles.hashes(passage.hash, core, length);
        int[] known = runs(length);
        double all = 0;
        double found = 0;
        int coveredTo = 0;
        for (int i = 0; i < core.length; i++) {
            if (i < hashes.length && SortedHashes.find(known, (int) (hashes[i] >>> 32)) >= 0) {
                coveredTo = i + length;
            }
            double weight = weight(passage.hash[core[i]]);
            all += weight;
            if (i < coveredTo) {
                found += weight;
            }
        }
        return found / all;
    }

    private double weight(long word) {
        int at = SortedHashes.find(words, word);
        int count = at < 0 ? 0 : inTexts[at];
        return weights[count];
    }

    private static double[] weights(int texts) {
        double[] weights = new double[texts + 1];
        for (int count = 0; count < weights.length; count++) {
            weights[count] = Math.max(LEAST_WEIGHT, 1 - Math.log1p(count) / Math.log1p(texts));
        }
        return weights;
    }

    private int[] runs(int length) {
        int[] known = runs.get(length - SHORTEST);
        if (known == null) {
            String name = name(length);
            known = PackReader.of(name, files.apply(name), MAGIC).ints();
            runs.set(length - SHORTEST, known);
        }
        return known;
    }

    private static String name(int length) {
        return "approved-" + length + ".bin";
    }

    /** The files of which {@link #read} reads it, by their names. */
    Map<String, byte[]> write() {
        Map<String, byte[]> written = new LinkedHashMap<>();
        for (int length = SHORTEST; length <= LONGEST; length++) {
            PackWriter out = new PackWriter(MAGIC);
            out.ints(runs(length));
            written.put(name(length), out.toBytes());
        }
        PackWriter out = new PackWriter(MAGIC);
        out.number(texts);
        out.longs(words);
        out.shorts(inTexts);
        written.put(WORDS, out.toBytes());
        return written;
    }

    /**
     * Reads what the build wrote: how often words stand in the texts at once, runs of a length when a passage is that long.
     *
     * @param files what stands in a file of a name
     * @throws IllegalStateException if it is something else
     */
    public static ReferenceShingles read(Function<String, byte[]> files) {
        PackReader in = PackReader.of(WORDS, files.apply(WORDS), MAGIC);
        return new ReferenceShingles(in.number(), new int[LONGEST - SHORTEST + 1][], in.longs(), in.shorts(), files);
    }
}

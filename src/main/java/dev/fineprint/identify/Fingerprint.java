// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import dev.fineprint.text.LicenseText;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a licence whose text is not: enough to recognise it and to tell which passages of another text it
 * does not have, too little to read it back.
 *
 * <p>Every run of five words is hashed to one of {@code 16 n} buckets, {@code n} being the number of different runs,
 * and the set of buckets hit is kept, in no order; beside it the number of letters of the whole text and the value of
 * the polynomial of its letters modulo 2^61 - 1. See {@code corpus/fingerprints/README.md} for size, odds of collision
 * and why the text cannot be read back.
 */
public final class Fingerprint {
    /** How the names of fingerprint files end. */
    public static final String EXTENSION = ".fingerprint";

    private static final String FIRST_LINE = "fineprint-fingerprint 1";
    private static final int SPREAD = 16;
    private static final int SHORTEST = 20;
    private static final int NUMBERS = 5;
    private static final byte[] NOT_PACKED = {};

    private final KnownLicense license;

    /** What is said about the licence, in the order of {@link #FACTS}; empty where nothing is. */
    private final String[] facts;

    private final int words;
    private final int letters;
    private final long value;
    private final int buckets;
    private final int count;

    /** The buckets hit, as {@link #pack} packs them; none where they were never packed. */
    private final byte[] packed;

    /** The same, a bit for each; of a fingerprint out of a pack from when it is first asked for a run of words. */
    private volatile long @Nullable [] bits;

    private Fingerprint(
            KnownLicense license,
            String[] facts,
            int words,
            int letters,
            long value,
            int buckets,
            int count,
            byte[] packed,
            long @Nullable [] bits) {
        this.license = license;
        this.facts = facts;
        this.words = words;
        this.letters = letters;
        this.value = value;
        this.buckets = buckets;
        this.count = count;
        this.packed = packed;
        this.bits = bits;
    }

    private static Fingerprint of(
            KnownLicense license, String[] facts, int words, int letters, long value, int buckets, long[] bits) {
        int count = 0;
        for (long each : bits) {
            count += Long.bitCount(each);
        }
        return new Fingerprint(license, facts, words, letters, value, buckets, count, NOT_PACKED, bits);
    }

    /** Writes fingerprints for {@link #read}. */
    static void write(List<Fingerprint> fingerprints, PackWriter out) {
        int[] numbers = new int[fingerprints.size() * NUMBERS];
        List<String> texts = new ArrayList<>();
        ByteArrayOutputStream packs = new ByteArrayOutputStream();
        int at = 0;
        for (Fingerprint each : fingerprints) {
            byte[] pack = each.pack();
            packs.writeBytes(pack);
            numbers[at++] = each.words;
            numbers[at++] = each.letters;
            numbers[at++] = each.buckets;
            numbers[at++] = each.count;
            numbers[at++] = pack.length;
            texts.addAll(List.of(each.facts));
        }
        out.ints(numbers);
        out.longs(fingerprints.stream().mapToLong(Fingerprint::value).toArray());
        out.texts(texts);
        out.bytes(packs.toByteArray());
    }

    /** Reads what {@link #write} wrote. */
    static List<Fingerprint> read(PackReader in) {
        int[] numbers = in.ints();
        long[] values = in.longs();
        String[] texts = in.texts();
        byte[] packs = in.bytes();
        Fingerprint[] all = new Fingerprint[values.length];
        int start = 0;
        for (int i = 0; i < all.length; i++) {
            int at = i * NUMBERS;
            int end = start + numbers[at + 4];
            String[] facts = Arrays.copyOfRange(texts, i * FACTS.size(), (i + 1) * FACTS.size());
            all[i] = new Fingerprint(
                    known(facts),
                    facts,
                    numbers[at],
                    numbers[at + 1],
                    values[i],
                    numbers[at + 2],
                    numbers[at + 3],
                    Arrays.copyOfRange(packs, start, end),
                    null);
            start = end;
        }
        return List.of(all);
    }

    private long[] bits() {
        long[] known = bits;
        if (known == null) {
            known = unpack(packed, buckets);
            bits = known;
        }
        return known;
    }

    /** The names that facts may have, in the order in which they are written; id and title are required. */
    public static final List<String> FACTS =
            List.of("id", "title", "publisher", "version", "date", "languages", "kind", "sha256", "published");

    private static final int ID = 0;
    private static final int TITLE = 1;
    private static final int PUBLISHER = 2;
    private static final int VERSION = 3;
    private static final int DATE = 4;

    /**
     * The fingerprint of a text.
     *
     * @param facts what to say about the licence; keys are {@link #FACTS}. {@code sha256} is filled in when missing
     * @throws IllegalArgumentException if id or title is missing, a key is unknown, a value has a line break, or the
     *     text has fewer than 20 words
     */
    public static Fingerprint of(LicenseText text, Map<String, String> facts) {
        Shingles shingles = Shingles.of(Words.of(text));
        if (shingles.core.length < SHORTEST || shingles.words.truncated) {
            throw new IllegalArgumentException(text.name() + ": " + shingles.core.length
                    + " words; a fingerprint is made of " + SHORTEST + " to " + Words.LIMIT);
        }
        Map<String, String> all = new LinkedHashMap<>(facts);
        all.putIfAbsent("sha256", text.sha256());
        long[] distinct = Arrays.stream(shingles.hash).distinct().toArray();
        int buckets = distinct.length * SPREAD;
        long[] bits = new long[(buckets + 63) / 64];
        for (long hash : distinct) {
            int bucket = bucket(hash, buckets);
            bits[bucket >> 6] |= 1L << bucket;
        }
        LetterSums sums = new LetterSums(shingles);
        return of(
                known(all),
                ordered(all),
                shingles.core.length,
                sums.letters(0, shingles.core.length),
                sums.value(0, shingles.core.length),
                buckets,
                bits);
    }

    private static KnownLicense known(Map<String, String> facts) {
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            if (!FACTS.contains(fact.getKey())) {
                throw new IllegalArgumentException("unknown fact: " + fact.getKey() + "; known are " + FACTS);
            }
            if (fact.getValue().indexOf('\n') >= 0 || fact.getValue().indexOf('\r') >= 0) {
                throw new IllegalArgumentException(fact.getKey() + " must stand on one line: " + fact.getValue());
            }
        }
        for (String required : List.of("id", "title")) {
            if (facts.getOrDefault(required, "").isBlank()) {
                throw new IllegalArgumentException("a fingerprint needs the licence's " + required);
            }
        }
        return known(ordered(facts));
    }

    private static KnownLicense known(String[] facts) {
        String version = facts[VERSION];
        return new KnownLicense(
                facts[ID],
                facts[TITLE],
                KnownLicense.Source.FINGERPRINT,
                false,
                false,
                false,
                facts[PUBLISHER],
                version.isEmpty() ? facts[DATE] : version);
    }

    private static String[] ordered(Map<String, String> facts) {
        String[] ordered = new String[FACTS.size()];
        for (int i = 0; i < ordered.length; i++) {
            ordered[i] = facts.getOrDefault(FACTS.get(i), "");
        }
        return ordered;
    }

    /** The licence it is the fingerprint of. */
    public KnownLicense license() {
        return license;
    }

    /** What is said about the licence, by name, in the order of {@link #FACTS}; without those not given. */
    public Map<String, String> facts() {
        Map<String, String> given = new LinkedHashMap<>();
        for (int i = 0; i < facts.length; i++) {
            if (!facts[i].isEmpty()) {
                given.put(FACTS.get(i), facts[i]);
            }
        }
        return Collections.unmodifiableMap(given);
    }

    /** How many words were hashed, list markers and copyright notices left out. */
    public int words() {
        return words;
    }

    int letters() {
        return letters;
    }

    long value() {
        return value;
    }

    /** How many buckets are hit. */
    int count() {
        return count;
    }

    /** Counts the different buckets that some runs of words hit. */
    final class Hits {
        private final long[] bits = bits();
        private final long[] hit = new long[bits.length];

        /** Adds the hashes {@code from} to {@code to}. */
        void add(long[] hashes, int from, int to) {
            long[] known = bits;
            long[] marked = hit;
            int all = buckets;
            for (int i = from; i < to; i++) {
                int bucket = bucket(hashes[i], all);
                marked[bucket >> 6] |= known[bucket >> 6] & 1L << bucket;
            }
        }

        int count() {
            int count = 0;
            for (long each : hit) {
                count += Long.bitCount(each);
            }
            return count;
        }
    }

    /** Calls for every bucket hit: the first and the last hash, without its low bits, that fall into it. */
    void forEachRange(int bitsOfHash, RangeVisitor visitor) {
        long[] bits = bits();
        for (int word = 0; word < bits.length; word++) {
            for (long left = bits[word]; left != 0; left &= left - 1) {
                long bucket = ((long) word << 6) + Long.numberOfTrailingZeros(left);
                long first = ((bucket << 32) + buckets - 1) / buckets;
                long last = ((bucket + 1 << 32) + buckets - 1) / buckets - 1;
                visitor.visit((int) (first >>> 32 - bitsOfHash), (int) (last >>> 32 - bitsOfHash));
            }
        }
    }

    /** Takes the ends of a range of numbers, both inclusive. */
    interface RangeVisitor {
        void visit(int first, int last);
    }

    /** Which of the hashes {@code from} to {@code to} it has. */
    BitRow known(long[] hashes, int from, int to) {
        long[] known = bits();
        int all = buckets;
        long[] rows = new long[(to - from + 63) / 64];
        for (int word = 0, at = from; word < rows.length; word++) {
            long row = 0;
            for (int k = 0, last = Math.min(64, to - at); k < last; k++) {
                int bucket = bucket(hashes[at + k], all);
                row |= (known[bucket >> 6] >>> bucket & 1) << k;
            }
            rows[word] = row;
            at += 64;
        }
        return new BitRow(rows);
    }

    private static int bucket(long hash, int buckets) {
        return (int) ((hash >>> 32) * buckets >>> 32);
    }

    /** The fingerprint as the text of a file that {@link #parse} reads. */
    public String format() {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        facts().forEach((name, fact) ->
                out.append(name).append(": ").append(fact).append('\n'));
        out.append("words: ").append(words).append('\n');
        out.append("letters: ").append(letters).append('\n');
        out.append("value: ").append(String.format(Locale.ROOT, "%016x", value)).append('\n');
        out.append("buckets: ").append(buckets).append('\n');
        String packed = Base64.getEncoder().encodeToString(pack());
        for (int i = 0; i < packed.length(); i += 100) {
            out.append(packed, i, Math.min(packed.length(), i + 100)).append('\n');
        }
        return out.toString();
    }

    /**
     * Reads what {@link #format} wrote.
     *
     * @param name how an error calls it, usually the file's name
     * @throws IllegalArgumentException if it is no fingerprint of this version; says what is wrong
     */
    public static Fingerprint parse(String name, String file) {
        Objects.requireNonNull(file, "file");
        List<String> lines = file.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FIRST_LINE)) {
            throw new IllegalArgumentException(name + ": the first line must be \"" + FIRST_LINE + "\"");
        }
        Map<String, String> facts = new LinkedHashMap<>();
        Map<String, String> numbers = new LinkedHashMap<>();
        StringBuilder packed = new StringBuilder();
        for (String line : lines.subList(1, lines.size())) {
            int colon = line.indexOf(": ");
            if (colon < 0) {
                packed.append(line.strip());
            } else if (FACTS.contains(line.substring(0, colon))) {
                facts.put(line.substring(0, colon), line.substring(colon + 2));
            } else {
                numbers.put(line.substring(0, colon), line.substring(colon + 2));
            }
        }
        try {
            int buckets = Integer.parseInt(numbers.getOrDefault("buckets", ""));
            if (buckets < 1 || buckets > SPREAD * Words.LIMIT) {
                throw new IllegalArgumentException("buckets out of range: " + buckets);
            }
            return of(
                    known(facts),
                    ordered(facts),
                    Integer.parseInt(numbers.getOrDefault("words", "")),
                    Integer.parseInt(numbers.getOrDefault("letters", "")),
                    Long.parseLong(numbers.getOrDefault("value", ""), 16),
                    buckets,
                    unpack(Base64.getDecoder().decode(packed.toString()), buckets));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(name + ": no fingerprint: " + e.getMessage(), e);
        }
    }

    /** The distances between the buckets hit, Rice-coded: quotient by 16 in unary, rest in four bits. */
    private byte[] pack() {
        long[] bits = bits();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int held = 0;
        int free = 8;
        int last = -1;
        for (int bucket = 0; bucket < buckets; bucket++) {
            if ((bits[bucket >> 6] >>> bucket & 1) == 0) {
                continue;
            }
            int distance = bucket - last - 1;
            last = bucket;
            int length = (distance >> 4) + 5;
            for (int i = 0; i < length; i++) {
                int bit = i < length - 5 ? 1 : i == length - 5 ? 0 : distance >> length - 1 - i & 1;
                held = held << 1 | bit;
                if (--free == 0) {
                    out.write(held);
                    held = 0;
                    free = 8;
                }
            }
        }
        if (free < 8) {
            out.write(held << free | (1 << free) - 1);
        }
        return out.toByteArray();
    }

    private static long[] unpack(byte[] packed, int buckets) {
        long[] bits = new long[(buckets + 63) / 64];
        int at = 0;
        int end = packed.length * 8;
        int bucket = -1;
        while (at < end) {
            int quotient = 0;
            while (at < end && bit(packed, at) == 1) {
                quotient++;
                at++;
            }
            if (at + 5 > end) {
                break;
            }
            at++;
            int rest = 0;
            for (int i = 0; i < 4; i++) {
                rest = rest << 1 | bit(packed, at++);
            }
            bucket += quotient * 16 + rest + 1;
            if (bucket >= buckets) {
                throw new IllegalArgumentException("bucket " + bucket + " of " + buckets);
            }
            bits[bucket >> 6] |= 1L << bucket;
        }
        return bits;
    }

    private static int bit(byte[] packed, int at) {
        return packed[at >> 3] >> 7 - (at & 7) & 1;
    }

    @Override
    public String toString() {
        return license.id() + " (" + words + " words)";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

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

    private final KnownLicense license;
    private final Map<String, String> facts;
    private final int words;
    private final int letters;
    private final long value;
    private final int buckets;
    private final int count;
    private final long[] bits;

    private Fingerprint(
            KnownLicense license,
            Map<String, String> facts,
            int words,
            int letters,
            long value,
            int buckets,
            long[] bits) {
        this.license = license;
        this.facts = facts;
        this.words = words;
        this.letters = letters;
        this.value = value;
        this.buckets = buckets;
        this.bits = bits;
        int n = 0;
        for (long each : bits) {
            n += Long.bitCount(each);
        }
        this.count = n;
    }

    /** The names that facts may have, in the order in which they are written; id and title are required. */
    public static final List<String> FACTS =
            List.of("id", "title", "publisher", "version", "date", "languages", "kind", "sha256", "published");

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
        return new Fingerprint(
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
        String version = facts.getOrDefault("version", "");
        return new KnownLicense(
                facts.getOrDefault("id", ""),
                facts.getOrDefault("title", ""),
                KnownLicense.Source.FINGERPRINT,
                false,
                false,
                false,
                facts.getOrDefault("publisher", ""),
                version.isEmpty() ? facts.getOrDefault("date", "") : version);
    }

    private static Map<String, String> ordered(Map<String, String> facts) {
        Map<String, String> ordered = new LinkedHashMap<>();
        for (String name : FACTS) {
            String fact = facts.getOrDefault(name, "");
            if (!fact.isEmpty()) {
                ordered.put(name, fact);
            }
        }
        return java.util.Collections.unmodifiableMap(ordered);
    }

    /** The licence it is the fingerprint of. */
    public KnownLicense license() {
        return license;
    }

    /** What is said about the licence, by name, in the order of {@link #FACTS}; without those not given. */
    public Map<String, String> facts() {
        return facts;
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
        private final long[] hit = new long[bits.length];

        void add(long hash) {
            int bucket = bucket(hash, buckets);
            hit[bucket >> 6] |= bits[bucket >> 6] & 1L << bucket;
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

    boolean has(long hash) {
        int bucket = bucket(hash, buckets);
        return (bits[bucket >> 6] >>> bucket & 1) != 0;
    }

    /** Which of the hashes {@code from} to {@code to} it has. */
    BitRow known(long[] hashes, int from, int to) {
        return BitRow.of(from, to, i -> has(hashes[i]));
    }

    private static int bucket(long hash, int buckets) {
        return (int) ((hash >>> 32) * buckets >>> 32);
    }

    /** The fingerprint as the text of a file that {@link #parse} reads. */
    public String format() {
        StringBuilder out = new StringBuilder(FIRST_LINE).append('\n');
        facts.forEach((name, fact) -> out.append(name).append(": ").append(fact).append('\n'));
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
            return new Fingerprint(
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
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
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

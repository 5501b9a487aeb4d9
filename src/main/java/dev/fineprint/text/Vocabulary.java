// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.ext.EnglishStemmer;

/**
 * The words a catalog speaks of, each with a symbol: a stem ("use" stands for uses, used, using), a raw word, or a prefix.
 *
 * <p>A word of a text may carry several symbols (its stem, itself, any of its prefixes) or, as most do, none. What was
 * found out about a word is kept in a cache of fixed size, because stemming is the dearest step of reading. Thread-safe.
 */
public final class Vocabulary {
    /** The symbols of a word that no catalog entry mentions. */
    public static final int[] NONE = new int[0];

    /** For words that are not told by one number. */
    static final long NOT_PACKED = 0;

    private static final int CACHE_BITS = 14;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;
    private static final char[] NO_LETTERS = {};
    private static final int MAX_CACHED_LENGTH = 40;
    /** Words and their stems begin with the same letters, so many of them. */
    private static final int START = 3;

    /** So many characters tell which part of a text is Han. */
    private static final int SAMPLES = 16;

    private static final int HAN_FIRST = 0x3400;
    private static final int HAN_LAST = 0x9FFF;

    private final Map<String, Integer> stems;
    private final Map<String, Integer> exacts;
    private final Map<String, Integer> prefixes;
    private final int longestPrefix;
    private final int[][] han;
    private final int size;
    /** The first letters of all words, made when somebody asks. */
    private volatile @Nullable Set<String> wordStarts;

    private final AtomicReferenceArray<@Nullable CachedWord> cache = new AtomicReferenceArray<>(1 << CACHE_BITS);

    private Vocabulary(
            Map<String, Integer> stems, Map<String, Integer> exacts, Map<String, Integer> prefixes, int size) {
        this.stems = Collections.unmodifiableMap(stems);
        this.exacts = Collections.unmodifiableMap(exacts);
        this.prefixes = Collections.unmodifiableMap(prefixes);
        int longest = 0;
        for (String prefix : prefixes.keySet()) {
            longest = Math.max(longest, prefix.length());
        }
        this.longestPrefix = longest;
        this.size = size;
        this.han = new int[HAN_LAST - HAN_FIRST + 1][];
        Arrays.fill(han, NONE);
        for (Map<String, Integer> map : List.of(stems, exacts)) {
            for (Map.Entry<String, Integer> entry : map.entrySet()) {
                String word = entry.getKey();
                if (word.length() == 1 && isHan(word.charAt(0))) {
                    int at = word.charAt(0) - HAN_FIRST;
                    han[at] = append(han[at], entry.getValue());
                }
            }
        }
    }

    /**
     * A vocabulary out of what another one holds.
     *
     * @param size how many symbols there are
     */
    public static Vocabulary of(
            Map<String, Integer> stems, Map<String, Integer> exacts, Map<String, Integer> prefixes, int size) {
        return new Vocabulary(new HashMap<>(stems), new HashMap<>(exacts), new HashMap<>(prefixes), size);
    }

    /** The stems and their symbols. */
    public Map<String, Integer> stems() {
        return stems;
    }

    /** The words that are compared as they are written, and their symbols. */
    public Map<String, Integer> exacts() {
        return exacts;
    }

    /** The prefixes and their symbols. */
    public Map<String, Integer> prefixes() {
        return prefixes;
    }

    /** Starts an empty vocabulary. */
    public static Builder builder() {
        return new Builder();
    }

    /** How many symbols there are; symbols run from 0 to size - 1. */
    public int size() {
        return size;
    }

    /** Whether a character is a Han character that stands as a word of its own. */
    public static boolean isHan(char c) {
        return c >= HAN_FIRST && c <= HAN_LAST;
    }

    /** About how many characters between two offsets are Han characters, told by a few of them. */
    public static int likelyHan(CharSequence text, int from, int to) {
        int length = to - from;
        int han = 0;
        for (int k = 0; k < SAMPLES && length > 0; k++) {
            han += isHan(text.charAt(from + (int) ((long) length * k / SAMPLES))) ? 1 : 0;
        }
        return (int) ((long) length * han / SAMPLES);
    }

    /** The symbols of one Han character. The array is shared: read only. */
    int[] symbolsOfHan(char c) {
        return han[c - HAN_FIRST];
    }

    /**
     * The symbols of a lower-case word. The array is shared: read only.
     *
     * @param letters the word in one number that no other word has, or {@link #NOT_PACKED}
     */
    int[] symbolsOf(char[] word, int length, int hash, long letters) {
        if (length > MAX_CACHED_LENGTH) {
            return NONE;
        }
        long key = letters == NOT_PACKED ? hash : letters;
        // Two places for each word, so that two frequent ones that meet do not push each other out for ever.
        int slot = (int) (key * SPREAD >>> Long.SIZE - CACHE_BITS);
        CachedWord cached = cache.getPlain(slot);
        if (cached != null && cached.is(word, length, key, letters)) {
            return cached.symbols;
        }
        CachedWord other = cache.getPlain(slot ^ 1);
        if (other != null && other.is(word, length, key, letters)) {
            return other.symbols;
        }
        int[] symbols = symbolsOf(new String(word, 0, length));
        if (cached != null) {
            cache.set(slot ^ 1, cached);
        }
        char[] rest = letters == NOT_PACKED ? Arrays.copyOf(word, length) : NO_LETTERS;
        cache.set(slot, new CachedWord(key, rest, symbols));
        return symbols;
    }

    private int[] symbolsOf(String word) {
        int[] symbols = NONE;
        Integer stem = stems.get(stem(word));
        if (stem != null) {
            symbols = append(symbols, stem);
        }
        Integer exact = exacts.get(word);
        if (exact != null) {
            symbols = append(symbols, exact);
        }
        for (int n = Math.min(word.length(), longestPrefix); n > 0; n--) {
            Integer prefix = prefixes.get(word.substring(0, n));
            if (prefix != null) {
                symbols = append(symbols, prefix);
            }
        }
        return symbols;
    }

    /**
     * How many of its first letters the vocabulary knows of a lower-case word: all if it has the word or its stem, those of
     * the longest prefix otherwise, 0 if it has none.
     */
    int known(String word) {
        if (exacts.containsKey(word) || stems.containsKey(stem(word))) {
            return word.length();
        }
        for (int n = Math.min(word.length(), longestPrefix); n > 0; n--) {
            if (prefixes.containsKey(word.substring(0, n))) {
                return n;
            }
        }
        return 0;
    }

    /** Whether a word that the vocabulary knows may start at an offset: false only if none does. */
    boolean startsWord(char[] letters, int at, int length) {
        Set<String> starts = wordStarts;
        if (starts == null) {
            starts = new HashSet<>();
            for (Map<String, Integer> map : List.of(stems, exacts, prefixes)) {
                for (String word : map.keySet()) {
                    starts.add(word.substring(0, Math.min(START, word.length())));
                }
            }
            wordStarts = starts;
        }
        for (int n = 1; n <= START && at + n <= length; n++) {
            if (starts.contains(new String(letters, at, n))) {
                return true;
            }
        }
        return false;
    }

    private static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static int[] append(int[] symbols, int symbol) {
        int[] longer = Arrays.copyOf(symbols, symbols.length + 1);
        longer[symbols.length] = symbol;
        return longer;
    }

    /**
     * A word that was looked up.
     *
     * @param key its letters, or the hash of a word that is not packed
     * @param word the letters of one that is not
     */
    private record CachedWord(long key, char[] word, int[] symbols) {
        boolean is(char[] other, int length, long otherKey, long letters) {
            if (key != otherKey) {
                return false;
            }
            if (letters != NOT_PACKED) {
                return word.length == 0;
            }
            if (word.length != length) {
                return false;
            }
            // Words are short: not worth the call that compares many letters at once.
            for (int i = 0; i < length; i++) {
                if (word[i] != other[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Gathers the words of a catalog. Not thread-safe. */
    public static final class Builder {
        private final Map<String, Integer> stems = new HashMap<>();
        private final Map<String, Integer> exacts = new HashMap<>();
        private final Map<String, Integer> prefixes = new HashMap<>();
        /** Words and their stems: a catalog names most of its words many times, and stemming is dear. */
        private final Map<String, String> stemOf = new HashMap<>();

        private int next;

        private Builder() {}

        /** The symbol of all words with the same English stem as this one; a Han character is its own stem. */
        public int stem(String word) {
            return put(stems, stemOf(word));
        }

        /** The English stem of a word, as it is compared. */
        public String stemOf(String word) {
            String known = stemOf.get(word);
            if (known == null) {
                known = word.length() == 1 && isHan(word.charAt(0))
                        ? word
                        : Vocabulary.stem(word.toLowerCase(Locale.ROOT));
                stemOf.put(word, known);
            }
            return known;
        }

        /** The symbol of this very word, case apart. */
        public int exact(String word) {
            return put(exacts, word.toLowerCase(Locale.ROOT));
        }

        /** The symbol of all words that begin so, case apart. */
        public int prefix(String prefix) {
            return put(prefixes, prefix.toLowerCase(Locale.ROOT));
        }

        private int put(Map<String, Integer> map, String word) {
            Integer known = map.get(word);
            if (known == null) {
                known = next++;
                map.put(word, known);
            }
            return known;
        }

        /** The finished vocabulary. */
        public Vocabulary build() {
            return of(stems, exacts, prefixes, next);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A trie over words, Han characters and signs, which finds the longest phrase at a token. */
final class PhraseTable {

    /** A phrase found, and the token behind it. */
    record Hit(Phrase phrase, int next) {}

    /** Words are numbered behind the characters. */
    private static final int WORD_BASE = 0x10000;

    private static final int NONE = -1;

    /** How many numbers and how many texts a phrase is packed as. */
    private static final int FIELDS = 3;

    private static final int TEXTS = 3;
    private static final Phrase.Kind[] KINDS = Phrase.Kind.values();
    private static final Phrase.Form[] FORMS = Phrase.Form.values();

    static final int PAIRS = 1 << 13;
    /** Stands for the second character of a phrase that has none. */
    private static final char ALONE = 0;

    private long[] keys;
    private int[] children;
    private int edges;
    private final List<@Nullable Phrase> phrases;
    /** What starts with a Han character or sign: a bit for each table. */
    private final byte[] starts;

    private final byte bit;

    /** The first two characters of the phrases. */
    private final BitSet pairs;

    /**
     * @param starts shared by all tables; this one sets its bit for the characters that its phrases start with
     */
    PhraseTable(byte[] starts, byte bit) {
        this.starts = starts;
        this.bit = bit;
        keys = new long[1024];
        children = new int[1024];
        phrases = new ArrayList<>();
        pairs = new BitSet(PAIRS);
        Arrays.fill(keys, NONE);
        phrases.add(null);
    }

    /** Takes over what {@link #write} wrote. */
    PhraseTable(PackReader in, byte[] starts, byte bit) {
        this.starts = starts;
        this.bit = bit;
        keys = in.longs();
        children = in.ints();
        edges = in.number();
        pairs = BitSet.valueOf(in.longs());
        String[] texts = in.texts();
        byte[] numbers = in.bytes();
        Phrase[] known = new Phrase[numbers.length / FIELDS];
        for (int i = 0; i < known.length; i++) {
            int at = i * FIELDS;
            known[i] = new Phrase(
                    KINDS[numbers[at]],
                    texts[i * TEXTS],
                    FORMS[numbers[at + 1]],
                    numbers[at + 2],
                    texts[i * TEXTS + 1],
                    texts[i * TEXTS + 2]);
        }
        char[] ofNodes = in.chars();
        Phrase[] all = new Phrase[ofNodes.length];
        for (int node = 0; node < all.length; node++) {
            if (ofNodes[node] > 0) {
                all[node] = known[ofNodes[node] - 1];
            }
        }
        phrases = Arrays.asList(all);
    }

    /** Packs the table. */
    void write(PackWriter out) {
        out.longs(keys);
        out.ints(children);
        out.number(edges);
        out.longs(pairs.toLongArray());
        Map<Phrase, Integer> known = new LinkedHashMap<>();
        char[] ofNodes = new char[phrases.size()];
        for (int node = 0; node < ofNodes.length; node++) {
            Phrase phrase = phrases.get(node);
            if (phrase != null) {
                known.putIfAbsent(phrase, known.size() + 1);
                ofNodes[node] = (char) known.getOrDefault(phrase, 0).intValue();
            }
        }
        List<String> texts = new ArrayList<>();
        byte[] numbers = new byte[known.size() * FIELDS];
        int at = 0;
        for (Phrase phrase : known.keySet()) {
            numbers[at++] = (byte) Arrays.asList(KINDS).indexOf(phrase.kind());
            numbers[at++] = (byte) Arrays.asList(FORMS).indexOf(phrase.form());
            numbers[at++] = (byte) phrase.cover();
            texts.addAll(List.of(phrase.code(), phrase.notBefore(), phrase.notAfter()));
        }
        out.texts(texts);
        out.bytes(numbers);
        out.chars(ofNodes);
    }

    /** Enters a phrase, replacing an equal one. */
    void add(List<Object> parts, Phrase phrase, long startRole) {
        int node = 0;
        for (int i = 0; i < parts.size(); i++) {
            Object part = parts.get(i);
            int symbol = part instanceof Word w ? WORD_BASE + w.id : (Character) part;
            if (i == 0) {
                if (part instanceof Word w) {
                    w.roles |= startRole;
                } else {
                    starts[symbol] |= bit;
                }
            }
            node = childOrNew(node, symbol);
        }
        if (parts.get(0) instanceof Character first) {
            Object second = parts.size() > 1 ? parts.get(1) : ALONE;
            pairs.set(pair(first, second instanceof Character c ? c : ALONE));
        }
        phrases.set(node, phrase);
    }

    /** The number of two characters, which several pairs have. */
    static int pair(char first, char second) {
        return (first * 0x9E5 + second) & PAIRS - 1;
    }

    /**
     * Adds, as bits, the characters that phrases start with, those of them that may do so without another Han character
     * behind them, and the numbers of the first two characters.
     */
    void addStarts(long[] characters, long[] alone, long[] firstTwo) {
        for (long key : keys) {
            if (key >= 0 && key < WORD_BASE) {
                char first = (char) key;
                characters[first >> 6] |= 1L << first;
                if (pairs.get(pair(first, ALONE))) {
                    alone[first >> 6] |= 1L << first;
                }
            }
        }
        long[] own = pairs.toLongArray();
        for (int i = 0; i < own.length; i++) {
            firstTwo[i] |= own[i];
        }
    }

    /** Whether a phrase may start with two Han characters; most pairs start none. */
    private boolean mayStart(Token first, Token second) {
        return !first.is(Token.Kind.HAN)
                || !second.is(Token.Kind.HAN)
                || pairs.get(pair(first.sign, second.sign))
                || pairs.get(pair(first.sign, ALONE));
    }

    /** Whether a phrase starts with this Han character or sign. */
    boolean startsWith(char c) {
        return (starts[c] & bit) != 0;
    }

    /** Whether a word is a phrase by itself. */
    boolean has(Word word) {
        int node = child(0, WORD_BASE + word.id);
        return node >= 0 && phrases.get(node) != null;
    }

    /**
     * Whether anything may start with the phrase at a Han character, as far as the characters behind it tell.
     *
     * @return false only if no phrase starts here, or one that needs a number behind it and has none
     */
    boolean mayStart(char[] text, int at, int to) {
        int node = 0;
        boolean led = false;
        for (int i = at; i < to; i++) {
            byte type = Chars.classOf(text[i]);
            if (type >= Chars.BLANK) {
                continue;
            }
            if (type == Chars.DIGIT || led && NumberWords.isNumeral(text[i])) {
                return led;
            }
            if (type == Chars.LETTER || Chars.fold(text[i]) == '-') {
                return true;
            }
            node = child(node, Chars.fold(text[i]));
            if (node < 0) {
                return false;
            }
            Phrase phrase = phrases.get(node);
            if (phrase != null && phrase.kind() != Phrase.Kind.PERIOD_LEAD) {
                return true;
            }
            led = phrase != null;
        }
        return false;
    }

    /** The longest phrase that starts at a token and is written as it must be. */
    @Nullable
    Hit longest(Tokens tokens, int first) {
        if (!mayStart(tokens.at(first), tokens.at(first + 1))) {
            return null;
        }
        Hit best = null;
        int node = 0;
        boolean capitals = true;
        for (int i = first; ; i++) {
            Token t = tokens.at(i);
            int symbol;
            switch (t.kind) {
                case WORD -> {
                    Word w = t.word();
                    if (w == null) {
                        return best;
                    }
                    capitals &= t.allCapitals();
                    symbol = WORD_BASE + w.id;
                }
                case HAN, SIGN -> {
                    // "A $5 fee" is not in Australian dollars
                    if (i == first + 1 && t.gap > 0 && tokens.at(first).length == 1 && t.is(Token.Kind.SIGN)) {
                        return best;
                    }
                    symbol = t.sign;
                }
                default -> {
                    return best;
                }
            }
            int next = child(node, symbol);
            if (next < 0) {
                if (i > first
                        && t.joins('-')
                        && tokens.at(i + 1).gap == 0
                        && tokens.at(i + 1).is(Token.Kind.WORD)) {
                    continue;
                }
                return best;
            }
            node = next;
            Phrase phrase = phrases.get(node);
            if (phrase != null && written(phrase, capitals, tokens.at(first))) {
                best = new Hit(phrase, i + 1);
            }
        }
    }

    private static boolean written(Phrase phrase, boolean capitals, Token first) {
        return switch (phrase.form()) {
            case CAPITALS -> capitals;
            case CAPITAL -> first.capital;
            case ANY, BEHIND, BEFORE -> true;
        };
    }

    private int child(int node, int symbol) {
        long key = (long) node << 32 | symbol;
        for (int slot = slot(key); ; slot = (slot + 1) & (keys.length - 1)) {
            if (keys[slot] == key) {
                return children[slot];
            }
            if (keys[slot] == NONE) {
                return NONE;
            }
        }
    }

    private int childOrNew(int node, int symbol) {
        int found = child(node, symbol);
        if (found >= 0) {
            return found;
        }
        if (edges * 2 >= keys.length) {
            grow();
        }
        phrases.add(null);
        put((long) node << 32 | symbol, phrases.size() - 1);
        edges++;
        return phrases.size() - 1;
    }

    private void put(long key, int value) {
        int slot = slot(key);
        while (keys[slot] != NONE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = key;
        children[slot] = value;
    }

    private void grow() {
        long[] oldKeys = keys;
        int[] oldChildren = children;
        keys = new long[oldKeys.length * 2];
        children = new int[oldKeys.length * 2];
        Arrays.fill(keys, NONE);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != NONE) {
                put(oldKeys[i], oldChildren[i]);
            }
        }
    }

    private int slot(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (keys.length - 1);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All words and phrases that make entities. Built once, then only read: by the build, which packs it for the jar, because that
 * takes as long as to analyse a text.
 */
final class Lexicon {

    /** Words that the scans compare with; {@link Token#is(String)} knows only words that the tables hold. */
    private static final String COMPARED =
            "above across act active after age aged ages ago am and annum are at average b basis be before "
                    + "below between bi by c can cannot cent cfr citizens day do does during e equal f fewer for form "
                    + "from government greater half hours i immediately in is item last later latest law laws least "
                    + "less limit limited m maximum may mil minimum mm mo monthly more most must no non nos notice of "
                    + "old older olds once or over past per period persons point points preceding prior recurring "
                    + "revenue s semi shall should stat sub than the through to total turnover twice u under unless up "
                    + "us usc will window within won www x year years younger";

    static final String RESOURCE = "lexicon.bin";
    static final int MAGIC = 0x4650_4C31;

    private static final int KEYS = 1 << 15;

    private static final byte PLACE = 1;
    private static final byte CURRENCY = 2;
    private static final byte MARK = 4;
    private static final byte NUMERAL = 8;

    /** What may start with a Han character or sign. */
    private final byte[] starts;

    final PhraseTable places;
    final PhraseTable currencies;

    /** Chinese rhythms, and ages without a number. */
    final PhraseTable marks;

    private final Map<String, Word> byText = new HashMap<>();
    private final Word[] table;

    /** Which keys the words have that something may start with. */
    private final long[] stops;

    /** The characters that something starts with: in bits, since a text asks for each of its characters. */
    private final long[] startingHan = new long[0x10000 / Long.SIZE];

    /** Those of them that may do without another character behind them. */
    private final long[] startingAlone = new long[0x10000 / Long.SIZE];

    /** What any phrase starts with, as {@link PhraseTable#pair} numbers two characters. */
    private final long[] startingPairs = new long[PhraseTable.PAIRS / Long.SIZE];

    /** Makes the tables out of the words that stand in the classes beside this one, and of the JDK's names of countries. */
    Lexicon() {
        starts = new byte[0x10000];
        stops = new long[KEYS / Long.SIZE];
        places = new PhraseTable(starts, PLACE);
        currencies = new PhraseTable(starts, CURRENCY);
        marks = new PhraseTable(starts, MARK);
        NumberWords.enter(this);
        TimeWords.enter(this);
        Currencies.enter(this);
        Places.enter(this);
        role(0, COMPARED);
        role(Word.HALF, "half");
        for (char numeral : NumberWords.HAN.toCharArray()) {
            starts[numeral] |= NUMERAL;
        }
        table = hashed();
        gatherStarts();
    }

    /** Takes over the tables that the build made. */
    Lexicon(PackReader in) {
        starts = in.bytes();
        stops = in.longs();
        places = new PhraseTable(in, starts, PLACE);
        currencies = new PhraseTable(in, starts, CURRENCY);
        marks = new PhraseTable(in, starts, MARK);
        String[] texts = in.texts();
        int[] slots = in.ints();
        long[] roles = in.longs();
        long[] values = in.longs();
        long[] suffixes = in.longs();
        String[] units = in.texts();
        byte[] unit = in.bytes();
        table = new Word[in.number()];
        for (int id = 0; id < texts.length; id++) {
            Word word = new Word(id, texts[id]);
            word.roles = roles[id];
            word.value = values[id];
            word.suffix = suffixes[id];
            word.unit = units[unit[id]];
            table[slots[id]] = word;
        }
        gatherStarts();
    }

    private void gatherStarts() {
        for (Word word : table) {
            if (word != null && (places.has(word) || marks.has(word) || currencies.has(word))) {
                word.roles |= Word.PHRASE;
            }
        }
        for (char numeral : NumberWords.HAN.toCharArray()) {
            startingHan[numeral >> 6] |= 1L << numeral;
            startingAlone[numeral >> 6] |= 1L << numeral;
        }
        for (PhraseTable phrases : List.of(places, currencies, marks)) {
            phrases.addStarts(startingHan, startingAlone, startingPairs);
        }
    }

    /** The tables as the build packed them; where there is no such pack they are made now. */
    static Lexicon bundled() {
        return PackReader.isInJar(Lexicon.class, RESOURCE)
                ? new Lexicon(PackReader.beside(Lexicon.class, RESOURCE, MAGIC))
                : new Lexicon();
    }

    /** Packs the tables. */
    byte[] pack() {
        PackWriter out = new PackWriter(MAGIC);
        out.bytes(starts);
        out.longs(stops);
        places.write(out);
        currencies.write(out);
        marks.write(out);
        Word[] words = new Word[byText.size()];
        int[] slots = new int[words.length];
        for (int slot = 0; slot < table.length; slot++) {
            if (table[slot] != null) {
                words[table[slot].id] = table[slot];
                slots[table[slot].id] = slot;
            }
        }
        List<Word> all = List.of(words);
        out.texts(all.stream().map(word -> word.text).toList());
        out.ints(slots);
        out.longs(all.stream().mapToLong(word -> word.roles).toArray());
        out.longs(all.stream().mapToLong(word -> word.value).toArray());
        out.longs(all.stream().mapToLong(word -> word.suffix).toArray());
        List<String> units = all.stream().map(word -> word.unit).distinct().toList();
        out.texts(units);
        byte[] unit = new byte[words.length];
        for (Word word : all) {
            unit[word.id] = (byte) units.indexOf(word.unit);
        }
        out.bytes(unit);
        out.number(table.length);
        return out.toBytes();
    }

    /** Whether anything may start with this Han character or sign; nothing does with most. */
    boolean startsWith(char c) {
        return starts[c] != 0;
    }

    /** The first of the Han characters from an offset on that something may start with; where they end if none does. */
    int passHan(char[] text, int from, int to) {
        int i = from;
        while (i < to && Chars.isHan(text[i])) {
            boolean pair = i + 1 < to && Chars.isHan(text[i + 1]);
            if (pair ? mayStart(text[i], text[i + 1]) && startsPhrase(text, i, to) : mayStart(text, i, to)) {
                return i;
            }
            i++;
        }
        return i;
    }

    /** Whether anything may start with a Han character that has another one behind it. */
    private boolean mayStart(char c, char behind) {
        // One question of three answers: every fifth character starts something, and no processor foresees which.
        int pair = PhraseTable.pair(c, behind);
        long both = startingHan[c >> 6] >>> c & startingPairs[pair >> 6] >>> pair;
        return ((startingAlone[c >> 6] >>> c | both) & 1) != 0;
    }

    /** Whether anything may start with the Han character at an offset. */
    boolean mayStart(char[] text, int at, int to) {
        return has(startingHan, text[at]) && startsPhrase(text, at, to);
    }

    private boolean startsPhrase(char[] text, int at, int to) {
        return isNumeral(text[at])
                || places.mayStart(text, at, to)
                || marks.mayStart(text, at, to)
                || currencies.mayStart(text, at, to);
    }

    private static boolean has(long[] bits, int bit) {
        return (bits[bit >> 6] >>> bit & 1) != 0;
    }

    /** Whether a character is a Chinese digit or power of ten. */
    boolean isNumeral(char c) {
        return (starts[c] & NUMERAL) != 0;
    }

    /** The entry of a word while the tables are being built. */
    Word word(String lowerCase) {
        Word known = byText.get(lowerCase);
        if (known == null) {
            known = new Word(byText.size(), lowerCase);
            byText.put(lowerCase, known);
        }
        return known;
    }

    /** Gives a part to each of some words. */
    void role(long role, String words) {
        for (String word : words.split(" ")) {
            word(word).roles |= role;
        }
    }

    /** Enters a phrase, and once more without its accents. */
    void phrase(PhraseTable table, String text, Phrase phrase) {
        exactPhrase(table, text, phrase);
        if (text.chars().noneMatch(c -> c >= 0xC0 && c < 0x250)) {
            return;
        }
        String bare = Normalizer.normalize(text, Normalizer.Form.NFD);
        if (!bare.equals(text)) {
            exactPhrase(table, bare, phrase);
        }
    }

    void exactPhrase(PhraseTable table, String text, Phrase phrase) {
        long role = table == places ? Word.STARTS_PLACE : table == currencies ? Word.STARTS_CURRENCY : Word.STARTS_MARK;
        table.add(parts(text), phrase, role);
    }

    /**
     * Whether something may start with a word of which three lower-case ASCII letters are given: the first, the second
     * (of a single one, the same) and the last. Nothing does with most words.
     */
    boolean mayStop(int first, int second, int last, int length) {
        int key = key(first, second, last, length);
        return has(stops, key);
    }

    private static int key(int first, int second, int last, int length) {
        return ((first * 31 + second) * 31 + last + length * 0x5A35) & KEYS - 1;
    }

    /** The known word of these lower-case letters; {@code hash} is their {@link String#hashCode()}. */
    @Nullable
    Word word(char[] letters, int length, int hash) {
        for (int slot = spread(hash) & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
            Word w = table[slot];
            if (w == null) {
                return null;
            }
            if (w.text.length() == length && same(w.text, letters)) {
                return w;
            }
        }
    }

    /** The known word that stands in a text in ASCII letters, whatever their case. */
    @Nullable
    Word wordAt(char[] text, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = hash * 31 + Chars.LOWER[text[i]];
        }
        for (int slot = spread(hash) & (table.length - 1); ; slot = (slot + 1) & (table.length - 1)) {
            Word w = table[slot];
            if (w == null) {
                return null;
            }
            if (w.text.length() == to - from && same(w.text, text, from)) {
                return w;
            }
        }
    }

    private static boolean same(String word, char[] text, int from) {
        for (int i = 0; i < word.length(); i++) {
            if (word.charAt(i) != Chars.LOWER[text[from + i]]) {
                return false;
            }
        }
        return true;
    }

    private static boolean same(String text, char[] letters) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != letters[i]) {
                return false;
            }
        }
        return true;
    }

    /** Cuts a phrase of the tables as {@link Tokens} would cut it; hyphens inside words are left out, for they are optional. */
    private List<Object> parts(String phrase) {
        List<Object> parts = new ArrayList<>();
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i <= phrase.length(); i++) {
            char c = i < phrase.length() ? phrase.charAt(i) : ' ';
            byte type = Chars.classOf(c);
            if (type == Chars.LETTER) {
                letters.append(Chars.lower(c));
            } else if (type != Chars.SKIP) {
                if (letters.length() > 0) {
                    parts.add(word(letters.toString()));
                    letters.setLength(0);
                }
                char folded = Chars.fold(c);
                if ((type == Chars.HAN || type == Chars.SIGN) && (folded != '-' || phrase.charAt(i - 1) == ' ')) {
                    parts.add(folded);
                }
            }
        }
        return parts;
    }

    private Word[] hashed() {
        int size = Integer.highestOneBit(byText.size()) * 4;
        Word[] slots = new Word[size];
        for (Word w : byText.values()) {
            if ((w.roles & Word.STOPS) != 0) {
                String text = w.text;
                int second = text.charAt(Math.min(1, text.length() - 1));
                int key = key(text.charAt(0), second, text.charAt(text.length() - 1), text.length());
                stops[key >> 6] |= 1L << key;
            }
            int slot = spread(w.text.hashCode()) & (size - 1);
            while (slots[slot] != null) {
                slot = (slot + 1) & (size - 1);
            }
            slots[slot] = w;
        }
        return slots;
    }

    private static int spread(int hash) {
        int mixed = hash * 0x9E3779B9;
        return mixed >>> 12;
    }
}

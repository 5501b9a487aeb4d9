// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All words and phrases that make entities. Built once, then only read. */
final class Lexicon {

    /** Words that the scans compare with; {@link Token#is(String)} knows only words that the tables hold. */
    private static final String COMPARED =
            "above across act active after age aged ages ago am and annum are at average b basis be before "
                    + "below between bi by c can cannot cent cfr citizens day do does during e equal f fewer for form "
                    + "from government greater half hours i immediately in is item last later latest law laws least "
                    + "less limit limited m maximum may mil minimum mm mo monthly more most must no non nos notice of "
                    + "old older olds once or over past per period persons point points preceding prior recurring "
                    + "revenue s semi shall should stat sub than the through to total turnover twice u under unless up "
                    + "us usc will window within won x year years younger";

    final PhraseTable places = new PhraseTable();
    final PhraseTable currencies = new PhraseTable();

    /** Chinese rhythms, and ages without a number. */
    final PhraseTable marks = new PhraseTable();

    private final Map<String, Word> byText = new HashMap<>();
    private final Word[] table;

    Lexicon() {
        NumberWords.enter(this);
        TimeWords.enter(this);
        Currencies.enter(this);
        Places.enter(this);
        role(0, COMPARED);
        table = hashed();
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

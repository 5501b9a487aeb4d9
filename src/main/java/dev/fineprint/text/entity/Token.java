// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import org.jspecify.annotations.Nullable;

/** One piece of text in the window of {@link Tokens}. Reused: whoever needs a value later copies it. */
final class Token {

    enum Kind {
        /** A run of letters other than Han. */
        WORD,
        /** A run of digits. */
        FIGURES,
        /** One Han character. */
        HAN,
        /** Any other visible character. */
        SIGN,
        /** Before the first or after the last token. */
        EDGE
    }

    /** Which of the tokens this is at present; -1 for the edges. */
    int index = -1;

    Kind kind = Kind.EDGE;
    int start;
    int end;

    /** Blanks before this token: 0 none, 1 exactly one, 2 more. */
    int gap;

    /** First of the range, or the first on its line. */
    boolean startsLine;

    /** The character of a HAN or SIGN, half-width. */
    char sign;

    /** The value of FIGURES; -1 when it does not fit. */
    long value;

    /** Letters of a WORD, digits of FIGURES. */
    int length;

    boolean capital;

    /** Capital letters of a WORD; -1 while nobody asked. */
    int capitals;

    /** What the tables know of a WORD, once it has been looked up. */
    private @Nullable Word word;

    private boolean lookedUp;

    /** The text that the offsets are of. */
    private final char[] text;

    private final Lexicon lexicon;

    Token(char[] text, Lexicon lexicon) {
        this.text = text;
        this.lexicon = lexicon;
    }

    /** Becomes another token, of which only this is known so far. */
    void begin(int newIndex, int newStart, int newGap, boolean newLine) {
        index = newIndex;
        start = newStart;
        gap = newGap;
        startsLine = newLine;
        set(null);
        capital = false;
        capitals = 0;
        value = 0;
        length = 0;
        sign = 0;
    }

    /** What the tables know of a WORD; null for any other token. */
    @Nullable
    Word word() {
        if (!lookedUp) {
            // Asked of few words: only those around what may be an entity.
            set(lexicon.wordAt(text, start, end));
        }
        return word;
    }

    /** Notes what the tables know, or that this is no word. */
    void set(@Nullable Word known) {
        word = known;
        lookedUp = true;
    }

    /** Notes that the word is one of ASCII letters, to be looked up when it is asked for. */
    void lookUpLater() {
        lookedUp = false;
    }

    /** Whether a WORD has nothing but capital letters. */
    boolean allCapitals() {
        if (kind != Kind.WORD) {
            return false;
        }
        if (capitals < 0) {
            capitals = 0;
            for (int i = start; i < end; i++) {
                capitals += text[i] >= 'A' && text[i] <= 'Z' ? 1 : 0;
            }
        }
        return capitals == length;
    }

    boolean is(char c) {
        return sign == c && kind != Kind.WORD && kind != Kind.FIGURES && kind != Kind.EDGE;
    }

    /** Whether this is the sign, with nothing before it. */
    boolean joins(char c) {
        return gap == 0 && is(c);
    }

    boolean isOneOf(String signs) {
        return (kind == Kind.SIGN || kind == Kind.HAN) && signs.indexOf(sign) >= 0;
    }

    boolean is(Kind wanted) {
        return kind == wanted;
    }

    boolean has(long role) {
        Word w = word();
        return w != null && (w.roles & role) != 0;
    }

    boolean is(String lowerCaseWord) {
        Word w = word();
        return w != null && w.text.equals(lowerCaseWord);
    }
}

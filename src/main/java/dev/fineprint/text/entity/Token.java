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
    boolean allCapitals;

    /** What the tables know of a WORD. */
    @Nullable
    Word word;

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
        Word w = word;
        return w != null && (w.roles & role) != 0;
    }

    boolean is(String lowerCaseWord) {
        Word w = word;
        return w != null && w.text.equals(lowerCaseWord);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import org.jspecify.annotations.Nullable;

/**
 * The tokens of a range, read as they are asked for. Only the last {@value #WINDOW} are kept, so that memory does not
 * grow with the text; whoever reads looks at most a few dozen tokens back or ahead.
 */
final class Tokens {

    static final int WINDOW = 256;
    private static final int LONGEST_WORD = 32;

    /** The text, read from the range's start on. */
    private final char[] text;

    private final int to;
    private final Lexicon lexicon;
    private final @Nullable Token[] ring = new Token[WINDOW];
    private final Token before;
    private final Token after;
    private final char[] letters = new char[LONGEST_WORD];
    private int at;
    private int count;
    private boolean ended;
    private long asked;

    Tokens(CharSequence text, int from, int to, Lexicon lexicon) {
        this.text = new char[to];
        text.toString().getChars(from, to, this.text, from);
        this.to = to;
        this.lexicon = lexicon;
        this.at = from;
        this.before = new Token(this.text, lexicon);
        this.after = new Token(this.text, lexicon);
        before.start = from;
        before.end = from;
        after.start = to;
        after.end = to;
        after.gap = 2;
    }

    /** How often a token was asked for, which measures the work of a scan. */
    long asked() {
        return asked;
    }

    /** The token of an index; an EDGE outside the range. */
    Token at(int index) {
        asked++;
        if (index < 0) {
            return before;
        }
        while (count <= index && !ended) {
            read();
        }
        if (index >= count) {
            return after;
        }
        if (index < count - WINDOW) {
            throw new IllegalStateException("token " + index + " has left the window, which ends at " + count);
        }
        return slot(index);
    }

    private Token slot(int index) {
        int slot = index & (WINDOW - 1);
        Token token = ring[slot];
        if (token == null) {
            token = new Token(text, lexicon);
            ring[slot] = token;
        }
        return token;
    }

    private void read() {
        int blanks = 0;
        boolean line = count == 0;
        byte type = Chars.SKIP;
        while (at < to) {
            char c = text[at];
            type = Chars.classOf(c);
            if (type == Chars.BLANK) {
                blanks++;
            } else if (type == Chars.BREAK) {
                blanks++;
                line = true;
            } else if (type != Chars.SKIP) {
                break;
            }
            at++;
        }
        if (at >= to) {
            ended = true;
            return;
        }
        Token t = slot(count++);
        t.start = at;
        t.gap = Math.min(blanks, 2);
        t.startsLine = line;
        t.set(null);
        t.mayStop = false;
        t.capital = false;
        t.capitals = 0;
        t.value = 0;
        t.length = 0;
        t.sign = 0;
        switch (type) {
            case Chars.LETTER -> word(t);
            case Chars.DIGIT -> figures(t);
            default -> {
                t.kind = type == Chars.HAN ? Token.Kind.HAN : Token.Kind.SIGN;
                t.sign = Chars.fold(text[at]);
                at++;
                t.end = at;
            }
        }
    }

    private void figures(Token t) {
        t.kind = Token.Kind.FIGURES;
        long value = 0;
        while (at < to) {
            char c = text[at];
            byte type = Chars.classOf(c);
            if (type == Chars.DIGIT) {
                int digit = Chars.fold(c) - '0';
                value = value < 0 || value > (Long.MAX_VALUE - digit) / 10 ? -1 : value * 10 + digit;
                t.length++;
                at++;
                t.end = at;
            } else if (type == Chars.SKIP) {
                at++;
            } else {
                break;
            }
        }
        t.value = value;
        at = t.end;
    }

    private void word(Token t) {
        t.kind = Token.Kind.WORD;
        int end = at;
        while (end < to && text[end] < Chars.ASCII && Chars.LOWER[text[end]] != 0) {
            end++;
        }
        if (end < to && (text[end] >= Chars.ASCII || Chars.classOf(text[end]) == Chars.SKIP)) {
            mixedWord(t);
        } else {
            plainWord(t, end);
        }
        if (startsAddress(t)) {
            address(t);
        }
    }

    /** A word of ASCII letters, as nearly all are. */
    private void plainWord(Token t, int end) {
        int first = at;
        int length = end - first;
        at = end;
        t.end = end;
        t.length = length;
        t.capital = text[first] != Chars.LOWER[text[first]];
        t.capitals = -1;
        if (length > LONGEST_WORD) {
            return;
        }
        byte second = Chars.LOWER[text[first + (length > 1 ? 1 : 0)]];
        t.mayStop = lexicon.mayStop(Chars.LOWER[text[first]], second, Chars.LOWER[text[end - 1]], length);
        t.lookUpLater();
    }

    /** A word that may have other letters, or characters between that are not to be read. */
    private void mixedWord(Token t) {
        int length = 0;
        int hash = 0;
        int capitals = 0;
        int i = at;
        int end = at;
        boolean first = false;
        while (i < to) {
            char c = text[i];
            char low;
            int capital;
            if (c < Chars.ASCII && Chars.LOWER[c] != 0) {
                // Most letters are ASCII; their cases differ in one bit.
                low = (char) Chars.LOWER[c];
                capital = (low ^ c) >> 5;
            } else {
                byte type = Chars.classOf(c);
                if (type == Chars.SKIP) {
                    i++;
                    continue;
                }
                if (type != Chars.LETTER) {
                    break;
                }
                low = Chars.lower(c);
                capital = low == Chars.fold(c) ? 0 : 1;
            }
            first |= length == 0 && capital > 0;
            capitals += capital;
            if (length < LONGEST_WORD) {
                letters[length] = low;
                hash = hash * 31 + low;
            }
            length++;
            end = ++i;
        }
        at = end;
        t.end = end;
        t.length = length;
        t.capital = first;
        t.capitals = capitals;
        if (length <= LONGEST_WORD) {
            t.set(lexicon.word(letters, length, hash));
            t.mayStop = true;
        }
    }

    /** Whether the word just read begins "http://" or "www.". */
    private boolean startsAddress(Token t) {
        if (at >= to) {
            return false;
        }
        char next = Chars.fold(text[at]);
        if (next == ':') {
            return at + 2 < to && text[at + 1] == '/' && text[at + 2] == '/';
        }
        return next == '.' && t.is("www");
    }

    /** An address is one token that says nothing. */
    private void address(Token t) {
        while (at < to) {
            char c = text[at];
            byte type = Chars.classOf(c);
            if (type == Chars.BLANK
                    || type == Chars.BREAK
                    || type == Chars.HAN
                    || ")>]\"'。,;".indexOf(Chars.fold(c)) >= 0) {
                break;
            }
            at++;
        }
        t.end = at;
        t.kind = Token.Kind.SIGN;
        t.sign = '\0';
        t.set(null);
        t.mayStop = false;
    }
}

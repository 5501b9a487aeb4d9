// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

/**
 * The tokens of a range, read as they are asked for. Only the last {@value #WINDOW} are kept, so that memory does not
 * grow with the text; whoever reads looks at most a few dozen tokens back or ahead.
 */
final class Tokens {

    static final int WINDOW = 256;
    private static final int LONGEST_WORD = 32;

    private final CharSequence text;
    private final int to;
    private final Lexicon lexicon;
    private final Token[] ring = new Token[WINDOW];
    private final Token before = new Token();
    private final Token after = new Token();
    private final char[] letters = new char[LONGEST_WORD];
    private int at;
    private int count;
    private boolean ended;
    private long asked;

    Tokens(CharSequence text, int from, int to, Lexicon lexicon) {
        this.text = text;
        this.to = to;
        this.lexicon = lexicon;
        this.at = from;
        for (int i = 0; i < WINDOW; i++) {
            ring[i] = new Token();
        }
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
        return ring[index & (WINDOW - 1)];
    }

    private void read() {
        int blanks = 0;
        boolean line = count == 0;
        byte type = Chars.SKIP;
        while (at < to) {
            type = Chars.classOf(text.charAt(at));
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
        Token t = ring[count & (WINDOW - 1)];
        count++;
        t.start = at;
        t.gap = Math.min(blanks, 2);
        t.startsLine = line;
        t.word = null;
        t.capital = false;
        t.allCapitals = false;
        t.value = 0;
        t.length = 0;
        t.sign = 0;
        switch (type) {
            case Chars.LETTER -> word(t);
            case Chars.DIGIT -> figures(t);
            default -> {
                t.kind = type == Chars.HAN ? Token.Kind.HAN : Token.Kind.SIGN;
                t.sign = Chars.fold(text.charAt(at));
                at++;
                t.end = at;
            }
        }
    }

    private void figures(Token t) {
        t.kind = Token.Kind.FIGURES;
        long value = 0;
        while (at < to) {
            char c = text.charAt(at);
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
        int length = 0;
        int hash = 0;
        boolean capitals = true;
        while (at < to) {
            char c = text.charAt(at);
            byte type = Chars.classOf(c);
            if (type == Chars.LETTER) {
                char low = Chars.lower(c);
                boolean capital = low != Chars.fold(c);
                if (length == 0) {
                    t.capital = capital;
                }
                capitals &= capital;
                if (length < LONGEST_WORD) {
                    letters[length] = low;
                    hash = hash * 31 + low;
                }
                length++;
                at++;
                t.end = at;
            } else if (type == Chars.SKIP) {
                at++;
            } else {
                break;
            }
        }
        at = t.end;
        t.length = length;
        t.allCapitals = capitals;
        if (length <= LONGEST_WORD) {
            t.word = lexicon.word(letters, length, hash);
        }
        if (startsAddress(t)) {
            address(t);
        }
    }

    /** Whether the word just read begins "http://" or "www.". */
    private boolean startsAddress(Token t) {
        if (at >= to) {
            return false;
        }
        char next = Chars.fold(text.charAt(at));
        if (next == ':') {
            return at + 2 < to && text.charAt(at + 1) == '/' && text.charAt(at + 2) == '/';
        }
        return next == '.' && t.length == 3 && letters[0] == 'w' && letters[1] == 'w' && letters[2] == 'w';
    }

    /** An address is one token that says nothing. */
    private void address(Token t) {
        while (at < to) {
            char c = text.charAt(at);
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
        t.word = null;
    }
}

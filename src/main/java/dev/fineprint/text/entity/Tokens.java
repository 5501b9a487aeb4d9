// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.StopSignal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of a range, read as they are asked for. Of most tokens only the place is noted, for nothing starts with
 * them and nobody looks at them; one that somebody asks for is read then. Only the last {@value #WINDOW} are kept, so
 * that memory does not grow with the text; whoever reads looks at most a few dozen tokens back or ahead.
 */
final class Tokens {

    static final int WINDOW = 256;
    private static final int LONGEST_WORD = 32;
    /** How long the first word of an address is that has no "://". */
    private static final int WWW = 3;
    /** The text, read from the range's start on. */
    private final char[] text;

    private final int from;
    private final int to;
    private final Lexicon lexicon;

    /** Where the last tokens start; the complement of it where something may start with the token. */
    private final int[] starts = new int[WINDOW];

    /** The last tokens that somebody asked for, each where its index says; the edge where there was none yet. */
    private final Token[] ring = new Token[WINDOW];

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
        this.from = from;
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
        Arrays.fill(ring, before);
    }

    /** How often a token was asked for, which measures the work of a scan. */
    long asked() {
        return asked;
    }

    /** The first token from an index on that something may start with; behind the last token if there is none. */
    int nextStart(int index, StopSignal stop) {
        for (int i = index; i < count; i++) {
            if (starts[i & WINDOW - 1] < 0) {
                return i;
            }
        }
        while (!ended) {
            passPlain(index, stop);
            if (count > index && starts[count - 1 & WINDOW - 1] < 0 || read() && count > index) {
                return count - 1;
            }
        }
        return Math.max(index, count);
    }

    /**
     * Passes over tokens of the most frequent sorts, words of ASCII letters and Han characters: up to one of another sort, or
     * to the first from an index on that something may start with.
     */
    private void passPlain(int index, StopSignal stop) {
        while (at < to) {
            stop.checkAt(count);
            char c = text[at];
            if (c == ' ') {
                at++;
            } else if (isLetter(c)) {
                int start = at;
                int end = lettersEnd(start);
                if (end == to || !endsPlainWord(start, end)) {
                    return;
                }
                at = end;
                boolean mayStart = mayStart(start, end);
                starts[count++ & WINDOW - 1] = mayStart ? ~start : start;
                if (mayStart && count > index) {
                    return;
                }
            } else if (!Chars.isHan(c)) {
                return;
            } else if (passHan(index)) {
                return;
            }
        }
    }

    /** Passes over Han characters, at most to the first from an index on that something may start with; whether one does. */
    private boolean passHan(int index) {
        int first = at;
        int end = lexicon.passHan(text, first, to);
        boolean mayStart = end < to && Chars.isHan(text[end]);
        end += mayStart ? 1 : 0;
        int size = end - first;
        for (int i = Math.max(0, size - WINDOW); i < size; i++) {
            starts[count + i & WINDOW - 1] = first + i;
        }
        if (mayStart) {
            starts[count + size - 1 & WINDOW - 1] = ~(end - 1);
        }
        at = end;
        count += size;
        return mayStart && count > index;
    }

    /** The token of an index; an EDGE outside the range. */
    Token at(int index) {
        asked++;
        Token known = ring[index & WINDOW - 1];
        return known.index == index ? known : read(index);
    }

    /** The same, of a token that nobody has looked at yet. */
    private Token read(int index) {
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
        if (ring[index & WINDOW - 1].index == index) {
            return ring[index & WINDOW - 1];
        }
        int noted = starts[index & WINDOW - 1];
        Token t = fresh(index, noted < 0 ? ~noted : noted);
        byte type = Chars.classOf(text[t.start]);
        if (type == Chars.LETTER) {
            plainWord(t, lettersEnd(t.start));
        } else {
            t.kind = type == Chars.HAN ? Token.Kind.HAN : Token.Kind.SIGN;
            t.sign = Chars.fold(text[t.start]);
            t.end = t.start + 1;
        }
        return t;
    }

    /** The token of an index, of which nothing is known yet but where it starts and what stands before it. */
    private Token fresh(int index, int start) {
        int slot = index & WINDOW - 1;
        Token token = ring[slot];
        if (token == before) {
            token = new Token(text, lexicon);
            ring[slot] = token;
        }
        int blanks = 0;
        boolean line = index == 0;
        for (int i = start - 1; i >= from; i--) {
            byte type = Chars.classOf(text[i]);
            if (type < Chars.BLANK) {
                break;
            }
            blanks += type == Chars.SKIP ? 0 : 1;
            line |= type == Chars.BREAK;
        }
        token.begin(index, start, Math.min(blanks, 2), line);
        return token;
    }

    /** Notes the place of one more token, if there is one; whether something may start with it. */
    private boolean read() {
        byte type = Chars.SKIP;
        while (at < to && (type = Chars.classOf(text[at])) >= Chars.BLANK) {
            at++;
        }
        if (at >= to) {
            ended = true;
            return false;
        }
        int start = at;
        boolean starts = switch (type) {
            case Chars.LETTER -> word();
            case Chars.DIGIT -> figures();
            case Chars.HAN -> lexicon.mayStart(text, at++, to);
            default -> sign(Chars.fold(text[at++]));
        };
        this.starts[count++ & WINDOW - 1] = starts ? ~start : start;
        return starts;
    }

    private boolean sign(char sign) {
        return sign == '/' || lexicon.currencies.startsWith(sign);
    }

    private boolean figures() {
        Token t = fresh(count, at);
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
        return true;
    }

    /** Passes over a word; whether something may start with it. */
    private boolean word() {
        int start = at;
        int end = lettersEnd(start);
        if (end < to && !endsPlainWord(start, end)) {
            Token t = fresh(count, start);
            mixedWord(t);
            if (startsAddress(t)) {
                address(t);
                return false;
            }
            return t.length <= LONGEST_WORD;
        }
        at = end;
        return mayStart(start, end);
    }

    private boolean mayStart(int start, int end) {
        int length = end - start;
        if (length > LONGEST_WORD) {
            return false;
        }
        byte second = Chars.LOWER[text[start + (length > 1 ? 1 : 0)]];
        return lexicon.mayStop(Chars.LOWER[text[start]], second, Chars.LOWER[text[end - 1]], length)
                && mayStart(lexicon.wordAt(text, start, end), end);
    }

    /** Whether anything may start with a word that ends at an offset, by what is known of it and of a word behind it. */
    private boolean mayStart(@Nullable Word word, int end) {
        if (word == null || (word.roles & Word.STOPS) == 0) {
            return false;
        }
        if ((word.roles & Word.ALONE) != 0 || end + 1 >= to || text[end] != ' ' || !isLetter(text[end + 1])) {
            return true;
        }
        int next = lettersEnd(end + 1);
        return next < to && !endsPlainWord(end + 1, next) || lexicon.wordAt(text, end + 1, next) != null;
    }

    private static boolean isLetter(char c) {
        // The two cases differ in one bit.
        return (char) ((c | 0x20) - 'a') < 26;
    }

    /** Where the ASCII letters end that stand from an offset on. */
    private int lettersEnd(int start) {
        int end = start;
        while (end < to && isLetter(text[end])) {
            end++;
        }
        return end;
    }

    /** Whether a word of ASCII letters is whole before the character behind it, and no address. */
    private boolean endsPlainWord(int start, int end) {
        char next = text[end];
        if (next == ' ') {
            return true;
        }
        byte type = Chars.classOf(next);
        char sign = Chars.fold(next);
        return type != Chars.LETTER && type != Chars.SKIP && sign != ':' && (sign != '.' || end - start != WWW);
    }

    /** A word of ASCII letters, as nearly all are. */
    private void plainWord(Token t, int end) {
        t.kind = Token.Kind.WORD;
        t.end = end;
        t.length = end - t.start;
        t.capital = text[t.start] != Chars.LOWER[text[t.start]];
        t.capitals = -1;
        if (t.length <= LONGEST_WORD) {
            t.lookUpLater();
        }
    }

    /** A word that may have other letters, or characters between that are not to be read. */
    private void mixedWord(Token t) {
        t.kind = Token.Kind.WORD;
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
    }
}

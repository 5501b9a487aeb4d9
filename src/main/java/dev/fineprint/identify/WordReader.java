// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Vocabulary;
import java.util.Arrays;

/**
 * Reads words from a normalised text in one pass.
 *
 * <p>Letters and digits make words; a Han or Kana character is a word of its own. An apostrophe inside a word and a
 * comma inside a number are dropped, a point inside a number is kept; {@code non-} and {@code sub-} join the word after
 * them, every other hyphen ends a word.
 */
final class WordReader {
    private static final int LONGEST = 100;
    /** So many characters of English make a word. */
    private static final int CHARACTERS = 5;

    private static final int FEWEST = 16;
    /** Of fewer characters nothing need be known to make room enough. */
    private static final int SHORT = 256;

    /** Characters that are words of their own, which all are letters and have no other spelling. */
    private static final char FIRST_HAN = '\u4E00';

    private static final char LAST_HAN = '\u9FA5';

    /** ASCII letters and digits, the letters in lower case; 0 for what makes no word. */
    private static final byte[] LOWER = new byte[0x80];

    static {
        for (char c = 0; c < LOWER.length; c++) {
            LOWER[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
        }
    }

    private final LicenseText text;
    private final String s;
    private final int from;
    private final int to;
    private final int limit;

    private long[] value;
    private byte[] letters;
    private int[] start;
    private int[] end;
    private int size;
    private boolean truncated;

    private final char[] word = new char[LONGEST];
    private int length;
    private int wordStart;
    private int wordEnd;
    /** The prefix that waits for its word, or 0: {@code non}, {@code sub}. */
    private int pendingLength;

    private int pendingStart;
    private int pendingEnd;
    private final char[] pendingChars = new char[3];

    WordReader(LicenseText text, int from, int to, int limit) {
        this.text = text;
        this.s = text.normalized();
        this.from = from;
        this.to = to;
        this.limit = limit;
        int expected = Math.min(limit, expected()) + FEWEST;
        this.value = new long[expected];
        this.letters = new byte[expected];
        this.start = new int[expected];
        this.end = new int[expected];
    }

    /** About how many words there will be: Han characters are one each. */
    private int expected() {
        int length = to - from;
        if (length < SHORT) {
            return length / 2;
        }
        int han = Vocabulary.likelyHan(s, from, to);
        return han + (length - han) / CHARACTERS;
    }

    Words read() {
        int i = from;
        for (; i < to && size < limit; i++) {
            char c = s.charAt(i);
            if (c < 0x80) {
                if (LOWER[c] != 0) {
                    i = run(i) - 1;
                } else if (c == ' ' || c == '\n') {
                    flush();
                } else {
                    punctuation(c, i);
                }
            } else if (isHan(c)) {
                flush();
                forgetPrefix();
                i = han(i) - 1;
            } else if (alone(c)) {
                flush();
                add(c, i);
                flush();
            } else if (Character.isLetterOrDigit(c)) {
                addFolded(c, i);
            } else if (Character.isHighSurrogate(c) && i + 1 < to && Character.isLetterOrDigit(s.codePointAt(i))) {
                flush();
                add(c, i);
                add(s.charAt(++i), i);
                flush();
            } else if (c != LicenseText.IGNORABLE && Character.getType(c) != Character.NON_SPACING_MARK) {
                flush();
                forgetPrefix();
            }
        }
        flush();
        forgetPrefix();
        truncated = i < to;
        if (size < value.length / 2) {
            resize(size);
        }
        return new Words(text, from, to, size, truncated, value, letters, start, end, new byte[size]);
    }

    /** Adds ASCII letters and digits as long as they follow upon each other; returns where they end. */
    private int run(int from) {
        if (length == 0) {
            wordStart = from;
        }
        int i = from;
        int n = length;
        for (; i < to; i++) {
            char c = s.charAt(i);
            if (c >= 0x80 || LOWER[c] == 0) {
                break;
            }
            if (n < LONGEST) {
                word[n++] = (char) LOWER[c];
            }
        }
        length = n;
        wordEnd = i;
        return i;
    }

    private static boolean isHan(char c) {
        return c >= FIRST_HAN && c <= LAST_HAN;
    }

    /** Adds Han characters as long as they follow upon each other and there is room; returns where they end. */
    private int han(int from) {
        if (size == value.length) {
            grow(from);
        }
        int room = Math.min(to, from + Math.min(limit, value.length) - size);
        int i = from;
        int n = size;
        for (; i < room; i++, n++) {
            char c = s.charAt(i);
            if (!isHan(c)) {
                break;
            }
            value[n] = c;
            letters[n] = 1;
            start[n] = i;
            end[n] = i + 1;
        }
        size = n;
        return i;
    }

    /** Whether a character is a word of its own, as scripts that write without blanks have it. */
    private static boolean alone(char c) {
        return c >= '\u2E80' && c <= '\u9FFF' && Character.isLetter(c) || c >= '\uF900' && c <= '\uFAFF';
    }

    private void punctuation(char c, int i) {
        if (c == '\'') {
            if (length > 0 && i + 1 < to && Character.isLetter(s.charAt(i + 1))) {
                return;
            }
        } else if (c == '.' || c == ',') {
            if (length > 0 && isDigit(word[length - 1]) && i + 1 < to && isDigit(s.charAt(i + 1))) {
                if (c == '.') {
                    add(c, i);
                }
                return;
            }
        } else if (c == '%' && isCounted(i)) {
            flush();
            for (char letter : new char[] {'p', 'e', 'r', 'c', 'e', 'n', 't'}) {
                add(letter, i);
            }
        }
        flush();
        if (c != '-') {
            forgetPrefix();
        }
    }

    /** Whether a percent sign follows upon a number; where it does not, it opens a comment. */
    private boolean isCounted(int i) {
        int before = i > from && text.original().charAt(i - 1) == '\\' ? i - 2 : i - 1; // TeX escapes it
        return before >= from && isDigit(s.charAt(before));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private void addFolded(char c, int i) {
        switch (c) {
            case '\u00DF', '\u1E9E' -> {
                add('s', i);
                add('s', i);
            }
            case '\u00E6', '\u00C6' -> {
                add('a', i);
                add('e', i);
            }
            case '\uFB00' -> {
                add('f', i);
                add('f', i);
            }
            case '\uFB01' -> {
                add('f', i);
                add('i', i);
            }
            case '\uFB02' -> {
                add('f', i);
                add('l', i);
            }
            case '\uFB03' -> {
                add('f', i);
                add('f', i);
                add('i', i);
            }
            case '\uFB04' -> {
                add('f', i);
                add('f', i);
                add('l', i);
            }
            default -> add(Letters.fold(c), i);
        }
    }

    private void add(char c, int i) {
        if (length == 0) {
            wordStart = i;
        }
        if (length < LONGEST) {
            word[length++] = c;
        }
        wordEnd = i + 1;
    }

    private void flush() {
        if (length == 0) {
            return;
        }
        if (pendingLength == 0 && length == 3 && isJoiningPrefix()) {
            pendingLength = length;
            pendingStart = wordStart;
            pendingChars[0] = word[0];
            pendingChars[1] = word[1];
            pendingChars[2] = word[2];
            pendingEnd = wordEnd;
            length = 0;
            return;
        }
        if (pendingLength > 0) {
            if (length + pendingLength <= LONGEST && Character.isLetter(word[0]) && word[0] < 0x2E80) {
                System.arraycopy(word, 0, word, pendingLength, length);
                System.arraycopy(pendingChars, 0, word, 0, pendingLength);
                length += pendingLength;
                wordStart = pendingStart;
                pendingLength = 0;
            } else {
                forgetPrefix();
            }
        }
        length = Spelling.ize(word, length);
        emit(word, length, wordStart, wordEnd);
        length = 0;
    }

    private boolean isJoiningPrefix() {
        return word[0] == 'n' && word[1] == 'o' && word[2] == 'n' || word[0] == 's' && word[1] == 'u' && word[2] == 'b';
    }

    private void forgetPrefix() {
        if (pendingLength > 0) {
            emit(pendingChars, pendingLength, pendingStart, pendingEnd);
            pendingLength = 0;
        }
    }

    private void emit(char[] chars, int count, int at, int to) {
        long v = Letters.value(chars, count);
        int other = Spelling.find(v);
        put(other < 0 ? v : Spelling.value(other), other < 0 ? count : Spelling.letters(other), at, to);
    }

    private void resize(int places) {
        value = Arrays.copyOf(value, places);
        letters = Arrays.copyOf(letters, places);
        start = Arrays.copyOf(start, places);
        end = Arrays.copyOf(end, places);
    }

    /** Makes room when the words are read up to {@code at}: for as many in what is left as there were so far, and a few more. */
    private void grow(int at) {
        long expected = (long) size * (to - from) / Math.max(1, at - from);
        resize((int) Math.min(limit, Math.max(size + size / 4, expected + expected / 16) + FEWEST));
    }

    private void put(long wordValue, int count, int at, int to) {
        if (size == limit) {
            return;
        }
        if (size == value.length) {
            grow(at);
        }
        value[size] = wordValue;
        letters[size] = (byte) count;
        start[size] = at;
        end[size] = to;
        size++;
    }
}

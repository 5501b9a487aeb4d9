// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Splits normalised text into words: runs of letters and digits with inner apostrophes, and single Han characters.
 * Letters are compared without case and accent, and ligatures as the letters that they are. A possessive "'s" is left
 * off; a web address and the path of a file are one word without symbols, so that the words of a link prove nothing.
 * Linear in the text; thread-safe.
 */
public final class Tokenizer {
    private static final int LONGEST_EXTENSION = 5;
    /** The bit that the letters a to z have and digits have not. */
    private static final int LETTER = 0x40;

    /** So many letters of five bits fit into one number. */
    private static final int PACKED = 12;

    /** So many letters of a word are read before the work is asked to go on: one less than that many. */
    private static final int LONGEST_RUN = 0xFFFF;
    /** So many characters of English make a token. */
    private static final int CHARACTERS = 4;

    private static final String[] LIGATURES = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};

    /** ASCII letters and digits, the letters in lower case; 0 for what makes no word. */
    private static final byte[] LOWER = new byte[0x80];

    static {
        for (char c = 0; c < LOWER.length; c++) {
            LOWER[c] = (byte) (Character.isLetterOrDigit(c) ? Character.toLowerCase(c) : 0);
        }
    }

    private final Vocabulary vocabulary;

    private Tokenizer(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** A tokenizer that marks words with the symbols of a vocabulary. */
    public static Tokenizer of(Vocabulary vocabulary) {
        return new Tokenizer(vocabulary);
    }

    /** The tokens of a whole text, as {@link LicenseText#normalized()} gives it. */
    public Tokens tokenize(CharSequence normalized) {
        return tokenize(normalized, StopSignal.onInterrupt());
    }

    /**
     * The tokens of a whole text, as long as it may take.
     *
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public Tokens tokenize(CharSequence normalized, StopSignal stop) {
        String text = normalized.toString();
        return new Reader(text, text.toCharArray(), vocabulary, stop).read();
    }

    /**
     * The tokens of a text, as long as it may take.
     *
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public Tokens tokenize(LicenseText text, StopSignal stop) {
        return new Reader(text.normalized(), text.characters(), vocabulary, stop).read();
    }

    /** Reads one text. */
    private static final class Reader {
        private final String text;
        private final char[] c;
        private final Vocabulary vocabulary;
        private final Tokens tokens;
        private int at;
        /** The word that is being read, in lower case. */
        private char[] word = new char[64];

        private int length;
        private int hash;

        /** Its last letters, five bits each, and what is common to all of them. */
        private long letters;

        private int common;
        // The next slash and the next blank: a path stands only where the slash comes first.
        private int slash = -1;
        private int blank = -1;
        private final WordCutter cutter;
        private final StopSignal stop;

        Reader(String text, char[] c, Vocabulary vocabulary, StopSignal stop) {
            this.stop = stop;
            this.text = text;
            this.c = c;
            this.vocabulary = vocabulary;
            this.cutter = new WordCutter(vocabulary);
            // Room for too few tokens would be copied, and taken twice meanwhile.
            int han = Vocabulary.likelyHan(text, 0, c.length);
            this.tokens = new Tokens(han + (c.length - han) / CHARACTERS);
        }

        Tokens read() {
            int step = 0;
            while (at < c.length) {
                stop.checkAt(step++);
                char now = c[at];
                if (Vocabulary.isHan(now)) {
                    tokens.add(at, at + 1, now, vocabulary.symbolsOfHan(now));
                    at++;
                } else if (!isWordChar(now)) {
                    at++;
                } else if (!path()) {
                    word();
                }
            }
            return tokens;
        }

        /** Reads the path of a file if one starts here. */
        private boolean path() {
            slash = slash < at ? next('/') : slash;
            if (slash == c.length) {
                return false;
            }
            blank = blank < at ? next(' ') : blank;
            if (blank < slash || at > 0 && isPathChar(c[at - 1])) {
                return false;
            }
            int end = pathEnd(c, at);
            if (end == at) {
                return false;
            }
            tokens.add(at, end, text.substring(at, end).hashCode(), Vocabulary.NONE);
            at = end;
            return true;
        }

        /** The next place of a character, the text's length if there is none. */
        private int next(char wanted) {
            int found = text.indexOf(wanted, at);
            return found < 0 ? c.length : found;
        }

        private void word() {
            int start = at;
            length = 0;
            hash = 0;
            letters = 0;
            common = LETTER;
            int end = plain();
            int skipped = 0;
            while (at < c.length) {
                stop.checkAt(length);
                char now = c[at];
                if (now == LicenseText.IGNORABLE) {
                    at++;
                    skipped++;
                    continue;
                }
                if (now == '\'' && at + 1 < c.length && isWordChar(c[at + 1]) && length > 0) {
                    if (isPossessive(c, at)) {
                        end = at;
                        at += 2;
                        break;
                    }
                } else if (!isWordChar(now) || Vocabulary.isHan(now)) {
                    break;
                }
                addLetter(now);
                at++;
                end = plain();
            }
            boolean link = startsLink();
            if (link) {
                while (at < c.length && isLinkChar(c[at])) {
                    at++;
                }
                end = at;
            }
            if (!link && length > 1 && skipped >= length - 1 && cut(start, end)) {
                return;
            }
            tokens.add(start, end, hash, link ? Vocabulary.NONE : vocabulary.symbolsOf(word, length, hash, packed()));
        }

        /** Adds several words instead of one whose letters all stand apart; false if it is one. */
        private boolean cut(int start, int end) {
            int[] offsets = new int[length];
            int count = 0;
            for (int i = start; i < end; i++) {
                if (isWordChar(c[i])) {
                    if (count == length || count > 0 && offsets[count - 1] == i - 1) {
                        return false;
                    }
                    offsets[count++] = i;
                }
            }
            int[] ends = count == length ? cutter.cut(word, length) : offsets;
            if (count < length || ends.length < 2) {
                return false;
            }
            int from = 0;
            for (int to : ends) {
                char[] part = Arrays.copyOfRange(word, from, to);
                int hashed = hash(new String(part));
                int[] symbols = vocabulary.symbolsOf(part, part.length, hashed, Vocabulary.NOT_PACKED);
                tokens.add(offsets[from], offsets[to - 1] + 1, hashed, symbols);
                from = to;
            }
            return true;
        }

        /** Reads the ASCII letters and digits that come next, of which most words are made; returns where they end. */
        private int plain() {
            int i = at;
            int n = length;
            int h = hash;
            long five = letters;
            int all = common;
            char[] into = word;
            int limit = Math.min(c.length, i + LONGEST_RUN);
            while (i < limit && c[i] < LOWER.length && LOWER[c[i]] != 0) {
                if (n == into.length) {
                    into = Arrays.copyOf(into, n * 2);
                }
                byte lower = LOWER[c[i++]];
                into[n++] = (char) lower;
                h = 31 * h + lower;
                five = five << 5 | lower & 0x1F;
                all &= lower;
            }
            word = into;
            length = n;
            hash = h;
            letters = five;
            common = all;
            at = i;
            return i;
        }

        private void addLetter(char letter) {
            String apart = ligature(letter);
            for (int i = 0; i < apart.length(); i++) {
                add(apart.charAt(i));
            }
            if (apart.isEmpty()) {
                add(lower(letter));
            }
        }

        private void add(char lower) {
            if (length == word.length) {
                word = Arrays.copyOf(word, length * 2);
            }
            word[length++] = lower;
            hash = 31 * hash + lower;
            common = 0;
        }

        /** The word in one number if it is one of the letters a to z, and no longer than such a number holds. */
        private long packed() {
            return length <= PACKED && common != 0 ? letters : Vocabulary.NOT_PACKED;
        }

        /** Whether the word that was read begins a web address. */
        private boolean startsLink() {
            if (at == c.length) {
                return false;
            }
            if (c[at] == ':') {
                return at + 2 < c.length && c[at + 1] == '/' && c[at + 2] == '/';
            }
            return c[at] == '.' && length == 3 && word[0] == 'w' && word[1] == 'w' && word[2] == 'w';
        }
    }

    /**
     * Where the path of a file ends that starts here; {@code start} if none does. A path has slashes and ends in a
     * name with an underscore or an extension: {@code src/some/file.c}, not {@code and/or}.
     */
    private static int pathEnd(char[] text, int start) {
        int end = start;
        int slash = -1;
        boolean underscore = false;
        while (end < text.length && isPathChar(text[end])) {
            char c = text[end];
            if (c == '/') {
                slash = end;
            }
            underscore |= c == '_';
            end++;
        }
        while (end > start && !isWordChar(text[end - 1])) {
            end--;
        }
        boolean path = slash > start && slash < end && (underscore || hasExtension(text, slash, end));
        return path ? end : start;
    }

    private static boolean hasExtension(char[] text, int slash, int end) {
        int dot = end - 1;
        while (dot > slash && text[dot] != '.') {
            dot--;
        }
        if (dot == slash || end - dot - 1 > LONGEST_EXTENSION) {
            return false;
        }
        for (int i = dot + 1; i < end; i++) {
            char c = text[i];
            if (!(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' && i > dot + 1)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isPathChar(char c) {
        return isLinkChar(c) && c != ',' && c != ';' && c != '(' && c != '\'' && c != ':';
    }

    /** The hash that {@link Tokens#hash(int)} gives a word, case apart. */
    public static int hash(CharSequence word) {
        if (word.length() == 1 && Vocabulary.isHan(word.charAt(0))) {
            return word.charAt(0);
        }
        int hash = 0;
        for (int i = 0; i < word.length(); i++) {
            String apart = ligature(word.charAt(i));
            for (int k = 0; k < apart.length(); k++) {
                hash = 31 * hash + apart.charAt(k);
            }
            hash = apart.isEmpty() ? 31 * hash + lower(word.charAt(i)) : hash;
        }
        return hash;
    }

    /** The letters that a ligature of a typeface stands for; empty for any other character. */
    private static String ligature(char c) {
        return c >= '\uFB00' && c <= '\uFB06' ? LIGATURES[c - '\uFB00'] : "";
    }

    private static boolean isPossessive(char[] text, int apostrophe) {
        char s = text[apostrophe + 1];
        return (s == 's' || s == 'S') && (apostrophe + 2 == text.length || !isWordChar(text[apostrophe + 2]));
    }

    private static char lower(char c) {
        if (c < LOWER.length) {
            return LOWER[c] == 0 ? c : (char) LOWER[c];
        }
        return Accents.lower(c);
    }

    private static boolean isWordChar(char c) {
        if (c < LOWER.length) {
            return LOWER[c] != 0;
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean isLinkChar(char c) {
        return c > ' ' && c < 127 && c != '"' && c != ')' && c != '<' && c != '>' && c != ']';
    }
}

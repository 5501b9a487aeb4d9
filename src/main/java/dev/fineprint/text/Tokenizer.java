// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Splits normalised text into words: runs of letters and digits with inner apostrophes, and single Han characters.
 * A possessive "'s" is left off; a web address and the path of a file are one word without symbols, so that the words
 * of a link prove nothing.
 * Linear in the text; thread-safe.
 */
public final class Tokenizer {
    private static final int LONGEST_EXTENSION = 5;

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
        Tokens tokens = new Tokens();
        String text = normalized.toString();
        int length = text.length();
        char[] word = new char[64];
        int i = 0;
        int step = 0;
        while (i < length) {
            stop.checkAt(step++);
            char c = text.charAt(i);
            if (Vocabulary.isHan(c)) {
                tokens.add(i, i + 1, c, vocabulary.symbolsOfHan(c));
                i++;
            } else if (isWordChar(c)) {
                int path = startsRun(text, i) ? pathEnd(text, i) : i;
                if (path > i) {
                    tokens.add(i, path, text.substring(i, path).hashCode(), Vocabulary.NONE);
                    i = path;
                    continue;
                }
                int start = i;
                int end = i;
                int n = 0;
                int hash = 0;
                boolean link = false;
                while (i < length) {
                    c = text.charAt(i);
                    if (c == LicenseText.IGNORABLE) {
                        i++;
                        continue;
                    }
                    if (c == '\'' && i + 1 < length && isWordChar(text.charAt(i + 1)) && n > 0) {
                        if (isPossessive(text, i)) {
                            end = i;
                            i += 2;
                            break;
                        }
                    } else if (!isWordChar(c) || Vocabulary.isHan(c)) {
                        break;
                    }
                    char lower = lower(c);
                    if (n == word.length) {
                        word = Arrays.copyOf(word, n * 2);
                    }
                    word[n++] = lower;
                    hash = 31 * hash + lower;
                    end = ++i;
                }
                if (i + 2 < length && text.charAt(i) == ':' && text.charAt(i + 1) == '/' && text.charAt(i + 2) == '/'
                        || n == 3
                                && word[0] == 'w'
                                && word[1] == 'w'
                                && word[2] == 'w'
                                && i < length
                                && text.charAt(i) == '.') {
                    link = true;
                    while (i < length && isLinkChar(text.charAt(i))) {
                        i++;
                    }
                    end = i;
                }
                tokens.add(start, end, hash, link ? Vocabulary.NONE : vocabulary.symbolsOf(word, n, hash));
            } else {
                i++;
            }
        }
        return tokens;
    }

    private static boolean startsRun(String text, int at) {
        return at == 0 || !isPathChar(text.charAt(at - 1));
    }

    /**
     * Where the path of a file ends that starts here; {@code start} if none does. A path has slashes and ends in a
     * name with an underscore or an extension: {@code src/some/file.c}, not {@code and/or}.
     */
    private static int pathEnd(String text, int start) {
        int end = start;
        int slash = -1;
        boolean underscore = false;
        while (end < text.length() && isPathChar(text.charAt(end))) {
            char c = text.charAt(end);
            if (c == '/') {
                slash = end;
            }
            underscore |= c == '_';
            end++;
        }
        while (end > start && !isWordChar(text.charAt(end - 1))) {
            end--;
        }
        boolean path = slash > start && slash < end && (underscore || hasExtension(text, slash, end));
        return path ? end : start;
    }

    private static boolean hasExtension(String text, int slash, int end) {
        int dot = end - 1;
        while (dot > slash && text.charAt(dot) != '.') {
            dot--;
        }
        if (dot == slash || end - dot - 1 > LONGEST_EXTENSION) {
            return false;
        }
        for (int i = dot + 1; i < end; i++) {
            char c = text.charAt(i);
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
            hash = 31 * hash + lower(word.charAt(i));
        }
        return hash;
    }

    private static boolean isPossessive(String text, int apostrophe) {
        char s = text.charAt(apostrophe + 1);
        return (s == 's' || s == 'S') && (apostrophe + 2 == text.length() || !isWordChar(text.charAt(apostrophe + 2)));
    }

    private static char lower(char c) {
        if (c < 128) {
            return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        }
        return Character.toLowerCase(c);
    }

    private static boolean isWordChar(char c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
        }
        return Character.isLetterOrDigit(c);
    }

    private static boolean isLinkChar(char c) {
        return c > ' ' && c < 127 && c != '"' && c != ')' && c != '<' && c != '>' && c != ']';
    }
}

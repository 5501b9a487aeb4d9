// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Joins words whose letters stand apart, "m i l i t a r y" or "c-o-m-m-e-r-c-i-a-l": what separates the letters becomes
 * {@link LicenseText#IGNORABLE}. The letters of a word are apart by the same character throughout; two blanks, another
 * blank or a line end part words. Han characters apart are joined likewise. Letters of a list, a formula, a column or a name ("J. R. R.") stay as they are, since
 * by their looks they make no word.
 */
final class SpacedLetters {
    /** So many letters may make a word by their looks. */
    private static final int WORD = 5;
    /** So many may if a blank or a hyphen separates them, as in no abbreviation. */
    private static final int SHORT_WORD = 4;
    /** Fewer capitals with full stops between are an abbreviation. */
    private static final int LONGEST_ABBREVIATION = 8;
    /** A word has so many different letters, and one more if it is long, or several words that nothing parts. */
    private static final int DIFFERENT = 3;

    private static final int LONG = 8;

    private static final int VOWELS = letters("aeiouy");

    /** What may separate letters: 1 for it and, where a text is only skimmed, for characters with the same low byte. */
    private static final byte[] SEPARATES = new byte[0x100];

    static {
        for (char separator : " .-_*\u00B7".toCharArray()) {
            SEPARATES[separator] = 1;
        }
    }

    /** The text as it was written: blanks that look alike in normalised text may not be the same ones. */
    private final String text;

    private final char[] c;
    /** Starts and ends of the stretches of single letters that no word parts, and whether one of them makes a word. */
    private int[] stretches = new int[64];

    private int size;
    private boolean word;

    private SpacedLetters(String text, char[] c) {
        this.text = text;
        this.c = c;
    }

    private static int letters(String letters) {
        int bits = 0;
        for (int i = 0; i < letters.length(); i++) {
            bits |= bit(letters.charAt(i));
        }
        return bits;
    }

    private static int bit(char letter) {
        return 1 << (letter & 31);
    }

    /** Joins the words in place; where there are none it looks at every fourth character and little more. */
    static void join(String text, char[] c, StopSignal stop) {
        if (mayStandIn(c)) {
            new SpacedLetters(text, c).join(stop);
        }
    }

    /**
     * Whether four letters stand apart somewhere: with the separators before and after them they take nine characters, so
     * that one of every four meets a separator and the next of them.
     */
    private static boolean mayStandIn(char[] c) {
        for (int i = 0; i + 3 < c.length; i += 4) {
            // No question of one character alone: every fifth is a blank, and no processor foresees which.
            int both = SEPARATES[c[i] & 0xFF] & SEPARATES[c[i + 2] & 0xFF];
            int behind = SEPARATES[c[i + 1] & 0xFF] & SEPARATES[c[i + 3] & 0xFF];
            if ((both | behind) != 0) {
                int letter = both != 0 ? i + 1 : i;
                while (letter >= 2 && separates(c[letter - 1]) && Chars.isLetter(c[letter - 2])) {
                    letter -= 2;
                }
                int letters = 0;
                while (letter < c.length && Chars.isLetter(c[letter])) {
                    letters++;
                    boolean apart = letter + 1 == c.length || separates(c[letter + 1]);
                    if (letters >= SHORT_WORD) {
                        return true;
                    }
                    letter = apart ? letter + 2 : c.length;
                }
            }
        }
        return false;
    }

    private void join(StopSignal stop) {
        int step = 0;
        int i = 0;
        while (i < c.length) {
            stop.checkAt(step++);
            if (!isPart(c[i])) {
                i++;
            } else if (isSingle(i)) {
                i = stretch(i);
            } else {
                finish();
                while (i < c.length && isPart(c[i])) {
                    i++;
                }
            }
        }
        finish();
    }

    /** Reads the stretch of letters that starts here; where it ends. */
    private int stretch(int start) {
        int last = start;
        while (goesOn(start, last + 1) && last + 2 < c.length) {
            int next = last + 2;
            if (isMark(c[next]) && c[next] != c[start + 1] && goesOn(start, next + 1)) {
                next += 2;
            }
            if (next >= c.length || !isSingle(next) || Chars.isHan(c[next]) != Chars.isHan(c[start])) {
                break;
            }
            last = next;
        }
        if (last == start + 2 && startsOther(start, last)) {
            // "a n-o-t-i-c-e": the first letter is a word of its own.
            return last;
        }
        if (last > start) {
            if (size == stretches.length) {
                stretches = Arrays.copyOf(stretches, size * 2);
            }
            stretches[size++] = start;
            stretches[size++] = last + 1;
            word |= looksLikeWord(start, last + 1);
        }
        return last + 1;
    }

    /** Whether at an offset stands what separates the letters of the stretch that starts somewhere. */
    private boolean goesOn(int start, int at) {
        return at < c.length && separates(c[at]) && c[at] == c[start + 1] && text.charAt(at) == text.charAt(start + 1);
    }

    /** Whether the letter at an offset has another one behind it, separated by something else than it is from the first. */
    private boolean startsOther(int start, int at) {
        boolean alone = start == 0 || text.charAt(start - 1) == text.charAt(start + 1);
        return alone && at + 2 < c.length && separates(c[at + 1]) && !goesOn(start, at + 1) && isSingle(at + 2);
    }

    private static boolean separates(char c) {
        return c < SEPARATES.length && SEPARATES[c] != 0;
    }

    /** The hyphen or apostrophe of a word whose letters blanks separate. */
    private static boolean isMark(char c) {
        return c == '-' || c == '\'';
    }

    private static boolean isPart(char c) {
        return Chars.isWord(c) || c == LicenseText.IGNORABLE;
    }

    /** Whether a letter stands by itself. */
    private boolean isSingle(int at) {
        return Chars.isLetter(c[at]) && (at == 0 || !isPart(c[at - 1])) && (at + 1 == c.length || !isPart(c[at + 1]));
    }

    private boolean looksLikeWord(int start, int end) {
        if (Chars.isHan(c[start])) {
            return end - start >= 2 * SHORT_WORD - 1;
        }
        int letters = 0;
        int upper = 0;
        int vowels = 0;
        int counting = 0;
        int different = 0;
        char before = 0;
        for (int i = start; i < end; i += 2) {
            if (!isMark(c[i])) {
                char lower = Character.toLowerCase(c[i]);
                letters++;
                upper += i > start && Chars.isUpper(c[i]) ? 1 : 0;
                vowels += Chars.isAsciiLetter(c[i]) && (VOWELS & bit(lower)) != 0 ? 1 : 0;
                counting += lower == before + 1 ? 1 : 0;
                different |= bit(lower);
                before = lower;
            }
        }
        boolean cased = upper * 4 <= letters || upper == letters - 1 && Chars.isUpper(c[start]);
        boolean abbreviation = c[start + 1] == '.' && upper == letters - 1 && letters < LONGEST_ABBREVIATION;
        if (!cased || abbreviation || counting * 2 >= letters - 1) {
            return false;
        }
        if (letters < WORD) {
            boolean blank = c[start + 1] == ' ' || c[start + 1] == '-';
            return blank && letters == SHORT_WORD && vowels > 0 && vowels * 2 <= letters && differ(different, letters);
        }
        return vowels * 7 >= letters && vowels * 10 <= letters * 7 && differ(different, letters);
    }

    private static boolean differ(int different, int letters) {
        return Integer.bitCount(different) >= (letters < LONG ? DIFFERENT : DIFFERENT + 1);
    }

    /** Joins the stretches read so far if one of them makes a word, and forgets them. */
    private void finish() {
        for (int s = 0; word && s < size; s += 2) {
            for (int i = stretches[s] + 1; i < stretches[s + 1]; i += 2) {
                c[i] = LicenseText.IGNORABLE;
            }
        }
        size = 0;
        word = false;
    }
}

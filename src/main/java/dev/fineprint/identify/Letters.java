// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/**
 * Numbers for letters, words and runs of words.
 *
 * <p>A word's value is the polynomial of its letters at a fixed point, modulo the prime 2^61 - 1; the value of a run of
 * words follows from theirs, and does not depend on where one word ends and the next begins.
 */
final class Letters {
    static final long PRIME = (1L << 61) - 1;
    private static final long POINT = 0x0F3A_6D2C_91B7_5E43L;
    private static final int POWERS = 128;
    private static final long[] POWER = new long[POWERS];
    /** The powers in two parts of 32 and 29 bits: their products with letters can be summed up without a carry. */
    private static final long[] POWER_LOW = new long[POWERS];

    private static final long[] POWER_HIGH = new long[POWERS];
    private static final int FOLDS = 0x250;
    private static final int FIRST_ACCENT = 0xC0;

    /**
     * The letters from {@value #FIRST_ACCENT} on in lower case, without what Unicode takes apart into a letter and its accent:
     * written out, since the tables that tell are large.
     */
    private static final String WITHOUT_ACCENT = "aaaaaa\u00E6ceeeeiiii\u00F0nooooo\u00D7\u00F8uuuuy\u00FE\u00DF"
            + "aaaaaa\u00E6ceeeeiiii\u00F0nooooo\u00F7\u00F8uuuuy\u00FEy"
            + "aaaaaaccccccccdd\u0111\u0111eeeeeeeeeegggg"
            + "gggghh\u0127\u0127iiiiiiiii\u0131\u0133\u0133jjkk\u0138llllll\u0140"
            + "\u0140\u0142\u0142nnnnnn\u0149\u014B\u014Boooooo\u0153\u0153rrrrrrssssss"
            + "sstttt\u0167\u0167uuuuuuuuuuuuwwyyyzzzzzz\u017F"
            + "\u0180\u0253\u0183\u0183\u0185\u0185\u0254\u0188\u0188\u0256\u0257\u018C\u018C\u018D\u01DD\u0259\u025B\u0192\u0192\u0260\u0263\u0195\u0269\u0268\u0199\u0199\u019A\u019B\u026F\u0272\u019E\u0275"
            + "oo\u01A3\u01A3\u01A5\u01A5\u0280\u01A8\u01A8\u0283\u01AA\u01AB\u01AD\u01AD\u0288uu\u028A\u028B\u01B4\u01B4\u01B6\u01B6\u0292\u01B9\u01B9\u01BA\u01BB\u01BD\u01BD\u01BE\u01BF"
            + "\u01C0\u01C1\u01C2\u01C3\u01C6\u01C6\u01C6\u01C9\u01C9\u01C9\u01CC\u01CC\u01CCaaiioouuuuuuuuuu\u01DDaa"
            + "aa\u00E6\u00E6\u01E5\u01E5ggkkoooo\u0292\u0292j\u01F3\u01F3\u01F3gg\u0195\u01BFnnaa\u00E6\u00E6\u00F8\u00F8"
            + "aaaaeeeeiiiioooorrrruuuusstt\u021D\u021Dhh"
            + "\u019E\u0221\u0223\u0223\u0225\u0225aaeeooooooooyy\u0234\u0235\u0236\u0237\u0238\u0239\u2C65\u023C\u023C\u019A\u2C66\u023F"
            + "\u0240\u0242\u0242\u0180\u0289\u028C\u0247\u0247\u0249\u0249\u024B\u024B\u024D\u024D\u024F\u024F";

    private static final char[] FOLD = new char[FOLDS];

    static {
        POWER[0] = 1;
        for (int i = 1; i < POWERS; i++) {
            POWER[i] = multiply(POWER[i - 1], POINT);
        }
        for (int i = 0; i < POWERS; i++) {
            POWER_LOW[i] = POWER[i] & 0xFFFF_FFFFL;
            POWER_HIGH[i] = POWER[i] >>> 32;
        }
        for (char c = 0; c < FOLDS; c++) {
            FOLD[c] = c < FIRST_ACCENT ? Character.toLowerCase(c) : WITHOUT_ACCENT.charAt(c - FIRST_ACCENT);
        }
    }

    private Letters() {}

    /** The letter that stands for {@code c} in comparisons: lower case, without accent. */
    static char fold(char c) {
        if (c < FOLDS) {
            return FOLD[c];
        }
        return c == '\u03C2' ? '\u03C3' : Character.toLowerCase(c);
    }

    /** The value of the first {@code count} letters, which are at most {@value #POWERS}. */
    static long value(char[] letters, int count) {
        long low = 0;
        long high = 0;
        for (int i = 0, power = count - 1; i < count; i++, power--) {
            low += letters[i] * POWER_LOW[power];
            high += letters[i] * POWER_HIGH[power];
        }
        // 2^61 is 1: what the high part has beyond bit 28 counts from the start again.
        long sum = (low & PRIME) + ((high & (1L << 29) - 1) << 32) + (high >>> 29);
        sum = (sum & PRIME) + (sum >>> 61);
        return sum >= PRIME ? sum - PRIME : sum;
    }

    /** The value of two runs put together. */
    static long join(long first, long second, int lettersOfSecond) {
        return add(multiply(first, power(lettersOfSecond)), second);
    }

    /** The value of the run that is left when {@code first} is cut from the front of {@code both}. */
    static long cut(long both, long first, long powerOfRest) {
        return reduced(both - multiply(first, powerOfRest));
    }

    static long power(int exponent) {
        if (exponent < POWERS) {
            return POWER[exponent];
        }
        long result = 1;
        long square = POINT;
        for (int e = exponent; e > 0; e >>= 1) {
            if ((e & 1) != 0) {
                result = multiply(result, square);
            }
            square = multiply(square, square);
        }
        return result;
    }

    static long multiply(long a, long b) {
        long high = Math.multiplyHigh(a, b);
        long low = a * b;
        long sum = (low & PRIME) + (low >>> 61 | high << 3);
        sum = (sum & PRIME) + (sum >>> 61);
        return sum == PRIME ? 0 : sum;
    }

    private static long add(long a, long b) {
        return reduced(a + b - PRIME);
    }

    /** What is up to the prime below zero, from zero on; without a branch, for nothing tells which way it will go. */
    private static long reduced(long difference) {
        return difference + (difference >> 63 & PRIME);
    }

    /** The number of a word of this value, its bits well mixed. */
    static long hash(long value) {
        return mix(value + 0x9E37_79B9_7F4A_7C15L);
    }

    static long mix(long z) {
        z = (z ^ z >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
        return z ^ z >>> 31;
    }

    /** The value of a word written here in the source, in lower-case letters. */
    static long valueOf(CharSequence word) {
        char[] letters = word.toString().toCharArray();
        return value(letters, letters.length);
    }

    /** The number of a word written here in the source, in lower-case letters. */
    static long hashOf(CharSequence word) {
        return hash(valueOf(word));
    }
}

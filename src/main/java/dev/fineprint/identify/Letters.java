// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.text.Normalizer;

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
            char base = c;
            if (c >= 0xC0) {
                String plain = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
                if (plain.length() > 1 && Character.getType(plain.charAt(1)) == Character.NON_SPACING_MARK) {
                    base = plain.charAt(0);
                }
            }
            FOLD[c] = Character.toLowerCase(base);
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
        long d = both - multiply(first, powerOfRest);
        return d < 0 ? d + PRIME : d;
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
        long sum = a + b;
        return sum >= PRIME ? sum - PRIME : sum;
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

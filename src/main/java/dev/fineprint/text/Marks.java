// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Where the signs of a text stand that may end a sentence, enclose words or mark an item: whoever looks for one of them
 * need not look at the letters between.
 */
final class Marks {
    private static final boolean[] ASCII = new boolean[0x80];

    static {
        for (char sign : ".!?;()[]\"".toCharArray()) {
            ASCII[sign] = true;
        }
    }

    private final int[] places;
    private final int size;

    private Marks(int[] places, int size) {
        this.places = places;
        this.size = size;
    }

    /** The signs of a normalised text. */
    static Marks of(char[] c) {
        int[] places = new int[64 + c.length / 16];
        int size = 0;
        for (int i = 0; i < c.length; i++) {
            char now = c[i];
            if (now < 0x80 ? ASCII[now] : now <= '\u3011' && isMark(now)) {
                if (size == places.length) {
                    places = Arrays.copyOf(places, size * 2);
                }
                places[size++] = i;
            }
        }
        return new Marks(places, size);
    }

    private static boolean isMark(char c) {
        return isEnclosedNumber(c)
                || c == '\u3001'
                || c == '\u3002'
                || c == '\u300A'
                || c == '\u300B'
                || c == '\u3010'
                || c == '\u3011';
    }

    /** Whether a character is a number or letter in a circle or in parentheses. */
    static boolean isEnclosedNumber(char c) {
        return c >= '\u2460' && c <= '\u24B5' || c >= '\u2776' && c <= '\u2789';
    }

    int size() {
        return size;
    }

    /** The offset of a sign, by its number. */
    int at(int number) {
        return places[number];
    }

    /** The number of the first sign at or after an offset; {@link #size()} if there is none. */
    int firstFrom(int offset) {
        int found = Arrays.binarySearch(places, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }
}

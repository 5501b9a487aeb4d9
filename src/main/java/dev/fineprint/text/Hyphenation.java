// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;

/**
 * Joins words broken at a line's end. The line end becomes {@link LicenseText#IGNORABLE}, and so does the hyphen,
 * unless it belongs to the word ("third-" before "party"): that is told from the rest of the text, where the word may
 * stand unbroken, else from what the first part is.
 */
final class Hyphenation {
    /** Beyond so many broken words the rest of the text is not asked any more. */
    private static final int MOST_ASKED = 20_000;

    private static final WordSet FIRST_PARTS = WordSet.of(
            "ad age all anti bad best bi broad built case co commercial cost counter cross day de down dual e end ex",
            "face fair fee fifth fine first five fixed four fourth free full future general good government hard",
            "heavy high higher human in industry inter ill know large law life like long low lower machine market mid",
            "model multi must near net new no non not off old on one open opt out over peer per personal place post"
                    + " pre",
            "pro publicly quasi re real right risk royalty run safety second self semi service seven short side sign",
            "single six small so source state stand start sub ten the then third three time to top trade two type un",
            "up user value water well where whole wide work world write year zero");
    /** "pre- and postcontractual": the hyphen is no broken word's. */
    private static final WordSet CONJUNCTIONS = WordSet.of("and or to nor but und oder et ou");

    private final char[] c;
    private int[] hyphens = new int[16];
    private int count;

    private Hyphenation(char[] c) {
        this.c = c;
    }

    /** Joins broken words in place. */
    static void join(char[] c, StopSignal stop) {
        Hyphenation broken = new Hyphenation(c);
        broken.find(stop);
        if (broken.count > 0) {
            broken.join(stop);
        }
    }

    private void find(StopSignal stop) {
        for (int i = 1; i < c.length; i++) {
            stop.checkAt(i);
            if (c[i] == '-' && Chars.isLetter(c[i - 1]) && !Chars.isHan(c[i - 1]) && next(i) > 0) {
                if (count == hyphens.length) {
                    hyphens = Arrays.copyOf(hyphens, count * 2);
                }
                hyphens[count++] = i;
            }
        }
    }

    /** The offset where a word goes on after the hyphen and one line end, or -1. */
    private int next(int hyphen) {
        int i = hyphen + 1;
        while (i < c.length && c[i] == ' ') {
            i++;
        }
        if (i == c.length || c[i] != '\n') {
            return -1;
        }
        i++;
        while (i < c.length && c[i] == ' ') {
            i++;
        }
        return i < c.length && Chars.isLower(c[i]) ? i : -1;
    }

    private void join(StopSignal stop) {
        int asked = Math.min(count, MOST_ASKED);
        long[] wanted = new long[asked * 3];
        for (int i = 0; i < asked; i++) {
            int next = next(hyphens[i]);
            int left = wordStart(hyphens[i]);
            int right = wordEnd(next);
            wanted[3 * i] = key(left, hyphens[i], next, next);
            wanted[3 * i + 1] = key(left, left, next, right);
            wanted[3 * i + 2] = key(left, hyphens[i], next, right);
        }
        long[] found = Arrays.stream(wanted).sorted().distinct().toArray();
        boolean[] present = present(found, stop);
        for (int i = 0; i < count; i++) {
            stop.checkAt(i);
            int hyphen = hyphens[i];
            int next = next(hyphen);
            if (CONJUNCTIONS.contains(c, next, wordEnd(next))) {
                continue;
            }
            int left = wordStart(hyphen);
            boolean address = left > 0 && (c[left - 1] == '/' || c[left - 1] == '.');
            boolean joined = i < asked && present[Arrays.binarySearch(found, wanted[3 * i + 2])];
            boolean both = i < asked
                    && present[Arrays.binarySearch(found, wanted[3 * i])]
                    && present[Arrays.binarySearch(found, wanted[3 * i + 1])];
            boolean keep = address || !joined && (both || FIRST_PARTS.contains(c, left, hyphen));
            Arrays.fill(c, keep ? hyphen + 1 : hyphen, next, LicenseText.IGNORABLE);
        }
    }

    /** Which of the wanted words stand elsewhere in the text, unbroken. */
    private boolean[] present(long[] wanted, StopSignal stop) {
        boolean[] present = new boolean[wanted.length];
        int i = 0;
        int step = 0;
        while (i < c.length) {
            stop.checkAt(step++);
            if (!Chars.isLetter(c[i])) {
                i++;
                continue;
            }
            int end = wordEnd(i);
            boolean broken = end < c.length && c[end] == '-' && next(end) > 0;
            int at = broken || brokenBefore(i) ? -1 : Arrays.binarySearch(wanted, key(i, end, end, end));
            if (at >= 0) {
                present[at] = true;
            }
            i = end;
        }
        return present;
    }

    /** Whether the word that starts here is the second part of a broken one. */
    private boolean brokenBefore(int start) {
        int i = start - 1;
        while (i >= 0 && c[i] == ' ') {
            i--;
        }
        if (i < 0 || c[i] != '\n') {
            return false;
        }
        i--;
        while (i >= 0 && c[i] == ' ') {
            i--;
        }
        return i > 0 && c[i] == '-' && Chars.isLetter(c[i - 1]);
    }

    private int wordStart(int end) {
        int i = end;
        while (i > 0 && Chars.isLetter(c[i - 1])) {
            i--;
        }
        return i;
    }

    private int wordEnd(int start) {
        int i = start;
        while (i < c.length && Chars.isLetter(c[i])) {
            i++;
        }
        return i;
    }

    /** A hash of the letters of two stretches, case ignored. */
    private long key(int from, int to, int from2, int to2) {
        return hash(hash(0xCBF29CE484222325L, from, to), from2, to2);
    }

    private long hash(long seed, int from, int to) {
        long hash = seed;
        for (int i = from; i < to; i++) {
            hash = (hash ^ Chars.lower(c[i])) * 0x100000001B3L;
        }
        return hash;
    }
}

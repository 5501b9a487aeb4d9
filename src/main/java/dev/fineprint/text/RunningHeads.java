// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Blanks the running heads of texts taken out of paged documents: short lines that stand the same on page after page. A
 * line is one when it comes back at least three times, a page apart and before other words, and at least once in the
 * middle of a sentence. Its first occurrence stays, which may be the title. A line that begins with a small letter is none,
 * nor is a line of a licence that a text holds several times: the same words follow it.
 */
final class RunningHeads {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 60;
    private static final int LEAST = 3;
    private static final int SHORTEST_PAGE = 300;
    /** So many characters after a line tell whether its neighbourhood is the same. */
    private static final int BEHIND = 12;

    private static final String FINAL = ".,;:!?\u3002\u3001\u3009\u300D";

    private final char[] c;
    /** Short lines: start, end. */
    private final IntList lines = new IntList();
    /** For the words of a short line, as a hash: how often they come, a page apart. */
    private final Map<Integer, int[]> seen = new HashMap<>();

    private RunningHeads(char[] c) {
        this.c = c;
    }

    /** Blanks running heads in place. */
    static void blank(char[] c) {
        RunningHeads heads = new RunningHeads(c);
        if (heads.find()) {
            heads.blankFound();
        }
    }

    private boolean find() {
        boolean found = false;
        int at = 0;
        while (at < c.length) {
            int from = at;
            while (from < c.length && Chars.isBlank(c[from])) {
                from++;
            }
            int eol = from;
            while (eol < c.length && c[eol] != '\n') {
                eol++;
            }
            at = eol + 1;
            int to = eol;
            while (to > from && Chars.isBlank(c[to - 1])) {
                to--;
            }
            if (to - from >= SHORTEST
                    && to - from <= LONGEST
                    && Chars.isWord(c[from])
                    && !Chars.isDigit(c[from])
                    && !Character.isLowerCase(c[from])
                    && FINAL.indexOf(c[to - 1]) < 0) {
                lines.add(from);
                lines.add(to);
                found |= count(from, to);
            }
        }
        return found;
    }

    /** Counts a line; whether it is one to look at. */
    private boolean count(int from, int to) {
        // first start, last start, number of occurrences, of those inside a sentence
        int[] places = seen.computeIfAbsent(hash(from, to), unseen -> new int[] {from, -SHORTEST_PAGE, 0, 0});
        if (from - places[1] < SHORTEST_PAGE || !recurs(places[0], from, to)) {
            return false;
        }
        places[1] = from;
        places[2]++;
        if (places[2] > 1 && PageNumbers.goesOn(c, from, to)) {
            places[3]++;
        }
        return places[2] >= LEAST && places[3] > 0;
    }

    private void blankFound() {
        for (int i = 0; i < lines.size(); i += 2) {
            int from = lines.get(i);
            int to = lines.get(i + 1);
            int[] places = seen.get(hash(from, to));
            if (places != null
                    && places[2] >= LEAST
                    && places[3] > 0
                    && from > places[0]
                    && recurs(places[0], from, to)) {
                boolean goesOn = PageNumbers.goesOn(c, from, to);
                Arrays.fill(c, from, to, ' ');
                if (goesOn) {
                    PageNumbers.keepOneLineEnd(c, from);
                }
            }
        }
    }

    /** Whether a line has the same words as the first of its hash, and others behind it. */
    private boolean recurs(int first, int from, int to) {
        if (first == from) {
            return true;
        }
        int end = first + to - from;
        return end < c.length
                && Chars.isSpace(c[end])
                && Arrays.equals(c, first, end, c, from, to)
                && !sameBehind(end, to);
    }

    private boolean sameBehind(int one, int other) {
        int i = one;
        int j = other;
        for (int n = 0; n < BEHIND; n++) {
            i = words(i);
            j = words(j);
            if (i == c.length || j == c.length) {
                return i == j;
            }
            if (c[i++] != c[j++]) {
                return false;
            }
        }
        return true;
    }

    private int words(int from) {
        int i = from;
        while (i < c.length && Chars.isSpace(c[i])) {
            i++;
        }
        return i;
    }

    private int hash(int from, int to) {
        int hash = 1;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + c[i];
        }
        return hash;
    }
}

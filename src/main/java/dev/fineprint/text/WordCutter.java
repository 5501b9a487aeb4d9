// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Cuts letters that no blank parts, "noncommercialuseonly", into words of a vocabulary: of all ways to cut them the one
 * with the fewest words and the fewest letters that belong to none. One serves one text, and cuts only so many letters of
 * it, since this is much dearer than to read a word. Not thread-safe.
 */
final class WordCutter {
    /** More letters than this are no word, and no line of them. */
    private static final int MOST_LETTERS = 400;

    private static final int MOST_LETTERS_OF_A_TEXT = 20_000;
    private static final int FEWEST_LETTERS = 8;
    private static final int LONGEST = 20;

    private static final int WORD = 10;
    private static final int LETTER_BEHIND_PREFIX = 4;
    private static final int LETTER_OF_NO_WORD = 12;
    /** A cut is worth something if its words have so many letters on average, those of none counted as words. */
    private static final int LETTERS_TO_A_WORD = 3;

    private final Vocabulary vocabulary;
    /** What stretches of letters cost that were looked up before. */
    private final Map<String, Integer> costs = new HashMap<>();

    private int left = MOST_LETTERS_OF_A_TEXT;

    WordCutter(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /**
     * The ends of the words that lower-case letters consist of, ascending; just their number where they are one word or do
     * not consist of words.
     */
    int[] cut(char[] letters, int length) {
        int[] whole = {length};
        if (length < FEWEST_LETTERS || length > MOST_LETTERS || length > left || knows(letters, length)) {
            return whole;
        }
        left -= length;
        int[] best = new int[length + 1];
        int[] from = new int[length + 1];
        Arrays.fill(best, 1, best.length, Integer.MAX_VALUE);
        for (int start = 0; start < length; start++) {
            relax(best, from, start, start + 1, LETTER_OF_NO_WORD);
            if (vocabulary.startsWord(letters, start, length)) {
                for (int end = start + 2; end <= Math.min(length, start + LONGEST); end++) {
                    relax(best, from, start, end, cost(letters, start, end));
                }
            }
        }
        int[] ends = new int[length];
        int count = 0;
        for (int end = length; end > 0; end = from[end]) {
            ends[count++] = end;
        }
        if (count * LETTERS_TO_A_WORD > length) {
            return whole;
        }
        int[] ascending = new int[count];
        for (int i = 0; i < count; i++) {
            ascending[i] = ends[count - 1 - i];
        }
        return ascending;
    }

    private static void relax(int[] best, int[] from, int start, int end, int cost) {
        if (cost != Integer.MAX_VALUE && best[start] + cost < best[end]) {
            best[end] = best[start] + cost;
            from[end] = start;
        }
    }

    private boolean knows(char[] letters, int length) {
        if (length > 2 * LONGEST) {
            return false;
        }
        int known = vocabulary.known(new String(letters, 0, length));
        return known == length || known * 3 > length * 2;
    }

    /** What it costs to read letters as one word; {@link Integer#MAX_VALUE} if they are none. */
    private int cost(char[] letters, int start, int end) {
        String word = new String(letters, start, end - start);
        Integer known = costs.get(word);
        if (known == null) {
            int prefix = vocabulary.known(word);
            known = prefix == 0 ? Integer.MAX_VALUE : WORD + LETTER_BEHIND_PREFIX * (word.length() - prefix);
            costs.put(word, known);
        }
        return known;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** Some Chinese phrases, which are looked for at every character: most characters start none of them. */
final class HanPhrases {
    private final String[] phrases;
    /** By the low eight bits of a character, whether a phrase may start with it. */
    private final boolean[] starts = new boolean[0x100];

    private HanPhrases(String[] phrases) {
        this.phrases = phrases;
        for (String phrase : phrases) {
            starts[phrase.charAt(0) & 0xFF] = true;
        }
    }

    /** The phrases of a string, separated by blanks. */
    static HanPhrases of(String phrases) {
        return new HanPhrases(phrases.split(" "));
    }

    /** Whether one of them stands between two offsets. */
    boolean standIn(char[] c, int from, int to) {
        for (int i = from; i < to; i++) {
            if (startAt(c, i, to)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them starts at an offset, and does not go beyond another. */
    boolean startAt(char[] c, int at, int to) {
        if (!starts[c[at] & 0xFF]) {
            return false;
        }
        for (String phrase : phrases) {
            if (c[at] == phrase.charAt(0) && Chars.startsWith(c, at, to, phrase)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them ends at an offset, and does not start before another. */
    boolean endAt(char[] c, int from, int at) {
        for (String phrase : phrases) {
            if (at - from >= phrase.length() && endsAt(c, from, at, phrase)) {
                return true;
            }
        }
        return false;
    }

    private static boolean endsAt(char[] c, int from, int at, String phrase) {
        int i = at;
        for (int p = phrase.length() - 1; p >= 0; p--) {
            do {
                i--;
            } while (i >= from && c[i] == LicenseText.IGNORABLE);
            if (i < from || c[i] != phrase.charAt(p)) {
                return false;
            }
        }
        return true;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Makes variants of writing one, in the same length: a few passes over the characters, each linear, each run only
 * where the text has what it looks for. Normalising a normalised text changes nothing, unless it quotes comments in
 * comments more than four deep.
 */
final class Normalizer {
    private static final int HAN = 1;
    private static final int MARKUP = 1 << 1;
    private static final int DIGITS = 1 << 2;
    private static final int HYPHENS = 1 << 3;
    private static final int LOOKALIKES = 1 << 4;
    private static final int ENTITIES = 1 << 5;
    private static final int GARBLED = 1 << 6;
    private static final int BACKSLASHES = 1 << 7;
    /** Signs that may be markup one by one; quotes are only when three stand together. */
    private static final int SIGNS = 1 << 8;

    private static final int STYLED = 1 << 9;

    private static final char ASCII = 0x80;
    /** Of an ASCII character that does not stand for itself. */
    private static final int MAPPED = -1;

    private static final int[] ASCII_HAS = new int[ASCII];

    static {
        for (char c = 0; c < ASCII; c++) {
            ASCII_HAS[c] = c == '\r' || CharTable.map(c) != c ? MAPPED : of(c);
        }
    }

    private Normalizer() {}

    private static int of(char ascii) {
        return switch (ascii) {
            case '&' -> MARKUP | SIGNS | ENTITIES;
            case '\\' -> MARKUP | SIGNS | BACKSLASHES;
            case '<', '*', '_', '|', ']', '>' -> MARKUP | SIGNS;
            case '\'' -> MARKUP;
            case '-' -> HYPHENS;
            default -> Chars.isDigit(ascii) ? DIGITS : 0;
        };
    }

    private static int ofOther(char c) {
        if (Chars.isHan(c)) {
            return c == '\u9875' ? HAN | DIGITS : HAN;
        }
        if (StyledLetters.isCandidate(c)) {
            return STYLED;
        }
        return c == '\u00C2' || c == '\u00C3' || c == '\u00E2' ? GARBLED : Lookalikes.isCandidate(c) ? LOOKALIKES : 0;
    }

    /**
     * Normalises a text.
     *
     * @param c its characters, which become those of the normalised text
     */
    static String normalize(String text, char[] c, StopSignal stop) {
        // What the text has, as bits: of ASCII characters from a table, of others as they are found.
        int has = 0;
        for (int i = 0; i < c.length; i++) {
            stop.checkAt(i);
            char from = c[i];
            if (from < ASCII && ASCII_HAS[from] != MAPPED) {
                has |= ASCII_HAS[from];
                continue;
            }
            char to = CharTable.map(from);
            if (to == '\r') {
                to = i + 1 < c.length && c[i + 1] == '\n' ? ' ' : '\n';
            } else if (from == '\u00AD' && endsLine(c, i + 1)) {
                to = '-';
            }
            c[i] = to;
            has |= to < ASCII ? of(to) : ofOther(to);
        }
        boolean han = (has & HAN) != 0;
        boolean markup = (has & MARKUP) != 0;
        boolean digits = (has & (DIGITS | STYLED)) != 0;
        boolean hyphens = (has & HYPHENS) != 0;
        boolean lookalikes = (has & LOOKALIKES) != 0;
        boolean entities = (has & ENTITIES) != 0;
        boolean garbled = (has & GARBLED) != 0;
        boolean backslashes = (has & BACKSLASHES) != 0;
        if (han) {
            CharTable.simplify(c);
            stop.check();
        }
        if ((has & STYLED) != 0) {
            StyledLetters.fold(c);
            stop.check();
        }
        if (garbled) {
            Mojibake.blank(text, c);
        }
        if (backslashes) {
            LineEscapes.blank(c);
        }
        stop.check();
        FrontMatter.blank(c);
        stop.check();
        Comments.blank(c, stop);
        stop.check();
        if ((has & SIGNS) != 0 || (has & MARKUP) != 0 && Markup.hasFence(c)) {
            Markup.blank(c, stop);
            stop.check();
        }
        if (digits || markup) {
            PageNumbers.blank(c, stop);
            stop.check();
            RunningHeads.blank(c);
            stop.check();
        }
        if (hyphens || markup) {
            Hyphenation.join(c, stop);
            stop.check();
        }
        SpacedLetters.join(text, c, stop);
        stop.check();
        if (lookalikes || entities) {
            Lookalikes.fold(c, stop);
        }
        stop.check();
        String normalized = new String(c);
        return normalized.equals(text) ? text : normalized;
    }

    private static boolean endsLine(char[] c, int from) {
        int i = from;
        while (i < c.length && (c[i] == ' ' || c[i] == '\r')) {
            i++;
        }
        return i < c.length && c[i] == '\n';
    }
}

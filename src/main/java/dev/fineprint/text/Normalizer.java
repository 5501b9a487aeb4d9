// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * Makes variants of writing one, in the same length: a few passes over the characters, each linear, each run only
 * where the text has what it looks for. Normalising a normalised text changes nothing, unless it quotes comments in
 * comments more than four deep.
 */
final class Normalizer {
    private Normalizer() {}

    static String normalize(String text, StopSignal stop) {
        char[] c = text.toCharArray();
        boolean han = false;
        boolean markup = false;
        boolean digits = false;
        boolean hyphens = false;
        boolean lookalikes = false;
        boolean entities = false;
        boolean garbled = false;
        boolean backslashes = false;
        for (int i = 0; i < c.length; i++) {
            stop.checkAt(i);
            char from = c[i];
            char to = CharTable.map(from);
            if (to == '\r') {
                to = i + 1 < c.length && c[i + 1] == '\n' ? ' ' : '\n';
            } else if (from == '\u00AD' && endsLine(c, i + 1)) {
                to = '-';
            }
            c[i] = to;
            switch (to) {
                case '&' -> {
                    markup = true;
                    entities = true;
                }
                case '\\' -> {
                    markup = true;
                    backslashes = true;
                }
                case '<', '*', '_', '\'', '|', ']', '>' -> markup = true;
                case '\u00C2', '\u00C3', '\u00E2' -> garbled = true;
                case '-' -> hyphens = true;
                case '\u9875' -> digits = true;
                default -> {
                    digits |= Chars.isDigit(to);
                    han |= Chars.isHan(to);
                    lookalikes |= Lookalikes.isCandidate(to);
                }
            }
        }
        if (han) {
            CharTable.simplify(c);
        }
        if (garbled) {
            Mojibake.blank(text, c);
        }
        if (backslashes) {
            LineEscapes.blank(c);
        }
        stop.check();
        Comments.blank(c);
        stop.check();
        if (markup || hyphens) {
            Markup.blank(c);
            stop.check();
        }
        if (digits || markup) {
            PageNumbers.blank(c);
            RunningHeads.blank(c);
            stop.check();
        }
        if (hyphens || markup) {
            Hyphenation.join(c);
            stop.check();
        }
        if (lookalikes || entities) {
            Lookalikes.fold(c);
        }
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

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.Reader;

/**
 * Hands out a string in pieces, none of which ends between the two halves of a character: snakeyaml-engine has room for a
 * piece, and none for the other half.
 */
final class WholeCharacters extends Reader {
    private final String text;
    private int at;

    WholeCharacters(String text) {
        this.text = text;
    }

    @Override
    public int read(char[] into, int from, int count) {
        if (at == text.length()) {
            return -1;
        }
        int end = Math.min(at + count, text.length());
        if (end - at > 1 && end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        text.getChars(at, end, into, from);
        int read = end - at;
        at = end;
        return read;
    }

    @Override
    public void close() {}
}

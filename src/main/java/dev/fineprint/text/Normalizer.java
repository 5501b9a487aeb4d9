// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** Makes variants of writing one, character for character. */
final class Normalizer {
    private Normalizer() {}

    static String normalize(String text) {
        char[] out = new char[text.length()];
        for (int i = 0; i < out.length; i++) {
            out[i] = map(text.charAt(i), i + 1 < out.length ? text.charAt(i + 1) : '\0');
        }
        return new String(out);
    }

    private static char map(char c, char next) {
        if (c >= '\uFF01' && c <= '\uFF5E') {
            return (char) (c - 0xFEE0);
        }
        return switch (c) {
            case '\r' -> next == '\n' ? ' ' : '\n';
            case '\t', '\u00A0', '\u202F', '\u3000' -> ' ';
            case '\u000B', '\f', '\u0085', '\u2028', '\u2029' -> '\n';
            case '\u2018', '\u2019', '\u201A', '\u201B' -> '\'';
            case '\u201C', '\u201D', '\u201E', '\u201F' -> '"';
            case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> '-';
            case '\u00AD', '\u200B', '\u200C', '\u200D', '\u2060', '\uFEFF' -> LicenseText.IGNORABLE;
            default -> c >= '\u2000' && c <= '\u200A' ? ' ' : c;
        };
    }
}

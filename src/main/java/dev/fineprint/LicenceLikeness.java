// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.List;
import java.util.Locale;

/**
 * Whether a text reads like a licence at all, by how often it uses the words that licences are made of.
 *
 * <p>Measured: of the SPDX list's texts in English all but a few of under 200 words have 14 or more such words in a
 * thousand, use policies 15 or more; nine of ten changelogs and README files have fewer than 8.
 */
final class LicenceLikeness {
    /** Fewer legal words in a thousand than this are too few for a licence. */
    private static final double LEAST = 13;

    /** Texts of fewer words than this are too short to judge by a share. */
    private static final double SHORT = 60;

    /** As many findings that restrict in a thousand words speak for a licence whatever its vocabulary. */
    private static final double FINDINGS = 4;

    private static final double CODE_LINES = 0.25;
    private static final double BRACE_LINES = 0.05;

    private static final List<String> STEMS = List.of(
            "licen",
            "permission",
            "permit",
            "copyright",
            "redistribut",
            "hereby",
            "agree",
            "terms",
            "grant",
            "prohibit",
            "warrant",
            "liab",
            "restrict",
            "royalt",
            "consent",
            "rights",
            "conditions",
            "forbid",
            "allowed",
            "violat",
            "unlawful");
    private static final List<String> MODALS = List.of("may", "shall", "must");
    private static final List<String> HAN =
            List.of("许可", "授权", "协议", "版权", "不得", "禁止", "责任", "条款", "同意", "权利", "著作权", "遵守", "违反", "声明");

    private LicenceLikeness() {}

    /**
     * Whether a text cannot be taken for a licence.
     *
     * @param normalized the text in its normalised spelling
     * @param restricting how many findings take a freedom away
     * @param findings how many findings there are
     */
    static boolean isNone(String normalized, long restricting, int findings) {
        double words = 0;
        double legal = 0;
        String before = "";
        int at = 0;
        while (at < normalized.length()) {
            char c = normalized.charAt(at);
            if (c >= '\u4e00' && c <= '\u9fff') {
                words += 0.5;
                for (String term : HAN) {
                    if (normalized.startsWith(term, at)) {
                        legal++;
                    }
                }
                at++;
            } else if (Character.isLetter(c)) {
                int end = at + 1;
                while (end < normalized.length()
                        && Character.isLetter(normalized.charAt(end))
                        && normalized.charAt(end) < '\u4e00') {
                    end++;
                }
                String word = normalized.substring(at, Math.min(end, at + 20)).toLowerCase(Locale.ROOT);
                words++;
                if (isLegal(word, before)) {
                    legal++;
                }
                before = word;
                at = end;
            } else {
                at++;
            }
        }
        if (words < SHORT) {
            return findings == 0 && legal == 0;
        }
        if (restricting * 1000 >= FINDINGS * words) {
            return false;
        }
        return legal * 1000 < LEAST * words || isCode(normalized);
    }

    private static boolean isLegal(String word, String before) {
        for (String stem : STEMS) {
            if (word.startsWith(stem)) {
                return true;
            }
        }
        return MODALS.contains(before) && word.equals("not") || before.equals("you") && MODALS.contains(word);
    }

    /** Whether the lines end as those of a program do. */
    private static boolean isCode(String text) {
        int lines = 0;
        int code = 0;
        int braces = 0;
        char last = ' ';
        for (int i = 0; i <= text.length(); i++) {
            char c = i == text.length() ? '\n' : text.charAt(i);
            if (c != '\n') {
                last = Character.isWhitespace(c) ? last : c;
                continue;
            }
            if (last != ' ') {
                lines++;
                if (last == '{' || last == '}') {
                    braces++;
                    code++;
                } else if (last == ';') {
                    code++;
                }
            }
            last = ' ';
        }
        return code >= CODE_LINES * lines && braces >= BRACE_LINES * lines;
    }
}

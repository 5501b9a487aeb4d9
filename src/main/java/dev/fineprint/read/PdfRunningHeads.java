// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Takes out what stands at the head or at the foot of page after page, at the same height and in the same words but for
 * numbers. One occurrence stays, in front of the text or behind it, as these are words of the document too; numbers alone go.
 */
final class PdfRunningHeads {
    /** The part of a page's height that is its head, and its foot. */
    private static final float BAND = 0.13f;

    private static final int MOST_LINES = 4;
    private static final int STEP = 6;

    private PdfRunningHeads() {}

    static void remove(List<PdfPage> pages, List<List<PdfPage.Line>> lines) {
        if (pages.size() < 2) {
            return;
        }
        Map<String, Integer> heads = new HashMap<>();
        Map<String, Integer> feet = new HashMap<>();
        for (int i = 0; i < pages.size(); i++) {
            count(pages.get(i), lines.get(i), true, heads);
            count(pages.get(i), lines.get(i), false, feet);
        }
        int least = Math.max(2, Math.min(3, pages.size() / 2));
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < pages.size(); i++) {
            take(pages.get(i), lines.get(i), true, heads, least, seen);
        }
        seen.clear();
        for (int i = pages.size() - 1; i >= 0; i--) {
            take(pages.get(i), lines.get(i), false, feet, least, seen);
        }
    }

    private static void count(PdfPage page, List<PdfPage.Line> lines, boolean head, Map<String, Integer> counts) {
        Set<String> here = new HashSet<>();
        for (PdfPage.Line line : band(page, lines, head)) {
            if (here.add(key(line))) {
                counts.merge(key(line), 1, Integer::sum);
            }
        }
    }

    private static void take(
            PdfPage page,
            List<PdfPage.Line> lines,
            boolean head,
            Map<String, Integer> counts,
            int least,
            Set<String> seen) {
        List<PdfPage.Line> kept = new ArrayList<>();
        for (PdfPage.Line line : band(page, lines, head)) {
            String key = key(line);
            if (counts.getOrDefault(key, 0) >= least) {
                lines.remove(line);
                if (seen.add(words(line)) && !isNumber(words(line))) {
                    kept.add(line);
                }
            }
        }
        // In front of the page or behind it, wherever the file draws it.
        if (head) {
            lines.addAll(0, kept);
        } else {
            lines.addAll(kept);
        }
    }

    /** The first lines of the page's head, or the last ones of its foot, from the edge inwards. */
    private static List<PdfPage.Line> band(PdfPage page, List<PdfPage.Line> lines, boolean head) {
        return lines.stream()
                .filter(line -> head ? line.piece.y < page.height * BAND : line.piece.y > page.height * (1 - BAND))
                .sorted((one, other) ->
                        Float.compare(head ? one.piece.y : -one.piece.y, head ? other.piece.y : -other.piece.y))
                .limit(MOST_LINES)
                .toList();
    }

    private static String key(PdfPage.Line line) {
        return Math.round(line.piece.y / STEP) + " " + words(line);
    }

    /** The words with every number alike. */
    private static String words(PdfPage.Line line) {
        StringBuilder words = new StringBuilder();
        String text = line.piece.text.toString().strip().toLowerCase(Locale.ROOT);
        for (int i = 0; i < text.length(); i++) {
            char c = Character.isDigit(text.charAt(i)) ? '#' : text.charAt(i);
            if (c != '#' || words.isEmpty() || words.charAt(words.length() - 1) != '#') {
                words.append(c);
            }
        }
        return words.toString();
    }

    private static boolean isNumber(String words) {
        String bare = words.replace("page", "")
                .replace("of", "")
                .replace("\u7B2C", "")
                .replace("\u9875", "")
                .replace("\u5171", "");
        return bare.indexOf('#') >= 0 && bare.chars().noneMatch(Character::isLetter);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.text.LicenseText;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * A finding and the words of its clause, for comparing it with another.
 *
 * @param finding the finding
 * @param words its words in lower case, one blank between two; a Han character is a word
 * @param features hashes of its words and of its pairs of words, ascending and each once
 */
record Saying(Finding finding, String words, int[] features) {
    /** Words behind this one say no more about which clause it is. */
    private static final int MOST_WORDS = 2000;

    static Saying of(Finding finding, String normalized) {
        String words = finding.spans().stream()
                .map(span -> read(normalized, span.start(), span.end()))
                .collect(Collectors.joining(" "));
        return new Saying(finding, words, features(words));
    }

    /** The words of a passage. */
    static String words(String passage) {
        String normalized = LicenseText.of("", passage).normalized();
        return read(normalized, 0, normalized.length());
    }

    private static String read(String normalized, int start, int end) {
        StringBuilder words = new StringBuilder();
        boolean inside = false;
        for (int i = start; i < end; i++) {
            char c = normalized.charAt(i);
            if (c == LicenseText.IGNORABLE) {
                continue;
            }
            boolean han = Character.isIdeographic(c);
            boolean letter = Character.isLetterOrDigit(c) || Character.isSurrogate(c);
            if (letter && (!inside || han) && !words.isEmpty()) {
                words.append(' ');
            }
            if (letter) {
                words.append(c);
            }
            inside = letter && !han;
        }
        return words.toString().toLowerCase(Locale.ROOT);
    }

    private static int[] features(String words) {
        String[] each = words.split(" ", MOST_WORDS + 1);
        int count = Math.min(each.length, MOST_WORDS);
        int[] features = new int[2 * count];
        int before = 0;
        for (int i = 0; i < count; i++) {
            int hash = each[i].hashCode();
            features[2 * i] = hash * 0x9E3779B1;
            features[2 * i + 1] = (before * 31 + hash) * 0x85EBCA6B + 1;
            before = hash;
        }
        return Arrays.stream(features).sorted().distinct().toArray();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often words occur in licences, to choose of the words that a pattern cannot do without the one that tells most. It
 * decides how fast a text is read, never what is found. Immutable.
 */
final class WordFrequencies {
    private static final String RESOURCE = "word-frequencies.tsv";

    /** What a word counts that the list does not have. */
    private static final double RARE = 2;

    private final NavigableMap<String, Double> byStem;

    private WordFrequencies(NavigableMap<String, Double> byStem) {
        this.byStem = byStem;
    }

    /** The list that comes with the library. */
    static WordFrequencies bundled() {
        try {
            String list = list();
            NavigableMap<String, Double> byStem = new TreeMap<>();
            for (int line = 0; line < list.length(); ) {
                int end = list.indexOf('\n', line);
                int tab = list.indexOf('\t', line);
                if (list.charAt(line) != '#') {
                    byStem.put(list.substring(line, tab), Double.valueOf(list.substring(tab + 1, end)));
                }
                line = end + 1;
            }
            return new WordFrequencies(byStem);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String list() throws IOException {
        try (InputStream in = WordFrequencies.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IOException("not on the class path: dev/fineprint/match/" + RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Occurrences of a stem or Han character among 10,000 words. */
    double of(String stem) {
        return byStem.getOrDefault(stem, RARE);
    }

    /** The same for all words that begin so. */
    double ofPrefix(String prefix) {
        double sum = RARE;
        for (Map.Entry<String, Double> word : byStem.tailMap(prefix).entrySet()) {
            if (!word.getKey().startsWith(prefix)) {
                break;
            }
            sum += word.getValue();
        }
        return sum;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** What can be had without reading: sentences and list items marked by the words in {@code accuracy/keywords.tsv}. */
final class Baselines {
    static final Path WORDS = Path.of("accuracy/keywords.tsv");
    private static final String BINDING = "(binding)";

    private final Segmenter segmenter = Segmenter.create();
    private final Map<String, List<String>> words = new LinkedHashMap<>();
    private final List<String> binding;

    Baselines() throws IOException {
        for (String line : Files.readAllLines(WORDS)) {
            String[] cells = line.split("\t", -1);
            if (!line.startsWith("#") && !cells[0].equals("kind")) {
                words.put(cells[0], List.of((cells[1] + ", " + cells[2]).split(", ")));
            }
        }
        binding = Objects.requireNonNull(words.remove(BINDING));
    }

    /** The kinds that have words. */
    List<String> kinds() {
        return List.copyOf(words.keySet());
    }

    /** Every sentence or list item that has a word of a kind, with that kind. */
    List<Score.Marked> keywords(LicenseText text) {
        List<Score.Marked> found = new ArrayList<>();
        for (Clause clause : segmenter.segment(text).clauses()) {
            String said = said(text, clause);
            words.forEach((kind, list) -> {
                if (hasAny(said, list)) {
                    found.add(new Score.Marked(kind, clause.start(), clause.end(), Map.of()));
                }
            });
        }
        return found;
    }

    /** Every sentence that binds, and every item of a list whose lead-in binds, as being of this kind. */
    List<Score.Marked> binding(LicenseText text, String kind) {
        List<Clause> clauses = segmenter.segment(text).clauses();
        return clauses.stream()
                .filter(clause -> Stream.concat(clause.leadIns().stream().map(clauses::get), Stream.of(clause))
                        .anyMatch(each -> hasAny(said(text, each), binding)))
                .map(clause -> new Score.Marked(kind, clause.start(), clause.end(), Map.of()))
                .toList();
    }

    private static String said(LicenseText text, Clause clause) {
        return text.normalized()
                .substring(clause.start(), clause.end())
                .toLowerCase(Locale.ROOT)
                .replace('\n', ' ');
    }

    private static boolean hasAny(String said, List<String> list) {
        return list.stream().anyMatch(word -> has(said, word));
    }

    private static boolean has(String said, String word) {
        boolean han = word.charAt(0) >= '\u4e00';
        for (int at = said.indexOf(word); at >= 0; at = said.indexOf(word, at + 1)) {
            if (han || at == 0 || !Character.isLetterOrDigit(said.charAt(at - 1))) {
                return true;
            }
        }
        return false;
    }
}

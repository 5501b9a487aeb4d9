// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/** The sensitive uses that clauses name, by their ids and by the words that people say for them. */
final class Domains {
    private static final Map<String, List<String>> IDS = read();

    private Domains() {}

    private static Map<String, List<String>> read() {
        ResourceBundle bundle = ResourceBundle.getBundle("dev.fineprint.policy.domains", Locale.ROOT);
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (String id : new TreeSet<>(bundle.keySet())) {
            ids.computeIfAbsent(id, key -> new ArrayList<>()).add(id);
            for (String word : bundle.getString(id).split("\\|", -1)) {
                ids.computeIfAbsent(word.strip(), key -> new ArrayList<>()).add(id);
            }
        }
        return ids;
    }

    /**
     * The ids that a word stands for; the word itself where it stands for none.
     *
     * @throws IllegalArgumentException if the word looks like a mistyped id
     */
    static List<String> ids(String written) {
        String word = written.strip().toLowerCase(Locale.ROOT);
        List<String> ids =
                IDS.getOrDefault(word.replace('_', '-').replace(' ', '-'), IDS.getOrDefault(word, List.of()));
        if (!ids.isEmpty()) {
            return ids;
        }
        String nearest = Spelling.nearest(word.replace('_', '-').replace(' ', '-'), IDS.keySet());
        if (!nearest.isEmpty()) {
            throw new IllegalArgumentException("'" + written + "' is no domain; did you mean " + nearest + "?");
        }
        return List.of(word);
    }

    /** The ids. */
    static Set<String> known() {
        return ResourceBundle.getBundle("dev.fineprint.policy.domains", Locale.ROOT)
                .keySet();
    }
}

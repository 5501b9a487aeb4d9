// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.CatalogProblem;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.YamlNode;
import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import dev.fineprint.catalog.YamlReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the YAML between the two lines of dashes at the head of a model card. */
final class FrontMatter {
    private static final int LONGEST = 256 * 1024;
    private static final int MOST_VALUES = 1000;

    private FrontMatter() {}

    /** Where the body of a card begins: behind its front matter. */
    static int end(String card) {
        int start = card.startsWith("\uFEFF") ? 1 : 0;
        int first = card.indexOf('\n', start);
        if (first < 0 || !card.substring(start, first).strip().equals("---")) {
            return 0;
        }
        for (int line = first + 1; line < card.length() && line < LONGEST; ) {
            int next = card.indexOf('\n', line);
            int stop = next < 0 ? card.length() : next;
            String text = card.substring(line, stop).stripTrailing();
            if (text.equals("---") || text.equals("...")) {
                return Math.min(card.length(), stop + 1);
            }
            line = stop + 1;
        }
        return 0;
    }

    /** The front matter of a card; empty where there is none or it cannot be read, which is then a note. */
    static Optional<ModelCard> read(String path, String card, Sentences sentences, List<LocalizedText> notes) {
        int end = end(card);
        if (end == 0) {
            if (card.stripLeading().startsWith("---\n") && card.length() > LONGEST) {
                notes.add(sentences.message("note.front-matter-long", path, LONGEST));
            }
            return Optional.empty();
        }
        String head = card.substring(0, end).replace("\r\n", "\n").replace("\uFEFF", "");
        int first = head.indexOf('\n');
        int last = head.stripTrailing().lastIndexOf('\n');
        String yaml = last > first ? head.substring(first + 1, last + 1) : "";
        if (yaml.isBlank()) {
            return Optional.empty();
        }
        List<CatalogProblem> problems = new ArrayList<>();
        Optional<YamlNode> root = YamlReader.read(path, yaml, problems);
        if (!problems.isEmpty() || root.isEmpty() || !(root.get() instanceof Fields fields)) {
            String why = problems.isEmpty() ? "no mapping" : problems.get(0).toString();
            notes.add(sentences.message("note.front-matter", path, why));
            return Optional.empty();
        }
        Map<String, Integer> lines = new HashMap<>();
        fields.fields().forEach((key, field) -> lines.put(key, field.key().at().line() + 1));
        return Optional.of(new ModelCard(
                path,
                texts(fields, "license"),
                first(fields, "license_name"),
                first(fields, "license_link"),
                texts(fields, "base_model"),
                first(fields, "base_model_relation"),
                texts(fields, "datasets"),
                texts(fields, "tags"),
                lines));
    }

    private static Optional<String> first(Fields fields, String key) {
        return texts(fields, key).stream().findFirst();
    }

    private static List<String> texts(Fields fields, String key) {
        Field field = fields.fields().get(key);
        List<String> values = new ArrayList<>();
        if (field != null) {
            gather(field.value(), values);
        }
        return values;
    }

    private static void gather(YamlNode node, List<String> values) {
        if (node instanceof Text text && !text.value().isBlank() && values.size() < MOST_VALUES) {
            values.add(text.value().strip());
        } else if (node instanceof Items items) {
            items.items().forEach(item -> gather(item, values));
        }
    }
}

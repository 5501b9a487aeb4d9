// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads the fields of one mapping. Every getter reports what it does not like and then answers with something harmless,
 * so that one run finds all the faults of a file.
 */
final class FieldReader {

    static final List<String> LANGUAGES = List.of("en", "zh");

    private final SourceRef at;
    private final Map<String, Field> fields;
    private final Sink sink;
    private final boolean mapping;

    private FieldReader(SourceRef at, Map<String, Field> fields, Sink sink, boolean mapping) {
        this.mapping = mapping;
        this.at = at;
        this.fields = fields;
        this.sink = sink;
    }

    /** The fields of a node that must be a mapping with no keys but these. */
    static FieldReader of(YamlNode node, Sink sink, List<String> keys) {
        FieldReader reader = ofAny(node, sink);
        for (Field field : reader.fields.values()) {
            String key = field.key().value();
            if (!keys.contains(key)) {
                String near = nearest(key, keys);
                sink.problem(
                        field.key().at(),
                        "an unknown key",
                        key,
                        "one of " + String.join(", ", keys),
                        near.isEmpty() ? "remove it" : "did you mean " + near + "?");
            }
        }
        return reader;
    }

    /** The fields of a node that must be a mapping, whatever its keys. */
    static FieldReader ofAny(YamlNode node, Sink sink) {
        if (node instanceof Fields mapping) {
            return new FieldReader(mapping.at(), mapping.fields(), sink, true);
        }
        sink.problem(node.at(), node.shape() + " in place of a mapping", value(node), "key: value", "write it so");
        return new FieldReader(node.at(), Map.of(), sink, false);
    }

    SourceRef at() {
        return at;
    }

    boolean has(String key) {
        return fields.containsKey(key);
    }

    /** The keys in the order of the file. */
    List<Text> keys() {
        return fields.values().stream().map(Field::key).toList();
    }

    /** The value of a key. */
    Optional<YamlNode> node(String key) {
        return Optional.ofNullable(fields.get(key)).map(Field::value);
    }

    /** Where the value of a key stands, or the mapping when it is missing. */
    SourceRef at(String key) {
        return node(key).map(YamlNode::at).orElse(at);
    }

    /** A text that must be there; empty after a problem. */
    String text(String key) {
        return required(key).map(node -> text(node, key)).orElse("");
    }

    /** A text that may be missing. */
    String textOr(String key, String otherwise) {
        return node(key).map(node -> text(node, key)).orElse(otherwise);
    }

    /** {@code true} or {@code false}, where given. */
    Optional<Boolean> flag(String key) {
        return node(key).flatMap(node -> {
            String text = value(node);
            if (!text.equals("true") && !text.equals("false")) {
                sink.problem(node.at(), key + " is neither yes nor no", text, "true or false", "write one of them");
                return Optional.empty();
            }
            return Optional.of(Boolean.valueOf(text));
        });
    }

    /** One of the codes of an enum, if given and known. */
    <T> Optional<T> choice(String key, List<T> values, Function<T, String> code) {
        return node(key).flatMap(node -> {
            Optional<T> found = values.stream()
                    .filter(v -> code.apply(v).equals(value(node)))
                    .findFirst();
            if (found.isEmpty()) {
                sink.problem(
                        node.at(),
                        "an unknown " + key,
                        value(node),
                        "one of " + String.join(", ", values.stream().map(code).toList()),
                        "choose one");
            }
            return found;
        });
    }

    /** A text in both languages that must be there. */
    LocalizedText localized(String key) {
        return required(key)
                .map(node -> {
                    FieldReader both = of(node, sink, LANGUAGES);
                    LocalizedText text = new LocalizedText(both.text("en"), both.text("zh"));
                    if (!text.zh().isEmpty() && !ExpressionText.hasHan(text.zh())) {
                        sink.problem(
                                both.at("zh"), key + " is not Chinese", text.zh(), "a Chinese text", "translate it");
                    }
                    return text;
                })
                .orElse(LocalizedText.EMPTY);
    }

    /** A text in both languages that may be missing. */
    LocalizedText localizedIfGiven(String key) {
        return has(key) ? localized(key) : LocalizedText.EMPTY;
    }

    /** The texts of a list; nothing where the key is missing. */
    List<Text> texts(String key) {
        List<Text> texts = new ArrayList<>();
        for (YamlNode node : items(key)) {
            if (!text(node, "an item of " + key).isEmpty()) {
                texts.add((Text) node);
            }
        }
        return texts;
    }

    /** The items of a list; nothing where the key is missing. */
    List<YamlNode> items(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Items list) {
            return list.items();
        }
        sink.problem(
                node.get().at(),
                key + " is " + node.get().shape(),
                value(node.get()),
                "a list",
                "write [...] or lines with - ");
        return List.of();
    }

    /** The expressions of a list, or the only one of a text; nothing where the key is missing. */
    List<Expression> expressions(String key, String owner) {
        return node(key).map(node -> expressions(node, key, owner, sink)).orElse(List.of());
    }

    /** The expressions of a node that may be a text or a list of texts. */
    static List<Expression> expressions(YamlNode node, String what, String owner, Sink sink) {
        List<YamlNode> nodes = node instanceof Items list ? list.items() : List.of(node);
        if (nodes.size() > ExpressionParser.MAX_ALTERNATIVES) {
            sink.problem(
                    node.at(),
                    what + " has too many entries",
                    nodes.size() + " entries",
                    "at most " + ExpressionParser.MAX_ALTERNATIVES,
                    "put them into several concepts");
            return List.of();
        }
        List<Expression> expressions = new ArrayList<>();
        for (YamlNode item : nodes) {
            if (item instanceof Text text && !text.value().isBlank()) {
                sink.expression(text, owner).ifPresent(expressions::add);
            } else {
                sink.problem(
                        item.at(),
                        item.shape() + " in place of an expression",
                        value(item),
                        "an expression in double quotes",
                        "write \"<forbid> ..8 <use>\" or the like");
            }
        }
        return expressions;
    }

    /** The expressions of a mapping from names to expressions, in the order of the file. */
    Map<String, List<Expression>> expressionsByName(String key, String owner) {
        Map<String, List<Expression>> byName = new LinkedHashMap<>();
        node(key).ifPresent(node -> {
            FieldReader names = ofAny(node, sink);
            for (Text name : names.keys()) {
                byName.put(name.value(), names.expressions(name.value(), owner));
            }
        });
        return byName;
    }

    /** The expressions of a mapping from languages to expressions. */
    Map<String, List<Expression>> expressionsOfLanguages(String key, String owner) {
        Map<String, List<Expression>> all = new LinkedHashMap<>();
        node(key).ifPresent(node -> {
            FieldReader languages = of(node, sink, LANGUAGES);
            for (String lang : LANGUAGES) {
                all.put(lang, languages.expressions(lang, owner));
            }
        });
        return all;
    }

    private Optional<YamlNode> required(String key) {
        Optional<YamlNode> node = node(key);
        if (node.isEmpty() && mapping) {
            sink.problem(at, "the key " + key + " is missing", "", key + ": ...", "add it");
        }
        return node;
    }

    private String text(YamlNode node, String what) {
        if (node instanceof Text text && !text.value().isBlank()) {
            return text.value().strip();
        }
        sink.problem(
                node.at(), what + " is " + (node instanceof Text ? "empty" : node.shape()), "", "a text", "write one");
        return "";
    }

    /** A text's value for a message; nothing for other shapes. */
    static String value(YamlNode node) {
        return node instanceof Text text ? text.value() : "";
    }

    /** The one of the names that differs from a mistyped one by a slip or two, or the empty string. */
    static String nearest(String typed, Iterable<String> names) {
        String best = "";
        int least = 3;
        for (String name : names) {
            int distance = distance(typed, name);
            if (distance < least) {
                least = distance;
                best = name;
            }
        }
        return best;
    }

    private static int distance(String a, String b) {
        if (Math.abs(a.length() - b.length()) > 2) {
            return 3;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? corner : corner + 1;
                corner = row[j];
                row[j] = Math.min(cost, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}

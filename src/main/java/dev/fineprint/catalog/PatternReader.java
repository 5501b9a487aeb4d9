// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads patterns and example sentences. */
final class PatternReader {

    private static final List<String> PATTERN_KEYS =
            List.of("id", "expr", "attitude", "tentative", "unless", "except", "examples", "near-misses");

    private final Sink sink;

    PatternReader(Sink sink) {
        this.sink = sink;
    }

    /** The patterns of a kind, those of the first language first. */
    List<ClausePattern> patterns(FieldReader kind, String id) {
        List<ClausePattern> patterns = new ArrayList<>();
        kind.node("patterns").ifPresent(node -> {
            FieldReader languages = FieldReader.of(node, sink, FieldReader.LANGUAGES);
            int items = 0;
            for (String lang : FieldReader.LANGUAGES) {
                for (YamlNode item : languages.items(lang)) {
                    items++;
                    pattern(item, id, lang).ifPresent(patterns::add);
                }
            }
            if (items == 0) {
                sink.problem(node.at(), "no pattern at all", "", "at least one in en or zh", "add one");
            }
        });
        return patterns;
    }

    private Optional<ClausePattern> pattern(YamlNode node, String kind, String lang) {
        FieldReader pattern = FieldReader.of(node, sink, PATTERN_KEYS);
        String name = pattern.text("id");
        if (!name.isEmpty() && !Names.isConcept(name)) {
            sink.problem(
                    pattern.at("id"), "no id of a pattern", name, "small letters, digits and hyphens", "rename it");
        }
        if (!pattern.has("expr")) {
            pattern.text("expr");
        }
        List<Expression> alternatives = pattern.expressions("expr", "");
        List<Example> examples = examples(pattern, "examples");
        if (examples.stream().noneMatch(Example::marked)) {
            sink.problem(
                    pattern.at("examples"),
                    "no example is marked",
                    name,
                    "at least one with [[ ]] around the words that match",
                    "mark one");
        }
        List<Example> nearMisses = examples(pattern, "near-misses");
        if (nearMisses.isEmpty()) {
            sink.problem(
                    pattern.at("near-misses"),
                    "no near miss",
                    name,
                    "at least one sentence that looks alike and must not match",
                    "write one");
        }
        unmarked(nearMisses);
        List<Expression> unless = pattern.expressions("unless", "");
        List<Expression> except = pattern.expressions("except", "");
        Optional<Attitude> attitude = pattern.choice("attitude", List.of(Attitude.values()), Attitude::code);
        if (alternatives.isEmpty()) {
            return Optional.empty();
        }
        Expression expression = Expression.or(alternatives);
        if (expression instanceof Expression.Or or && or.alternatives().size() > ExpressionParser.MAX_ALTERNATIVES) {
            sink.problem(
                    pattern.at(),
                    "the pattern has too many alternatives",
                    or.alternatives().size() + " alternatives",
                    "at most " + ExpressionParser.MAX_ALTERNATIVES,
                    "put them into several concepts");
        }
        return Optional.of(new ClausePattern(
                kind + "/" + lang + "/" + name,
                lang,
                expression,
                unless,
                except,
                pattern.flag("tentative").orElse(false),
                attitude,
                examples,
                nearMisses,
                pattern.at()));
    }

    /** The known misses of a kind, in all languages. */
    List<Example> knownMisses(FieldReader kind) {
        List<Example> misses = new ArrayList<>();
        kind.node("known-misses").ifPresent(node -> {
            FieldReader languages = FieldReader.of(node, sink, FieldReader.LANGUAGES);
            for (String lang : FieldReader.LANGUAGES) {
                misses.addAll(examples(languages, lang));
            }
        });
        return misses;
    }

    /** The examples of a list; nothing where the key is missing. */
    List<Example> examples(FieldReader owner, String key) {
        List<Example> examples = new ArrayList<>();
        for (YamlNode node : owner.items(key)) {
            example(node).ifPresent(examples::add);
        }
        return examples;
    }

    private Optional<Example> example(YamlNode node) {
        if (node instanceof Text text) {
            return example(text.value(), Optional.empty(), Map.of(), text.at());
        }
        FieldReader fields = FieldReader.of(node, sink, List.of("text", "context", "values"));
        Map<String, Object> values = new LinkedHashMap<>();
        fields.node("values").ifPresent(map -> {
            FieldReader entries = FieldReader.ofAny(map, sink);
            for (Text key : entries.keys()) {
                entries.node(key.value()).ifPresent(value -> values.put(key.value(), value(value)));
                if (key.value().equals("domains")) {
                    for (Text domain : entries.texts("domains")) {
                        sink.refer(Reference.What.DOMAIN, domain.value(), "", domain.at());
                    }
                }
            }
        });
        Optional<String> context = fields.has("context") ? Optional.of(fields.text("context")) : Optional.empty();
        String text = fields.text("text");
        return text.isEmpty() ? Optional.empty() : example(text, context, values, fields.at());
    }

    private Optional<Example> example(
            String marked, Optional<String> context, Map<String, Object> values, SourceRef at) {
        String text = marked.strip();
        int open = text.indexOf("[[");
        int close = text.indexOf("]]");
        if (open < 0 && close < 0) {
            if (text.isEmpty()) {
                sink.problem(at, "an empty example", "", "a sentence", "write or drop it");
                return Optional.empty();
            }
            return Optional.of(new Example(text, -1, -1, context, values, at));
        }
        if (open < 0 || close < open + 3 || text.indexOf("[[", open + 2) >= 0 || text.indexOf("]]", close + 2) >= 0) {
            sink.problem(
                    at,
                    "the marks do not pair",
                    text,
                    "one [[ and one ]] with words between",
                    "mark the words that match");
            return Optional.empty();
        }
        String plain = text.substring(0, open) + text.substring(open + 2, close) + text.substring(close + 2);
        return Optional.of(new Example(plain, open, close - 2, context, values, at));
    }

    /** A list of values, a whole number, or a text. */
    private Object value(YamlNode node) {
        if (node instanceof YamlNode.Items list) {
            return list.items().stream().map(this::value).toList();
        }
        if (node instanceof Text text) {
            boolean number = text.plain() && text.value().matches("-?[0-9]{1,18}");
            return number ? (Object) Long.valueOf(text.value()) : text.value();
        }
        sink.problem(
                node.at(), "a mapping in place of a value", "", "a number, a text or a list of those", "write one");
        return "";
    }

    /** Reports marks where nothing must match. */
    void unmarked(List<Example> nearMisses) {
        for (Example nearMiss : nearMisses) {
            if (nearMiss.marked()) {
                sink.problem(
                        nearMiss.source(),
                        "a near miss is marked",
                        nearMiss.text(),
                        "no [[ ]]: nothing matches",
                        "drop the marks");
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Draft.KindAddition;
import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads the file of a kind, or of patterns for a kind that another file defines. */
final class KindReader {

    private static final List<String> ADDITION_KEYS = List.of("id", "idea", "patterns", "known-misses");
    private static final List<String> KIND_KEYS = List.of(
            "id",
            "since",
            "effect",
            "osd",
            "osaid",
            "title",
            "meaning",
            "affects",
            "remedy",
            "explanation",
            "criteria",
            "params",
            "reads",
            "yields-to",
            "idea",
            "unless",
            "patterns",
            "known-misses");
    private static final List<String> OSAID = List.of("use", "study", "modify", "share");
    private static final List<String> STRENGTHS = List.of("DIRECT", "REVIEWER", "ANALOGY", "INFERENCE");
    private static final List<String> ENTITY_VALUES =
            List.of("number", "money-amount", "money-currency", "period", "territory", "age", "duration");
    private static final List<String> READERS = List.of("entity", "choice", "set", "quoted", "after");
    private static final int CRITERIA = 10;

    private final Sink sink;
    private final Draft draft;
    private final PatternReader patternReader;

    KindReader(Sink sink, Draft draft) {
        this.sink = sink;
        this.draft = draft;
        this.patternReader = new PatternReader(sink);
    }

    /**
     * Reads one file.
     *
     * @param group the folder's name
     * @param name the file's name without its ending
     */
    void read(YamlNode root, String group, String name) {
        FieldReader kind = FieldReader.of(root, sink, KIND_KEYS);
        String id = kind.text("id");
        if (!id.isEmpty() && !id.equals(name)) {
            sink.problem(kind.at("id"), "the id is not the file's name", id, name, "rename one of them");
        }
        if (!id.isEmpty() && !Names.isKind(id)) {
            sink.problem(kind.at("id"), "no id of a kind", id, "group.name in small letters and hyphens", "rename it");
        } else if (!id.isEmpty() && !id.startsWith(group + ".")) {
            sink.problem(
                    kind.at("id"),
                    "the id does not begin with its folder",
                    id,
                    group + ".name",
                    "move the file or rename the kind");
        }
        List<ClausePattern> patterns = patternReader.patterns(kind, id);
        List<Example> knownMisses = patternReader.knownMisses(kind);
        if (kind.keys().stream().allMatch(key -> ADDITION_KEYS.contains(key.value()))) {
            if (patterns.isEmpty() && !kind.has("patterns")) {
                sink.problem(
                        kind.at(), "the file adds nothing", id, "patterns: ...", "add patterns or remove the file");
            }
            draft.kindAdditions().add(new KindAddition(id, patterns, knownMisses, kind.at()));
            return;
        }
        if (!kind.has("patterns")) {
            sink.problem(kind.at(), "the key patterns is missing", "", "patterns: ...", "add it");
        }
        Map<String, String> params = params(kind);
        LocalizedText explanation = kind.localized("explanation");
        explanation(explanation, params, kind);
        Effect effect = effect(kind);
        draft.kinds()
                .add(new ClauseKind(
                        id,
                        group,
                        kind.text("since"),
                        effect,
                        kind.localized("title"),
                        kind.localized("meaning"),
                        kind.localized("affects"),
                        effect == Effect.COMPATIBLE ? kind.localizedIfGiven("remedy") : kind.localized("remedy"),
                        explanation,
                        osd(kind),
                        osaid(kind),
                        criteria(kind),
                        params,
                        reads(kind, params),
                        yieldsTo(kind, id),
                        patterns,
                        kind.expressionsOfLanguages("unless", ""),
                        knownMisses,
                        kind.at()));
        kind.textOr("idea", "");
    }

    private Effect effect(FieldReader kind) {
        if (!kind.has("effect")) {
            kind.text("effect");
        }
        return kind.choice("effect", List.of(Effect.values()), Effect::code).orElse(Effect.REVIEW);
    }

    private List<Integer> osd(FieldReader kind) {
        List<Integer> numbers = new ArrayList<>();
        for (Text text : kind.texts("osd")) {
            int number = text.value().matches("[0-9]{1,2}") ? Integer.parseInt(text.value()) : 0;
            if (number < 1 || number > CRITERIA || numbers.contains(number)) {
                sink.problem(
                        text.at(),
                        "no criterion of the Open Source Definition, or one given twice",
                        text.value(),
                        "a number from 1 to 10",
                        "correct it");
            } else {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private List<String> osaid(FieldReader kind) {
        List<String> freedoms = new ArrayList<>();
        for (Text text : kind.texts("osaid")) {
            if (!OSAID.contains(text.value()) || freedoms.contains(text.value())) {
                sink.problem(
                        text.at(),
                        "no freedom of the Open Source AI Definition, or one given twice",
                        text.value(),
                        "one of " + String.join(", ", OSAID),
                        "correct it");
            } else {
                freedoms.add(text.value());
            }
        }
        return freedoms;
    }

    private List<CriterionRef> criteria(FieldReader kind) {
        List<CriterionRef> criteria = new ArrayList<>();
        for (YamlNode node : kind.items("criteria")) {
            FieldReader item = FieldReader.of(node, sink, List.of("criterion", "strength", "by", "note"));
            String criterion = item.text("criterion");
            if (!criterion.isEmpty() && !criterion.matches("OSD-([1-9]|10)|OSAID-(use|study|modify|share)|none")) {
                sink.problem(
                        item.at("criterion"),
                        "an unknown criterion",
                        criterion,
                        "OSD-1 to OSD-10, OSAID-use, OSAID-study, OSAID-modify, OSAID-share or none",
                        "correct it");
            }
            if (!item.has("strength")) {
                item.text("strength");
            }
            String strength = item.choice("strength", STRENGTHS, s -> s).orElse("");
            List<String> by = new ArrayList<>();
            for (Text text : item.texts("by")) {
                by.add(text.value());
                sink.refer(Reference.What.AUTHORITY, text.value(), "", text.at());
            }
            if (by.isEmpty()) {
                sink.problem(
                        item.at("by"),
                        "nobody is named who says so",
                        "",
                        "by: [authority]",
                        "name one, or osd for an inference");
            }
            criteria.add(new CriterionRef(criterion, strength, by, item.textOr("note", "")));
        }
        return criteria;
    }

    private Map<String, String> params(FieldReader kind) {
        Map<String, String> params = new LinkedHashMap<>();
        kind.node("params").ifPresent(node -> {
            FieldReader entries = FieldReader.ofAny(node, sink);
            for (Text key : entries.keys()) {
                if (!Names.isConcept(key.value())) {
                    sink.problem(
                            key.at(),
                            "no name of a parameter",
                            key.value(),
                            "small letters, digits and hyphens",
                            "rename it");
                }
                params.put(key.value(), entries.text(key.value()));
            }
        });
        return params;
    }

    private Map<String, ValueReader> reads(FieldReader kind, Map<String, String> params) {
        Map<String, ValueReader> reads = new LinkedHashMap<>();
        kind.node("reads").ifPresent(node -> {
            FieldReader entries = FieldReader.ofAny(node, sink);
            for (Text key : entries.keys()) {
                if (!params.containsKey(key.value())) {
                    sink.problem(
                            key.at(),
                            "a value is read that is no parameter",
                            key.value(),
                            params.isEmpty() ? "a key of params" : "one of " + String.join(", ", params.keySet()),
                            "add it to params or rename it");
                }
                entries.node(key.value())
                        .flatMap(value -> valueReader(value))
                        .ifPresent(reader -> reads.put(key.value(), reader));
            }
        });
        return reads;
    }

    private Optional<ValueReader> valueReader(YamlNode node) {
        FieldReader reader = FieldReader.of(node, sink, List.of("entity", "choice", "set", "quoted", "after", "scope"));
        List<String> given = READERS.stream().filter(reader::has).toList();
        if (given.size() != 1) {
            sink.problem(
                    node.at(),
                    given.isEmpty() ? "nothing says how the value is read" : "the value is read in two ways",
                    String.join(", ", given),
                    "one of " + String.join(", ", READERS),
                    "give exactly one");
            return Optional.empty();
        }
        ValueReader.Scope scope = reader.choice(
                        "scope",
                        List.of(ValueReader.Scope.values()),
                        s -> s.name().toLowerCase(Locale.ROOT))
                .orElse(ValueReader.Scope.CLAUSE);
        switch (given.get(0)) {
            case "entity" -> {
                return reader.choice("entity", ENTITY_VALUES, e -> e).map(e -> new ValueReader.EntityValue(e, scope));
            }
            case "choice" -> {
                return Optional.of(new ValueReader.ChoiceValue(named(reader, "choice"), scope));
            }
            case "set" -> {
                return Optional.of(new ValueReader.SetValue(named(reader, "set"), scope));
            }
            case "quoted" -> {
                if (!reader.flag("quoted").orElse(true)) {
                    sink.problem(
                            reader.at("quoted"), "quoted is false", "false", "true", "write true or drop the reader");
                }
                return Optional.of(new ValueReader.QuotedValue(scope));
            }
            default -> {
                List<Expression> after = reader.expressions("after", "");
                return Optional.of(new ValueReader.TextAfterValue(after, scope));
            }
        }
    }

    private Map<String, List<Expression>> named(FieldReader reader, String key) {
        Map<String, List<Expression>> named = reader.expressionsByName(key, "");
        if (named.isEmpty()) {
            sink.problem(reader.at(key), key + " names no value", "", "value: [expression]", "add one");
        }
        return named;
    }

    private List<String> yieldsTo(FieldReader kind, String id) {
        List<String> kinds = new ArrayList<>();
        for (Text text : kind.texts("yields-to")) {
            kinds.add(text.value());
            sink.refer(Reference.What.KIND, text.value(), id, text.at());
        }
        return kinds;
    }

    /** Checks that what stands in braces are parameters and that brackets close. */
    private void explanation(LocalizedText explanation, Map<String, String> params, FieldReader kind) {
        Optional<YamlNode> both = kind.node("explanation");
        if (both.isEmpty() || !(both.get() instanceof YamlNode.Fields fields)) {
            return;
        }
        for (String lang : FieldReader.LANGUAGES) {
            String text = explanation.in(lang);
            SourceRef at = fields.fields().containsKey(lang)
                    ? fields.fields().get(lang).value().at()
                    : fields.at();
            int open = -1;
            boolean bracket = false;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c == '[' && bracket || c == ']' && !bracket || c == '{' && open >= 0 || c == '}' && open < 0) {
                    sink.problem(at, "a bracket that does not pair", text.substring(i), "[ ] and { }", "balance them");
                    open = -1;
                    bracket = false;
                    break;
                }
                if (c == '{') {
                    open = i;
                } else if (c == '}') {
                    String param = text.substring(open + 1, i);
                    if (!params.containsKey(param)) {
                        sink.problem(
                                at,
                                "an unknown parameter",
                                "{" + param + "}",
                                params.isEmpty() ? "a key of params" : "one of " + String.join(", ", params.keySet()),
                                "add it to params or rename it");
                    }
                    open = -1;
                } else if (c == '[' || c == ']') {
                    bracket = c == '[';
                }
            }
            if (open >= 0 || bracket) {
                sink.problem(at, "a bracket that is not closed", text, "[ ] and { }", "balance them");
            }
        }
    }
}

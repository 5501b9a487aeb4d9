// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Draft.AuthorityPiece;
import dev.fineprint.catalog.Draft.ConceptPiece;
import dev.fineprint.catalog.Draft.KindAddition;
import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns catalog files into a {@link Draft}: each file by itself, what it refers to left open. */
final class CatalogReader {

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
    private static final List<String> PATTERN_KEYS =
            List.of("id", "expr", "attitude", "unless", "except", "examples", "near-misses");
    private static final List<String> OSAID = List.of("use", "study", "modify", "share");
    private static final List<String> STRENGTHS = List.of("DIRECT", "REVIEWER", "ANALOGY", "INFERENCE");
    private static final List<String> ENTITY_VALUES =
            List.of("number", "money-amount", "money-currency", "period", "territory", "age", "duration");
    private static final List<String> READERS = List.of("entity", "choice", "set", "quoted", "after");
    private static final int CRITERIA = 10;

    private final Sink sink;
    private final Draft draft;

    private CatalogReader(Sink sink, Draft draft) {
        this.sink = sink;
        this.draft = draft;
    }

    /** Where problems and references go. */
    record Sink(Problems problems, List<Reference> references) {

        void problem(SourceRef at, String what, String value, String expected, String advice) {
            problems.add(new CatalogProblem(at, what, value, expected, advice));
        }

        /**
         * Reads an expression.
         *
         * @param owner the concept that it belongs to, or the empty string
         */
        Optional<Expression> expression(Text text, String owner) {
            List<ExpressionParser.Mention> mentions = new ArrayList<>();
            Optional<Expression> expression = ExpressionParser.parse(text.value(), text::at, problems, mentions);
            for (ExpressionParser.Mention mention : mentions) {
                references.add(new Reference(Reference.What.CONCEPT, mention.concept(), owner, mention.at()));
            }
            boolean concept = !owner.isEmpty();
            if (concept && expression.isPresent() && !ExpressionParser.namesWords(expression.get())) {
                problem(
                        text.at(),
                        "an alternative names nothing to look for",
                        text.value(),
                        "a word, a concept or an entity beside <any> and <rest>",
                        "add one");
            }
            return expression;
        }

        void refer(Reference.What what, String name, String owner, SourceRef at) {
            references.add(new Reference(what, name, owner, at));
        }
    }

    /** Reads all files of a folder, in their order. */
    static Draft read(List<CatalogFiles.CatalogFile> files, Problems problems) {
        Draft draft = Draft.empty();
        CatalogReader reader = new CatalogReader(new Sink(problems, draft.references()), draft);
        for (CatalogFiles.CatalogFile file : files) {
            YamlReader.read(file.shown(), file.content(), problems)
                    .ifPresentOrElse(root -> reader.file(file, root), () -> reader.unreadable(file));
        }
        return draft;
    }

    /** What an unreadable file would have defined is not to be missed elsewhere. */
    private void unreadable(CatalogFiles.CatalogFile file) {
        switch (file.path().split("/")[0]) {
            case "kinds" -> draft.incomplete().add(Reference.What.KIND);
            case "domains" -> draft.incomplete().add(Reference.What.DOMAIN);
            case "lexicon" -> draft.incomplete().add(Reference.What.CONCEPT);
            default -> draft.incomplete().add(Reference.What.AUTHORITY);
        }
    }

    private void file(CatalogFiles.CatalogFile file, YamlNode root) {
        String[] steps = file.path().split("/");
        String name = steps[steps.length - 1].replaceFirst("\\.yaml$", "");
        if (steps.length == 3 && steps[0].equals("kinds")) {
            kind(root, steps[1], name);
        } else if (steps.length == 2 && steps[0].equals("domains")) {
            domain(root, name);
        } else if (steps.length == 3 && steps[0].equals("lexicon") && FieldReader.LANGUAGES.contains(steps[1])) {
            lexicon(root, steps[1]);
        } else if (file.path().equals("authorities.yaml")) {
            authorities(root);
        } else {
            sink.problem(
                    new SourceRef(file.shown(), 1, 1),
                    "a file where none belongs",
                    file.path(),
                    "kinds/<group>/<kind>.yaml, domains/<domain>.yaml, lexicon/en/<topic>.yaml, lexicon/zh/<topic>.yaml"
                            + " or authorities.yaml",
                    "move it");
        }
    }

    // ---- kinds

    private void kind(YamlNode root, String group, String name) {
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
        List<ClausePattern> patterns = patterns(kind, id);
        List<Example> knownMisses = knownMisses(kind);
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
                        s -> s.name().toLowerCase(java.util.Locale.ROOT))
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

    // ---- patterns and examples

    private List<ClausePattern> patterns(FieldReader kind, String id) {
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
                attitude,
                examples,
                nearMisses,
                pattern.at()));
    }

    private List<Example> knownMisses(FieldReader kind) {
        List<Example> misses = new ArrayList<>();
        kind.node("known-misses").ifPresent(node -> {
            FieldReader languages = FieldReader.of(node, sink, FieldReader.LANGUAGES);
            for (String lang : FieldReader.LANGUAGES) {
                misses.addAll(examples(languages, lang));
            }
        });
        return misses;
    }

    private List<Example> examples(FieldReader owner, String key) {
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

    private void unmarked(List<Example> nearMisses) {
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

    // ---- domains, lexicon, authorities

    private void domain(YamlNode root, String name) {
        FieldReader domain = FieldReader.of(root, sink, List.of("id", "title", "says", "idea", "en", "zh"));
        String id = domain.text("id");
        if (!id.isEmpty() && !id.equals(name)) {
            sink.problem(domain.at("id"), "the id is not the file's name", id, name, "rename one of them");
        }
        if (!id.isEmpty() && !Names.isConcept(id)) {
            sink.problem(domain.at("id"), "no id of a domain", id, "small letters, digits and hyphens", "rename it");
        }
        Map<String, List<Expression>> expressions = new LinkedHashMap<>();
        List<Expression> unless = new ArrayList<>();
        List<Example> examples = new ArrayList<>();
        List<Example> nearMisses = new ArrayList<>();
        for (String lang : FieldReader.LANGUAGES) {
            domain.node(lang).ifPresent(node -> {
                FieldReader part =
                        FieldReader.of(node, sink, List.of("expressions", "unless", "examples", "near-misses"));
                expressions.put(lang, part.expressions("expressions", ""));
                unless.addAll(part.expressions("unless", ""));
                List<Example> these = examples(part, "examples");
                examples.addAll(these);
                List<Example> those = examples(part, "near-misses");
                nearMisses.addAll(those);
                if (part.has("expressions") && (these.isEmpty() || those.isEmpty())) {
                    sink.problem(
                            part.at(),
                            these.isEmpty() ? "no example" : "no near miss",
                            lang,
                            "at least one example and one near miss in each language",
                            "write one");
                }
            });
        }
        unmarked(nearMisses);
        domain.textOr("idea", "");
        draft.domains()
                .add(new Domain(
                        id,
                        domain.localized("title"),
                        domain.localized("says"),
                        expressions,
                        unless,
                        examples,
                        nearMisses,
                        domain.at()));
    }

    private void lexicon(YamlNode root, String lang) {
        FieldReader file = FieldReader.of(root, sink, List.of("concepts"));
        if (!file.has("concepts")) {
            file.text("concepts");
        }
        file.node("concepts").ifPresent(node -> {
            FieldReader concepts = FieldReader.ofAny(node, sink);
            for (Text key : concepts.keys()) {
                concepts.node(key.value()).ifPresent(value -> concept(key, value, lang));
            }
        });
    }

    private void concept(Text key, YamlNode node, String lang) {
        String name = key.value();
        FieldReader concept =
                FieldReader.of(node, sink, List.of("says", "inherits", "definable", "hides", "expressions"));
        if (!Names.isConcept(name)) {
            sink.problem(key.at(), "no name of a concept", name, "small letters, digits and hyphens", "rename it");
        } else if (Expression.ConceptRef.ENTITIES.contains(name)) {
            sink.problem(
                    key.at(), "the name is taken by what is read from the text", name, "another name", "rename it");
        }
        if (!concept.has("expressions")) {
            concept.text("expressions");
        }
        List<Expression> expressions = concept.expressions("expressions", name);
        List<String> hides = new ArrayList<>();
        for (Text text : concept.texts("hides")) {
            hides.add(text.value());
            sink.refer(Reference.What.CONCEPT, text.value(), name, text.at());
        }
        draft.concepts()
                .add(new ConceptPiece(
                        name,
                        lang,
                        concept.textOr("says", ""),
                        concept.flag("inherits"),
                        concept.flag("definable"),
                        hides,
                        expressions,
                        key.at()));
    }

    private void authorities(YamlNode root) {
        FieldReader file = FieldReader.of(root, sink, List.of("authorities"));
        if (!file.has("authorities")) {
            file.text("authorities");
        }
        file.node("authorities").ifPresent(node -> {
            FieldReader entries = FieldReader.ofAny(node, sink);
            for (Text key : entries.keys()) {
                entries.node(key.value()).ifPresent(value -> {
                    FieldReader entry = FieldReader.of(value, sink, List.of("title", "url"));
                    String url = entry.text("url");
                    if (!url.isEmpty() && !url.startsWith("https://")) {
                        sink.problem(entry.at("url"), "no web address", url, "https://...", "correct it");
                    }
                    draft.authorities()
                            .add(new AuthorityPiece(new Authority(key.value(), entry.text("title"), url), key.at()));
                });
            }
        });
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.catalog.Draft.AuthorityPiece;
import dev.fineprint.catalog.Draft.ConceptPiece;
import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns catalog files into a {@link Draft}: each file by itself, what it refers to left open. */
final class CatalogReader {

    private final Sink sink;
    private final Draft draft;
    private final PatternReader patternReader;

    private CatalogReader(Sink sink, Draft draft) {
        this.sink = sink;
        this.draft = draft;
        this.patternReader = new PatternReader(sink);
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
            new KindReader(sink, draft).read(root, steps[1], name);
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
                List<Example> these = patternReader.examples(part, "examples");
                examples.addAll(these);
                List<Example> those = patternReader.examples(part, "near-misses");
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
        patternReader.unmarked(nearMisses);
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

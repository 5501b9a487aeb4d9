// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PatternCatalogTest {

    private static final SourceRef ANYWHERE = new SourceRef("x", 1, 1);

    @TempDir
    Path temp;

    private static Expression expression(String text) {
        return ExpressionParser.parse(text, ANYWHERE);
    }

    @Test
    void reads_a_kind_with_all_that_a_kind_can_have() {
        PatternCatalog catalog = TestCatalogs.small();
        ClauseKind kind = catalog.kind("use.prohibited").orElseThrow();

        assertThat(kind.group()).isEqualTo("use");
        assertThat(kind.since()).isEqualTo("0.1");
        assertThat(kind.effect()).isEqualTo(Effect.RESTRICTS);
        assertThat(kind.title()).isEqualTo(new LocalizedText("Prohibited use", "禁止用途"));
        assertThat(kind.meaning().en()).isEqualTo("A use is forbidden.");
        assertThat(kind.affects().in("zh")).isEqualTo("有此用途的人。");
        assertThat(kind.remedy().in("en")).isEqualTo("Drop the clause.");
        assertThat(kind.explanation().en()).isEqualTo("Forbids use[ for {domains}].");
        assertThat(kind.osd()).containsExactly(6);
        assertThat(kind.osaid()).containsExactly("use");
        assertThat(kind.criteria()).containsExactly(new CriterionRef("OSD-6", "INFERENCE", List.of("osd"), "a note"));
        assertThat(kind.params().keySet())
                .containsExactly("domains", "since", "text", "consequence", "purposes", "law");
        assertThat(kind.yieldsTo()).containsExactly("legal.governing-law");
        assertThat(kind.unless().get("en")).containsExactly(expression("for example"));
        assertThat(kind.knownMisses()).extracting(Example::text).containsExactly("Use it never.");
        assertThat(kind.source().line()).isEqualTo(2);
        assertThat(kind.reads())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "since",
                        new ValueReader.EntityValue("duration", ValueReader.Scope.MATCH),
                        "text",
                        new ValueReader.QuotedValue(ValueReader.Scope.CLAUSE),
                        "consequence",
                        new ValueReader.ChoiceValue(
                                Map.of(
                                        "ended",
                                        List.of(expression("end"), expression("terminat*")),
                                        "asked",
                                        List.of(expression("permission"))),
                                ValueReader.Scope.CLAUSE),
                        "purposes",
                        new ValueReader.SetValue(
                                Map.of(
                                        "research",
                                        List.of(expression("research*")),
                                        "teaching",
                                        List.of(expression("teach | class"))),
                                ValueReader.Scope.CLAUSE),
                        "law",
                        new ValueReader.TextAfterValue(
                                List.of(expression("law of"), expression("laws of")), ValueReader.Scope.CLAUSE)));
    }

    @Test
    void choices_keep_the_order_of_the_file() {
        ValueReader reader = TestCatalogs.small()
                .kind("use.prohibited")
                .orElseThrow()
                .reads()
                .get("consequence");
        assertThat(((ValueReader.ChoiceValue) reader).choices().keySet()).containsExactly("ended", "asked");
    }

    @Test
    void reads_patterns_with_their_examples() {
        ClauseKind kind = TestCatalogs.small().kind("use.prohibited").orElseThrow();
        assertThat(kind.patterns())
                .extracting(
                        ClausePattern::id, ClausePattern::lang, p -> p.source().line())
                .containsExactly(
                        tuple("use.prohibited/en/forbid-use", "en", 33),
                        tuple("use.prohibited/zh/forbid-use", "zh", 46));
        ClausePattern pattern = kind.patterns().get(0);
        assertThat(pattern.expr()).isEqualTo(expression("<forbid> ..8 use | use ..3 'is forbidden'"));
        assertThat(pattern.unless()).containsExactly(expression("unless"));
        assertThat(pattern.except()).containsExactly(expression("used car"));
        assertThat(pattern.attitude()).contains(Attitude.FORBIDS);
        assertThat(kind.patterns().get(1).attitude()).isEmpty();
        assertThat(pattern.nearMisses())
                .extracting(Example::text, Example::marked, Example::markedText)
                .containsExactly(tuple("Everybody may use the Model.", false, ""));
        assertThat(pattern.examples())
                .extracting(Example::text, Example::markedText, Example::context, Example::values)
                .containsExactly(
                        tuple(
                                "The Licensee must not carelessly use the Model.",
                                "not carelessly use",
                                Optional.empty(),
                                Map.of()),
                        tuple(
                                "use of the Model is forbidden;",
                                "use of the Model is forbidden",
                                Optional.of("In these cases:"),
                                Map.of("domains", List.of("gambling"), "since", "P30D")));
        assertThat(kind.patterns().get(1).examples().get(0).markedText()).isEqualTo("不得将模型用于");
    }

    @Test
    void whole_numbers_without_quotes_are_numbers() {
        TestCatalogs.write(temp, "kinds/use/use.prohibited.yaml", """
            id: use.prohibited
            patterns:
              en:
                - id: p
                  expr: use
                  examples: [{text: "[[use]]", values: {since: 30, text: "30", law: [7, x]}}]
                  near-misses: ["n"]
            """);
        List<ClausePattern> patterns = TestCatalogs.small()
                .plus(temp)
                .kind("use.prohibited")
                .orElseThrow()
                .patterns();
        assertThat(patterns.get(2).examples().get(0).values())
                .isEqualTo(Map.of("since", 30L, "text", "30", "law", List.of(7L, "x")));
    }

    @Test
    void joins_what_the_files_of_a_lexicon_say_of_one_concept() {
        assertThat(TestCatalogs.small().concepts()).extracting(Concept::name).containsExactly("forbid", "may");
        Concept forbid = TestCatalogs.small().concept("forbid").orElseThrow();
        assertThat(forbid.says()).isEqualTo("A ban.");
        assertThat(forbid.inherits()).isTrue();
        assertThat(forbid.definable()).isFalse();
        assertThat(forbid.expressions())
                .isEqualTo(Map.of(
                        "en",
                        List.of(expression("must not"), expression("not"), expression("<may> ..1 not")),
                        "zh",
                        List.of(expression("不得"), expression("禁止"))));
    }

    @Test
    void reads_domains_and_authorities() {
        PatternCatalog catalog = TestCatalogs.small();
        Domain gambling = catalog.domain("gambling").orElseThrow();
        assertThat(gambling.title().zh()).isEqualTo("赌博");
        assertThat(gambling.expressions().keySet()).containsExactly("en", "zh");
        assertThat(gambling.unless()).containsExactly(expression("gambler's fallacy"));
        assertThat(gambling.examples()).hasSize(2);
        assertThat(gambling.nearMisses()).hasSize(2);
        assertThat(catalog.authorities())
                .containsExactly(Map.entry("osd", new Authority("osd", "The definition", "https://example.org/osd")));
    }

    @Test
    void the_words_of_all_domains_are_a_concept_where_a_pattern_asks_for_them() {
        PatternCatalog small = TestCatalogs.small();
        assertThat(small.concept("domain")).isEmpty();

        TestCatalogs.write(temp, "lexicon/en/more.yaml", "concepts: {field: {expressions: [\"<domain>\"]}}");
        Concept all = small.plus(temp).concept("domain").orElseThrow();
        List<Expression> english = small.domains().stream()
                .flatMap(domain -> domain.expressions().getOrDefault("en", List.of()).stream())
                .toList();
        assertThat(english).isNotEmpty();
        assertThat(all.expressions().get("en")).containsExactlyElementsOf(english);
        assertThat(all.inherits()).isFalse();
    }

    @Test
    void a_folder_adds_kinds_patterns_domains_concepts_and_authorities() {
        PatternCatalog small = TestCatalogs.small();
        PatternCatalog house = small.plus(TestCatalogs.folder("house"));

        assertThat(house.kinds())
                .extracting(ClauseKind::id)
                .containsExactly("house.rule", "legal.governing-law", "use.prohibited");
        ClauseKind added = house.kind("use.prohibited").orElseThrow();
        assertThat(added.patterns())
                .extracting(ClausePattern::id)
                .containsExactly(
                        "use.prohibited/en/forbid-use", "use.prohibited/zh/forbid-use", "use.prohibited/en/house-ban");
        assertThat(added.knownMisses()).hasSize(2);
        assertThat(added.title().en()).isEqualTo("Prohibited use");
        assertThat(house.domains()).extracting(Domain::id).containsExactly("cooking", "gambling");
        assertThat(house.concept("may").orElseThrow().expressions().get("en"))
                .containsExactly(expression("may | can"), expression("is free to"));
        assertThat(house.concept("take-off")).isPresent();
        assertThat(house.authorities()).containsOnlyKeys("house", "osd");
        assertThat(house.version()).isNotEqualTo(small.version());

        assertThat(small.kinds())
                .as("the catalog that was added to stays as it was")
                .hasSize(2);
        assertThat(small.kind("use.prohibited").orElseThrow().patterns()).hasSize(2);
    }

    @Test
    void a_folder_can_be_added_to_a_catalog_that_others_were_added_to() {
        TestCatalogs.write(
                temp, "lexicon/en/more.yaml", "concepts: {put-on: {expressions: [\"put on | <take-off> ..2 back\"]}}");
        PatternCatalog all =
                TestCatalogs.small().plus(TestCatalogs.folder("house")).plus(temp);
        assertThat(all.concept("put-on")).isPresent();
        assertThat(all.kind("house.rule")).isPresent();
    }

    @Test
    void nothing_is_replaced() {
        assertThat(TestCatalogs.problemsOfAdding(TestCatalogs.folder("small")))
                .hasSize(4)
                .contains(
                        "authorities.yaml:2:3: the authority is there twice (osd); expected every id once; "
                                + "rename or join it with the one at authorities.yaml:2:3",
                        "kinds/use/use.prohibited.yaml:2:1: the kind is there twice (use.prohibited); expected every"
                                + " id once; rename or join it with the one at kinds/use/use.prohibited.yaml:2:1");

        TestCatalogs.write(temp, "kinds/use/use.prohibited.yaml", """
            id: use.prohibited
            patterns:
              zh: [{id: forbid-use, expr: "用", examples: ["[[用]]"], near-misses: ["不"]}]
            """);
        assertThat(TestCatalogs.problemsOfAdding(temp))
                .singleElement()
                .asString()
                .startsWith(
                        "kinds/use/use.prohibited.yaml:3:8: the pattern is there twice (use.prohibited/zh/forbid-use); "
                                + "expected every id once; rename or join it with the one at ")
                .endsWith("use.prohibited.yaml:46:7");
    }

    @Test
    void an_addition_is_checked_like_everything_else() {
        TestCatalogs.write(temp, "kinds/use/use.prohibited.yaml", """
            id: use.prohibited
            patterns:
              en: [{id: p, expr: "<forbidd> use", examples: [{text: "[[use]]", values: {colour: red}}]}]
            """);
        TestCatalogs.write(temp, "lexicon/en/a.yaml", "concepts: {may: {inherits: true, expressions: [\"<forbid>\"]}}");
        TestCatalogs.write(temp, "lexicon/en/b.yaml", "concepts: {forbid: {inherits: false, expressions: [\"not\"]}}");
        assertThat(TestCatalogs.problemsOfAdding(temp))
                .anySatisfy(p -> assertThat(p)
                        .endsWith("the concepts refer to each other in a circle (forbid > may > forbid); "
                                + "expected no circle; break it at one place"))
                .anySatisfy(p -> assertThat(p)
                        .startsWith("lexicon/en/b.yaml:1:12: two files disagree on inherits (forbid); "
                                + "expected the same as in "))
                .contains(
                        "kinds/use/use.prohibited.yaml:3:8: no near miss (p); expected at least one sentence that"
                                + " looks alike and must not match; write one",
                        "kinds/use/use.prohibited.yaml:3:23: an unknown concept (forbidd); expected the name of a"
                                + " known concept; did you mean forbid? if not, define it in a file of lexicon/",
                        "kinds/use/use.prohibited.yaml:3:50: the example has a value for an unknown parameter"
                                + " (colour); expected one of domains, since, text, consequence, purposes, law; add it to"
                                + " params or rename it")
                .hasSize(5);
    }

    @Test
    void two_whole_catalogs_can_be_joined() {
        TestCatalogs.write(temp, "kinds/other/other.kind.yaml", """
            id: other.kind
            since: "1"
            effect: compatible
            title: {en: "T", zh: "题"}
            meaning: {en: "M", zh: "义"}
            affects: {en: "A", zh: "人"}
            explanation: {en: "E", zh: "释"}
            patterns:
              en: [{id: p, expr: "q", examples: ["[[q]]"], near-misses: ["r"]}]
            """);
        PatternCatalog small = TestCatalogs.small();
        PatternCatalog other = PatternCatalog.load(temp);
        assertThat(small.plus(other).kinds()).hasSize(3);
        assertThat(small.plus(other).version()).isNotEqualTo(small.version()).isNotEqualTo(other.version());
        assertThatThrownBy(() -> small.plus(small))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("the domain is there twice (gambling)");
    }

    @Test
    void a_folder_that_adds_nothing_is_a_mistake() {
        assertThat(TestCatalogs.problemsOfAdding(temp))
                .containsExactly(temp + ":1:1: the folder adds nothing; expected kinds/, domains/, lexicon/ or "
                        + "authorities.yaml in it; check the path");
        assertThat(TestCatalogs.problemsOf(temp))
                .containsExactly(
                        temp + ":1:1: the catalog holds no kind of clause; expected kinds/<group>/<kind>.yaml; "
                                + "check the path, or add the folder to another catalog");
        Path missing = temp.resolve("missing");
        assertThat(TestCatalogs.problemsOf(missing))
                .containsExactly(missing + ":1:1: no folder; expected the folder of a catalog; check the path");
    }

    @Test
    void the_version_depends_on_names_and_content_alone() throws IOException {
        Path copy = temp.resolve("copy");
        Path small = TestCatalogs.folder("small");
        try (Stream<Path> files = Files.walk(small)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                TestCatalogs.write(
                        copy,
                        small.relativize(file).toString(),
                        Files.readString(file).replace("\n", "\r\n"));
            }
        }
        TestCatalogs.write(copy, "README.md", "is no part of it");
        TestCatalogs.write(copy, ".git/config.yaml", "nor this");
        PatternCatalog copied = PatternCatalog.load(copy);
        assertThat(copied.version()).isEqualTo(TestCatalogs.small().version()).matches("[0-9a-f]{12}");

        TestCatalogs.write(copy, "lexicon/en/more.yaml", "concepts: {a: {expressions: [a1]}}");
        assertThat(PatternCatalog.load(copy).version()).isNotEqualTo(copied.version());
    }

    @Test
    void a_windows_byte_order_mark_is_no_content() {
        TestCatalogs.write(temp, "lexicon/en/bom.yaml", "\uFEFFconcepts: {a: {expressions: [a1, \"<b>\"]}}");
        assertThat(TestCatalogs.problemsOfAdding(temp))
                .singleElement()
                .asString()
                .startsWith("lexicon/en/bom.yaml:1:35: an unknown concept (b)");
    }
}

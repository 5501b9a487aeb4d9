// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a user's folder may hold by malice or by accident: it is refused with a clear message, soon. */
class HostileCatalogTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    @TempDir
    Path temp;

    /** The first of the problems. */
    private String refusal(String lexicon) {
        TestCatalogs.write(temp, "lexicon/en/hostile.yaml", lexicon);
        return assertTimeoutPreemptively(
                SOON, () -> TestCatalogs.problemsOfAdding(temp).get(0));
    }

    @Test
    void alias_bombs() {
        assertThat(refusal("""
            a: &a [x, x, x, x, x, x, x, x, x]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b]
            concepts: {d: {expressions: [*c, *c, *c, *c]}}
            """))
                .isEqualTo("lexicon/en/hostile.yaml:1:4: an anchor (&a); expected plain YAML; remove it; quote a text"
                        + " that begins with &");
    }

    @Test
    void a_gap_of_a_million() {
        assertThat(refusal("concepts: {a: {expressions: [x ..1000000 y]}}"))
                .isEqualTo(
                        "lexicon/en/hostile.yaml:1:32: the gap is too wide (..1000000); expected at most 200 tokens; "
                                + "narrow it: a pattern never reaches across its clause");
    }

    @Test
    void nesting_a_hundred_deep() {
        assertThat(refusal("concepts: {a: {expressions: [\"" + "(".repeat(100) + "x" + ")".repeat(100) + "\"]}}"))
                .isEqualTo(
                        "lexicon/en/hostile.yaml:1:51: groups are nested too deep; expected at most 20 levels; make a "
                                + "concept of the inner part");
        assertThat(refusal("concepts: " + "[".repeat(100_000)))
                .startsWith(
                        "lexicon/en/hostile.yaml:1:31: lists and mappings are nested too deep; expected at most 20");
    }

    @Test
    void thousands_of_alternatives() {
        String words = IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining("|"));
        assertThat(refusal("concepts: {a: {expressions: [\"" + words + "\"]}}"))
                .startsWith("lexicon/en/hostile.yaml:1:")
                .endsWith("the expression has too many alternatives; expected at most 2000; put them into several"
                        + " concepts");
        String list = IntStream.range(0, 3000).mapToObj(i -> "w" + i).collect(Collectors.joining(", "));
        assertThat(refusal("concepts: {a: {expressions: [" + list + "]}}"))
                .isEqualTo("lexicon/en/hostile.yaml:1:29: expressions has too many entries (3000 entries); expected at"
                        + " most 2000; put them into several concepts");
        String lines = IntStream.range(0, 20)
                .mapToObj(i -> "\"" + words.replace("w", "w" + i + "x").substring(0, 12_000) + "\"")
                .collect(Collectors.joining(", "));
        TestCatalogs.write(
                temp,
                "kinds/use/use.prohibited.yaml",
                "id: use.prohibited\npatterns:\n  en:\n    - {id: p, expr: [" + lines
                        + "], examples: [\"[[x]]\"], near-misses: [y]}");
        assertThat(refusal("concepts: {a: {expressions: [x]}}"))
                .startsWith("kinds/use/use.prohibited.yaml:4:7: the pattern has too many alternatives (");
    }

    @Test
    void chains_of_concepts() {
        String chain = IntStream.range(0, 20_000)
                .mapToObj(i -> "  c" + i + ": {expressions: [\"<c" + (i + 1) + "> <c" + (i + 1) + ">\"]}")
                .collect(Collectors.joining("\n", "concepts:\n", "\n"));
        String end = "  c20000: {expressions: [x]}\n";
        assertThat(refusal(chain + end))
                .isEqualTo("lexicon/en/hostile.yaml:19981:27: concepts refer to concepts too deep (c19979); expected at"
                        + " most 20 levels; flatten them");
        assertThat(refusal(chain + "  c20000: {expressions: [\"<c0>\"]}\n"))
                .startsWith(
                        "lexicon/en/hostile.yaml:2:23: the concepts refer to each other in a circle (c0 > c1 > c2 > ");
    }

    @Test
    void endless_problems() {
        String list = IntStream.range(0, 50_000).mapToObj(i -> "x" + i + ": y").collect(Collectors.joining("\n"));
        TestCatalogs.write(temp, "lexicon/en/hostile.yaml", list);
        PatternCatalog small = TestCatalogs.small();
        CatalogException e = catchThrowableOfType(CatalogException.class, () -> small.plus(temp));
        assertThat(e.problems()).hasSize(1000);
        assertThat(e)
                .hasMessageStartingWith("at least 1000 problems in the catalog:\n")
                .hasMessageEndingWith("\n  and 950 more");
        assertThat(e.getMessage().length()).isLessThan(20_000);
    }

    @Test
    void large_files() {
        assertThat(refusal("# " + "x".repeat(1 << 20)))
                .isEqualTo(
                        "lexicon/en/hostile.yaml:1:1: the file is too large (1048578 bytes); expected at most 1048576; "
                                + "split it");
        for (int i = 0; i < 9; i++) {
            TestCatalogs.write(temp, "lexicon/en/hostile" + i + ".yaml", "# " + "x".repeat((1 << 20) - 2));
        }
        assertThatThrownBy(() -> PatternCatalog.load(temp))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("the files are too large");
    }

    @Test
    void long_values_are_shortened_in_messages() {
        assertThat(refusal(("x".repeat(500)) + ": y"))
                .startsWith("lexicon/en/hostile.yaml:1:1: an unknown key (" + "x".repeat(77) + "...)");
    }
}

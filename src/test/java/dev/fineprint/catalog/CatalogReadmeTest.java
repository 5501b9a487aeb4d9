// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README of the catalog says nothing that the catalog does not read. */
class CatalogReadmeTest {

    private static final Pattern ROW = Pattern.compile("\\| `(.+?)` \\| .+");

    @TempDir
    Path temp;

    @Test
    void every_file_shown_can_be_added_to_the_bundled_catalog() throws IOException {
        List<String> files = CatalogReadme.unpack(temp);
        assertThat(files).hasSize(5).doesNotHaveDuplicates();
        PatternCatalog catalog = PatternCatalog.bundled().plus(temp);
        assertThat(catalog.kind("use.prohibited").orElseThrow().patterns())
                .extracting(ClausePattern::id)
                .contains("use.prohibited/en/no-fortune-telling");
        assertThat(catalog.kind("house.no-fridays").orElseThrow().patterns()).hasSize(2);
        assertThat(catalog.domain("fortune-telling")).isPresent();
        assertThat(catalog.authorities()).containsKey("house");
    }

    @Test
    void every_expression_and_value_reader_shown_can_be_read() throws IOException {
        int expressions = 0;
        int readers = 0;
        for (String line : CatalogReadme.text().lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                String code = row.group(1).replace("\\|", "|");
                if (code.startsWith("{") && code.contains(":")) {
                    readers++;
                    assertThat(readerProblems(code)).as(code).isEmpty();
                } else {
                    expressions++;
                    assertThat(ExpressionParser.parse(code, new SourceRef("README.md", 1, 1)))
                            .isNotNull();
                }
            }
        }
        assertThat(expressions).isEqualTo(15);
        assertThat(readers).isEqualTo(5);
    }

    private static List<String> readerProblems(String reader) {
        Problems problems = new Problems();
        String kind = "id: a.b\neffect: burdens\nparams: {x: y}\nreads: {x: " + reader + "}";
        CatalogReader.read(List.of(new CatalogFiles.CatalogFile("kinds/a/a.b.yaml", "k", kind)), problems);
        return problems.exception().problems().stream()
                .filter(problem -> problem.at().line() == 4)
                .map(CatalogProblem::toString)
                .toList();
    }

    @Test
    void the_problem_shown_is_worded_so() throws IOException {
        TestCatalogs.write(
                temp,
                "kinds/use/use.prohibited.yaml",
                "id: use.prohibited\npatterns:\n  en:\n    - id: p\n      expr: \"<forbidd> a1\"\n"
                        + "      examples: [\"[[x]]\"]\n      near-misses: [y]\n");
        assertThat(TestCatalogs.problemsOfAdding(temp))
                .singleElement()
                .satisfies(problem -> assertThat(CatalogReadme.text()).contains("house-patterns/" + problem));
    }
}

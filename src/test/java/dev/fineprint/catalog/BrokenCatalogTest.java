// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Catalogs that are broken on purpose. What must be said about each stands beside it in {@code problems.txt}: file, line,
 * column and the whole text of every problem.
 */
class BrokenCatalogTest {

    @ParameterizedTest
    @CsvSource({"broken, 55", "unreadable, 15"})
    void every_problem_is_reported_with_its_place(String name, int atLeast) throws IOException {
        List<String> expected = Files.readAllLines(TestCatalogs.folder(name).resolve("problems.txt"));
        assertThat(TestCatalogs.problemsOf(TestCatalogs.folder(name)))
                .containsExactlyElementsOf(expected)
                .hasSizeGreaterThanOrEqualTo(atLeast);
    }
}

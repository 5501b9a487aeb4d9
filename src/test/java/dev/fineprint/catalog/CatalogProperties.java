// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class CatalogProperties {

    /** A whole catalog in memory, one of its files cut and patched at random. */
    @Property(tries = 1000)
    void a_damaged_catalog_is_read_or_refused_with_places(
            @ForAll @IntRange(max = 7) int which,
            @ForAll @IntRange(max = 4000) int at,
            @ForAll @IntRange(max = 30) int cut,
            @ForAll("patches") String patch)
            throws IOException {
        List<CatalogFiles.CatalogFile> files = new ArrayList<>(small());
        CatalogFiles.CatalogFile file = files.get(which % files.size());
        String content = file.content();
        int from = at % (content.length() + 1);
        int to = Math.min(content.length(), from + cut);
        String damaged = content.substring(0, from) + patch + content.substring(to);
        files.set(which % files.size(), new CatalogFiles.CatalogFile(file.path(), file.shown(), damaged));

        Problems problems = new Problems();
        Draft draft = CatalogReader.read(files, problems);
        new CatalogLinker(draft, problems).link();
        if (!problems.isEmpty()) {
            assertThat(problems.exception().problems()).allSatisfy(problem -> {
                String[] lines = damaged.split("\r\n|\r|\n", -1);
                assertThat(problem.what()).isNotBlank();
                if (problem.at().file().equals(file.shown())) {
                    assertThat(problem.at().line()).isBetween(1, lines.length);
                    assertThat(problem.at().column())
                            .isBetween(1, lines[problem.at().line() - 1].length() + 1);
                }
            });
        }
    }

    private static List<CatalogFiles.CatalogFile> small() throws IOException {
        Path folder = TestCatalogs.folder("small");
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile)
                    .sorted()
                    .map(path -> folder.relativize(path).toString())
                    .map(path -> new CatalogFiles.CatalogFile(path, path, content(folder.resolve(path))))
                    .toList();
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Provide
    Arbitrary<String> patches() {
        return Arbitraries.oneOf(
                Arbitraries.of(
                        "",
                        "\n",
                        "- ",
                        ": ",
                        "  ",
                        "\"",
                        "'",
                        "[",
                        "]",
                        "{",
                        "}",
                        "&a ",
                        "*a",
                        "!t ",
                        "#",
                        "\t",
                        "|\n",
                        ">\n",
                        "---\n",
                        "<x>",
                        "..9",
                        "[[",
                        "]]",
                        "\uD83D\uDE00",
                        "\u0000",
                        "\u2028",
                        "\r",
                        "%",
                        "@"),
                Arbitraries.strings().ofMaxLength(8));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.identify.SpdxTexts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every specimen release, held against {@code expected.txt}. */
class SpecimenReleasesTest {
    private static final Path SPECIMENS = Path.of("corpus/releases");
    private static final ReleaseScanner SCANNER = ReleaseScanner.create(LicenseAnalyzer.create());

    @TempDir
    private Path folder = Path.of("");

    private static Map<String, List<String>> expected() throws IOException {
        Map<String, List<String>> all = new LinkedHashMap<>();
        List<String> current = new ArrayList<>();
        for (String line : Files.readAllLines(SPECIMENS.resolve("expected.txt"))) {
            if (line.startsWith("release ")) {
                current = new ArrayList<>();
                all.put(line.substring(8), current);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                current.add(line);
            }
        }
        return all;
    }

    /** A copy in which the texts of the SPDX list lie where their ids stand. */
    private Path copy(String name) throws IOException {
        Path from = SPECIMENS.resolve(name);
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString().replace(".spdx", ""));
                Files.createDirectories(target.getParent());
                if (file.toString().endsWith(".spdx")) {
                    Files.writeString(
                            target,
                            SpdxTexts.get(Files.readString(file).strip()).text());
                } else {
                    Files.copy(file, target);
                }
            }
        }
        return to;
    }

    @TestFactory
    Stream<DynamicTest> everySpecimen() throws IOException {
        return expected().entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(
                        one.getKey(),
                        SPECIMENS.resolve(one.getKey()).toUri(),
                        () -> holds(SCANNER.scan(copy(one.getKey())), one.getValue())));
    }

    @Test
    void wordsOutOfAPdfFileAreQuotedWithTheirPage() throws IOException {
        ModelRelease release = SCANNER.scan(SPECIMENS.resolve("yanque-7b"));
        assertThat(release.observations().get(0).quotations().get(0).page()).isEqualTo(2);
        assertThat(release.documents().stream().flatMap(document -> document.report().stream()))
                .singleElement()
                .satisfies(report -> {
                    assertThat(report.document().mediaType()).isEqualTo("application/pdf");
                    assertThat(report.document().pages()).isEqualTo(2);
                    assertThat(report.findings())
                            .anySatisfy(finding -> {
                                assertThat(finding.kind()).isEqualTo("brand.derivative-naming");
                                assertThat(finding.span().page()).isEqualTo(2);
                            })
                            .anySatisfy(finding -> {
                                assertThat(finding.kind()).isEqualTo("scale.active-users");
                                assertThat(finding.params()).containsEntry("threshold", 10_000_000L);
                            });
                });
    }

    private static void holds(ModelRelease release, List<String> expected) {
        String lineage = "";
        for (String line : expected) {
            String value = line.contains(" ") ? line.substring(line.indexOf(' ') + 1) : "";
            switch (line.split(" ", 2)[0]) {
                case "observes" ->
                    assertThat(release.observations().stream()
                                    .map(observation -> observation.topic().code())
                                    .collect(Collectors.joining(" ")))
                            .as("%s", release.observations())
                            .isEqualTo(value);
                case "open" ->
                    assertThat(release.openness().stream()
                                    .map(part -> part.state().code())
                                    .collect(Collectors.joining(" ")))
                            .isEqualTo(value);
                case "lineage" -> lineage = value;
                case "notes" -> assertThat(release.notes()).hasSize(Integer.parseInt(value));
                case "quotes" -> {
                    int blank = value.indexOf(' ');
                    int colon = value.lastIndexOf(':', blank);
                    Quotation wanted = new Quotation(
                            value.substring(0, colon),
                            Integer.parseInt(value.substring(colon + 1, blank)),
                            value.substring(blank + 1));
                    assertThat(release.observations().stream()
                                    .flatMap(observation -> observation.quotations().stream())
                                    .map(one -> new Quotation(one.path(), one.line(), one.text())))
                            .contains(wanted);
                }
                default -> throw new AssertionError("unknown line: " + line);
            }
        }
        assertThat(release.lineage().stream()
                        .map(ancestor ->
                                ancestor.id() + "=" + ancestor.license().orElse("unknown"))
                        .collect(Collectors.joining(" ")))
                .isEqualTo(lineage);
        assertThat(release.summary().en()).isNotEmpty();
        assertThat(release.summary().zh()).matches("(?s).*\\p{IsHan}.*");
    }

    @Test
    void everyFolderIsExpectedAndThereAreADozen() throws IOException {
        try (Stream<Path> folders = Files.list(SPECIMENS)) {
            assertThat(folders.filter(Files::isDirectory)
                            .map(path -> path.getFileName().toString()))
                    .hasSizeGreaterThanOrEqualTo(12)
                    .containsExactlyInAnyOrderElementsOf(expected().keySet());
        }
    }

    @Test
    void aFolderOfReleasesIsItsReleases() throws IOException {
        assertThat(SCANNER.releases(SPECIMENS.resolve("egret-7b"))).containsExactly(SPECIMENS.resolve("egret-7b"));
        Path all = Files.createDirectories(folder.resolve("all"));
        for (String name : List.of("b/two", "a/one", "c/deep/three")) {
            Files.writeString(Files.createDirectories(all.resolve(name)).resolve("LICENSE"), "text");
        }
        Files.writeString(all.resolve("list.txt"), "one two three");
        assertThat(SCANNER.releases(all))
                .containsExactly(all.resolve("a/one"), all.resolve("b/two"), all.resolve("c/deep/three"));
        Path empty = Files.createDirectories(folder.resolve("empty"));
        assertThat(SCANNER.releases(empty)).containsExactly(empty);
    }
}

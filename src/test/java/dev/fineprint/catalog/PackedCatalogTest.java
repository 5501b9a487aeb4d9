// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.LoadSettings;

class PackedCatalogTest {
    private static PatternCatalog files;
    private static CatalogPacker.Pack pack;

    @BeforeAll
    static void packOnce() {
        files = PatternCatalog.ofBundledFiles();
        pack = CatalogPacker.pack(files);
    }

    private static PatternCatalog unpacked() throws IOException {
        return PackedCatalog.read(
                pack.catalog(), Later.by(PackedCatalogTest::examples), Later.by(PatternCatalog::bundledDraft));
    }

    private static List<Example> examples() {
        try {
            return PackedCatalog.examples(pack.examples());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void saysWhatTheFilesSay() throws Exception {
        assertSame(unpacked(), files);
    }

    @Test
    void isAddedToLikeTheFiles(@TempDir Path added) throws Exception {
        Path topic = Files.createDirectories(added.resolve("lexicon/en")).resolve("house.yaml");
        Files.writeString(topic, """
                concepts:
                  forbid:
                    expressions: ["under no circumstance whatsoever"]
                """);
        PatternCatalog together = unpacked().plus(added);
        assertThat(together.concept("forbid")).isNotEqualTo(files.concept("forbid"));
        assertSame(together, files.plus(added));
    }

    @Test
    void takesNoExamplesUntilTheyAreAskedFor() throws Exception {
        List<String> asked = new ArrayList<>();
        PatternCatalog catalog = PackedCatalog.read(
                pack.catalog(),
                Later.by(() -> {
                    asked.add("examples");
                    return examples();
                }),
                Later.by(() -> {
                    throw new IllegalStateException("nothing is added");
                }));
        ClausePattern pattern =
                catalog.kind("use.prohibited").orElseThrow().patterns().get(0);
        assertThat(pattern.examples().size()).isPositive();
        assertThat(asked).isEmpty();
        assertThat(pattern.examples().get(0).text()).isNotEmpty();
        assertThat(catalog.domain("military").orElseThrow().examples())
                .allMatch(e -> !e.text().isEmpty());
        assertThat(asked).containsExactly("examples");
        assertThatThrownBy(() -> pattern.examples().get(pattern.examples().size()))
                .isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> pattern.examples().remove(0)).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isPackedTheSameEachTime() {
        CatalogPacker.Pack again = CatalogPacker.pack(PatternCatalog.ofBundledFiles());
        assertThat(again.catalog()).isEqualTo(pack.catalog());
        assertThat(again.examples()).isEqualTo(pack.examples());
    }

    /** The build packs anew each time; whoever compiles without it reads the files. */
    @Test
    void theBuildPackedTheseFiles() throws Exception {
        try (InputStream catalog = PackedCatalog.class.getResourceAsStream(PackedCatalog.CATALOG);
                InputStream examples = PackedCatalog.class.getResourceAsStream(PackedCatalog.EXAMPLES)) {
            assumeThat(catalog).as("the packed catalog, which the build writes").isNotNull();
            assertThat(catalog.readAllBytes()).isEqualTo(pack.catalog());
            assertThat(examples).isNotNull();
            assertThat(examples.readAllBytes()).isEqualTo(pack.examples());
        }
    }

    /** As in a development environment that copies an edited file beside the classes and packs nothing. */
    @Test
    void isNotReliedOnWhereAFileBesideItHasChanged(@TempDir Path classes) throws Exception {
        Path here = Path.of(PackedCatalog.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (String room : List.of("dev/fineprint/catalog", "dev/fineprint/pack")) {
            Files.createDirectories(classes.resolve(room));
            copy(here.resolve(room), classes.resolve(room));
        }
        URL[] alone = {
            classes.toUri().toURL(),
            LoadSettings.class.getProtectionDomain().getCodeSource().getLocation()
        };
        try (URLClassLoader loader = new URLClassLoader(alone, ClassLoader.getPlatformClassLoader())) {
            loader.loadClass(CatalogPacker.class.getName())
                    .getMethod("main", String[].class)
                    .invoke(null, (Object) new String[] {classes.toString()});
            Method bundled = loader.loadClass(PackedCatalog.class.getName()).getDeclaredMethod("bundled");
            bundled.setAccessible(true);
            assertThat((Optional<?>) bundled.invoke(null)).isPresent();
            Files.writeString(
                    classes.resolve("dev/fineprint/catalog/clause-patterns/authorities.yaml"),
                    "# changed\n",
                    StandardOpenOption.APPEND);
            assertThat((Optional<?>) bundled.invoke(null)).isEmpty();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    @Test
    void expressionsAreMadeWhenTheyAreAskedFor() throws IOException {
        ClausePattern pattern = read(pack.catalog()).kinds().get(0).patterns().get(0);
        ClausePattern original = files.kinds().get(0).patterns().get(0);
        assertThat(pattern.expr())
                .isEqualTo(original.expr())
                .hasToString(original.expr().toString());
        assertThat(pattern.expr().hashCode()).isEqualTo(original.expr().hashCode());
        assertThatThrownBy(() -> pattern.unless().add(pattern.expr()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void refusesWhatIsNoPackedCatalog() {
        byte[] other = pack.catalog().clone();
        other[0]++;
        assertThatThrownBy(() -> read(other)).isInstanceOf(IOException.class).hasMessageContaining("version");
    }

    @Test
    void refusesWhatEndsTooEarly() {
        for (int length : new int[] {0, 3, 4, 5, 100, 50_000, pack.catalog().length - 1}) {
            byte[] cut = Arrays.copyOf(pack.catalog(), length);
            assertThatThrownBy(() -> read(cut))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too early");
        }
    }

    private static PatternCatalog read(byte[] catalog) throws IOException {
        return PackedCatalog.read(catalog, Later.of(List.of()), Later.by(PatternCatalog::bundledDraft));
    }

    /** Equal, and in the same order. */
    private static void assertSame(PatternCatalog packed, PatternCatalog files) {
        assertThat(packed.version()).isEqualTo(files.version());
        assertThat(packed.kinds())
                .isEqualTo(files.kinds())
                .hasToString(files.kinds().toString());
        assertThat(packed.domains())
                .isEqualTo(files.domains())
                .hasToString(files.domains().toString());
        assertThat(packed.concepts())
                .isEqualTo(files.concepts())
                .hasToString(files.concepts().toString());
        assertThat(packed.authorities().entrySet())
                .containsExactlyElementsOf(files.authorities().entrySet());
    }
}

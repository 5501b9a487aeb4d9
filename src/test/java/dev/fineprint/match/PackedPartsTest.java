// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackedPartsTest {
    private static PatternCatalog catalog;
    private static CompiledParts compiled;
    private static byte[] pack;

    @BeforeAll
    static void packOnce() {
        catalog = PatternCatalog.bundled();
        compiled = CompiledParts.compile(catalog);
        pack = MatcherPacker.pack(catalog, compiled);
    }

    private static CompiledParts unpacked() throws IOException {
        return PackedParts.read(pack, catalog).orElseThrow();
    }

    /** Packed again, what was read gives the same bytes: nothing was lost of what is packed. */
    @Test
    void readsWhatWasPacked() throws Exception {
        assertSame(MatcherPacker.pack(catalog, unpacked()));
    }

    private static void assertSame(byte[] other) {
        assertThat(Arrays.mismatch(other, pack))
                .as("the first byte that differs")
                .isEqualTo(-1);
    }

    @Test
    void isTheSameAsCompiled() throws Exception {
        CompiledParts parts = unpacked();
        assertThat(parts.concepts()).isEqualTo(compiled.concepts());
        assertThat(parts.conceptIds()).isEqualTo(compiled.conceptIds());
        assertThat(parts.vocabulary().stems()).isEqualTo(compiled.vocabulary().stems());
        assertThat(parts.vocabulary().exacts()).isEqualTo(compiled.vocabulary().exacts());
        assertThat(parts.vocabulary().prefixes())
                .isEqualTo(compiled.vocabulary().prefixes());
        assertThat(parts.unanchored()).isEqualTo(compiled.unanchored());
        assertThat(parts.unsure()).isEqualTo(compiled.unsure());
        assertThat(parts.unsureAt()).isEqualTo(compiled.unsureAt());
        assertThat(parts.agenda().size()).isEqualTo(compiled.agenda().size());
        for (int rule = 0; rule < parts.agenda().size(); rule++) {
            assertThat(parts.agenda().endOfOwner(rule))
                    .isEqualTo(compiled.agenda().endOfOwner(rule));
        }
        assertThat(parts.trie().size()).isEqualTo(compiled.trie().size());
        for (int node = 0; node < parts.trie().size(); node++) {
            assertThat(parts.trie().concepts(node)).isEqualTo(compiled.trie().concepts(node));
            assertThat(parts.sayings().inheritable(node))
                    .isEqualTo(compiled.sayings().inheritable(node));
        }
    }

    @Test
    void matchesWhatACompiledCatalogMatches() throws Exception {
        ClauseMatcher one = new JoinMatcher(CompiledCatalog.of(unpacked(), catalog));
        ClauseMatcher other = new JoinMatcher(CompiledCatalog.of(compiled, catalog));
        for (String specimen : List.of("heron-community-licence.txt", "heron-community-licence.zh.txt")) {
            LicenseText text = LicenseText.read(Path.of("corpus/specimens", specimen));
            Segmentation segmentation = Segmenter.create().segment(text);
            List<ClauseMatch> all = one.explain(text, segmentation);
            assertThat(all).hasSizeGreaterThan(20);
            assertThat(shown(all)).isEqualTo(shown(other.explain(text, segmentation)));
            assertThat(shown(one.match(text, segmentation).matches()))
                    .isEqualTo(shown(other.match(text, segmentation).matches()));
        }
    }

    private static List<String> shown(List<ClauseMatch> matches) {
        return matches.stream()
                .map(match -> match.pattern().id() + " " + match.start() + "-" + match.end() + " " + match.values())
                .toList();
    }

    @Test
    void isNotTakenForAnotherCatalog(@TempDir Path added) throws Exception {
        Path topic = Files.createDirectories(added.resolve("lexicon/en")).resolve("house.yaml");
        Files.writeString(topic, """
                concepts:
                  forbid:
                    expressions: ["under no circumstance whatsoever"]
                """);
        assertThat(PackedParts.read(pack, catalog.plus(added))).isEmpty();
    }

    @Test
    void isPackedTheSameEachTime() {
        assertSame(MatcherPacker.pack(catalog, CompiledParts.compile(catalog)));
    }

    /** The build packs anew each time; whoever compiles without it compiles the catalog. */
    @Test
    void theBuildPackedThisCatalog() throws Exception {
        try (InputStream in = PackedParts.class.getResourceAsStream(PackedParts.RESOURCE)) {
            assumeThat(in).as("the packed matcher, which the build writes").isNotNull();
            assertSame(in.readAllBytes());
        }
    }

    /** In a folder of classes the compiler may have changed since the last build. */
    @Test
    void isReliedOnInAJarAlone() {
        assertThat(PackedParts.bundled(catalog)).isEmpty();
    }

    @Test
    void refusesWhatIsNoPackedMatcher() {
        byte[] other = pack.clone();
        other[0]++;
        assertThatThrownBy(() -> PackedParts.read(other, catalog))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("version");
        for (int length : new int[] {0, 3, 11, 12, 1000, pack.length - 1}) {
            byte[] cut = Arrays.copyOf(pack, length);
            assertThatThrownBy(() -> PackedParts.read(cut, catalog))
                    .as("the first %d bytes", length)
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("too early");
        }
    }
}

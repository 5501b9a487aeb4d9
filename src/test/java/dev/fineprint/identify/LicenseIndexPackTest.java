// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class LicenseIndexPackTest {
    private static final LicenseIndex INDEX = LicenseIndex.bundled();
    private static final Map<String, byte[]> FILES = INDEX.write();
    private static final LicenseIndex READ = LicenseIndex.read(LicenseIndexPackTest::file);

    private static byte[] file(String name) {
        byte[] file = FILES.get(name);
        if (file == null) {
            throw new IllegalStateException("no " + name);
        }
        return file;
    }

    /** Packed again, what was read gives the same bytes: nothing was lost of what is packed. */
    @Test
    void readsWhatWasPacked() {
        assertSame(READ.write(), FILES);
    }

    @Test
    void theBundledIndexHasTheListAndTheFingerprintsOfTheCorpus() throws IOException {
        assertThat(INDEX.fingerprints().stream().map(Fingerprint::format))
                .containsExactlyElementsOf(FingerprintList.read(Path.of("corpus/fingerprints")).stream()
                        .map(Fingerprint::format)
                        .toList());
        for (String id : List.of("MIT", "Apache-2.0", "GPL-3.0-only", "0BSD", "zlib-acknowledgement")) {
            SpdxTexts.Entry entry = SpdxTexts.get(id);
            KnownLicense known = INDEX.known().stream()
                    .filter(license -> license.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(known)
                    .isEqualTo(new KnownLicense(
                            id,
                            entry.name(),
                            KnownLicense.Source.SPDX,
                            entry.osiApproved(),
                            entry.fsfLibre(),
                            entry.deprecated(),
                            "",
                            ""));
        }
    }

    @Test
    void whatWasReadTellsTheSame() {
        assertThat(READ.known()).isEqualTo(INDEX.known());
        assertThat(READ.spdxListVersion()).isEqualTo(INDEX.spdxListVersion());
        for (int i = 0; i < INDEX.spdx().entries().size(); i++) {
            assertThat(READ.spdx().plain(i)).isEqualTo(INDEX.spdx().plain(i));
        }
        for (String id : List.of("MIT", "Apache-2.0", "BSD-3-Clause")) {
            LicenseText text = LicenseText.of(id, SpdxTexts.get(id).text());
            assertThat(READ.identify(text)).usingRecursiveComparison().isEqualTo(INDEX.identify(text));
        }
    }

    @Test
    void aFingerprintThatWasReadHasTheSameRunsOfWords() {
        Random random = new Random(3);
        for (int i = 0; i < INDEX.fingerprints().size(); i++) {
            Fingerprint original =
                    Fingerprint.parse("f", INDEX.fingerprints().get(i).format());
            Fingerprint read = READ.fingerprints().get(i);
            assertThat(read.facts()).isEqualTo(original.facts());
            assertThat(read.license()).isEqualTo(original.license());
            assertThat(read.count()).isEqualTo(original.count());
            for (int k = 0; k < 500; k++) {
                long[] hash = {random.nextLong()};
                assertThat(read.known(hash, 0, 1).count())
                        .isEqualTo(original.known(hash, 0, 1).count());
            }
        }
    }

    @Test
    void textsAreReadWhenTheyAreAskedFor() {
        Map<String, Integer> asked = new TreeMap<>();
        Function<String, byte[]> counting = name -> {
            asked.merge(name, 1, Integer::sum);
            return file(name);
        };
        LicenseIndex index = LicenseIndex.read(counting);
        assertThat(asked).containsOnlyKeys(SpdxIndex.RESOURCE, LicenseIndex.FINGERPRINTS);
        for (int round = 0; round < 2; round++) {
            assertThat(index.text("MIT")).isEqualTo(INDEX.text("MIT"));
        }
        assertThat(asked)
                .hasSize(3)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    }

    @Test
    void aDamagedIndexIsRefused() {
        Map<String, byte[]> damaged = new HashMap<>(FILES);
        damaged.put(SpdxIndex.RESOURCE, Arrays.copyOf(file(SpdxIndex.RESOURCE), 1000));
        assertThatThrownBy(() -> LicenseIndex.read(name -> damaged.getOrDefault(name, new byte[0])))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("spdx.bin");
    }

    @Test
    void runsOfWordsOfApprovedTextsAreReadByTheLengthOfAPassage() {
        List<LicenseText> texts = List.of(
                LicenseText.of("a", "The heron shares what it catches with every other bird of the lake, always."),
                LicenseText.of("b", "Nobody may feed a heron that stands on one leg for more than a minute or so."));
        ReferenceShingles made = ReferenceShingles.of(texts);
        Map<String, byte[]> files = made.write();
        Map<String, Integer> asked = new TreeMap<>();
        ReferenceShingles read = ReferenceShingles.read(name -> {
            asked.merge(name, 1, Integer::sum);
            return files.getOrDefault(name, new byte[0]);
        });
        assertSame(
                ReferenceShingles.read(name -> files.getOrDefault(name, new byte[0]))
                        .write(),
                files);
        assertThat(asked).hasSize(1);
        for (String passage :
                List.of("a heron that stands", "the heron feeds", "shares what it catches with every bird")) {
            LicenseText text = LicenseText.of("p", passage);
            assertThat(read.coverage(text, 0, passage.length())).isEqualTo(made.coverage(text, 0, passage.length()));
        }
        assertThat(asked)
                .hasSize(4)
                .allSatisfy((name, times) -> assertThat(times).isEqualTo(1));
    }

    private static void assertSame(Map<String, byte[]> files, Map<String, byte[]> expected) {
        assertThat(files.keySet()).isEqualTo(expected.keySet());
        expected.forEach((name, file) ->
                assertThat(Arrays.equals(files.get(name), file)).as(name).isTrue());
    }
}

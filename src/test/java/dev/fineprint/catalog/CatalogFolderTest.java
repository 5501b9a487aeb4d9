// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogFolderTest {
    @TempDir
    private Path temp = Path.of("");

    @Test
    void adds_on_another_machine_what_the_folder_adds_here() throws Exception {
        Path house = TestCatalogs.folder("house");
        PatternCatalog here = TestCatalogs.small().plus(house);
        CatalogFolder sent = sent(CatalogFolder.read(house));
        PatternCatalog there = TestCatalogs.small().plus(sent);

        assertThat(there.version())
                .isEqualTo(here.version())
                .isNotEqualTo(TestCatalogs.small().version());
        assertThat(there.kinds()).isEqualTo(here.kinds());
        assertThat(there.concepts()).isEqualTo(here.concepts());
    }

    private static CatalogFolder sent(CatalogFolder folder) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(folder);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (CatalogFolder) in.readObject();
        }
    }

    @Test
    void is_read_once_and_has_a_version_for_its_content() {
        TestCatalogs.write(temp, "lexicon/en/words.yaml", "concepts: {}\n");
        CatalogFolder before = CatalogFolder.read(temp);
        TestCatalogs.write(temp, "lexicon/en/words.yaml", "concepts: { }\n");
        CatalogFolder after = CatalogFolder.read(temp);
        assertThat(before.version()).isNotEqualTo(after.version());
        TestCatalogs.write(temp, "lexicon/en/words.yaml", "concepts: {}\n");
        assertThat(CatalogFolder.read(temp).version()).isEqualTo(before.version());
        assertThat(before).hasToString(temp + " (1 files, version " + before.version() + ")");
    }

    @Test
    void cannot_be_read_where_there_is_none() throws IOException {
        assertThatThrownBy(() -> CatalogFolder.read(temp.resolve("nowhere")))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("nowhere");
        Files.write(temp.resolve("authorities.yaml"), new byte[] {(byte) 0xC3, (byte) 0x28});
        assertThatThrownBy(() -> CatalogFolder.read(temp))
                .isInstanceOf(CatalogException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void that_adds_nothing_is_refused_by_its_name() {
        CatalogFolder empty = CatalogFolder.read(temp);
        PatternCatalog small = TestCatalogs.small();
        assertThatThrownBy(() -> small.plus(empty))
                .isInstanceOf(CatalogException.class)
                .hasMessageContainingAll(temp.toString(), "adds nothing");
    }
}

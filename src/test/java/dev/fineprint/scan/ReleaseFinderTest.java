// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What marks the folder of a release. */
class ReleaseFinderTest {
    @TempDir
    private Path folder = Path.of("");

    private void file(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Iterable<String> found() throws IOException {
        return new ReleaseFinder()
                .find(folder).stream()
                        .map(path -> folder.relativize(path).toString().replace('\\', '/'))
                        .toList();
    }

    @Test
    void weightsConfigurationAndCardsMarkARelease() throws IOException {
        file("a/model.gguf", "x");
        file("b/config.json", "{}");
        file("c/README.md", "---\nlicense: mit\n---\n");
        file("d/adapter_config.json", "{}");
        file("e/notes.txt", "nothing");
        file("f/.cache/model.gguf", "x");
        assertThat(found()).containsExactly("a", "b", "c", "d");
    }

    @Test
    void aReadmeAboveSeveralReleasesIsNoRelease() throws IOException {
        file("README.md", "# Our models\n");
        file("LICENSE", "terms");
        file("one/config.json", "{}");
        file("two/README.md", "---\ntags: [x]\n---\n");
        assertThat(found()).containsExactly("one", "two");
    }

    @Test
    void aRepositoryOfCodeIsOneRelease() throws IOException {
        file("README.md", "# Heron\n");
        file("LICENSE", "terms");
        file("model/config.json", "{}");
        assertThat(found()).containsExactly("");
    }

    @Test
    void whatLiesBelowAReleaseBelongsToIt() throws IOException {
        file("model_index.json", "{}");
        file("unet/config.json", "{}");
        file("vae/config.json", "{}");
        assertThat(found()).containsExactly("");
    }

    @Test
    void archivesAmongFoldersAreReleases() throws IOException {
        file("b.zip", "x");
        file("a/model.gguf", "x");
        file("c.tar.gz", "x");
        assertThat(found()).containsExactly("a", "b.zip", "c.tar.gz");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackStorerTest {
    private static final long TIME = 1_600_000_000_000L;
    private static final List<String> NAMES = List.of(
            "META-INF/",
            "META-INF/MANIFEST.MF",
            "dev/fineprint/match/matcher.bin",
            "dev/fineprint/a.txt",
            "other/model.bin");

    private static byte[] content(String name) {
        return (name + " ").repeat(500).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void packsAreStoredAndAllElseStaysAsItIs(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("a.jar");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (String name : NAMES) {
                ZipEntry entry = new ZipEntry(name);
                entry.setTime(TIME);
                out.putNextEntry(entry);
                if (!entry.isDirectory()) {
                    out.write(content(name));
                }
            }
        }
        PackStorer.main(new String[] {jar.toString()});
        try (JarFile read = new JarFile(jar.toFile())) {
            assertThat(Collections.list(read.entries()))
                    .extracting(ZipEntry::getName)
                    .containsExactlyElementsOf(NAMES);
            for (String name : NAMES) {
                ZipEntry entry = read.getEntry(name);
                assertThat(entry.getTime()).isEqualTo(TIME);
                if (!entry.isDirectory()) {
                    assertThat(read.getInputStream(entry)).hasBinaryContent(content(name));
                    assertThat(entry.getMethod())
                            .as(name)
                            .isEqualTo(name.endsWith("matcher.bin") ? ZipEntry.STORED : ZipEntry.DEFLATED);
                }
            }
        }
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }
}

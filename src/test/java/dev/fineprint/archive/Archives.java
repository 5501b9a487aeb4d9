// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** Writes archives for tests. */
public final class Archives {
    private Archives() {}

    /** A zip archive of these texts by their paths. */
    public static Path zip(Path file, Map<String, String> texts) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                zip.putNextEntry(new ZipEntry(text.getKey()));
                zip.write(text.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }

    /** A tar archive of these texts by their paths; packed by gzip unless its name ends in {@code .tar}. */
    public static Path tar(Path file, Map<String, String> texts) throws IOException {
        try (TarArchiveOutputStream tar = tar(file)) {
            for (Map.Entry<String, String> text : texts.entrySet()) {
                put(tar, text.getKey(), text.getValue());
            }
        }
        return file;
    }

    static TarArchiveOutputStream tar(Path file) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        TarArchiveOutputStream tar =
                new TarArchiveOutputStream(file.toString().endsWith(".tar") ? out : new GZIPOutputStream(out));
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
        return tar;
    }

    static void put(TarArchiveOutputStream tar, String path, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        TarArchiveEntry entry = new TarArchiveEntry(path, true);
        entry.setSize(bytes.length);
        tar.putArchiveEntry(entry);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }
}

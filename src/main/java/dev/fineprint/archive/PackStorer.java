// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collections;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * Lays what the build packed into a jar as it is: to inflate it takes a tenth of the time of a first report. Everything else
 * stays as it was. Runs in the build; it is not in the jar.
 */
public final class PackStorer {
    private PackStorer() {}

    /**
     * Writes a jar anew.
     *
     * @param args the jar
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: PackStorer JAR");
        }
        Path jar = Path.of(args[0]);
        Path fresh = jar.resolveSibling(jar.getFileName() + ".part");
        try (ZipFile in = ZipFile.builder().setPath(jar).get();
                ZipArchiveOutputStream out = new ZipArchiveOutputStream(fresh)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntriesInPhysicalOrder())) {
                if (isPack(entry.getName())) {
                    store(in, entry, out);
                } else {
                    out.addRawArchiveEntry(entry, in.getRawInputStream(entry));
                }
            }
        }
        Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    }

    private static boolean isPack(String name) {
        return name.startsWith("dev/fineprint/") && name.endsWith(".bin");
    }

    private static void store(ZipFile in, ZipArchiveEntry entry, ZipArchiveOutputStream out) throws IOException {
        byte[] pack;
        try (InputStream content = in.getInputStream(entry)) {
            pack = content.readAllBytes();
        }
        CRC32 sum = new CRC32();
        sum.update(pack);
        ZipArchiveEntry stored = new ZipArchiveEntry(entry.getName());
        stored.setTime(entry.getTime());
        stored.setMethod(ZipArchiveEntry.STORED);
        stored.setSize(pack.length);
        stored.setCrc(sum.getValue());
        out.putArchiveEntry(stored);
        out.write(pack);
        out.closeArchiveEntry();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import dev.fineprint.archive.ArchiveReader.Entry;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a tar archive, packed by gzip or not. */
final class TarEntries implements ArchiveReader.Entries {
    private static final int BUFFER = 1 << 16;

    private final TarArchiveInputStream tar;
    private final Meter meter;

    private TarEntries(TarArchiveInputStream tar, Meter meter) {
        this.tar = tar;
        this.meter = meter;
    }

    static TarEntries open(Path file, Meter meter) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            boolean plain = meter.name().toLowerCase(Locale.ROOT).endsWith(".tar");
            InputStream unpacked = plain ? raw : new GZIPInputStream(raw, BUFFER);
            return new TarEntries(new TarArchiveInputStream(meter.measured(unpacked)), meter);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    @Override
    public @Nullable Entry next() throws IOException {
        // the rest of the file before is skipped first, so that what follows is a header and nothing else
        for (long skipped = 1; tar.getCurrentEntry() != null && skipped > 0; ) {
            skipped = tar.skip(Long.MAX_VALUE);
        }
        meter.headerBegins();
        TarArchiveEntry entry = tar.getNextEntry();
        meter.headerEnds();
        if (entry == null) {
            return null;
        }
        boolean device = entry.isFIFO() || entry.isCharacterDevice() || entry.isBlockDevice();
        boolean file = entry.isFile() && !device && !entry.isLink() && !entry.isSymbolicLink() && !entry.isSparse();
        return new Entry(
                entry.getName(), entry.isDirectory() ? Entry.Kind.FOLDER : file ? Entry.Kind.FILE : Entry.Kind.STRAY);
    }

    @Override
    public InputStream content() {
        return tar;
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}

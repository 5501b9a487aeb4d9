// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import dev.fineprint.archive.ArchiveException.Reason;
import dev.fineprint.archive.ArchiveReader.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The files of a zip archive, in the order of its list at the end. */
final class ZipEntries implements ArchiveReader.Entries {
    /** The list is read into memory as a whole: some hundred thousand files. */
    private static final long LARGEST_LIST = 32L << 20;

    private static final int END_RECORD = 22;
    private static final int LONGEST_COMMENT = 0xFFFF;
    private static final int END_SIGNATURE = 0x06054b50;
    private static final long IN_ZIP64 = 0xFFFFFFFFL;

    private final ZipFile zip;
    private final Enumeration<? extends ZipEntry> all;
    private final Meter meter;
    private @Nullable ZipEntry current;
    private @Nullable InputStream open;

    private ZipEntries(ZipFile zip, Meter meter) {
        this.zip = zip;
        this.all = zip.entries();
        this.meter = meter;
    }

    static ZipEntries open(Path file, Meter meter) throws IOException {
        if (listSize(file) > LARGEST_LIST) {
            throw new ArchiveException(
                    Reason.TOO_LARGE_A_LIST,
                    meter.name() + ": its list of files is larger than " + LARGEST_LIST + " bytes",
                    null);
        }
        return new ZipEntries(new ZipFile(file.toFile()), meter);
    }

    /** How large the list of files is, by the record at the archive's end. */
    private static long listSize(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file)) {
            int length = (int) Math.min(channel.size(), END_RECORD + LONGEST_COMMENT);
            ByteBuffer end = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
            long from = channel.size() - length;
            for (int read = 0; end.hasRemaining() && read >= 0; ) {
                read = channel.read(end, from + end.position());
            }
            for (int at = length - END_RECORD; at >= 0; at--) {
                if (end.getInt(at) == END_SIGNATURE) {
                    long size = end.getInt(at + 12) & IN_ZIP64;
                    // a list that needs 64 bits is larger than any that is read
                    return size == IN_ZIP64 ? Long.MAX_VALUE : size;
                }
            }
            throw new ZipException("no end record");
        }
    }

    @Override
    public @Nullable Entry next() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
        if (!all.hasMoreElements()) {
            return null;
        }
        ZipEntry entry = all.nextElement();
        current = entry;
        return new Entry(entry.getName(), entry.isDirectory() ? Entry.Kind.FOLDER : Entry.Kind.FILE);
    }

    @Override
    public InputStream content() throws IOException {
        InputStream content = zip.getInputStream(Objects.requireNonNull(current, "call next() first"));
        if (content == null) {
            throw new ZipException("an entry without content");
        }
        open = content;
        return meter.measured(content);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}

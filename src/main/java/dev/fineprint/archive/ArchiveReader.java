// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import dev.fineprint.archive.ArchiveException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An archive (zip, jar, tar, tar.gz, tgz) that is read file after file, in its own order. Belongs to one thread.
 *
 * <p>Folders, links, special files and entries whose path leads out of the archive are passed over; {@link #strays()}
 * counts the last three.
 */
public final class ArchiveReader implements AutoCloseable {
    private static final List<String> ENDINGS = List.of(".tar.gz", ".tgz", ".tar", ".zip", ".jar");

    private final String name;
    private final ArchiveLimits limits;
    private final Meter meter;
    private final Entries entries;
    private int seen;
    private int strays;
    private boolean cut;
    private String path = "";

    private ArchiveReader(Path file, ArchiveLimits limits) throws IOException {
        this.name = String.valueOf(file.getFileName());
        this.limits = limits;
        this.meter = new Meter(name, Files.size(file), limits);
        this.entries = isZip(name) ? ZipEntries.open(file, meter) : TarEntries.open(file, meter);
    }

    /** Files of an archive one after another. */
    interface Entries extends AutoCloseable {
        /** What the next entry says of itself; null at the end. */
        @Nullable
        Entry next() throws IOException;

        /** The bytes of the entry that came last. */
        InputStream content() throws IOException;

        @Override
        void close() throws IOException;
    }

    /**
     * An entry.
     *
     * @param path as the archive has it
     * @param kind what it claims to be
     */
    record Entry(String path, Kind kind) {
        enum Kind {
            FILE,
            FOLDER,
            STRAY
        }
    }

    /** Whether a file of this name is an archive that can be read. */
    public static boolean isArchive(String fileName) {
        return ending(fileName) > 0;
    }

    /** A file's name without what says that it is an archive. */
    public static String stem(String fileName) {
        return fileName.substring(0, fileName.length() - ending(fileName));
    }

    private static int ending(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return ENDINGS.stream()
                .filter(lower::endsWith)
                .mapToInt(String::length)
                .findFirst()
                .orElse(0);
    }

    private static boolean isZip(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return lower.endsWith(".zip") || lower.endsWith(".jar");
    }

    /**
     * Opens an archive.
     *
     * @throws ArchiveException if it is none
     * @throws IOException if the file cannot be read
     */
    public static ArchiveReader open(Path file, ArchiveLimits limits) throws IOException {
        try {
            return new ArchiveReader(file, limits);
        } catch (ArchiveException | FileSystemException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw broken(String.valueOf(file.getFileName()), e);
        }
    }

    /**
     * Goes to the next file.
     *
     * @return false at the end
     * @throws ArchiveException if the archive is broken from here on, or refused
     */
    public boolean next() throws IOException {
        try {
            Entry entry = entries.next();
            while (entry != null) {
                if (++seen > limits.entries()) {
                    cut = true;
                    return false;
                }
                if (entry.kind() == Entry.Kind.FILE && leadsInside(entry.path())) {
                    path = entry.path();
                    return true;
                }
                strays += entry.kind() == Entry.Kind.FOLDER ? 0 : 1;
                entry = entries.next();
            }
            return false;
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw broken(name, e);
        }
    }

    /** The path of the file in the archive: steps with {@code /} between them, none of them {@code ..}. */
    public String path() {
        return path;
    }

    /**
     * The bytes of the file. They need neither be read to the end nor closed, and are gone with the next file.
     *
     * @throws ArchiveException if they are packed in a way that is not known; the files behind may be read all the same
     */
    public InputStream content() throws IOException {
        try {
            return new Content(entries.content());
        } catch (IOException e) {
            throw broken(name, e);
        }
    }

    /** How many entries were passed over: links, special files, and paths that lead out of the archive. */
    public int strays() {
        return strays;
    }

    /** Whether there were more entries than the limits allow. */
    public boolean isCut() {
        return cut;
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }

    private static boolean leadsInside(String path) {
        boolean strange = path.isEmpty() || path.startsWith("/") || path.contains(":") || path.contains("\\");
        if (strange || Arrays.asList(path.split("/", -1)).contains("..")) {
            return false;
        }
        try {
            Path below = Path.of(path);
            return !below.isAbsolute() && !below.normalize().toString().isEmpty();
        } catch (InvalidPathException e) {
            return false;
        }
    }

    static ArchiveException broken(String name, Exception cause) {
        return new ArchiveException(
                Reason.BROKEN,
                name + ": cannot be read as the archive that its name promises: " + cause.getMessage(),
                cause);
    }

    /** Says which archive it is that breaks off. */
    private final class Content extends InputStream {
        private final InputStream in;

        Content(InputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            try {
                return in.read(into, from, count);
            } catch (ArchiveException e) {
                throw e;
            } catch (IOException | IllegalArgumentException e) {
                throw broken(name, e);
            }
        }
    }
}

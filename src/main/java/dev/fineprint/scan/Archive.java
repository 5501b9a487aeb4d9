// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Lays the files of an archive into a folder of its own, as far as a scan reads them: of weights the head, of files without
 * a role their names alone. Nothing is written outside the folder, no link is made, and no claim of the archive is believed.
 */
final class Archive implements AutoCloseable {
    private static final int BUFFER = 1 << 16;
    /** Text packs to a fifth or a tenth; a thousandth is a trap. */
    private static final long HIGHEST_RATIO = 200;
    /** Below this a high ratio harms nobody. */
    private static final long HARMLESS = 1 << 20;

    private static final long MOST_WRITTEN = 512L << 20;

    private final Sentences sentences;
    private final ScanLimits limits;
    private final Path folder;
    private final String name;
    private final long packed;
    private final List<LocalizedText> notes = new ArrayList<>();
    private long unpacked;
    private long written;
    private int entries;
    private int strays;

    private Archive(Path file, ScanLimits limits, Sentences sentences) throws IOException {
        this.sentences = sentences;
        this.limits = limits;
        this.name = String.valueOf(file.getFileName());
        this.packed = Files.size(file);
        this.folder = Files.createTempDirectory("fineprint-scan");
    }

    static boolean isArchive(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(".zip", ".tar", ".tar.gz", ".tgz").anyMatch(lower::endsWith);
    }

    /** Opens an archive. What it holds beyond the limits is left out and noted. */
    static Archive open(Path file, ScanLimits limits, Sentences sentences) throws IOException {
        Archive archive = new Archive(file, limits, sentences);
        boolean done = false;
        try {
            archive.unpack(file);
            done = true;
        } catch (ZipException | IllegalArgumentException e) {
            throw new Refused(sentences.message("refused.archive", archive.name));
        } finally {
            if (!done) {
                archive.close();
            }
        }
        if (archive.strays > 0) {
            archive.notes.add(sentences.message("note.strays", archive.name, archive.strays));
        }
        return archive;
    }

    Path folder() {
        return folder;
    }

    /** The archive's name without what says that it is one. */
    String name() {
        return name.replaceFirst("(?i)\\.(zip|tar|tar\\.gz|tgz)$", "");
    }

    List<LocalizedText> notes() {
        return notes;
    }

    private void unpack(Path file) throws IOException {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".zip")) {
            try (ZipFile zip = new ZipFile(file.toFile())) {
                Enumeration<? extends ZipEntry> all = zip.entries();
                while (all.hasMoreElements() && room()) {
                    ZipEntry entry = all.nextElement();
                    if (!entry.isDirectory()) {
                        try (InputStream in = new Counted(zip.getInputStream(entry))) {
                            put(entry.getName(), in);
                        }
                    }
                }
            }
            return;
        }
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
                InputStream plain = lower.endsWith(".tar") ? raw : new GZIPInputStream(raw, BUFFER);
                TarArchiveInputStream tar = new TarArchiveInputStream(new Counted(plain))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null && room(); entry = tar.getNextEntry()) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    put(entry.getName(), tar);
                } else if (!entry.isDirectory()) {
                    strays++;
                }
            }
        }
    }

    private boolean room() {
        entries++;
        if (entries > limits.entries()) {
            notes.add(sentences.message("note.entries", limits.entries()));
            return false;
        }
        return true;
    }

    private void put(String entry, InputStream in) throws IOException {
        Path target;
        try {
            target = folder.resolve(entry).normalize();
        } catch (InvalidPathException e) {
            strays++;
            return;
        }
        boolean inside = target.startsWith(folder) && !target.equals(folder);
        boolean plain =
                !entry.startsWith("/") && !entry.contains("..") && !entry.contains(":") && !entry.contains("\\");
        if (!inside || !plain) {
            strays++;
            return;
        }
        Role role = Role.of(String.valueOf(target.getFileName()));
        long most = switch (role) {
            case OTHER, CODE, DATA -> 0;
            case WEIGHTS -> limits.headerBytes();
            default -> limits.textBytes() + 1L;
        };
        if (written + most > MOST_WRITTEN) {
            most = 0; // its name remains
        }
        try {
            Files.createDirectories(target.getParent());
            try (OutputStream out = Files.newOutputStream(target, StandardOpenOption.CREATE_NEW)) {
                copy(in, out, most);
            }
        } catch (FileAlreadyExistsException e) {
            strays++; // a second entry of the same name, or a folder of the name of a file
        }
    }

    private void copy(InputStream in, OutputStream out, long most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long left = most;
        while (left > 0) {
            int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                return;
            }
            out.write(buffer, 0, read);
            left -= read;
            written += read;
        }
    }

    private void unpacked(long bytes) throws Refused {
        unpacked += bytes;
        if (unpacked > HARMLESS && unpacked / HIGHEST_RATIO > packed) {
            throw new Refused(sentences.message("refused.ratio", name, HIGHEST_RATIO));
        }
    }

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Counts what is unpacked even where it is only skipped. */
    private final class Counted extends InputStream {
        private final InputStream in;

        Counted(InputStream in) {
            this.in = in;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }

        @Override
        public int read() throws IOException {
            int read = in.read();
            if (read >= 0) {
                unpacked(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = in.read(into, from, count);
            if (read > 0) {
                unpacked(read);
            }
            return read;
        }
    }
}

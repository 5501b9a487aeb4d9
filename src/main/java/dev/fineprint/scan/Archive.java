// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.archive.ArchiveException;
import dev.fineprint.archive.ArchiveLimits;
import dev.fineprint.archive.ArchiveReader;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays the files of an archive into a folder of its own, as far as a scan reads them: of weights the head, of files without
 * a role their names alone. Nothing is written outside the folder, no link is made, and no claim of the archive is believed.
 */
final class Archive implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private static final long MOST_WRITTEN = 512L << 20;

    private final Sentences sentences;
    private final ScanLimits limits;
    private final Path folder;
    private final String name;
    private final ArchiveLimits unpacking;
    private final List<LocalizedText> notes = new ArrayList<>();
    private long written;
    private int strays;

    private Archive(Path file, ScanLimits limits, Sentences sentences) throws IOException {
        this.sentences = sentences;
        this.limits = limits;
        this.name = String.valueOf(file.getFileName());
        this.unpacking = ArchiveLimits.usual().entries(limits.entries());
        this.folder = Files.createTempDirectory("fineprint-scan");
    }

    /** Opens an archive. What it holds beyond the limits is left out and noted. */
    static Archive open(Path file, ScanLimits limits, Sentences sentences) throws IOException {
        Archive archive = new Archive(file, limits, sentences);
        boolean done = false;
        try {
            archive.unpack(file);
            done = true;
        } catch (ArchiveException e) {
            throw new Refused(
                    e.reason() == ArchiveException.Reason.TOO_DENSE
                            ? sentences.message("refused.ratio", archive.name, archive.unpacking.ratio())
                            : sentences.message("refused.archive", archive.name));
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
        return ArchiveReader.stem(name);
    }

    List<LocalizedText> notes() {
        return notes;
    }

    private void unpack(Path file) throws IOException {
        try (ArchiveReader archive = ArchiveReader.open(file, unpacking)) {
            while (archive.next()) {
                put(archive.path(), archive.content());
            }
            if (archive.isCut()) {
                notes.add(sentences.message("note.entries", limits.entries()));
            }
            strays += archive.strays();
        }
    }

    private void put(String entry, InputStream in) throws IOException {
        Path target = folder.resolve(entry).normalize();
        if (!target.startsWith(folder) || target.equals(folder)) {
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

    @Override
    public void close() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}

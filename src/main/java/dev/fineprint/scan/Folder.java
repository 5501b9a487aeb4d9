// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;

/** Lists the files of a release: no link out of it, no more than the limits allow. */
final class Folder {
    /**
     * A file.
     *
     * @param path below the folder
     * @param file where it lies
     * @param bytes its size
     */
    record Entry(String path, Path file, long bytes) {
        String name() {
            return path.substring(path.lastIndexOf('/') + 1);
        }

        int depth() {
            return (int) path.chars().filter(c -> c == '/').count();
        }
    }

    private final Path root;
    private final ScanLimits limits;
    private final Sentences sentences;
    private final List<Entry> entries = new ArrayList<>();
    private final List<LocalizedText> notes = new ArrayList<>();
    private int seen;
    private int strangers;

    private Folder(Path root, ScanLimits limits, Sentences sentences) {
        this.root = root;
        this.limits = limits;
        this.sentences = sentences;
    }

    static Folder list(Path folder, ScanLimits limits, Sentences sentences) throws IOException {
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(folder.toString());
        }
        Folder listed = new Folder(root, limits, sentences);
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), limits.depth(), listed.visitor());
        listed.entries.sort(Comparator.comparingInt(Entry::depth).thenComparing(Entry::path));
        if (listed.strangers > 0) {
            listed.notes.add(sentences.message("note.links", listed.strangers));
        }
        return listed;
    }

    List<Entry> entries() {
        return entries;
    }

    List<LocalizedText> notes() {
        return notes;
    }

    private FileVisitor<Path> visitor() {
        return new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean hidden =
                        !folder.equals(root) && name != null && name.toString().startsWith(".");
                return hidden ? FileVisitResult.SKIP_SUBTREE : count();
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isSymbolicLink()) {
                    link(file);
                } else if (attributes.isRegularFile()) {
                    entries.add(new Entry(below(file), file, attributes.size()));
                } else if (attributes.isDirectory()) {
                    notes.add(sentences.message("note.depth", below(file), limits.depth()));
                }
                return count();
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException problem) {
                notes.add(sentences.message("note.unreadable", below(file)));
                return count();
            }
        };
    }

    private FileVisitResult count() {
        seen++;
        if (seen > limits.entries()) {
            notes.add(sentences.message("note.entries", limits.entries()));
            return FileVisitResult.TERMINATE;
        }
        return FileVisitResult.CONTINUE;
    }

    /** A link to a file of the same release is that file; any other is a way out, or leads nowhere. */
    private void link(Path file) {
        try {
            Path real = file.toRealPath();
            if (real.startsWith(root) && Files.isRegularFile(real)) {
                entries.add(new Entry(below(file), real, Files.size(real)));
                return;
            }
        } catch (IOException e) {
            // leads nowhere, or round in a circle
        }
        strangers++;
    }

    private String below(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }
}

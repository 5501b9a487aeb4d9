// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
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

    /** How many names are looked at for each entry that is kept: texts and cards are found among many others. */
    private static final int NAMES = 10;

    private final Path root;
    private final Path fence;
    private final ScanLimits limits;
    private final Sentences sentences;
    private final List<Entry> entries = new ArrayList<>();
    private final List<LocalizedText> notes = new ArrayList<>();
    private int kept;
    private int dropped;
    private int seen;
    private int strangers;

    private Folder(Path root, ScanLimits limits, Sentences sentences) {
        this.root = root;
        this.fence = Names.cache(root).orElse(root);
        this.limits = limits;
        this.sentences = sentences;
    }

    /** The files of a folder, those at the top first. Links may lead no further than the cache that the folder belongs to. */
    static Folder list(Path folder, ScanLimits limits, Sentences sentences) throws IOException {
        Path root = folder.toRealPath();
        if (!Files.isDirectory(root)) {
            throw new NotDirectoryException(folder.toString());
        }
        Folder listed = new Folder(root, limits, sentences);
        listed.walk();
        listed.entries.sort(Comparator.comparingInt(Entry::depth).thenComparing(Entry::path));
        if (listed.strangers > 0) {
            listed.notes.add(sentences.message("note.links", listed.strangers));
        }
        if (listed.dropped > 0) {
            listed.notes.add(sentences.message("note.entries", limits.entries()));
        }
        return listed;
    }

    List<Entry> entries() {
        return entries;
    }

    List<LocalizedText> notes() {
        return notes;
    }

    /** Breadth first, so that what lies at the top is seen however much lies below. */
    private void walk() throws IOException {
        List<Path> level = List.of(root);
        for (int depth = 0; !level.isEmpty(); depth++) {
            List<Path> below = new ArrayList<>();
            for (Path folder : level) {
                if (seen > (long) NAMES * limits.entries()) {
                    dropped++;
                    return;
                }
                list(folder, depth, below);
            }
            level = below;
        }
    }

    private void list(Path folder, int depth, List<Path> below) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path one : inside) {
                if (++seen > (long) NAMES * limits.entries()) {
                    dropped++;
                    break;
                }
                look(one, folders);
            }
        } catch (DirectoryIteratorException | IOException e) {
            if (folder.equals(root)) {
                throw e instanceof DirectoryIteratorException broken ? broken.getCause() : (IOException) e;
            }
            notes.add(sentences.message("note.unreadable", below(folder)));
        }
        Collections.sort(folders);
        if (depth + 1 < limits.depth()) {
            below.addAll(folders);
        } else {
            folders.stream()
                    .limit(1)
                    .forEach(one -> notes.add(sentences.message("note.depth", below(one), limits.depth())));
        }
    }

    private void look(Path one, List<Path> folders) throws IOException {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(one, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            notes.add(sentences.message("note.unreadable", below(one)));
            return;
        }
        if (attributes.isSymbolicLink()) {
            link(one);
        } else if (attributes.isRegularFile()) {
            keep(one, one, attributes.size());
        } else if (attributes.isDirectory()
                && !String.valueOf(one.getFileName()).startsWith(".")) {
            folders.add(one);
        }
    }

    /** Beyond the limit only what may say something about the release is kept. */
    private void keep(Path name, Path file, long bytes) {
        Role role = Role.of(String.valueOf(name.getFileName()));
        boolean says = role == Role.LICENSE || role == Role.USE_POLICY || role == Role.NOTICE || role == Role.CARD;
        if (kept >= limits.entries() && !(says && kept < limits.entries() + (long) limits.documents())) {
            dropped++;
            return;
        }
        kept++;
        entries.add(new Entry(below(name), file, bytes));
    }

    /** A link to a file of the same release is that file; any other is a way out, or leads nowhere. */
    private void link(Path file) {
        try {
            Path real = file.toRealPath();
            if (real.startsWith(fence) && Files.isRegularFile(real)) {
                keep(file, real, Files.size(real));
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

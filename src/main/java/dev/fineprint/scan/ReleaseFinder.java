// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.archive.ArchiveReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Finds the folders in which releases lie. Not thread-safe: one for each search. */
final class ReleaseFinder {
    private static final int DEEPEST = 5;
    private static final int MOST_ENTRIES = 1_000_000;
    private static final int CARD_BYTES = 64 * 1024;

    private static final Set<String> KEYS = Set.of(
            "license",
            "license_name",
            "base_model",
            "library_name",
            "pipeline_tag",
            "tags",
            "datasets",
            "frameworks",
            "tasks",
            "model-index",
            "model_name");

    private enum Mark {
        /** Nothing of a release. */
        NONE,
        /** What a release has, and many other folders too. */
        WEAK,
        /** What nothing but a release has. */
        STRONG
    }

    private int seen;

    List<Path> find(Path folder) throws IOException {
        if (Files.isRegularFile(folder)) {
            if (ArchiveReader.isArchive(String.valueOf(folder.getFileName()))) {
                return List.of(folder);
            }
            throw new NotDirectoryException(folder.toString());
        }
        List<Path> found = gather(folder, 0);
        return found.isEmpty() ? List.of(folder) : List.copyOf(found);
    }

    private List<Path> gather(Path folder, int depth) throws IOException {
        List<Path> below = new ArrayList<>();
        List<Path> archives = new ArrayList<>();
        Mark mark = Mark.NONE;
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            for (Path one : inside) {
                if (++seen > MOST_ENTRIES) {
                    break;
                }
                String name = String.valueOf(one.getFileName());
                if (Files.isDirectory(one, LinkOption.NOFOLLOW_LINKS)) {
                    if (!name.startsWith(".")) {
                        below.add(one);
                    }
                } else if (ArchiveReader.isArchive(name)) {
                    archives.add(one);
                } else {
                    Mark here = mark(one, name);
                    mark = here.compareTo(mark) > 0 ? here : mark;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (mark == Mark.STRONG) {
            return List.of(folder);
        }
        List<Path> found = new ArrayList<>();
        if (depth < DEEPEST) {
            Collections.sort(below);
            for (Path one : below) {
                found.addAll(readable(one, depth + 1));
            }
        }
        if (mark == Mark.WEAK) {
            return found.size() < 2 ? List.of(folder) : found;
        }
        found.addAll(archives);
        Collections.sort(found);
        return found;
    }

    /** A folder below that cannot be listed hides nothing of the others. */
    private List<Path> readable(Path folder, int depth) throws IOException {
        return Files.isReadable(folder) ? gather(folder, depth) : List.of();
    }

    private static Mark mark(Path file, String name) throws IOException {
        return switch (Role.of(name)) {
            case WEIGHTS -> Mark.STRONG;
            case CONFIG ->
                name.endsWith("_config.json") && !name.equals("adapter_config.json") ? Mark.NONE : Mark.STRONG;
            case CARD -> frontMatter(file) ? Mark.STRONG : Mark.WEAK;
            case LICENSE, USE_POLICY -> Mark.WEAK;
            default -> Mark.NONE;
        };
    }

    private static boolean frontMatter(Path file) throws IOException {
        if (!Files.isReadable(file) || !Files.isRegularFile(file)) {
            return false;
        }
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            head = new String(in.readNBytes(CARD_BYTES), StandardCharsets.UTF_8);
        }
        String start = head.startsWith("\uFEFF") ? head.substring(1) : head;
        return start.startsWith("---")
                && start.lines()
                        .skip(1)
                        .takeWhile(line -> !line.strip().equals("---"))
                        .anyMatch(line -> line.indexOf(':') > 0
                                && KEYS.contains(
                                        line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT)));
    }
}

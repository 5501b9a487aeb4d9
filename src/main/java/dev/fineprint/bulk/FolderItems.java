// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.archive.ArchiveReader;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The texts of a folder and of those below it, in the order of their names. Of each open folder only names are kept. */
final class FolderItems implements Items {
    private static final int DEEPEST = 100;
    private static final int MOST_NAMES = 1_000_000;

    /** A folder that is being walked, and what is left of it. */
    private record Level(Path folder, String path, Iterator<String> names) {}

    private final Path root;
    private final Path realRoot;
    private final BulkText self;
    private final FileRule rule;
    private final int limit;
    private final Words words;
    private final Deque<Level> levels = new ArrayDeque<>();
    private final Queue<Item> problems = new ArrayDeque<>();
    private @Nullable Items inner;
    private boolean ended;
    private int texts;
    private int strangers;

    private FolderItems(Path root, Path realRoot, FileRule rule, int limit, Words words) {
        this.root = root;
        this.realRoot = realRoot;
        Path name = realRoot.getFileName();
        this.self = new BulkText(root.toString(), List.of(name == null ? "root" : name.toString()));
        this.rule = rule;
        this.limit = limit;
        this.words = words;
    }

    static Items open(Path root, FileRule rule, int limit, Words words) {
        try {
            FolderItems items = new FolderItems(root, root.toRealPath(), rule, limit, words);
            items.enter(root, "");
            return items;
        } catch (IOException e) {
            return new TextSource.OneItem(Item.failed(new BulkText(root.toString(), List.of(root.toString())), e));
        }
    }

    private void enter(Path folder, String path) throws IOException {
        if (!path.isEmpty() && rule.leavesOut(folder)) {
            return;
        }
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
            for (Path one : all) {
                String name = String.valueOf(one.getFileName());
                if (!name.startsWith(".")) {
                    names.add(name);
                }
                if (names.size() > MOST_NAMES) {
                    throw words.failure("bulk.folder.names", folder, MOST_NAMES);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        names.sort(null);
        levels.push(new Level(folder, path, names.iterator()));
    }

    @Override
    public @Nullable Item next() {
        while (true) {
            Item item = inner == null ? problems.poll() : inner.next();
            if (item != null) {
                texts += item instanceof Item.Text ? 1 : 0;
                return item;
            }
            if (inner != null) {
                Chain.close(inner);
                inner = null;
            } else if (levels.isEmpty()) {
                if (ended) {
                    return null;
                }
                end();
            } else if (levels.element().names().hasNext()) {
                visit(levels.element(), levels.element().names().next());
            } else {
                levels.pop();
            }
        }
    }

    private void visit(Level level, String name) {
        Path file = level.folder().resolve(name);
        String path = level.path().isEmpty() ? name : level.path() + "/" + name;
        try {
            if (Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)) {
                if (levels.size() > DEEPEST) {
                    throw words.failure("bulk.folder.depth", file, DEEPEST);
                }
                enter(file, path);
                return;
            }
            boolean archive = ArchiveReader.isArchive(name);
            boolean text = rule.accepts(path);
            if (!archive && !text || isStranger(file) || !Files.isRegularFile(file)) {
                return;
            }
            BulkText found = text(path);
            if (archive) {
                inner = ArchiveItems.open(file, found.name(), found.path(), rule, false, limit, words);
            } else if (TextSource.isJsonLines(name)) {
                inner = JsonLinesItems.open(file, found.name(), found.path(), limit, words);
            } else {
                inner = new TextSource.OneItem(new Item.Text(found, new Content.InFile(file, TextSource.sizeOf(file))));
            }
        } catch (IOException e) {
            problems.add(Item.failed(text(path), e));
        }
    }

    /** Whether it is a link out of the folder, or to nowhere; a link to another file of the folder is that file. */
    private boolean isStranger(Path file) {
        if (!Files.isSymbolicLink(file)) {
            return false;
        }
        try {
            if (file.toRealPath().startsWith(realRoot)) {
                return false;
            }
        } catch (IOException e) {
            // leads nowhere, or round in a circle
        }
        strangers++;
        return true;
    }

    private BulkText text(String path) {
        List<String> steps = new ArrayList<>(self.path());
        steps.addAll(Arrays.asList(path.split("/", -1)));
        return new BulkText(root.resolve(path).toString(), steps);
    }

    private void end() {
        ended = true;
        if (strangers > 0) {
            problems.add(new Item.Other(
                    new BulkResult.Noted(self, words.text("bulk.folder.links", self.name(), strangers))));
        }
        if (texts == 0) {
            problems.add(Item.failed(self, words.failure("bulk.empty", self.name())));
        }
    }

    @Override
    public void close() throws IOException {
        if (inner != null) {
            inner.close();
        }
    }
}

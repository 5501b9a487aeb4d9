// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.archive.ArchiveException;
import dev.fineprint.archive.ArchiveReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/** The texts of an archive, in its own order; what is to be said of it comes last. */
final class ArchiveItems implements Items {
    private final ArchiveReader archive;
    private final BulkText self;
    private final FileRule rule;
    private final boolean namedItself;
    private final int limit;
    private final Words words;
    private final Queue<Item> last = new ArrayDeque<>();
    private boolean ended;
    private int texts;
    private int nested;
    private String firstNested = "";

    private ArchiveItems(
            ArchiveReader archive, BulkText self, FileRule rule, boolean namedItself, int limit, Words words) {
        this.archive = archive;
        this.self = self;
        this.rule = rule;
        this.namedItself = namedItself;
        this.limit = limit;
        this.words = words;
    }

    /**
     * Begins to read an archive.
     *
     * @param namedItself whether somebody named this very archive, and so expects a text in it
     */
    static Items open(
            Path file, String name, List<String> path, FileRule rule, boolean namedItself, int limit, Words words) {
        BulkText self = new BulkText(name, path);
        try {
            return new ArchiveItems(ArchiveReader.open(file, rule.archives()), self, rule, namedItself, limit, words);
        } catch (IOException e) {
            return new TextSource.OneItem(Item.failed(self, explained(e, name, rule, words)));
        }
    }

    @Override
    public @Nullable Item next() {
        while (!ended) {
            try {
                if (!archive.next()) {
                    end();
                    break;
                }
            } catch (IOException e) {
                end();
                last.add(Item.failed(self, explained(e, self.name(), rule, words)));
                break;
            }
            Item item = item(archive.path());
            if (item != null) {
                return item;
            }
        }
        return last.poll();
    }

    private @Nullable Item item(String path) {
        String fileName = path.substring(path.lastIndexOf('/') + 1);
        if (!rule.accepts(path)) {
            if (ArchiveReader.isArchive(fileName) && !fileName.startsWith(".")) {
                firstNested = nested++ == 0 ? path : firstNested;
            }
            return null;
        }
        texts++;
        List<String> steps = new ArrayList<>(self.path());
        Arrays.stream(path.split("/"))
                .filter(step -> !step.isEmpty() && !step.equals("."))
                .forEach(steps::add);
        BulkText text = new BulkText(self.name() + "!/" + path, steps);
        try {
            return new Item.Text(text, new Content.Bytes(StreamItems.readAtMost(path, archive.content(), limit)));
        } catch (IOException e) {
            return Item.failed(text, explained(e, text.name(), rule, words));
        }
    }

    private void end() {
        ended = true;
        if (nested > 0) {
            note("bulk.archive.nested", self.name(), nested, firstNested);
        }
        if (archive.strays() > 0) {
            note("bulk.archive.strays", self.name(), archive.strays());
        }
        if (archive.isCut()) {
            last.add(Item.failed(
                    self,
                    words.failure(
                            "bulk.archive.entries", self.name(), rule.archives().entries())));
        } else if (texts == 0 && namedItself) {
            last.add(Item.failed(self, words.failure("bulk.empty", self.name())));
        }
    }

    private void note(String key, Object... arguments) {
        last.add(new Item.Other(new BulkResult.Noted(self, words.text(key, arguments))));
    }

    private static IOException explained(IOException problem, String name, FileRule rule, Words words) {
        if (problem instanceof ArchiveException refused) {
            return switch (refused.reason()) {
                case BROKEN -> words.failure("bulk.archive.broken", name);
                case TOO_DENSE ->
                    words.failure("bulk.archive.dense", name, rule.archives().ratio());
                case TOO_LARGE_A_LIST -> words.failure("bulk.archive.list", name);
            };
        }
        return problem;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}

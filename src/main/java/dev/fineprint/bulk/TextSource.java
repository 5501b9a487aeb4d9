// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.archive.ArchiveReader;
import dev.fineprint.text.LicenseText;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where texts come from. Immutable; nothing is opened before a {@link BulkAnalyzer} asks for it. A source over a stream
 * may be read once.
 */
public final class TextSource {
    /** Begins to read. */
    interface Opener {
        /**
         * Begins to read.
         *
         * @param limit how many bytes or UTF-16 code units a text may have
         */
        Items open(int limit, Words words);
    }

    private final Opener opener;

    private TextSource(Opener opener) {
        this.opener = opener;
    }

    Items open(int limit, Words words) {
        return opener.open(limit, words);
    }

    /** What a path names, by the usual rule for files; see {@link #of(Path, FileRule)}. */
    public static TextSource of(Path path) {
        return of(path, FileRule.usual());
    }

    /**
     * What a path names:
     *
     * <ul>
     *   <li>a folder: its texts and those of all folders below and of the archives in them, in the order of their names.
     *       JSON Lines are read where the rule names them, which the usual one does not: beside models lie data sets;
     *   <li>an archive, by its name: {@code .zip}, {@code .jar}, {@code .tar}, {@code .tar.gz}, {@code .tgz}: its texts, in
     *       the order of the archive. An archive inside an archive is not opened;
     *   <li>a file of JSON Lines, by its name: {@code .jsonl} or {@code .ndjson}; see {@link #jsonLines};
     *   <li>any other file: one text, whatever its name.
     * </ul>
     */
    public static TextSource of(Path path, FileRule rule) {
        return new TextSource((limit, words) -> open(path, rule, limit, words));
    }

    /** The text of a stream, which is not closed. */
    public static TextSource of(String name, InputStream in) {
        return new TextSource((limit, words) -> new StreamItems(name, in, limit));
    }

    /**
     * JSON Lines: each line of the stream is an object with a string {@code text} and, as a string or a number, {@code id}
     * or {@code name}, which the report calls it; what else it has is passed over. UTF-8. A line without either is called
     * after the source and its number. A line that is none of that is told by its number, and the rest is read all the
     * same. The stream is not closed.
     *
     * @param name what the stream is called
     */
    public static TextSource jsonLines(String name, InputStream in) {
        return new TextSource((limit, words) -> new JsonLinesItems(name, List.of(name), in, false, limit, words));
    }

    /** Texts that are decoded already. */
    public static TextSource of(Iterable<LicenseText> texts) {
        return new TextSource((limit, words) -> new DecodedItems(texts.iterator()));
    }

    /** Several sources, one after another. */
    public static TextSource all(List<TextSource> sources) {
        List<TextSource> all = List.copyOf(sources);
        return new TextSource((limit, words) -> new Chain(all.iterator(), limit, words));
    }

    private static Items open(Path path, FileRule rule, int limit, Words words) {
        String name = path.toString();
        Path last = path.getFileName();
        String fileName = last == null ? name : last.toString();
        if (Files.isDirectory(path)) {
            return FolderItems.open(path, rule, limit, words);
        }
        if (ArchiveReader.isArchive(fileName)) {
            return ArchiveItems.open(path, name, List.of(fileName), rule, true, limit, words);
        }
        if (isJsonLines(fileName)) {
            return JsonLinesItems.open(path, name, List.of(fileName), limit, words);
        }
        BulkText text = new BulkText(name, List.of(fileName));
        return new OneItem(new Item.Text(text, new Content.InFile(path, sizeOf(path))));
    }

    /** Whether a path names what may hold any number of texts: a folder, an archive or JSON Lines. */
    public static boolean isMany(Path path) {
        String name = String.valueOf(path.getFileName());
        return Files.isDirectory(path) || ArchiveReader.isArchive(name) || isJsonLines(name);
    }

    static boolean isJsonLines(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return Stream.of(".jsonl", ".ndjson").anyMatch(lower::endsWith);
    }

    /** As far as it is known; reading it will tell. */
    static long sizeOf(Path file) {
        return Math.max(0, file.toFile().length());
    }

    /** Items of which there is one. */
    static final class OneItem implements Items {
        private @Nullable Item item;

        OneItem(Item item) {
            this.item = item;
        }

        @Override
        public @Nullable Item next() {
            Item one = item;
            item = null;
            return one;
        }

        @Override
        public void close() {}
    }

    private static final class DecodedItems implements Items {
        private final Iterator<LicenseText> texts;

        DecodedItems(Iterator<LicenseText> texts) {
            this.texts = texts;
        }

        @Override
        public @Nullable Item next() {
            if (!texts.hasNext()) {
                return null;
            }
            LicenseText text = texts.next();
            String step = text.name().isEmpty() ? "text" : text.name();
            return new Item.Text(new BulkText(text.name(), List.of(step)), new Content.Decoded(text));
        }

        @Override
        public void close() {}
    }
}

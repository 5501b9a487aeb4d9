// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The published benchmark in {@code corpus/gold}: the manifest of the texts and their labels.
 *
 * <p>{@link #main} makes it anew from the labels beside the repository.
 */
public final class Benchmark {
    static final Path FOLDER = Path.of("corpus/gold");
    static final Path README = Path.of("corpus/README.md");
    static final Path SHARED =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus");

    private static final String MANIFEST = "manifest.tsv";
    private static final String FAMILY = "family";
    private static final String TABLE_STARTS = "<!-- generated from gold/manifest.tsv -->\n";
    private static final String TABLE_ENDS = "<!-- end -->\n";
    /** What is published of the values: numbers and words of a fixed vocabulary, nothing that could quote a text. */
    private static final Set<String> PUBLISHED = Set.of(
            "threshold", "period", "amount", "currency", "years", "territories", "consequence", "domains", "purposes");

    private static final ObjectMapper JSON = new ObjectMapper();

    private Benchmark() {}

    /** A row of the manifest. */
    record Entry(Map<String, String> facts) {
        String file() {
            return fact("file");
        }

        /** The file's name without its extension: what labels and reports are called. */
        String name() {
            return file().replaceFirst("\\.txt$", "");
        }

        /** Whose wording it is; texts of one family share much of it. */
        String family() {
            return fact(FAMILY);
        }

        /** {@code en}, {@code zh} or {@code mixed}. */
        String language() {
            return fact("language");
        }

        boolean labelled() {
            return fact("labelled").equals("yes");
        }

        Path labels() {
            return FOLDER.resolve(name() + GoldLabels.EXTENSION);
        }

        Path text() {
            return SHARED.resolve("texts").resolve(file());
        }

        String fact(String name) {
            return facts.getOrDefault(name, "");
        }
    }

    /** The texts of the published manifest, in its order. */
    static List<Entry> entries() throws IOException {
        return entries(FOLDER.resolve(MANIFEST));
    }

    /** The texts of the manifest beside the repository. */
    static List<Entry> sharedEntries() throws IOException {
        return entries(SHARED.resolve(MANIFEST));
    }

    private static List<Entry> entries(Path manifest) throws IOException {
        List<String> lines = Files.readAllLines(manifest);
        String[] columns = lines.get(0).split("\t", -1);
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            Map<String, String> facts = new TreeMap<>();
            for (int i = 0; i < columns.length; i++) {
                facts.put(columns[i], cells[i]);
            }
            entries.add(new Entry(facts));
        }
        return entries;
    }

    /** Whether the texts and labels lie beside the repository. */
    static boolean sharedIsThere() {
        return Files.isReadable(SHARED.resolve(MANIFEST));
    }

    /** The names of the published files of labels. */
    static Set<String> labelFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(GoldLabels.EXTENSION))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /** A file of labels as it is published: one label a line, of the values those that quote nothing. */
    static String published(Path labels) throws IOException {
        JsonNode from = JSON.readTree(labels.toFile());
        List<String> lines = new ArrayList<>();
        for (JsonNode label : from.path("annotations")) {
            ObjectNode params = JSON.createObjectNode();
            label.path("params").properties().stream()
                    .filter(param -> PUBLISHED.contains(param.getKey()))
                    .forEach(param -> params.set(param.getKey(), param.getValue()));
            ObjectNode line = JSON.createObjectNode();
            line.set("kind", label.path("kind"));
            line.set("start", label.path("start"));
            line.set("end", label.path("end"));
            line.set("params", params);
            lines.add("  " + line);
        }
        return "{\"file\": " + from.path("file") + ",\n \"sha256\": " + from.path("sha256") + ",\n \"annotations\": [\n"
                + String.join(",\n", lines) + "]}\n";
    }

    /** The table of corpus/README.md that says where each labelled text was published. */
    static String table() throws IOException {
        StringBuilder out = new StringBuilder("| labels | text | language | published at |\n|---|---|---|---|\n");
        for (Entry entry : entries()) {
            if (entry.labelled()) {
                out.append("| ")
                        .append(entry.name())
                        .append(" | ")
                        .append(entry.fact("title"))
                        .append(" (")
                        .append(entry.fact("publisher"))
                        .append(") | ")
                        .append(entry.language())
                        .append(" | ")
                        .append(entry.fact("published_at"))
                        .append(" |\n");
            }
        }
        return out.toString();
    }

    /** The table that stands in corpus/README.md. */
    static String tableInReadme() throws IOException {
        String readme = Files.readString(README);
        return readme.substring(readme.indexOf(TABLE_STARTS) + TABLE_STARTS.length(), readme.indexOf(TABLE_ENDS));
    }

    /** Run from the repository's top when the labels beside it have changed. */
    public static void main(String[] args) throws IOException {
        Map<String, String> families = new HashMap<>();
        for (Entry entry : entries()) {
            families.put(entry.file(), entry.family());
        }
        List<String> lines = Files.readAllLines(SHARED.resolve(MANIFEST));
        StringBuilder manifest = new StringBuilder();
        for (String line : lines) {
            String file = line.substring(0, line.indexOf('\t'));
            String family = file.equals("file") ? FAMILY : families.getOrDefault(file, "");
            manifest.append(file)
                    .append('\t')
                    .append(family)
                    .append(line.substring(file.length()))
                    .append('\n');
        }
        for (String file : labelFiles(FOLDER)) {
            Files.delete(FOLDER.resolve(file));
        }
        for (String file : labelFiles(SHARED.resolve("gold"))) {
            Files.writeString(
                    FOLDER.resolve(file), published(SHARED.resolve("gold").resolve(file)));
        }
        Files.writeString(FOLDER.resolve(MANIFEST), manifest.toString());
        String readme = Files.readString(README);
        Files.writeString(
                README,
                readme.substring(0, readme.indexOf(TABLE_STARTS) + TABLE_STARTS.length())
                        + table()
                        + readme.substring(readme.indexOf(TABLE_ENDS)));
    }
}

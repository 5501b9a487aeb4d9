// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The model licences beside the repository, which are not part of it: only their fingerprints are. */
final class SharedCorpus {
    private static final Path FOLDER =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus");
    private static final Pattern VERSION = Pattern.compile("v?\\d+(\\.\\d+)*");
    private static final Pattern DATE = Pattern.compile("\\d{4}(-\\d{2}){0,2}");
    /** Texts that are, word for word, on the SPDX list, and those that are what the list means by an id. */
    private static final Map<String, String> SPDX = Map.of(
            "nonmodel-busl-1.1", "BUSL-1.1",
            "nonmodel-elastic-2.0", "Elastic-2.0",
            "nonmodel-hippocratic-2.1", "Hippocratic-2.1",
            "nonmodel-polyform-noncommercial-1.0.0", "PolyForm-Noncommercial-1.0.0",
            "openmdw-1.0", "OpenMDW-1.0");

    private SharedCorpus() {}

    /**
     * A text and what is known of it.
     *
     * @param file where it lies
     * @param facts for its fingerprint
     */
    record Entry(Path file, Map<String, String> facts) {
        String id() {
            return facts.getOrDefault("id", "");
        }

        LicenseText read() throws IOException {
            return LicenseText.read(file);
        }
    }

    static boolean isThere() {
        return Files.isReadable(FOLDER.resolve("manifest.tsv"));
    }

    static List<Entry> entries() throws IOException {
        List<String> lines = Files.readAllLines(FOLDER.resolve("manifest.tsv"));
        List<String> columns = List.of(lines.get(0).split("\t"));
        List<Entry> entries = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split("\t", -1);
            String stem = cells[columns.indexOf("file")].replace(".txt", "");
            String dated = cells[columns.indexOf("date")];
            Map<String, String> facts = new LinkedHashMap<>();
            facts.put("id", SPDX.getOrDefault(stem, stem.replaceFirst("^nonmodel-", "")));
            facts.put("title", cells[columns.indexOf("title")]);
            facts.put("publisher", cells[columns.indexOf("publisher")]);
            String first = dated.split(", ")[0];
            facts.put(
                    "version",
                    VERSION.matcher(first).matches() && !DATE.matcher(first).matches() ? first : "");
            String date = "";
            Matcher dates = DATE.matcher(dated);
            while (dates.find()) {
                date = dates.group().length() >= date.length() ? dates.group() : date;
            }
            facts.put("date", date);
            facts.put("languages", cells[columns.indexOf("language")].replace("mixed", "en zh"));
            facts.put("kind", cells[columns.indexOf("kind")]);
            facts.put("sha256", cells[columns.indexOf("sha256")]);
            facts.put("published", cells[columns.indexOf("published_at")]);
            entries.add(new Entry(FOLDER.resolve("texts").resolve(stem + ".txt"), facts));
        }
        return entries;
    }

    /** Writes the fingerprints anew; run from the repository's top. */
    public static void main(String[] args) throws IOException {
        Files.createDirectories(KnownLicenses.FINGERPRINTS);
        for (Entry entry : entries()) {
            Fingerprint fingerprint = Fingerprint.of(entry.read(), entry.facts());
            Files.writeString(
                    KnownLicenses.FINGERPRINTS.resolve(entry.id() + Fingerprint.EXTENSION), fingerprint.format());
        }
        KnownLicenses.main(args);
    }
}

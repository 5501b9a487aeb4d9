// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder of fingerprints, and the list of what they say: {@code corpus/fingerprints} and {@code corpus/licenses.yaml}.
 * Nothing stands in the list that does not stand in a fingerprint; it is there to be read by people.
 */
public final class FingerprintList {
    private static final String HEAD = """
            # SPDX-License-Identifier: Apache-2.0
            # Licences that are recognised by fingerprint: facts only, no texts.
            # Made from the files in fingerprints/, by fineprint fingerprint --corpus; change the facts there.
            """;

    private FingerprintList() {}

    /**
     * Reads the fingerprints of a folder, in the order of their files' names.
     *
     * @throws IOException if a file cannot be read
     * @throws IllegalArgumentException if one is no fingerprint; says which and why
     */
    public static List<Fingerprint> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(Fingerprint.EXTENSION))
                    .sorted(Comparator.comparing(f -> f.getFileName().toString()))
                    .toList();
        }
        List<Fingerprint> fingerprints = new ArrayList<>();
        for (Path file : files) {
            fingerprints.add(Fingerprint.parse(file.toString(), Files.readString(file)));
        }
        return fingerprints;
    }

    /** The list of what fingerprints say, as YAML. */
    public static String format(Collection<Fingerprint> fingerprints) {
        StringBuilder out = new StringBuilder(HEAD);
        fingerprints.forEach(each -> out.append(entry(each)));
        return out.toString();
    }

    /** What stands in the list for one fingerprint. */
    public static String entry(Fingerprint fingerprint) {
        StringBuilder out = new StringBuilder();
        String lead = "- ";
        for (Map.Entry<String, String> fact : fingerprint.facts().entrySet()) {
            String value = fact.getKey().equals("languages")
                    ? "[" + fact.getValue().replace(" ", ", ") + "]"
                    : "\"" + fact.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            out.append(lead).append(fact.getKey()).append(": ").append(value).append('\n');
            lead = "  ";
        }
        return out.append("  words: ").append(fingerprint.words()).append('\n').toString();
    }
}

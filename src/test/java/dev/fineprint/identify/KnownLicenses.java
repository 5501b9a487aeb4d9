// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Writes {@code corpus/licenses.yaml} from the fingerprints, which hold the facts. */
public final class KnownLicenses {
    static final Path FINGERPRINTS = Path.of("corpus/fingerprints");
    static final Path LIST = Path.of("corpus/licenses.yaml");

    private KnownLicenses() {}

    /** Run from the repository's top after a fingerprint was added or its facts were changed. */
    public static void main(String[] args) throws IOException {
        Files.writeString(LIST, list(read()));
    }

    static List<Fingerprint> read() throws IOException {
        try (Stream<Path> files = Files.list(FINGERPRINTS)) {
            return files.filter(f -> f.toString().endsWith(Fingerprint.EXTENSION))
                    .sorted()
                    .map(KnownLicenses::parse)
                    .toList();
        }
    }

    private static Fingerprint parse(Path file) {
        try {
            return Fingerprint.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String list(List<Fingerprint> fingerprints) {
        StringBuilder out = new StringBuilder();
        out.append("# SPDX-License-Identifier: Apache-2.0\n");
        out.append("# Licences that are recognised by fingerprint: facts only, no texts.\n");
        out.append("# Generated from corpus/fingerprints by the test class KnownLicenses; change the facts there.\n");
        for (Fingerprint fingerprint : fingerprints) {
            String lead = "- ";
            for (Map.Entry<String, String> fact : fingerprint.facts().entrySet()) {
                String value = fact.getKey().equals("languages")
                        ? "[" + fact.getValue().replace(" ", ", ") + "]"
                        : "\"" + fact.getValue().replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
                out.append(lead)
                        .append(fact.getKey())
                        .append(": ")
                        .append(value)
                        .append('\n');
                lead = "  ";
            }
            out.append("  words: ").append(fingerprint.words()).append('\n');
        }
        return out.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes {@code corpus/licenses.yaml} from the fingerprints, which hold the facts. */
public final class KnownLicenses {
    static final Path FINGERPRINTS = Path.of("corpus/fingerprints");
    static final Path LIST = Path.of("corpus/licenses.yaml");

    private KnownLicenses() {}

    /** Run from the repository's top after the facts in a fingerprint were changed by hand. */
    public static void main(String[] args) throws IOException {
        Files.writeString(LIST, list(read()));
    }

    static List<Fingerprint> read() throws IOException {
        return FingerprintList.read(FINGERPRINTS);
    }

    static String list(List<Fingerprint> fingerprints) {
        return FingerprintList.format(fingerprints);
    }
}

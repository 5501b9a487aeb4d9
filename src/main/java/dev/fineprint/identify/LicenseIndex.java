// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The known licences: the SPDX list by its words, others by their fingerprints. Immutable and safe for use by several
 * threads.
 *
 * <pre>{@code
 * Identification found = LicenseIndex.bundled().identify(LicenseText.read(Path.of("LICENSE")));
 * System.out.println(found.relation() + " " + found.id());
 * }</pre>
 */
public final class LicenseIndex {
    static final String SPDX_RESOURCE = "spdx.idx";
    static final String FINGERPRINTS_RESOURCE = "fingerprints.txt";

    private final SpdxIndex spdx;
    private final List<Fingerprint> fingerprints;
    private final FingerprintTable table;

    LicenseIndex(SpdxIndex spdx, List<Fingerprint> fingerprints) {
        this.spdx = spdx;
        this.fingerprints = List.copyOf(fingerprints);
        this.table = new FingerprintTable(this.fingerprints);
    }

    private static final class Bundled {
        private static final LicenseIndex INDEX = load();

        private static LicenseIndex load() {
            try (InputStream in = resource(SPDX_RESOURCE)) {
                SpdxIndex spdx = SpdxIndex.read(new BufferedInputStream(in, 1 << 16));
                return new LicenseIndex(spdx, fingerprints());
            } catch (IOException e) {
                throw new IllegalStateException("the licence index cannot be read: " + e.getMessage(), e);
            }
        }

        private static List<Fingerprint> fingerprints() throws IOException {
            try (InputStream in = LicenseIndex.class.getResourceAsStream(FINGERPRINTS_RESOURCE)) {
                if (in == null) {
                    return List.of();
                }
                String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                return Arrays.stream(all.split("\f"))
                        .filter(file -> !file.isBlank())
                        .map(file -> Fingerprint.parse(FINGERPRINTS_RESOURCE, file))
                        .toList();
            }
        }

        private static InputStream resource(String name) throws IOException {
            InputStream in = LicenseIndex.class.getResourceAsStream(name);
            if (in == null) {
                throw new IOException("not on the class path: dev/fineprint/identify/" + name);
            }
            return in;
        }
    }

    /**
     * The index in the jar, read when first asked for.
     *
     * @throws IllegalStateException if the jar was built without it
     */
    public static LicenseIndex bundled() {
        return Bundled.INDEX;
    }

    /** This index with more licences known by fingerprint; one with an id that is known already takes its place. */
    public LicenseIndex plus(Collection<Fingerprint> more) {
        List<Fingerprint> all = new ArrayList<>(fingerprints);
        for (Fingerprint each : more) {
            all.removeIf(old -> old.license().id().equals(each.license().id()));
            all.add(each);
        }
        return new LicenseIndex(spdx, all);
    }

    /** This index with those fingerprints only that pass a test. */
    LicenseIndex only(Predicate<Fingerprint> wanted) {
        return new LicenseIndex(spdx, fingerprints.stream().filter(wanted).toList());
    }

    SpdxIndex spdx() {
        return spdx;
    }

    /** The version of the SPDX list. */
    public String spdxListVersion() {
        return spdx.listVersion();
    }

    /** Every licence that can be recognised: the SPDX list, then those known by fingerprint. */
    public List<KnownLicense> known() {
        List<KnownLicense> all = new ArrayList<>();
        spdx.entries().stream().flatMap(e -> e.licenses().stream()).distinct().forEach(all::add);
        fingerprints.forEach(f -> all.add(f.license()));
        return all;
    }

    /**
     * The words of a licence of the SPDX list, with what may vary in its original words; empty for an id that the list does
     * not have, and for licences known by their fingerprint alone.
     */
    public Optional<String> text(String id) {
        List<SpdxIndex.Entry> entries = spdx.entries();
        for (int i = 0; i < entries.size(); i++) {
            SpdxIndex.Entry entry = entries.get(i);
            if (entry.form() == SpdxIndex.Form.LICENSE
                    && entry.licenses().stream()
                            .anyMatch(license -> license.id().equalsIgnoreCase(id))) {
                return Optional.of(spdx.plain(i));
            }
        }
        return Optional.empty();
    }

    /** The fingerprints of the licences whose text is not known. */
    public List<Fingerprint> fingerprints() {
        return fingerprints;
    }

    /**
     * Tells which known licence a text is, and what was changed.
     *
     * <p>Takes time linear in the length of the text, whatever it is. Of a text of more than 400,000 words only the
     * first are compared, and the rest counts as added.
     */
    public Identification identify(LicenseText text) {
        return identify(text, StopSignal.onInterrupt());
    }

    /**
     * The same, as long as it may.
     *
     * @throws dev.fineprint.text.AnalysisStoppedException if the signal tells to stop
     */
    public Identification identify(LicenseText text, StopSignal stop) {
        return new Search(spdx, fingerprints, table, text, stop).run();
    }
}

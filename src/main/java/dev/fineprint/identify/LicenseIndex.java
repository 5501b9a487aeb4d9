// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.pack.PackReader;
import dev.fineprint.pack.PackWriter;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
    static final String FINGERPRINTS = "fingerprints.bin";
    private static final int MAGIC = 0x4650_4632;

    private final SpdxIndex spdx;
    private final List<Fingerprint> fingerprints;
    private final FingerprintTable table;
    private final NameWords names = new NameWords();

    LicenseIndex(SpdxIndex spdx, List<Fingerprint> fingerprints) {
        this(spdx, List.copyOf(fingerprints), new FingerprintTable(fingerprints));
    }

    private LicenseIndex(SpdxIndex spdx, List<Fingerprint> fingerprints, FingerprintTable table) {
        this.spdx = spdx;
        this.fingerprints = fingerprints;
        this.table = table;
    }

    private static final class Bundled {
        private static final LicenseIndex INDEX = read(Bundled::file);

        private static byte[] file(String name) {
            try {
                return PackReader.bytes(LicenseIndex.class, name);
            } catch (IOException e) {
                throw new IllegalStateException("the licence index cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** The files of which {@link #read} reads the index, by their names. */
    Map<String, byte[]> write() {
        Map<String, byte[]> files = spdx.write();
        PackWriter out = new PackWriter(MAGIC);
        Fingerprint.write(fingerprints, out);
        table.write(out);
        files.put(FINGERPRINTS, out.toBytes());
        return files;
    }

    /**
     * Reads an index.
     *
     * @param files what stands in a file of a name
     * @throws IllegalStateException if it is something else
     */
    static LicenseIndex read(Function<String, byte[]> files) {
        SpdxIndex spdx = SpdxIndex.read(files);
        PackReader in = PackReader.of(FINGERPRINTS, files.apply(FINGERPRINTS), MAGIC);
        List<Fingerprint> fingerprints = Fingerprint.read(in);
        return new LicenseIndex(spdx, fingerprints, new FingerprintTable(fingerprints.size(), in));
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
        return new Search(spdx, fingerprints, table, names, text, stop).run();
    }
}

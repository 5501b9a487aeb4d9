// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.osi;

import dev.fineprint.identify.KnownLicense;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.identify.ReferenceShingles;
import dev.fineprint.pack.PackReader;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The licences that the OSI approved, as the SPDX list names them, and what their texts say.
 *
 * <p>Immutable and safe for use by several threads.
 */
public final class OsiReference {
    private final ReferenceShingles shingles;

    private OsiReference(ReferenceShingles shingles) {
        this.shingles = shingles;
    }

    private static final class Bundled {
        private static final OsiReference REFERENCE = new OsiReference(ReferenceShingles.read(Bundled::file));

        private static byte[] file(String name) {
            try {
                return PackReader.bytes(OsiReference.class, name);
            } catch (IOException e) {
                throw new IllegalStateException("the OSI reference cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /**
     * The reference in the jar, read when first asked for.
     *
     * @throws IllegalStateException if the jar was built without it
     */
    public static OsiReference bundled() {
        return Bundled.REFERENCE;
    }

    /** The ids of all approved licences, deprecated ids included, in order. */
    public Set<String> approvedIds() {
        return ids(KnownLicense::osiApproved);
    }

    /** The ids of all approved licences that are not deprecated, in order. */
    public Set<String> currentIds() {
        return ids(license -> license.osiApproved() && !license.deprecated());
    }

    /** The ids of the licences that the FSF calls free, in order. */
    public Set<String> fsfLibreIds() {
        return ids(KnownLicense::fsfLibre);
    }

    private static Set<String> ids(Predicate<KnownLicense> wanted) {
        return Collections.unmodifiableSortedSet(LicenseIndex.bundled().known().stream()
                .filter(l -> l.source() == KnownLicense.Source.SPDX)
                .filter(wanted)
                .map(KnownLicense::id)
                .collect(Collectors.toCollection(TreeSet<String>::new)));
    }

    /**
     * How much of a passage some approved licence has in the same words; see {@link ReferenceShingles#coverage}.
     *
     * <p>A passage with a share of 0.5 or more may be taken as one that approved licences contain in nearly the same
     * words.
     *
     * @param start where the passage starts, in UTF-16 code units
     * @param end where it ends, exclusive
     * @return 0 to 1; 0 for a passage of fewer than three words
     * @throws IndexOutOfBoundsException if the passage is not in the text
     */
    public double coverage(LicenseText text, int start, int end) {
        return shingles.coverage(text, start, end);
    }
}

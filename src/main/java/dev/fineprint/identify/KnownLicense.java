// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Objects;

/**
 * A licence that can be recognised. Facts only; its words are in the index.
 *
 * @param id the SPDX identifier, or the id in {@code corpus/licenses.yaml}
 * @param title its name
 * @param source where the entry comes from
 * @param osiApproved whether the SPDX list says that the OSI approved it
 * @param fsfLibre whether the SPDX list says that the FSF calls it free
 * @param deprecated whether the SPDX list replaced the id with another
 * @param publisher who published it; empty for the SPDX list
 * @param version its version or date as the publisher gives it; empty for the SPDX list
 */
public record KnownLicense(
        String id,
        String title,
        Source source,
        boolean osiApproved,
        boolean fsfLibre,
        boolean deprecated,
        String publisher,
        String version) {
    /** Where an entry comes from. */
    public enum Source {
        /** A licence of the SPDX list, known by its words. */
        SPDX,
        /** An exception of the SPDX list, which adds to a licence; known by its words. */
        SPDX_EXCEPTION,
        /** A licence known by its fingerprint alone. */
        FINGERPRINT
    }

    /** Refuses null. */
    public KnownLicense {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(publisher, "publisher");
        Objects.requireNonNull(version, "version");
    }

    /** That of the id, which hardly two licences share. */
    @Override
    public int hashCode() {
        return id.hashCode();
    }
}

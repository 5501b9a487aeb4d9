// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import java.util.List;
import java.util.Optional;
import org.cyclonedx.model.License;
import org.cyclonedx.model.LicenseChoice;
import org.cyclonedx.util.LicenseResolver;

/** The SPDX id of a text, where it is word for word a licence of the SPDX list; never an invented one. */
final class SpdxId {
    private SpdxId() {}

    static Optional<String> of(LicenseReport report) {
        return report.identification()
                .filter(known -> known.relation() == Relation.EXACT)
                .map(Identification::id)
                .filter(SpdxId::isListed);
    }

    private static boolean isListed(String id) {
        LicenseChoice choice = LicenseResolver.resolve(id, false);
        List<License> licenses = choice == null || choice.getLicenses() == null ? List.of() : choice.getLicenses();
        return licenses.size() == 1 && id.equals(licenses.get(0).getId());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseReport;
import dev.fineprint.catalog.LocalizedText;
import java.util.Optional;

/**
 * A file of a release.
 *
 * @param path below the folder of the release, with {@code /} between the steps
 * @param role what it is for
 * @param bytes its size
 * @param report what its clauses say; licences, policies and notices alone are analysed
 * @param problem why it could not be read, if it could not
 */
public record ReleaseDocument(
        String path, Role role, long bytes, Optional<LicenseReport> report, Optional<LocalizedText> problem) {}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseReport;
import java.util.Optional;

/**
 * What became of one input.
 *
 * @param argument as it stood on the command line
 * @param report its report; empty if it failed
 * @param failure why it failed, in words; empty if it did not
 */
record Outcome(String argument, Optional<LicenseReport> report, String failure) {
    static Outcome of(String argument, LicenseReport report) {
        return new Outcome(argument, Optional.of(report), "");
    }

    static Outcome failed(String argument, String failure) {
        return new Outcome(argument, Optional.empty(), failure);
    }
}

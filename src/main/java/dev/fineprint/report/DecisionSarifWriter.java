// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.policy.Decision;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.UnaryOperator;

/** Writes decisions as SARIF 2.1.0 for code-scanning services. */
final class DecisionSarifWriter implements DecisionWriter {
    private final SarifDecisions decisions;

    DecisionSarifWriter(ReportOptions options) {
        this.decisions = new SarifDecisions(options);
    }

    @Override
    public void writeAll(Iterable<Decision> all, OutputStream out) throws IOException {
        try (SarifLog log = new SarifLog(out, SarifLog.RESULTS)) {
            for (Decision decision : all) {
                decisions.write(decision, UnaryOperator.identity(), log);
            }
        }
    }
}

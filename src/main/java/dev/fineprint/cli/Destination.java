// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Deviation;
import dev.fineprint.LicenseReport;
import dev.fineprint.bulk.BulkText;
import dev.fineprint.catalog.Effect;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/** Where the reports of a run go, one by one, so that an interrupted run can be taken up again. Belongs to one thread. */
interface Destination extends AutoCloseable {
    /** Whether the former run finished the report of this text; asked in the order of the texts. */
    boolean isFinished(String name, String sha256);

    /**
     * Takes over the report that the former run finished.
     *
     * @return the effects of its deviations
     */
    Set<Effect> keep() throws IOException;

    /**
     * Writes a report.
     *
     * @param document the report as its format writes it
     * @param problems is told what keeps a single report from being written
     */
    void add(BulkText text, LicenseReport report, OutputFolder.Content document, Consumer<String> problems)
            throws IOException;

    /** Writes what comes behind the last report. */
    void finish(Consumer<String> problems) throws IOException;

    @Override
    void close() throws IOException;

    static Set<Effect> effects(LicenseReport report) {
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        report.deviations().stream().map(Deviation::effect).forEach(effects::add);
        return effects;
    }

    /** The effect of this code, if there is one. */
    static void addEffect(String code, Set<Effect> effects) {
        for (Effect effect : Effect.values()) {
            if (effect.code().equals(code)) {
                effects.add(effect);
            }
        }
    }
}

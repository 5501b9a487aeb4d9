// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import dev.fineprint.catalog.CatalogException;
import dev.fineprint.catalog.CatalogProblem;
import java.io.IOException;

/** What the process answers to whoever called it. */
final class ExitStatus {
    /** Everything was done. */
    static final int DONE = 0;
    /** A deviation at or above {@code --fail-on} was found. */
    static final int DEVIATION = 1;
    /** Wrong usage, or an input that could not be read. */
    static final int FAILED = 2;

    private ExitStatus() {}

    /** Names a failure that ends the whole command. */
    static int explain(Exception problem, Streams streams, Messages messages) {
        if (problem instanceof CatalogException broken) {
            streams.say(messages.text("cli.catalog.broken", broken.problems().size()));
            for (CatalogProblem one : broken.problems()) {
                streams.say("  " + one);
            }
        } else if (problem instanceof IOException) {
            streams.say(messages.text("cli.failed", Inputs.reason(problem, messages)));
        } else {
            streams.say(messages.text("cli.bug", String.valueOf(problem)));
            problem.printStackTrace(streams.err());
        }
        return FAILED;
    }
}

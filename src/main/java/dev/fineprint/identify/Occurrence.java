// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.identify.Identification.Form;
import java.util.List;

/** A known licence found in a text. Words are counted as in {@link Words}; {@code to} is exclusive. */
interface Occurrence {
    /** The licences with these words, the one to name first. */
    List<KnownLicense> names();

    Form form();

    int from();

    int to();

    /** Whether it is the licence, changed only as the guidelines allow. */
    boolean whole();

    double baseCovered();

    /** How many words of the text are the licence's. */
    int same();

    /** How many of the licence's words are missing that may not be. */
    int lost();

    /** How many words were added inside the licence. */
    int added();

    /** What was changed between {@code from} and {@code to}. */
    List<Change> changes();

    default KnownLicense license() {
        return names().get(0);
    }

    /** Whether words before it and after it can be another title or a closing line, and none of its own, changed. */
    boolean knowsTitle();

    /** How many words speak against it. */
    default int against() {
        return lost() + added();
    }

    /** How good it is: words for it, less words against it, and never worth nothing. */
    default double score() {
        return Math.max(same() - 1.5 * lost() - 0.3 * added(), same() * 0.05);
    }
}

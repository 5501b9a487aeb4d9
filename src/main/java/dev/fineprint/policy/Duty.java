// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One line of a checklist: something to do, or to leave, so that the use stays allowed.
 *
 * @param action what sort of thing it is
 * @param text what to do, one sentence
 * @param subject the words to display, the name to use or the notice to ship, as the clause quotes them; may be empty
 * @param findings ids of the findings that ask for it, at least one; unique within their document
 */
public record Duty(Action action, LocalizedText text, Optional<String> subject, List<String> findings) {
    public Duty {
        findings = List.copyOf(findings);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A duty rests on at least one finding; " + action + " has none");
        }
    }

    /** Sorts of duties. */
    public enum Action {
        /** Show a phrase, a logo or a credit. */
        DISPLAY,
        /** Hand a file on with the model. */
        SHIP_FILE,
        /** Leave notices where they stand. */
        KEEP_NOTICES,
        /** Say in changed files that they were changed. */
        MARK_CHANGES,
        /** Give a derived model a name of a certain form, or not of it. */
        NAME,
        /** Bind whoever receives the model. */
        BIND,
        /** Pass on under the same licence. */
        SAME_LICENSE,
        /** Register, apply, fill in a form, tell the licensor. */
        REGISTER,
        /** Pay. */
        PAY,
        /** Say that an AI is at work, or what its limits are. */
        DISCLOSE,
        /** Put a measure of safety in place. */
        SAFEGUARD,
        /** Tell the licensor of violations, incidents or defects. */
        REPORT,
        /** Keep records, admit audits. */
        KEEP_RECORDS,
        /** Move to newer versions. */
        UPDATE,
        /** Look for changed terms, and for the end of the right. */
        WATCH,
        /** Read a policy that is no part of the text, and keep to it. */
        FOLLOW_POLICY,
        /** Keep to laws in general. */
        OBEY_LAW,
        /** Check export control and sanctions lists. */
        SCREEN,
        /** Leave something undone. */
        ABSTAIN,
        /** Answer for claims against the licensor. */
        INDEMNIFY,
        /** Keep the material to oneself. */
        KEEP_SECRET,
        /** Give the licensor rights in what one makes. */
        GRANT_BACK,
        /** Have a person read the clause. */
        READ;

        /** Returns how reports write it, such as {@code ship-file}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.Locale;

/** What a clause, or all clauses together, mean for a use. In order of gravity. */
public enum Answer {
    /** Nothing that was read stands against the use. */
    ALLOWED,
    /** The use is allowed if the duties on the checklist are done. */
    ALLOWED_WITH_DUTIES,
    /** The profile or the text leaves it open; the decision says what is missing. */
    UNCLEAR,
    /** The text gives no right to this use, but says that one can be asked for. */
    NEEDS_LICENSE,
    /** The text forbids the use, or leaves the user out. */
    FORBIDDEN;

    /** Returns how files and command lines write it, such as {@code needs-license}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the graver of the two. */
    public Answer or(Answer other) {
        return compareTo(other) >= 0 ? this : other;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Locale;

/** What a kind of clause does to the freedoms that every OSI-approved licence gives. */
public enum Effect {
    /** Takes such a freedom away: a deviation. */
    RESTRICTS,
    /** An unusual duty or power that OSI-approved licences hardly know: a deviation to review. */
    BURDENS,
    /** A condition that OSI-approved licences carry too: reported, never a deviation. */
    COMPATIBLE,
    /** Not known to the catalog: somebody should read it. No kind of the bundled catalog has this effect. */
    REVIEW;

    /** The name used in catalog files and reports, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

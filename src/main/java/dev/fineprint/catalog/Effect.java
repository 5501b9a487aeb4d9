// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Locale;

/** What a kind of clause does to the freedoms that every OSI-approved licence gives. */
public enum Effect {
    /** Takes away a freedom that every OSI-approved licence gives: a deviation. */
    RESTRICTS,
    /** An unusual duty or power that OSI-approved licences hardly know: a deviation to review. */
    BURDENS,
    /** A condition that OSI-approved licences carry too: reported, never a deviation. */
    COMPATIBLE,
    /** Something that a person must look at. */
    REVIEW;

    /** Returns the name used in catalogs and reports, in lower case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

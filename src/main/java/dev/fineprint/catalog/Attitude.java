// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Locale;

/** What a clause does with the act that it names. */
public enum Attitude {
    FORBIDS,
    REQUIRES,
    PERMITS_IF,
    RESERVES,
    STATES;

    /** Returns the name used in catalogs and reports: lower case, words joined by hyphens. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

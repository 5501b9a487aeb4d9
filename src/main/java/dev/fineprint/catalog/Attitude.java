// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Locale;

/** What a sentence does with the act it names. */
public enum Attitude {
    /** "You must not ...". */
    FORBIDS,
    /** "You shall ...". */
    REQUIRES,
    /** "You may ... only if ...". */
    PERMITS_IF,
    /** "The licensor may ...". */
    RESERVES,
    /** A statement of fact. */
    STATES;

    /** The name used in catalog files and reports: {@code permits-if}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

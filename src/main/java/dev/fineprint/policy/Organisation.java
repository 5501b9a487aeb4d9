// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.Locale;

/** Who uses a model. */
public enum Organisation {
    /** A natural person. */
    INDIVIDUAL,
    /** A university, school or research institute. */
    ACADEMIC,
    /** An organisation that makes no profit. */
    NON_PROFIT,
    /** A public body. */
    GOVERNMENT,
    /** Armed forces, or somebody who works for them. */
    MILITARY,
    /** An enterprise that makes profit. */
    COMPANY;

    /** Returns how files and command lines write it, such as {@code non-profit}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

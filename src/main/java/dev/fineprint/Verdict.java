// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

/** What a report says of the whole text. There is no verdict "compliant": a text is never cleared, only read. */
public enum Verdict {
    /** At least one clause takes away a freedom that OSI-approved licences give, or adds an unusual burden. */
    DEVIATES,
    /** The text was read and nothing known to deviate was found in it. */
    NO_DEVIATION_FOUND,
    /** No opinion: the text is empty, is no licence, or is in a language that the catalog does not know. */
    UNDETERMINED
}

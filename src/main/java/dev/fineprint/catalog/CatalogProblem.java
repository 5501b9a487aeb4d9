// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * One fault of a catalog.
 *
 * @param at where it is
 * @param what what is wrong
 * @param value the offending value, shortened; may be empty
 * @param expected what was expected; may be empty
 * @param advice what to do about it
 */
public record CatalogProblem(SourceRef at, String what, String value, String expected, String advice) {

    private static final int LONGEST_VALUE = 80;

    /** Shortens the value and keeps it on one line. */
    public CatalogProblem {
        value = value.replaceAll("\\s+", " ").strip();
        if (value.length() > LONGEST_VALUE) {
            value = value.substring(0, LONGEST_VALUE - 3) + "...";
        }
    }

    /** {@code file:line:column: what is wrong (value); expected ...; what to do}. */
    @Override
    public String toString() {
        return at
                + ": "
                + what
                + (value.isEmpty() ? "" : " (" + value + ")")
                + (expected.isEmpty() ? "" : "; expected " + expected)
                + (advice.isEmpty() ? "" : "; " + advice);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.Locale;

/**
 * What a writer may be told.
 *
 * @param locale the language of the words around the licence's own: Chinese where it is Chinese, otherwise English
 * @param width columns of the terminal, for formats that wrap; at least 40
 * @param colour whether the reader's terminal shows colour, for formats that use it
 */
public record ReportOptions(Locale locale, int width, boolean colour) {
    private static final int NARROWEST = 40;
    private static final int USUAL_WIDTH = 100;

    public ReportOptions {
        if (width < NARROWEST) {
            throw new IllegalArgumentException("The width is at least " + NARROWEST + " columns, not " + width);
        }
    }

    /** English, 100 columns, no colour. */
    public static ReportOptions defaults() {
        return new ReportOptions(Locale.ENGLISH, USUAL_WIDTH, false);
    }

    /** The same in another language. */
    public ReportOptions in(Locale other) {
        return new ReportOptions(other, width, colour);
    }
}

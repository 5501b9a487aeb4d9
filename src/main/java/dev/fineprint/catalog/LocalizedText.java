// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * A text in the two languages of the reports.
 *
 * @param en English
 * @param zh Chinese
 */
public record LocalizedText(String en, String zh) {

    static final LocalizedText EMPTY = new LocalizedText("", "");

    /** The text in a language: {@code zh} gives the Chinese one, every other code the English one. */
    public String in(String language) {
        return language.equals("zh") ? zh : en;
    }
}

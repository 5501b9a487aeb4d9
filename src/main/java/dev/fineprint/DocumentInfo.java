// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.List;

/**
 * The text that was read.
 *
 * @param name what the caller calls it; a file name as a rule
 * @param sha256 checksum of its bytes, 64 lower-case hexadecimal digits
 * @param length length of the decoded text in UTF-16 code units
 * @param languages codes of the languages found in it ({@code en}, {@code zh}, {@code other}), the most used first
 * @param mediaType what the document is, such as {@code text/plain}; of any other the text was taken out
 * @param pages the number of its pages; 0 if it has none
 */
public record DocumentInfo(
        String name, String sha256, int length, List<String> languages, String mediaType, int pages) {
    private static final String PLAIN = "text/plain";

    public DocumentInfo {
        languages = List.copyOf(languages);
    }

    /** Returns what is known of a copy that is called otherwise. */
    public DocumentInfo named(String otherName) {
        return new DocumentInfo(otherName, sha256, length, languages, mediaType, pages);
    }

    /** A plain text. */
    public DocumentInfo(String name, String sha256, int length, List<String> languages) {
        this(name, sha256, length, languages, PLAIN, 0);
    }

    /** Whether the text that spans point into is not the file itself but was taken out of it. */
    public boolean isExtracted() {
        return !mediaType.equals(PLAIN);
    }
}

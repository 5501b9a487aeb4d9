// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.LicenseText;

/**
 * How much of a document is read at most; what has more is refused.
 *
 * @param text bytes of a plain text, and UTF-16 code units of a text that was taken out of a document
 * @param document bytes of a document of another format: pictures and fonts count, too
 * @param pages pages of a document that has pages
 */
public record ReadLimits(int text, int document, int pages) {
    public ReadLimits {
        if (text < 1 || document < 1 || pages < 1) {
            throw new IllegalArgumentException(
                    "A limit is at least 1, not text=" + text + ", document=" + document + ", pages=" + pages);
        }
    }

    /** 16 MiB of text, documents of 64 MiB, 2,000 pages. */
    public static ReadLimits usual() {
        return new ReadLimits(LicenseText.DEFAULT_LIMIT, 64 << 20, 2000);
    }

    /**
     * These limits with another one for the text.
     *
     * @throws IllegalArgumentException if it is not positive
     */
    public ReadLimits withText(int limit) {
        return new ReadLimits(limit, document, pages);
    }
}

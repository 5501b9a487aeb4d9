// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

/**
 * A field of a configuration or of the header of a weights file.
 *
 * @param path the file
 * @param name the field, such as {@code general.license}
 * @param value its value
 */
public record HeaderField(String path, String name, String value) {
    /** Returns the field as words to quote. */
    public Quotation quotation() {
        return new Quotation(path, 0, name + ": " + value);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

/**
 * A place in a catalog file, for messages that an editor can jump to.
 *
 * @param file the file as the reader would name it: the folder given to {@link PatternCatalog#load} and the path
 *     below it, or {@code clause-patterns/...} for the bundled catalog
 * @param line 1-based line
 * @param column 1-based column, counted in characters
 */
public record SourceRef(String file, int line, int column) {

    /** The same line, {@code columns} further right. */
    SourceRef right(int columns) {
        return new SourceRef(file, line, column + columns);
    }

    /** {@code file:line:column}. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}

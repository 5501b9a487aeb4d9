// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.io.IOException;
import java.io.Writer;

/** Puts a page into the form that a terminal or a browser shows. */
interface PageFormat {
    /** What stands before the first page of a document. */
    default void begin(Writer out) throws IOException {}

    /** One page. */
    void write(Page page, Writer out) throws IOException;

    /** What stands between two pages of one document. */
    String separator();

    /** What stands behind the last page of a document. */
    default void end(Writer out) throws IOException {}
}

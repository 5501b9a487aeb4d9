// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.io.IOException;
import java.io.Writer;

/** Puts a page into the form that a terminal or a browser shows. */
interface PageFormat {
    void write(Page page, Writer out) throws IOException;

    /** What stands between two pages of one document. */
    String separator();
}

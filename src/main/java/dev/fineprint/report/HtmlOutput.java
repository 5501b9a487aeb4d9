// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import gg.jte.html.HtmlInterceptor;
import gg.jte.html.HtmlTemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.WriterOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Where the templates of {@code src/main/jte} write to. The build turns each {@code NAME.jte} there into a class {@code
 * JteNAMEGenerated} of this package, which escapes whatever it is handed: in text, in attributes, everywhere.
 */
final class HtmlOutput {
    private HtmlOutput() {}

    /** A filled template: {@code (html, none) -> JteNAMEGenerated.render(html, none, ...)}. */
    interface Page {
        void render(HtmlTemplateOutput html, HtmlInterceptor none);
    }

    /**
     * Writes a page, piece by piece, and flushes.
     *
     * @throws IOException if the stream fails
     */
    @SuppressWarnings("NullAway") // generated classes take null where nothing is intercepted
    static void write(Page page, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        try {
            page.render(new OwaspHtmlTemplateOutput(new WriterOutput(writer)), null);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        writer.flush();
    }
}

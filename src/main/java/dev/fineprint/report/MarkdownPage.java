// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.io.IOException;
import java.io.Writer;

/** Pages for comments on pull requests. Nothing that a text says is markup there. */
final class MarkdownPage implements PageFormat {
    private static final int QUOTE_COLUMNS = 400;

    @Override
    public String separator() {
        return "\n---\n\n";
    }

    @Override
    public void write(Page page, Writer out) throws IOException {
        boolean inList = false;
        for (Page.Block block : page.blocks()) {
            boolean list = block instanceof Page.Check || block instanceof Page.Quote || block instanceof Page.Item;
            if (inList && !list) {
                out.write('\n');
            }
            inList = list;
            if (block instanceof Page.Heading heading) {
                out.write("#".repeat(heading.level() + 1) + " " + escaped(heading.text()) + "\n\n");
            } else if (block instanceof Page.Verdict verdict) {
                out.write("**" + escaped(verdict.word()) + "** " + escaped(verdict.text()) + "\n\n");
            } else if (block instanceof Page.Check check) {
                out.write("- [ ] " + escaped(check.text()) + "\n");
            } else if (block instanceof Page.Item item) {
                out.write("- " + escaped(item.text()) + "\n");
            } else if (block instanceof Page.Quote quote) {
                out.write("- " + escaped(quote.place()) + ": “" + escaped(SafeText.oneLine(quote.text(), QUOTE_COLUMNS))
                        + "”");
                for (String remark : quote.remarks()) {
                    out.write(" " + escaped(remark));
                }
                out.write('\n');
            } else if (block instanceof Page.Paragraph paragraph) {
                out.write(escaped(paragraph.text()) + "\n\n");
            }
        }
        if (inList) {
            out.write('\n');
        }
    }

    private static String escaped(String text) {
        return MarkdownReportWriter.escaped(text);
    }
}

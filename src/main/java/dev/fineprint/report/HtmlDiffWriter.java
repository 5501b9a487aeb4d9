// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.LicenseDiff;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a comparison as a page for a browser: one file that needs nothing else, dressed like the reports. */
final class HtmlDiffWriter implements DiffWriter {
    private final ReportWords words;
    private final HtmlAssets assets = HtmlAssets.load();

    HtmlDiffWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void write(LicenseDiff diff, OutputStream out) throws IOException {
        String title = words.text(
                "diff.title",
                SafeText.name(diff.before().document().name()),
                SafeText.name(diff.after().document().name()));
        HtmlPage page = new HtmlPage(words, assets, title);
        HtmlDiff shown = new HtmlDiff(diff, words);
        HtmlOutput.write((html, none) -> JtediffGenerated.render(html, none, page, shown), out);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.Finding;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The specimen licences, and what every document made of them must say. */
final class Specimens {
    static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    static final Path ENGLISH = Path.of("corpus/specimens/heron-community-licence.txt");
    static final Path CHINESE = Path.of("corpus/specimens/heron-community-licence.zh.txt");

    private Specimens() {}

    /** The paragraphs of a specimen, each on one line, list items indented. */
    static List<String> paragraphs(Path specimen) throws IOException {
        boolean chinese = specimen.equals(CHINESE);
        List<String> paragraphs = new ArrayList<>();
        StringBuilder paragraph = new StringBuilder();
        for (String line : Files.readAllLines(specimen)) {
            boolean item = HtmlText.startsWithMarker(line.strip());
            if ((line.isBlank() || item) && !paragraph.isEmpty()) {
                paragraphs.add(paragraph.toString());
                paragraph.setLength(0);
            }
            if (!line.isBlank()) {
                paragraph.append(paragraph.isEmpty() ? line.stripTrailing() : (chinese ? "" : " ") + line.strip());
            }
        }
        if (!paragraph.isEmpty()) {
            paragraphs.add(paragraph.toString());
        }
        return paragraphs;
    }

    /** The kinds and values that are found, without those that are left to people. */
    static List<String> found(LicenseReport report) {
        return report.findings().stream()
                .filter(finding -> !finding.kind().equals(Finding.UNCLASSIFIED))
                .map(finding -> finding.kind() + " " + finding.params())
                .toList();
    }

    static List<String> found(Path specimen) throws IOException {
        return found(ANALYZER.analyze(LicenseText.read(specimen)));
    }

    /** The report of a document, whose spans must point into its text and say its pages. */
    static LicenseReport analyze(LicenseText text) {
        LicenseReport report = ANALYZER.analyze(text);
        assertThat(report.text()).contains(text.original());
        assertThat(report.document().pages()).isEqualTo(text.pages());
        assertThat(report.document().mediaType()).isEqualTo(text.mediaType());
        for (Finding finding : report.findings()) {
            for (Span span : finding.spans()) {
                assertThat(finding.text()).contains(text.original().substring(span.start(), span.end()));
                assertThat(span.page()).isBetween(text.pages() == 0 ? 0 : 1, text.pages());
                assertThat(span.page()).isEqualTo(text.page(span.start()));
            }
        }
        return report;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the findings of a report into a SARIF document. */
final class SarifFindings {
    private static final int QUOTE_COLUMNS = 400;

    private final ReportWords words;
    private final Messages messages;

    SarifFindings(ReportOptions options) {
        this.words = new ReportWords(options.locale());
        this.messages = words.messages();
    }

    /** The findings of a text that is called by a name. */
    void write(LicenseReport report, String name, SarifLog log) throws IOException {
        log.tool(report.tool());
        log.document(name, report.document().sha256());
        Map<String, Integer> seen = new HashMap<>();
        for (Finding finding : report.findings()) {
            boolean begins = log.full();
            log.result(result(report, finding, name, seen));
            if (begins) {
                log.document(name, report.document().sha256());
            }
        }
    }

    private SarifLog.Result result(LicenseReport report, Finding finding, String name, Map<String, Integer> seen) {
        Map<String, String> properties = new LinkedHashMap<>();
        properties.put("id", finding.id());
        properties.put("effect", finding.effect().code());
        properties.put("pattern", finding.pattern());
        return new SarifLog.Result(
                rule(kind(report, finding)),
                level(finding.effect()),
                message(report, finding),
                finding.spans().stream()
                        .map(span -> place(report.text(), span, name))
                        .toList(),
                List.of(),
                SarifLog.fingerprint(finding.kind(), finding.text(), seen),
                properties);
    }

    private KindInfo kind(LicenseReport report, Finding finding) {
        return report.kind(finding.kind()).orElseGet(() -> {
            boolean unclassified = finding.kind().equals(Finding.UNCLASSIFIED);
            String title = words.title(report, finding.kind());
            String meaning = unclassified ? words.text("kind.unclassified.says") : title;
            return new KindInfo(
                    finding.kind(),
                    finding.effect(),
                    new LocalizedText(title, title),
                    new LocalizedText(meaning, meaning),
                    new LocalizedText("", ""),
                    Map.of(),
                    List.of());
        });
    }

    private SarifLog.Rule rule(KindInfo kind) {
        String title =
                kind.id().equals(Finding.UNCLASSIFIED) ? words.text("kind.unclassified") : messages.of(kind.title());
        String meaning = messages.of(kind.meaning());
        String remedy = messages.of(kind.remedy());
        String help = meaning + (remedy.isEmpty() ? "" : "\n\n" + words.text("text.remedy", remedy)) + "\n\n"
                + words.text("disclaimer");
        List<String> tags = new ArrayList<>(List.of("license", kind.effect().code()));
        tags.addAll(kind.criteria());
        return new SarifLog.Rule(kind.id(), title, meaning, help, level(kind.effect()), tags);
    }

    private String message(LicenseReport report, Finding finding) {
        String values = words.values(report, finding);
        String explanation = report.deviations().stream()
                .filter(deviation -> deviation.findings().contains(finding.id()))
                .map(Deviation::explanation)
                .map(messages::of)
                .findFirst()
                .orElse(words.title(report, finding.kind()));
        return SafeText.oneLine(explanation)
                + words.text("separator.sentence")
                + words.text("quote", SafeText.oneLine(finding.text(), QUOTE_COLUMNS))
                + (values.isEmpty() ? "" : " " + words.text("text.values", values));
    }

    /** Without the text the end is told by the length alone. */
    private SarifLog.Place place(Optional<String> whole, Span span, String name) {
        int line = 0;
        int column = 0;
        if (whole.isPresent() && whole.get().length() >= span.end()) {
            String text = whole.get();
            line = span.line();
            column = span.column();
            for (int i = span.start(); i < span.end(); i++) {
                char c = text.charAt(i);
                boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
                line += ends ? 1 : 0;
                column = ends ? 1 : column + 1;
            }
        }
        return new SarifLog.Place(
                name,
                Optional.of(new SarifLog.Region(span.line(), span.column(), line, column, span.start(), span.length())),
                // Viewers of code know lines alone; people need the page.
                span.page() > 0 ? Optional.of(Places.of(messages, span)) : Optional.empty());
    }

    private static String level(Effect effect) {
        return switch (effect) {
            case RESTRICTS -> "error";
            case BURDENS, REVIEW -> "warning";
            case COMPATIBLE -> "note";
        };
    }
}

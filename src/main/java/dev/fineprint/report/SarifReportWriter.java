// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.ToolInfo;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes SARIF 2.1.0 for code-scanning services: one run, or several where one would hold more than services take; one
 * rule for each kind that was found, one result for each finding. Results come first and are written as they arrive;
 * the rules follow, in the order of first occurrence.
 */
final class SarifReportWriter implements ReportWriter {
    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";
    private static final int QUOTE_COLUMNS = 400;
    private static final int FINGERPRINT_BYTES = 16;

    /** What the strictest of the services take: results in a run, characters in a rule's descriptions, its tags. */
    private static final int RESULTS = 25_000;

    private static final int DESCRIPTION = 1_000;
    private static final int TAGS = 20;

    private final ReportWords words;
    private final Messages messages;
    private final int resultsInARun;

    SarifReportWriter(ReportOptions options) {
        this(options, RESULTS);
    }

    SarifReportWriter(ReportOptions options, int resultsInARun) {
        this.words = new ReportWords(options.locale());
        this.messages = words.messages();
        this.resultsInARun = resultsInARun;
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(JsonReportWriter.printer());
            json.writeStartObject();
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            new Runs(json).write(reports);
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write("\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Writes runs one after another: the next one begins when a run holds as many results as services take. */
    private final class Runs {
        private final JsonGenerator json;
        private final Map<String, Rule> rules = new LinkedHashMap<>();
        private final Map<String, String> documents = new LinkedHashMap<>();
        private ToolInfo tool = new ToolInfo("Fineprint", "", "");
        private int results;
        private int number;

        Runs(JsonGenerator json) {
            this.json = json;
        }

        void write(Iterable<LicenseReport> reports) throws IOException {
            begin();
            for (LicenseReport report : reports) {
                tool = report.tool();
                document(report);
                Map<String, Integer> seen = new HashMap<>();
                for (Finding finding : report.findings()) {
                    if (results == resultsInARun) {
                        end(true);
                        begin();
                        document(report);
                    }
                    Rule rule =
                            rules.computeIfAbsent(finding.kind(), id -> new Rule(rules.size(), rule(report, finding)));
                    result(report, finding, rule.index(), seen, json);
                    results++;
                }
            }
            end(false);
        }

        private void document(LicenseReport report) {
            documents.put(
                    RelativeUri.of(report.document().name()), report.document().sha256());
        }

        private void begin() throws IOException {
            number++;
            results = 0;
            rules.clear();
            documents.clear();
            json.writeStartObject();
            json.writeStringField("columnKind", "utf16CodeUnits");
            json.writeArrayFieldStart("results");
        }

        private void end(boolean more) throws IOException {
            json.writeEndArray();
            artifacts(documents, json);
            tool(tool, rules, json);
            if (more || number > 1) { // services tell runs of one tool apart by this
                json.writeObjectFieldStart("automationDetails");
                json.writeStringField("id", "fineprint/" + number + "/");
                json.writeEndObject();
            }
            json.writeEndObject();
        }
    }

    /** All texts, so that one without findings is seen to have been read. */
    private static void artifacts(Map<String, String> documents, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("artifacts");
        for (Map.Entry<String, String> document : documents.entrySet()) {
            json.writeStartObject();
            json.writeObjectFieldStart("location");
            json.writeStringField("uri", document.getKey());
            json.writeEndObject();
            json.writeObjectFieldStart("hashes");
            json.writeStringField("sha-256", document.getValue());
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** A kind and where it stands in the list of rules. */
    private record Rule(int index, KindInfo kind) {}

    private KindInfo rule(LicenseReport report, Finding finding) {
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

    private void result(LicenseReport report, Finding finding, int rule, Map<String, Integer> seen, JsonGenerator json)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", finding.kind());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(finding.effect()));
        message("message", message(report, finding), json);
        json.writeArrayFieldStart("locations");
        for (Span span : finding.spans()) {
            location(report, span, json);
        }
        json.writeEndArray();
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("fineprintClause/v1", fingerprint(finding, seen));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeStringField("id", finding.id());
        json.writeStringField("effect", finding.effect().code());
        json.writeStringField("pattern", finding.pattern());
        json.writeEndObject();
        json.writeEndObject();
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

    private void location(LicenseReport report, Span span, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", RelativeUri.of(report.document().name()));
        json.writeEndObject();
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", span.line());
        json.writeNumberField("startColumn", span.column());
        end(report, span, json);
        json.writeNumberField("charOffset", span.start());
        json.writeNumberField("charLength", span.length());
        json.writeEndObject();
        json.writeEndObject();
        if (span.page() > 0) {
            // Viewers of code know lines alone; people need the page.
            message("message", Places.of(messages, span), json);
        }
        json.writeEndObject();
    }

    /** Without the text the end is told by the length alone. */
    private static void end(LicenseReport report, Span span, JsonGenerator json) throws IOException {
        if (report.text().isEmpty() || report.text().get().length() < span.end()) {
            return;
        }
        String text = report.text().get();
        int line = span.line();
        int column = span.column();
        for (int i = span.start(); i < span.end(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            line += ends ? 1 : 0;
            column = ends ? 1 : column + 1;
        }
        json.writeNumberField("endLine", line);
        json.writeNumberField("endColumn", column);
    }

    /**
     * The same for the same words of the same kind wherever they stand and however they are wrapped; a repetition in
     * one text is told apart by its number.
     */
    private static String fingerprint(Finding finding, Map<String, Integer> seen) {
        String words = SafeText.oneLine(finding.text()).toLowerCase(Locale.ROOT);
        String key = finding.kind() + '\n' + words;
        int number = seen.merge(key, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES) + ":" + number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void tool(ToolInfo tool, Map<String, Rule> rules, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", tool.name());
        if (!tool.version().isEmpty()) {
            json.writeStringField("version", tool.version());
        }
        json.writeArrayFieldStart("rules");
        for (Rule rule : rules.values()) {
            rule(rule.kind(), json);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(KindInfo kind, JsonGenerator json) throws IOException {
        String title =
                kind.id().equals(Finding.UNCLASSIFIED) ? words.text("kind.unclassified") : messages.of(kind.title());
        String meaning = messages.of(kind.meaning());
        String remedy = messages.of(kind.remedy());
        String help = meaning + (remedy.isEmpty() ? "" : "\n\n" + words.text("text.remedy", remedy)) + "\n\n"
                + words.text("disclaimer");
        json.writeStartObject();
        json.writeStringField("id", kind.id());
        json.writeStringField("name", camelCase(kind.id()));
        message("shortDescription", SafeText.oneLine(title, DESCRIPTION), json);
        message("fullDescription", SafeText.oneLine(meaning, DESCRIPTION), json);
        message("help", help, json);
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", level(kind.effect()));
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        json.writeString("license");
        json.writeString(kind.effect().code());
        for (String criterion :
                kind.criteria().subList(0, Math.min(TAGS - 2, kind.criteria().size()))) {
            json.writeString(criterion);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String part : id.split("[.-]")) {
            if (!part.isEmpty()) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private static void message(String field, String text, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    private static String level(Effect effect) {
        return switch (effect) {
            case RESTRICTS -> "error";
            case BURDENS, REVIEW -> "warning";
            case COMPATIBLE -> "note";
        };
    }
}

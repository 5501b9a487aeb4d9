// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.Deviation;
import dev.fineprint.LicenseReport;
import dev.fineprint.ToolInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an SPDX 2.3 document: a package for each text, under the licence that the text is; where that is not on the
 * SPDX list, under a {@code LicenseRef-} with the text itself. Deviations are annotations of the package.
 */
final class SpdxReportWriter implements ReportWriter {
    private static final String NO_ASSERTION = "NOASSERTION";
    private static final String DOCUMENT = "SPDXRef-DOCUMENT";
    private static final int REF_DIGITS = 16;

    private final ReportWords words;
    private final Clock clock;

    SpdxReportWriter(ReportOptions options) {
        this(options, Clock.systemUTC());
    }

    /**
     * @param clock tells the time of creation, which SPDX asks for
     */
    SpdxReportWriter(ReportOptions options, Clock clock) {
        this.words = new ReportWords(options.locale());
        this.clock = clock;
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        String now = Instant.now(clock).truncatedTo(ChronoUnit.SECONDS).toString();
        Map<String, LicenseReport> texts = new LinkedHashMap<>();
        List<String> packages = new ArrayList<>();
        Map<String, Integer> seen = new HashMap<>();
        MessageDigest contents = sha256();
        Optional<ToolInfo> tool = Optional.empty();
        try (JsonGenerator json = SafeJson.FACTORY.createGenerator(out)) {
            json.setPrettyPrinter(JsonReportWriter.printer());
            json.writeStartObject();
            json.writeStringField("spdxVersion", "SPDX-2.3");
            json.writeStringField("dataLicense", "CC0-1.0");
            json.writeStringField("SPDXID", DOCUMENT);
            json.writeStringField("name", "fineprint");
            json.writeArrayFieldStart("packages");
            for (LicenseReport report : reports) {
                tool = Optional.of(tool.orElse(report.tool()));
                contents.update(
                        (report.document().name() + report.document().sha256()).getBytes(StandardCharsets.UTF_8));
                String id = "SPDXRef-" + report.document().sha256().substring(0, REF_DIGITS);
                int number = seen.merge(id, 1, Integer::sum);
                packages.add(number == 1 ? id : id + "-" + number);
                writePackage(report, packages.get(packages.size() - 1), now, texts, json);
            }
            json.writeEndArray();
            relationships(packages, json);
            licences(texts, json);
            creation(tool, now, json);
            json.writeStringField(
                    "documentNamespace", "urn:fineprint:spdx:" + HexFormat.of().formatHex(contents.digest()));
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private void writePackage(
            LicenseReport report, String id, String now, Map<String, LicenseReport> texts, JsonGenerator json)
            throws IOException {
        String license = license(report, texts);
        json.writeStartObject();
        json.writeStringField("SPDXID", id);
        json.writeStringField("name", SafeText.name(report.document().name()));
        json.writeStringField("downloadLocation", NO_ASSERTION);
        json.writeBooleanField("filesAnalyzed", false);
        json.writeStringField("licenseConcluded", license);
        json.writeStringField("licenseDeclared", license);
        json.writeStringField("copyrightText", NO_ASSERTION);
        json.writeStringField(
                "comment",
                words.text("verdict." + report.verdict().name())
                        + words.text("separator.sentence")
                        + words.messages().of(report.rationale())
                        + "\n"
                        + words.messages().of(report.summary())
                        + "\n"
                        + words.text("disclaimer"));
        json.writeArrayFieldStart("annotations");
        for (Deviation deviation : report.deviations()) {
            json.writeStartObject();
            json.writeStringField("annotationType", "REVIEW");
            json.writeStringField("annotator", creator(report.tool()));
            json.writeStringField("annotationDate", now);
            json.writeStringField(
                    "comment",
                    deviation.kind()
                            + words.text("separator.colon")
                            + SafeText.oneLine(words.messages().of(deviation.explanation())));
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String license(LicenseReport report, Map<String, LicenseReport> texts) {
        Optional<String> id = SpdxId.of(report);
        if (id.isPresent()) {
            return id.get();
        }
        if (report.text().isEmpty() || report.text().get().isBlank()) {
            return NO_ASSERTION;
        }
        String ref = "LicenseRef-fineprint-" + report.document().sha256().substring(0, REF_DIGITS);
        texts.putIfAbsent(ref, report);
        return ref;
    }

    private static void relationships(List<String> packages, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("relationships");
        for (String one : packages) {
            json.writeStartObject();
            json.writeStringField("spdxElementId", DOCUMENT);
            json.writeStringField("relationshipType", "DESCRIBES");
            json.writeStringField("relatedSpdxElement", one);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void licences(Map<String, LicenseReport> texts, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("hasExtractedLicensingInfos");
        for (Map.Entry<String, LicenseReport> one : texts.entrySet()) {
            json.writeStartObject();
            json.writeStringField("licenseId", one.getKey());
            json.writeStringField(
                    "name", SafeText.name(one.getValue().document().name()));
            json.writeStringField("extractedText", one.getValue().text().orElse(NO_ASSERTION));
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void creation(Optional<ToolInfo> tool, String now, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("creationInfo");
        json.writeStringField("created", now);
        json.writeArrayFieldStart("creators");
        json.writeString(creator(tool.orElse(new ToolInfo("Fineprint", "", ""))));
        json.writeEndArray();
        json.writeEndObject();
    }

    private static String creator(ToolInfo tool) {
        return "Tool: " + tool.name() + (tool.version().isEmpty() ? "" : "-" + tool.version());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}

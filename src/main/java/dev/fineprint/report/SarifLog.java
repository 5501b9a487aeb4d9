// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.fineprint.ToolInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A SARIF 2.1.0 document while it is written: one run, or several where one would hold more than services take. Results come
 * first and are written as they arrive; documents, notes and the rules in the order of first occurrence follow. Not
 * thread-safe.
 */
final class SarifLog implements AutoCloseable {
    /** What the strictest of the services take: results in a run, characters in a rule's descriptions, its tags. */
    static final int RESULTS = 25_000;

    private static final int DESCRIPTION = 1_000;
    private static final int TAGS = 20;
    private static final int FINGERPRINT_BYTES = 16;

    private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

    /**
     * What results of one sort have in common.
     *
     * @param level {@code error}, {@code warning} or {@code note}
     */
    record Rule(String id, String title, String meaning, String help, String level, List<String> tags) {}

    /**
     * Where something stands.
     *
     * @param document name of the document; a relative address is made of it
     * @param region the lines; without one the whole document is meant
     * @param says what stands there, if somebody should read it beside the result
     */
    record Place(String document, Optional<Region> region, Optional<String> says) {}

    /**
     * Lines and characters of a document.
     *
     * @param endLine 0 if it is not known
     * @param length in UTF-16 code units; 0 if offsets are not known
     */
    record Region(int line, int column, int endLine, int endColumn, int offset, int length) {
        static Region ofLine(int line) {
            return new Region(line, 0, 0, 0, 0, 0);
        }
    }

    /**
     * One result.
     *
     * @param level for this one; mostly the rule's
     * @param places where it is, at least one
     * @param related where a reader should look besides
     * @param fingerprint the same for the same result in another version
     */
    record Result(
            Rule rule,
            String level,
            String message,
            List<Place> places,
            List<Place> related,
            String fingerprint,
            Map<String, String> properties) {}

    private final OutputStream out;
    private final JsonGenerator json;
    private final int resultsInARun;
    private final Map<String, Integer> rules = new LinkedHashMap<>();
    private final List<Rule> ruleList = new ArrayList<>();
    private final Map<String, String> documents = new LinkedHashMap<>();
    private final List<String> notes = new ArrayList<>();
    private ToolInfo tool = new ToolInfo("Fineprint", "", "");
    private int results;
    private int number;

    SarifLog(OutputStream out, int resultsInARun) throws IOException {
        this.out = out;
        this.resultsInARun = resultsInARun;
        this.json = SafeJson.FACTORY.createGenerator(out);
        json.setPrettyPrinter(JsonReportWriter.printer());
        json.writeStartObject();
        json.writeStringField("$schema", SCHEMA);
        json.writeStringField("version", "2.1.0");
        json.writeArrayFieldStart("runs");
        begin();
    }

    void tool(ToolInfo info) {
        tool = info;
    }

    /** Names a document that was read; {@code sha256} is empty where nobody knows it. */
    void document(String name, String sha256) {
        documents.put(RelativeUri.of(name), sha256);
    }

    /** Something that a reader should know and that has no place. */
    void note(String text) {
        notes.add(text);
    }

    /** Whether the next result begins a new run; the document that it stands in must then be named again. */
    boolean full() {
        return results == resultsInARun;
    }

    void result(Result result) throws IOException {
        if (full()) {
            end(true);
            begin();
        }
        Rule rule = result.rule();
        Integer index = rules.get(rule.id());
        if (index == null) {
            index = rules.size();
            rules.put(rule.id(), index);
            ruleList.add(rule);
        }
        json.writeStartObject();
        json.writeStringField("ruleId", rule.id());
        json.writeNumberField("ruleIndex", index);
        json.writeStringField("level", result.level());
        message("message", result.message());
        json.writeArrayFieldStart("locations");
        for (Place place : result.places()) {
            location(place);
        }
        json.writeEndArray();
        if (!result.related().isEmpty()) {
            json.writeArrayFieldStart("relatedLocations");
            for (Place place : new LinkedHashSet<>(result.related())) {
                location(place);
            }
            json.writeEndArray();
        }
        json.writeObjectFieldStart("partialFingerprints");
        json.writeStringField("fineprintClause/v1", result.fingerprint());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        for (Map.Entry<String, String> property : result.properties().entrySet()) {
            json.writeStringField(property.getKey(), property.getValue());
        }
        json.writeEndObject();
        json.writeEndObject();
        results++;
    }

    @Override
    public void close() throws IOException {
        end(false);
        json.writeEndArray();
        json.writeEndObject();
        json.close();
        out.write("\n".getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /**
     * The same for the same words of the same rule wherever they stand and however they are wrapped; a repetition is told apart by
     * its number.
     */
    static String fingerprint(String rule, String words, Map<String, Integer> seen) {
        String key = rule + '\n' + SafeText.oneLine(words).toLowerCase(Locale.ROOT);
        int number = seen.merge(key, 1, Integer::sum);
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, FINGERPRINT_BYTES) + ":" + number;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private void begin() throws IOException {
        number++;
        results = 0;
        rules.clear();
        ruleList.clear();
        documents.clear();
        json.writeStartObject();
        json.writeStringField("columnKind", "utf16CodeUnits");
        json.writeArrayFieldStart("results");
    }

    private void end(boolean more) throws IOException {
        json.writeEndArray();
        artifacts();
        tool();
        if (!more && !notes.isEmpty()) {
            notifications();
        }
        if (more || number > 1) { // services tell runs of one tool apart by this
            json.writeObjectFieldStart("automationDetails");
            json.writeStringField("id", "fineprint/" + number + "/");
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    /** All texts, so that one without findings is seen to have been read. */
    private void artifacts() throws IOException {
        json.writeArrayFieldStart("artifacts");
        for (Map.Entry<String, String> document : documents.entrySet()) {
            json.writeStartObject();
            json.writeObjectFieldStart("location");
            json.writeStringField("uri", document.getKey());
            json.writeEndObject();
            if (!document.getValue().isEmpty()) {
                json.writeObjectFieldStart("hashes");
                json.writeStringField("sha-256", document.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void notifications() throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (String note : notes) {
            json.writeStartObject();
            json.writeStringField("level", "note");
            message("message", note);
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private void location(Place place) throws IOException {
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", RelativeUri.of(place.document()));
        json.writeEndObject();
        if (place.region().isPresent()) {
            region(place.region().get());
        }
        json.writeEndObject();
        if (place.says().isPresent()) {
            message("message", place.says().get());
        }
        json.writeEndObject();
    }

    private void region(Region region) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", region.line());
        if (region.column() > 0) {
            json.writeNumberField("startColumn", region.column());
        }
        if (region.endLine() > 0) {
            json.writeNumberField("endLine", region.endLine());
            json.writeNumberField("endColumn", region.endColumn());
        }
        if (region.length() > 0) {
            json.writeNumberField("charOffset", region.offset());
            json.writeNumberField("charLength", region.length());
        }
        json.writeEndObject();
    }

    private void tool() throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", tool.name());
        if (!tool.version().isEmpty()) {
            json.writeStringField("version", tool.version());
        }
        json.writeArrayFieldStart("rules");
        for (Rule rule : ruleList) {
            rule(rule);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void rule(Rule rule) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", rule.id());
        json.writeStringField("name", camelCase(rule.id()));
        message("shortDescription", SafeText.oneLine(rule.title(), DESCRIPTION));
        message("fullDescription", SafeText.oneLine(rule.meaning(), DESCRIPTION));
        message("help", rule.help());
        json.writeObjectFieldStart("defaultConfiguration");
        json.writeStringField("level", rule.level());
        json.writeEndObject();
        json.writeObjectFieldStart("properties");
        json.writeArrayFieldStart("tags");
        for (String tag : rule.tags().subList(0, Math.min(TAGS, rule.tags().size()))) {
            json.writeString(tag);
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    private static String camelCase(String id) {
        StringBuilder name = new StringBuilder();
        for (String part : id.split("[.-]", -1)) {
            if (!part.isEmpty()) {
                name.append(part.substring(0, 1).toUpperCase(Locale.ROOT)).append(part.substring(1));
            }
        }
        return name.toString();
    }

    private void message(String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }
}

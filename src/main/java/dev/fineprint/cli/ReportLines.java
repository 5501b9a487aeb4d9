// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.fineprint.LicenseReport;
import dev.fineprint.ToolInfo;
import dev.fineprint.bulk.BulkText;
import dev.fineprint.catalog.Effect;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Writes a report as a line into one file. The lines themselves say what text each was made of, and by what: by that an
 * interrupted run is taken up again.
 */
final class ReportLines implements Destination {
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .build();

    private final GrowingLines lines;
    private final ToolInfo tool;
    private final String language;

    /**
     * Makes the file, or takes it up again.
     *
     * @throws GrowingLines.BusyException if another process writes it
     */
    ReportLines(Path file, ToolInfo tool, String language, boolean resume) throws IOException {
        this.lines = GrowingLines.open(file, new byte[0], resume);
        this.tool = tool;
        this.language = language;
    }

    /** What a line says of its report. */
    private static final class Line {
        private String name = "";
        private String sha256 = "";
        private String catalog = "";
        private String version = "";
        private String language = "";
        private final Set<Effect> effects = EnumSet.noneOf(Effect.class);

        static Line read(byte[] bytes) {
            Line line = new Line();
            try (JsonParser json = JSON.createParser(bytes)) {
                json.nextToken();
                for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
                    json.nextToken();
                    line.take(field, json);
                }
            } catch (IOException e) {
                return new Line(); // not a line that was written here
            }
            return line;
        }

        private void take(String field, JsonParser json) throws IOException {
            switch (field) {
                case "tool", "document" -> {
                    for (String inner = json.nextFieldName(); inner != null; inner = json.nextFieldName()) {
                        json.nextToken();
                        takeInner(field + "." + inner, json);
                    }
                }
                case "deviations" -> {
                    while (json.nextToken() == JsonToken.START_OBJECT) {
                        for (String inner = json.nextFieldName(); inner != null; inner = json.nextFieldName()) {
                            json.nextToken();
                            takeInner(inner, json);
                        }
                    }
                }
                case "language" -> language = json.getText();
                default -> json.skipChildren();
            }
        }

        private void takeInner(String field, JsonParser json) throws IOException {
            switch (field) {
                case "tool.catalog" -> catalog = json.getText();
                case "tool.version" -> version = json.getText();
                case "document.name" -> name = json.getText();
                case "document.sha256" -> sha256 = json.getText();
                case "effect" -> Destination.addEffect(json.getText(), effects);
                default -> json.skipChildren();
            }
        }
    }

    @Override
    public boolean isFinished(String name, String sha256) {
        return lines.isFinished(bytes -> {
            Line line = Line.read(bytes);
            if (!line.name.equals(name)) {
                return GrowingLines.Standing.OTHER;
            }
            boolean holds = line.sha256.equals(sha256)
                    && line.catalog.equals(tool.catalog())
                    && line.version.equals(tool.version())
                    && line.language.equals(language);
            return holds ? GrowingLines.Standing.HOLDS : GrowingLines.Standing.OUTDATED;
        });
    }

    @Override
    public Set<Effect> keep() throws IOException {
        return Line.read(lines.keep()).effects;
    }

    @Override
    public void add(BulkText text, LicenseReport report, OutputFolder.Content document, Consumer<String> problems)
            throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        document.writeTo(line);
        lines.append(line.toByteArray());
    }

    @Override
    public void finish(Consumer<String> problems) throws IOException {
        lines.finish();
    }

    @Override
    public void close() throws IOException {
        lines.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.bulk.BulkText;
import dev.fineprint.catalog.Effect;
import dev.fineprint.report.ReportIndex;
import dev.fineprint.report.ReportWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes a report into a file for each text, below one folder. A record in the folder says which reports are finished, and
 * of what text each was made: by it an interrupted run is taken up again.
 */
final class ReportFolder implements Destination {
    private static final String RECORD = ".fineprint-run.jsonl";
    private static final String DRAFT = ".fineprint-draft";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final OutputFolder folder;
    private final Optional<ReportIndex> index;
    private final NamedInputs inputs;
    private final Messages messages;
    private final @Nullable GrowingLines record;
    /** Of each file its hash alone: the record has the rest. */
    private final Set<Long> written = new HashSet<>();

    private ReportFolder(
            OutputFolder folder,
            ReportWriter writer,
            NamedInputs inputs,
            Messages messages,
            @Nullable GrowingLines record) {
        this.folder = folder;
        this.index = writer.index();
        this.inputs = inputs;
        this.messages = messages;
        this.record = record;
    }

    /** How a run is recorded. */
    enum Recording {
        /** Not at all: there is one text. */
        NONE,
        /** So that it can be taken up again; not where another process writes into the same folder. */
        POSSIBLE,
        /** It takes up a former run. */
        RESUMED
    }

    /**
     * Prepares the folder.
     *
     * @param settings what the reports depend on besides the texts
     * @throws GrowingLines.BusyException if a run is to be taken up that is still going on
     */
    static ReportFolder open(
            OutputFolder folder,
            ReportWriter writer,
            NamedInputs inputs,
            Messages messages,
            Map<String, String> settings,
            Recording recording)
            throws IOException {
        folder.create();
        GrowingLines record = null;
        if (recording != Recording.NONE) {
            try {
                record = GrowingLines.open(
                        folder.file(RECORD), line(JSON.valueToTree(settings)), recording == Recording.RESUMED);
            } catch (GrowingLines.BusyException e) {
                if (recording == Recording.RESUMED) {
                    throw e;
                }
            }
        }
        return new ReportFolder(folder, writer, inputs, messages, record);
    }

    /** Whether the former run was one with other settings, so that none of its reports counts. */
    boolean hadOtherSettings() {
        return record != null && record.hadOtherHeader();
    }

    @Override
    public boolean isFinished(String name, String sha256) {
        if (record == null) {
            return false;
        }
        return record.isFinished(line -> {
            JsonNode one = read(line);
            if (!one.path("name").asText().equals(name)) {
                return GrowingLines.Standing.OTHER;
            }
            boolean holds = one.path("sha256").asText().equals(sha256)
                    && Files.exists(folder.file(one.path("file").asText()));
            return holds ? GrowingLines.Standing.HOLDS : GrowingLines.Standing.OUTDATED;
        });
    }

    @Override
    public Set<Effect> keep() throws IOException {
        GrowingLines lines = record;
        if (lines == null) {
            throw new IllegalStateException("Nothing is finished where there is no record");
        }
        JsonNode line = read(lines.keep());
        String file = line.path("file").asText();
        written.add(hash(folder.file(file)));
        index.ifPresent(page -> page.restore(line.path("memo").asText()));
        Set<Effect> effects = EnumSet.noneOf(Effect.class);
        line.path("effects").forEach(code -> Destination.addEffect(code.asText(), effects));
        return effects;
    }

    @Override
    public void add(BulkText text, LicenseReport report, OutputFolder.Content document, Consumer<String> problems)
            throws IOException {
        Path target = folder.target(text.path());
        Optional<String> before = written.contains(hash(target)) ? nameBefore(target) : Optional.empty();
        if (before.isPresent()) {
            problems.accept(messages.text("cli.out.clash", text.name(), before.get(), target));
            return;
        }
        if (inputs.contains(target)) {
            problems.accept(messages.text("cli.out.input", text.name(), target));
            return;
        }
        try {
            write(target, document);
        } catch (IOException e) {
            problems.accept(messages.text("cli.out.failed", target, String.valueOf(e)));
            return;
        }
        written.add(hash(target));
        String file = folder.nameOf(target);
        index.ifPresent(page -> page.add(report, file));
        if (record != null) {
            ObjectNode line = JSON.createObjectNode();
            line.put("file", file);
            line.put("name", text.name());
            line.put("sha256", report.document().sha256());
            Destination.effects(report)
                    .forEach(effect -> line.withArray("effects").add(effect.code()));
            index.ifPresent(page -> line.put("memo", page.memo(report, file)));
            record.append(line(line));
        }
    }

    @Override
    public void finish(Consumer<String> problems) throws IOException {
        if (index.isPresent()) {
            writeIndex(index.get(), problems);
        }
        if (record != null) {
            record.finish();
            Files.deleteIfExists(folder.file(DRAFT)); // of a run that was killed
        }
    }

    /** Writes the page in front of the reports, where the format has one. */
    private void writeIndex(ReportIndex page, Consumer<String> problems) throws IOException {
        Path target = folder.file(page.fileName());
        Optional<String> before = written.contains(hash(target)) ? nameBefore(target) : Optional.empty();
        if (before.isPresent()) {
            problems.accept(messages.text("cli.out.clash", page.fileName(), before.get(), target));
        } else if (inputs.contains(target)) {
            problems.accept(messages.text("cli.out.input", page.fileName(), target));
        } else {
            try {
                write(target, page::write);
            } catch (IOException e) {
                problems.accept(messages.text("cli.out.failed", target, String.valueOf(e)));
            }
        }
    }

    private void write(Path target, OutputFolder.Content content) throws IOException {
        if (record == null) {
            folder.write(target, content);
        } else {
            folder.write(target, folder.file(DRAFT), content); // who holds the record is alone
        }
    }

    /** What the text is called whose report was written to this file. */
    private Optional<String> nameBefore(Path target) throws IOException {
        if (record == null) {
            return Optional.of(messages.text("cli.out.another"));
        }
        String file = folder.nameOf(target);
        return record.find(line -> read(line).path("file").asText().equals(file))
                .map(line -> read(line).path("name").asText());
    }

    private static long hash(Path target) {
        return Hashing.farmHashFingerprint64()
                .hashString(target.toString(), StandardCharsets.UTF_8)
                .asLong();
    }

    private static JsonNode read(byte[] line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            return JSON.createObjectNode(); // nobody's record: it says nothing
        }
    }

    private static byte[] line(JsonNode node) {
        try {
            return (JSON.writeValueAsString(node) + "\n").getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A tree of strings is JSON", e);
        }
    }

    @Override
    public void close() throws IOException {
        if (record != null) {
            record.close();
        }
    }
}

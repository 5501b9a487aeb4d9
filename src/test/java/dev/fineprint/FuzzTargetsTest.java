// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.catalog.CatalogException;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.match.ClauseMatcher;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.UnreadableTextException;
import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What a fuzzer may throw at the rooms that parse. The tests replay the seeds and finds under {@code src/test/resources}; to
 * search for more, {@code JAZZER_FUZZ=1 mvn -B test -Dtest='FuzzTargetsTest#reading'}.
 */
class FuzzTargetsTest {
    private static final Segmenter SEGMENTER = Segmenter.create();
    private static final EntityReader ENTITIES = EntityReader.create();
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Any bytes are read or refused with a message, and the normalised text is as long as the original. */
    @FuzzTest(maxDuration = "30m")
    void reading(byte[] bytes) {
        try {
            LicenseText text = LicenseText.decode("fuzz", bytes);
            assertThat(text.normalized()).hasSameSizeAs(text.original());
        } catch (UnreadableTextException e) {
            assertThat(e).hasMessageContaining("fuzz");
        }
    }

    /** Clauses lie inside the text, one after the other. */
    @FuzzTest(maxDuration = "30m")
    void segmentation(byte[] bytes) {
        String content = new String(bytes, StandardCharsets.UTF_8);
        int end = 0;
        for (Clause clause : SEGMENTER.segment(LicenseText.of("fuzz", content)).clauses()) {
            assertThat(clause.start()).isBetween(end, content.length());
            assertThat(clause.end()).isBetween(clause.start(), content.length());
            end = clause.end();
        }
    }

    /** An expression is compiled or refused as a problem of its catalog. */
    @FuzzTest(maxDuration = "30m")
    void expression(byte[] bytes) throws IOException {
        String expression = new String(bytes, StandardCharsets.UTF_8)
                .replace("\\", "")
                .replace("\"", "")
                .replaceAll("\\p{Cntrl}", " ");
        catalog("concepts:\n  fuzz:\n    says: Anything.\n    expressions:\n      - \"" + expression + "\"\n");
    }

    /** A lexicon's file is read or refused as a problem of its catalog. */
    @FuzzTest(maxDuration = "30m")
    void catalogFile(byte[] bytes) throws IOException {
        catalog(new String(bytes, StandardCharsets.UTF_8));
    }

    private static void catalog(String lexicon) throws IOException {
        Path folder = Files.createTempDirectory("fuzz");
        Path file = folder.resolve("lexicon/en/fuzz.yaml");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, lexicon);
            ClauseMatcher.compile(PatternCatalog.load(folder));
        } catch (CatalogException e) {
            assertThat(e.problems()).isNotEmpty();
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder.resolve("lexicon/en"));
            Files.delete(folder.resolve("lexicon"));
            Files.delete(folder);
        }
    }

    /** Entities lie inside the text, sorted. */
    @FuzzTest(maxDuration = "30m")
    void values(byte[] bytes) {
        String text = LicenseText.of("fuzz", new String(bytes, StandardCharsets.UTF_8))
                .normalized();
        int start = 0;
        for (Entity entity : ENTITIES.read(text, 0, text.length())) {
            assertThat(entity.start()).isBetween(start, text.length());
            assertThat(entity.end()).isBetween(entity.start() + 1, text.length());
            start = entity.start();
        }
    }

    /** The JSON report of any text is JSON, and quotes it where its spans say. */
    @FuzzTest(maxDuration = "30m")
    void json(byte[] bytes) throws IOException {
        String content = new String(bytes, StandardCharsets.UTF_8);
        for (JsonNode finding : written("json", content).path("findings")) {
            JsonNode span = finding.get("spans").get(0);
            assertThat(finding.get("text").asText())
                    .isEqualTo(content.substring(
                            span.get("start").asInt(), span.get("end").asInt()));
        }
    }

    /** The SARIF report of any text is JSON with one run. */
    @FuzzTest(maxDuration = "30m")
    void sarif(byte[] bytes) throws IOException {
        assertThat(written("sarif", new String(bytes, StandardCharsets.UTF_8)).get("runs"))
                .hasSize(1);
    }

    private static JsonNode written(String format, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.standard()
                .find(format)
                .orElseThrow()
                .writer(ReportOptions.defaults())
                .write(ANALYZER.analyze(LicenseText.of("fuzz", content)), out);
        return JSON.readTree(out.toByteArray());
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.fineprint.report.ReleaseFormats;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScanCommandTest {
    private static final String RELEASES = "corpus/releases/";
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private static Schema schema(String name) throws IOException {
        try (InputStream in = ReleaseFormats.class.getResourceAsStream(name)) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void theJsonFollowsItsSchemaInBothLanguages() throws IOException {
        for (String lang : List.of("en", "zh")) {
            CommandRun run = CommandRun.of(
                    "scan",
                    "--lang",
                    lang,
                    "-f",
                    "json",
                    RELEASES + "bittern-7b",
                    RELEASES + "wigeon-8b-gguf",
                    RELEASES + "canglu-7b",
                    RELEASES + "knot-7b");
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            JsonNode releases = JSON.readTree(run.out());
            assertThat(releases).hasSize(4);
            for (JsonNode release : releases) {
                assertThat(schema("release.schema.json").validate(release)).isEmpty();
                for (JsonNode report : release.findValues("report")) {
                    assertThat(schema("report.schema.json").validate(report)).isEmpty();
                }
            }
        }
        assertThat(schema("release.schema.json").validate(JSON.readTree("{\"schema\": \"urn:fineprint:release:1\"}")))
                .isNotEmpty();
    }

    @Test
    void peopleReadWhatDoesNotFitTogether() {
        CommandRun run = CommandRun.of("scan", RELEASES + "bittern-7b");
        assertThat(run.out())
                .containsSubsequence(
                        "Fineprint, the release bittern-7b",
                        "licence that deviates from open source",
                        "What does not fit together",
                        "The card names apache-2.0",
                        "README.md, line 2",
                        "LICENSE, line 1",
                        "HERON MODEL COMMUNITY LICENCE",
                        "Documents",
                        "LICENSE (licence): DEVIATES",
                        "How open it is",
                        "no legal advice")
                .doesNotContainIgnoringCase("complian");
        assertThat(CommandRun.of("scan", "--lang", "zh", RELEASES + "canglu-7b").out())
                .containsSubsequence("不一致之处", "苍鹭是一个完全开源的大语言模型。", "法律意见");
        assertThat(CommandRun.of("scan", "-f", "markdown", RELEASES + "sparrow-8b")
                        .out())
                .startsWith("## Fineprint")
                .contains("meta-llama/Llama-3.1-8B");
    }

    @Test
    void theStatusFollowsWhatWasAsked() {
        assertThat(CommandRun.of("scan", RELEASES + "bittern-7b").status()).isZero();
        assertThat(CommandRun.of("scan", "--fail-on", "observations", RELEASES + "bittern-7b")
                        .status())
                .isEqualTo(1);
        assertThat(CommandRun.of("scan", "--fail-on", "deviates", RELEASES + "bittern-7b")
                        .status())
                .isEqualTo(1);
        assertThat(CommandRun.of("scan", "--fail-on", "deviates", RELEASES + "plover-1b")
                        .status())
                .isZero();
        assertThat(CommandRun.of("scan", "--fail-on", "observations", RELEASES + "knot-7b")
                        .status())
                .isZero();
    }

    @Test
    void aFolderOfReleasesIsScannedOneByOne() throws IOException {
        for (String name : List.of("one", "two", "three")) {
            Path release = Files.createDirectories(folder.resolve("org").resolve(name));
            Files.writeString(release.resolve("LICENSE"), "You must not use the Model for gambling.");
        }
        JsonNode releases = JSON.readTree(
                CommandRun.of("scan", "-f", "json", folder.toString()).out());
        assertThat(releases.findValuesAsText("name")).contains("one", "two", "three");
        assertThat(releases).hasSize(3);
    }

    @Test
    void anArchiveThatIsNoneIsNamed() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.zip"), "no archive");
        CommandRun run = CommandRun.of("scan", broken.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .isEqualTo("fineprint: broken.zip: cannot be read as the archive that its name promises.\n");
    }

    @Test
    void whatIsNoFolderIsNamedAndTheOthersAreScanned() throws IOException {
        Path file = Files.writeString(folder.resolve("LICENSE"), "text");
        CommandRun run = CommandRun.of(
                "scan", "-f", "json", file.toString(), folder.resolve("none").toString(), RELEASES + "plover-1b");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("LICENSE", "no folder", "none");
        assertThat(JSON.readTree(run.out())).hasSize(1);
        assertThat(CommandRun.of("scan", "-f", "carrier-pigeon", RELEASES + "plover-1b")
                        .status())
                .isEqualTo(2);
    }
}

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
    void aDeadlineAndALimitNameTheText() {
        CommandRun late = CommandRun.of("scan", "--deadline", "0", RELEASES + "bittern-7b");
        assertThat(late.status()).isZero();
        assertThat(late.out()).contains("LICENSE: not analysed within 0 s.");
        CommandRun chinese = CommandRun.of("scan", "--lang", "zh", "--deadline", "0", RELEASES + "bittern-7b");
        assertThat(chinese.out()).contains("LICENSE：未能在 0 秒内完成分析。");
        CommandRun large = CommandRun.of("scan", "--max-bytes", "1K", RELEASES + "bittern-7b");
        assertThat(large.out()).contains("LICENSE: larger than the limit of 1024 bytes");
        assertThat(CommandRun.of("scan", RELEASES + "bittern-7b").out()).doesNotContain("not analysed", "larger than");
    }

    private static Schema sarif() throws IOException {
        try (InputStream in = ScanCommandTest.class.getResourceAsStream("/schemas/sarif-2.1.0-rtm.5.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_4)
                    .getSchema(Objects.requireNonNull(in));
        }
    }

    @Test
    void sarifFollowsTheOfficialSchemaInBothLanguages() throws IOException {
        for (String lang : List.of("en", "zh")) {
            CommandRun run = CommandRun.of(
                    "scan", "--lang", lang, "-f", "sarif", "--profile", "examples/profile.yaml", "corpus/releases");
            assertThat(run.err()).isEmpty();
            JsonNode sarif = JSON.readTree(run.out());
            assertThat(sarif().validate(sarif)).isEmpty();
            JsonNode results = sarif.at("/runs/0/results");
            assertThat(results.findValuesAsText("ruleId"))
                    .contains("release.open-claim", "release.openness", "decision.whole", "scale.active-users");
            for (JsonNode result : results) {
                assertThat(sarif.at("/runs/0/tool/driver/rules")
                                .get(result.get("ruleIndex").intValue())
                                .get("id"))
                        .isEqualTo(result.get("ruleId"));
            }
            assertThat(sarif.at("/runs/0/invocations/0/toolExecutionNotifications"))
                    .isNotEmpty();
        }
        JsonNode one = JSON.readTree(
                CommandRun.of("scan", "-f", "sarif", RELEASES + "bittern-7b").out());
        assertThat(one.at("/runs/0/results/0/ruleId").textValue()).isEqualTo("release.card-license-differs");
        assertThat(one.at("/runs/0/results/0/level").textValue()).isEqualTo("error");
        assertThat(one.at("/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("bittern-7b/README.md");
        assertThat(one.at("/runs/0/results/0/locations/0/physicalLocation/region/startLine")
                        .intValue())
                .isEqualTo(2);
        assertThat(one.at("/runs/0/results/0/relatedLocations/0/physicalLocation/artifactLocation/uri")
                        .textValue())
                .isEqualTo("bittern-7b/LICENSE");
    }

    @Test
    void aProfileDecidesForTheWholeRelease() throws IOException {
        CommandRun run = CommandRun.of(
                "scan",
                "-f",
                "json",
                "--profile",
                "examples/profile.yaml",
                "--territories",
                "DE",
                RELEASES + "heron-7b");
        JsonNode release = JSON.readTree(run.out());
        assertThat(schema("release.schema.json").validate(release)).isEmpty();
        assertThat(schema("decision.schema.json").validate(release.get("decision")))
                .isEmpty();
        assertThat(release.at("/decision/answer").textValue()).isEqualTo("FORBIDDEN");
        assertThat(release.at("/decision/profile/territories/0").textValue()).isEqualTo("DE");
        for (String name : List.of("plover-1b", "sparrow-8b", "swift-7b", "knot-7b", "dunlin-lora")) {
            JsonNode other = JSON.readTree(CommandRun.of("scan", "-f", "json", "--commercial", "yes", RELEASES + name)
                    .out());
            assertThat(schema("decision.schema.json").validate(other.get("decision")))
                    .as(name)
                    .isEmpty();
        }
        assertThat(JSON.readTree(CommandRun.of("scan", "-f", "json", RELEASES + "heron-7b")
                                .out())
                        .has("decision"))
                .isFalse();
    }

    @Test
    void theStatusFollowsTheAnswer() {
        String[] german = {"scan", "--territories", "DE", "--fail-on", "forbidden", RELEASES + "heron-7b"};
        assertThat(CommandRun.of(german).status()).isEqualTo(1);
        assertThat(CommandRun.of("scan", "--fail-on", "forbidden", RELEASES + "egret-7b")
                        .status())
                .isZero();
        assertThat(CommandRun.of("scan", "--fail-on", "needs-license", RELEASES + "plover-1b")
                        .status())
                .isEqualTo(1);
        assertThat(CommandRun.of("scan", "--fail-on", "unclear", RELEASES + "swift-7b")
                        .status())
                .isEqualTo(1);
        CommandRun broken = CommandRun.of("scan", "--commercial", "perhaps", RELEASES + "heron-7b");
        assertThat(broken.status()).isEqualTo(2);
        assertThat(broken.err()).contains("perhaps");
    }

    @Test
    void severalReleasesBeginWithAnOverview() {
        CommandRun run = CommandRun.of("scan", "--profile", "examples/profile.yaml", "corpus/releases");
        assertThat(run.out())
                .containsSubsequence(
                        "Fineprint, 15 releases",
                        "UNCLEAR: ",
                        "Called open source, and deviates: 2 releases",
                        "Each of them",
                        "bittern-7b: ",
                        "canglu-7b: ",
                        "wigeon-8b-gguf: ",
                        "Fineprint, the release bittern-7b",
                        "May we use it?",
                        "Fineprint, the release wigeon-8b-gguf");
        for (String format : List.of("html", "markdown")) {
            CommandRun chinese = CommandRun.of(
                    "scan", "--lang", "zh", "-f", format, "--profile", "examples/profile.yaml", "corpus/releases");
            assertThat(chinese.out()).as(format).containsSubsequence("15 个发布", "自称开源而有偏离", "逐个概览", "能否使用？", "开放程度");
        }
    }

    @Test
    void peopleReadWhereAModelComesFrom() {
        assertThat(CommandRun.of("scan", RELEASES + "sparrow-8b").out())
                .containsSubsequence(
                        "MIT License gives more than it may",
                        "Made from",
                        "← meta-llama/Llama-3.1-8B-Instruct (fine-tuned): llama-3.1-license",
                        "must begin with",
                        "700,000,000",
                        "← ← meta-llama/Llama-3.1-8B",
                        "What meta-llama/Llama-3.1-8B-Instruct was made from.",
                        "Asks the same as meta-llama/Llama-3.1-8B-Instruct.");
        assertThat(CommandRun.of("scan", "--lang", "zh", RELEASES + "sparrow-8b")
                        .out())
                .containsSubsequence("授予的权利超出其所能", "微调", "700,000,000", "的来源模型", "要求与");
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

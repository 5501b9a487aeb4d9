// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command reads documents of every format, says their pages, and goes on behind those that it cannot read. */
class DocumentsCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder = Path.of("");

    private String pdf = "";

    @BeforeEach
    void aPdfFile() throws IOException {
        // under a name that every platform can hand to a command
        try (var files = Files.list(Path.of("corpus/releases/yanque-7b"))) {
            Path published = files.filter(file -> file.toString().endsWith(".pdf"))
                    .findFirst()
                    .orElseThrow();
            pdf = Files.copy(published, folder.resolve("licence.pdf")).toString();
        }
    }

    private String write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes).toString();
    }

    @Test
    void whatCannotBeReadIsNamedAndTheOthersAreRead() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of(pdf));
        String cut = write("cut.pdf", Arrays.copyOf(whole, whole.length / 2));
        String archive = write("licences.docx", new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
        String page = write("terms.html", "<!doctype html><p>You must not sell it.".getBytes(StandardCharsets.UTF_8));
        CommandRun run = CommandRun.of("analyze", "--format", "jsonl", cut, archive, pdf, page);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("cut.pdf: a damaged PDF file", "licences.docx: a damaged")
                .doesNotContain("Exception", "at org.");
        assertThat(run.out().lines()).hasSize(2);
    }

    @Test
    void theReportCarriesTheTextThatItsOffsetsPointInto() throws IOException {
        CommandRun run = CommandRun.of("analyze", "--format", "json", pdf);
        try (InputStream in =
                DocumentsCommandTest.class.getResourceAsStream("/dev/fineprint/report/report.schema.json")) {
            Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(in);
            assertThat(schema.validate(JSON.readTree(run.out()))).isEmpty();
        }
        JsonNode report = JSON.readTree(run.out());
        JsonNode document = report.path("document");
        assertThat(document.path("mediaType").asText()).isEqualTo("application/pdf");
        assertThat(document.path("pages").asInt()).isEqualTo(2);
        String text = document.path("text").asText();
        assertThat(text).hasSize(document.path("length").asInt());
        assertThat(report.path("findings")).hasSizeGreaterThan(8).allSatisfy(finding -> {
            JsonNode span = finding.path("spans").path(0);
            assertThat(text.substring(
                            span.path("start").asInt(), span.path("end").asInt()))
                    .isEqualTo(finding.path("text").asText());
            assertThat(span.path("page").asInt()).isBetween(1, 2);
        });
        JsonNode plain = JSON.readTree(CommandRun.of(
                        "analyze",
                        "--format",
                        "json",
                        write("x.txt", "You must not sell it.".getBytes(StandardCharsets.UTF_8)))
                .out());
        assertThat(plain.path("document").has("text")).isFalse();
        assertThat(plain.path("findings").path(0).path("spans").path(0).has("page"))
                .isFalse();
    }

    @Test
    void everyFormatSaysThePage() {
        for (String format : new String[] {"text", "markdown", "html", "cyclonedx", "sarif"}) {
            assertThat(CommandRun.of("analyze", "--format", format, pdf).out())
                    .as(format)
                    .contains("page 1, line 8", "page 2, line 1");
        }
        assertThat(CommandRun.of("analyze", "--lang", "zh", pdf).out()).contains("第 1 页第 8 行");
        assertThat(CommandRun.of("decide", "--profile", "examples/profile.yaml", pdf)
                        .out())
                .contains("page 1, line 8");
        assertThat(CommandRun.of("analyze", "--format", "csv", pdf).out().lines())
                .first()
                .asString()
                .endsWith(",page");
        assertThat(CommandRun.of("compare", pdf, "corpus/specimens/heron-community-licence.zh.txt")
                        .out())
                .contains("page 1, line 8");
    }
}

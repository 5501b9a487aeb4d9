// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.archive.Archives;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Folders, archives, JSON Lines, and runs that are taken up again. */
class AnalyzeManyTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESTRICTIVE = "You must not use the Model to operate a casino.\n";
    private static final String FREE = "You may use, copy and change the Model for any purpose.\n";

    @TempDir
    private Path folder = Path.of("");

    private String models = "";
    private Path out = Path.of("");

    @BeforeEach
    void texts() throws IOException {
        models = Files.createDirectories(folder.resolve("models")).toString();
        out = folder.resolve("reports");
        write("models/b/LICENSE", RESTRICTIVE);
        write("models/a.txt", FREE);
        write("models/weights.bin", "0");
        Map<String, String> packed = new LinkedHashMap<>();
        packed.put("x/LICENSE", RESTRICTIVE);
        packed.put("x/NOTICE.md", FREE);
        Archives.tar(folder.resolve("models/c.tgz"), packed);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private static List<String> names(String lines) throws IOException {
        List<String> names = new ArrayList<>();
        for (String line : lines.lines().toList()) {
            names.add(JSON.readTree(line).at("/document/name").textValue());
        }
        return names;
    }

    @Test
    void aFolderIsReadWithItsArchives() throws IOException {
        CommandRun run = CommandRun.of("analyze", "--format", "jsonl", models);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(names(run.out()))
                .containsExactly(
                        models + "/a.txt",
                        models + "/b/LICENSE",
                        models + "/c.tgz!/x/LICENSE",
                        models + "/c.tgz!/x/NOTICE.md");
        assertThat(CommandRun.of("analyze", "--format", "jsonl", "--include", "*.bin", models)
                        .out())
                .contains("weights.bin")
                .hasLineCount(1);
    }

    @Test
    void oneTextOfAFolderIsStillADocumentOfSeveral() throws IOException {
        JsonNode json = JSON.readTree(
                CommandRun.of("analyze", "--format", "json", models + "/b").out());
        assertThat(json.isArray()).isTrue();
        assertThat(json).hasSize(1);
    }

    @Test
    void reportsLieWhereTheirTextsLie() throws IOException {
        CommandRun run = CommandRun.of("analyze", "--format", "html", "--out", out.toString(), models);
        assertThat(run.err()).isEmpty();
        assertThat(files(out).keySet())
                .containsExactly(
                        ".fineprint-run.jsonl",
                        "index.html",
                        "models/a.txt.html",
                        "models/b/LICENSE.html",
                        "models/c.tgz/x/LICENSE.html",
                        "models/c.tgz/x/NOTICE.md.html");
        assertThat(out.resolve("index.html")).content().contains("\"./models/c.tgz/x/LICENSE.html\"");
    }

    @Test
    void linesOfStandardInputAreTexts() throws IOException {
        String lines = """
                {"id": "../../etc/x", "text": "You must not use the Model to operate a casino."}
                broken \u001b[31m
                {"name": "free", "text": "You may use, copy and change the Model for any purpose."}
                {"name": "%s", "text": ""}
                """.formatted("\u540d".repeat(200));
        CommandRun run = CommandRun.reading(lines, "analyze", "--json-lines", "--format", "jsonl", "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .contains("stdin, line 2: no JSON")
                .doesNotContain("\u001b")
                .hasLineCount(1);
        assertThat(names(run.out())).startsWith("../../etc/x", "free").hasSize(3);
        run = CommandRun.reading(lines, "analyze", "--json-lines", "--out", out.toString(), "-");
        assertThat(run.err()).hasLineCount(1);
        assertThat(files(folder).keySet())
                .contains("reports/stdin/%2E.%2F..%2Fetc%2Fx.json", "reports/stdin/free.json")
                .allMatch(name -> name.startsWith("models") || name.startsWith("reports"));
        assertThat(files(out)).hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"json", "html"})
    void aRunIsTakenUpAgainAndEndsAsIfItHadNotBeenInterrupted(String format) throws IOException {
        String[] arguments = {"analyze", "--format", format, "--out", out.toString(), models};
        assertThat(CommandRun.of(arguments).status()).isZero();
        Map<String, String> whole = files(out);
        // as a process that was killed leaves it: two reports, a record of them and half a line, half a draft
        Path record = out.resolve(".fineprint-run.jsonl");
        String recorded = Files.readString(record);
        int third = recorded.indexOf('\n', recorded.indexOf('\n', recorded.indexOf('\n') + 1) + 1) + 1;
        Files.writeString(out.resolve(".fineprint-run.jsonl.part"), recorded.substring(0, third + 20));
        Files.writeString(out.resolve(".fineprint-draft"), "half");
        for (String name : whole.keySet()) {
            if (!name.startsWith("models/a.txt") && !name.startsWith("models/b")) {
                Files.delete(out.resolve(name));
            }
        }
        FileTime before = FileTime.fromMillis(1000);
        Path first = out.resolve("models/a.txt." + format);
        Files.setLastModifiedTime(first, before);
        assertThat(CommandRun.of(with("--resume", arguments)).err()).isEmpty();
        assertThat(files(out)).isEqualTo(whole);
        assertThat(Files.getLastModifiedTime(first)).as("not written again").isEqualTo(before);
        assertThat(CommandRun.of(with("--resume", arguments)).err()).isEmpty();
        assertThat(files(out)).as("nothing is left to do").isEqualTo(whole);
        assertThat(Files.getLastModifiedTime(first)).isEqualTo(before);
    }

    private static String[] with(String option, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.add(1, option);
        return all.toArray(new String[0]);
    }

    @Test
    void whatIsFinishedCountsForTheExitStatus() {
        String[] arguments = {"analyze", "--fail-on", "restricts", "--out", out.toString(), models};
        assertThat(CommandRun.of(arguments).status()).isEqualTo(1);
        assertThat(CommandRun.of(with("--resume", arguments)).status()).isEqualTo(1);
        Path file = folder.resolve("all.jsonl");
        String[] lines = {"analyze", "--fail-on", "restricts", "--to", file.toString(), models};
        assertThat(CommandRun.of(lines).status()).isEqualTo(1);
        assertThat(CommandRun.of(with("--resume", lines)).status()).isEqualTo(1);
    }

    @Test
    void aTextThatChangedIsAnalysedAgainAndSoIsOneWhoseReportIsGone() throws IOException {
        String[] arguments = {"analyze", "--out", out.toString(), models};
        CommandRun.of(arguments);
        write("models/b/LICENSE", FREE);
        Path gone = out.resolve("models/c.tgz/x/LICENSE.json");
        Files.delete(gone);
        Files.setLastModifiedTime(out.resolve("models/a.txt.json"), FileTime.fromMillis(1000));
        assertThat(CommandRun.of(with("--resume", arguments)).status()).isZero();
        Map<String, String> resumed = files(out);
        assertThat(Files.getLastModifiedTime(out.resolve("models/a.txt.json"))).isEqualTo(FileTime.fromMillis(1000));
        CommandRun.of(arguments);
        assertThat(resumed).isEqualTo(files(out)).containsKey("models/c.tgz/x/LICENSE.json");
    }

    @Test
    void reportsOfOtherSettingsDoNotCount() throws IOException {
        CommandRun.of("analyze", "--out", out.toString(), models);
        CommandRun run = CommandRun.of("analyze", "--resume", "--lang", "zh", "--out", out.toString(), models);
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains(out.toString()).hasLineCount(1);
        assertThat(files(out).get("models/a.txt.json")).contains("\"language\" : \"zh\"");
    }

    @Test
    void linesInAFileAreTakenUpAgainAfterTheLastWholeOne() throws IOException {
        Path file = folder.resolve("all.jsonl");
        String[] arguments = {"analyze", "--to", file.toString(), models};
        assertThat(CommandRun.of(arguments).err()).isEmpty();
        String whole = Files.readString(file);
        assertThat(names(whole)).hasSize(4);
        Path part = folder.resolve("all.jsonl.part");
        for (int length : new int[] {0, whole.indexOf('\n') + 1, whole.length() - 1}) {
            Files.writeString(part, whole.substring(0, length));
            Files.deleteIfExists(file);
            assertThat(CommandRun.of(with("--resume", arguments)).err()).isEmpty();
            assertThat(file).hasContent(whole);
            assertThat(part).doesNotExist();
        }
        // killed again while the former run's lines were being copied
        Files.delete(file);
        Files.writeString(folder.resolve("all.jsonl.part.old"), whole.substring(0, whole.length() - 5));
        Files.writeString(part, whole.substring(0, 100));
        assertThat(CommandRun.of(with("--resume", arguments)).err()).isEmpty();
        assertThat(file).hasContent(whole);
        assertThat(files(folder)).doesNotContainKey("all.jsonl.part.old");
    }

    @Test
    void textsThatFailedAreTriedAgain() throws IOException {
        write("models/a-broken.txt", "\0\1\2\0\0\5\6\0\0\0\0\0");
        Path file = folder.resolve("all.jsonl");
        String[] arguments = {"analyze", "--to", file.toString(), models};
        CommandRun run = CommandRun.of(arguments);
        assertThat(run.status()).isEqualTo(2);
        String whole = Files.readString(file);
        CommandRun again = CommandRun.of(with("--resume", arguments));
        assertThat(again.err()).isEqualTo(run.err()).hasLineCount(1);
        assertThat(again.status()).isEqualTo(2);
        assertThat(file).hasContent(whole);
        write("models/a-broken.txt", RESTRICTIVE);
        assertThat(CommandRun.of(with("--resume", arguments)).status()).isZero();
        String resumed = Files.readString(file);
        CommandRun.of(arguments);
        assertThat(file).hasContent(resumed);
        assertThat(names(resumed)).hasSize(5);
    }

    @Test
    void aDocumentAppearsInItsFileWhole() throws IOException {
        Path file = folder.resolve("new/all.html");
        assertThat(CommandRun.of("analyze", "--to", file.toString(), models).err())
                .isEmpty();
        assertThat(file).content().contains("</html>");
        assertThat(files(file.getParent())).hasSize(1);
        String text = models + "/a.txt";
        assertThat(CommandRun.of("analyze", "--to", text, text).status()).isEqualTo(2);
        assertThat(Path.of(text)).hasContent(FREE);
    }

    @Test
    void aFileInTheFolderOneIsInNeedsNoFolder() throws IOException {
        for (String ending : List.of(".md", ".jsonl")) {
            Path file = Path.of("fineprint-test-" + ProcessHandle.current().pid() + ending);
            try {
                assertThat(CommandRun.of("analyze", "--to", file.toString(), models + "/a.txt")
                                .err())
                        .isEmpty();
                assertThat(file).content().contains("a.txt");
            } finally {
                Files.deleteIfExists(file);
            }
        }
    }

    @Test
    void noReportIsReadAsATextAndNoneOverwritesOne() throws IOException {
        String inside = models + "/reports";
        for (int i = 0; i < 2; i++) {
            CommandRun run = CommandRun.of("analyze", "--format", "text", "--out", inside, models);
            assertThat(run.err()).isEmpty();
            assertThat(files(Path.of(inside))).hasSize(5);
        }
        write("models/models/b/LICENSE.txt", FREE);
        CommandRun run = CommandRun.of("analyze", "--format", "text", "--out", models, models);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("overwrite");
        assertThat(Path.of(models, "models/b/LICENSE.txt")).hasContent(FREE);
    }

    @Test
    void twoTextsOfOneNameAreToldByName() throws IOException {
        String line = "{\"id\": \"heron\", \"text\": \"Text.\"}\n";
        CommandRun run = CommandRun.reading(line + line, "analyze", "--json-lines", "--out", out.toString(), "-");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("heron", "rename").hasLineCount(1);
        assertThat(files(out)).hasSize(2);
        assertThat(CommandRun.reading(line + line, "analyze", "--json-lines", "--resume", "--out", out.toString(), "-")
                        .err())
                .isEqualTo(run.err());
    }

    @Test
    void twoRunsNeverMixTheirLines() throws IOException {
        Path file = folder.resolve("all.jsonl");
        Path part = folder.resolve("all.jsonl.part");
        try (FileChannel other = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock(Long.MAX_VALUE - 1, 1, false);
            CommandRun run = CommandRun.of("analyze", "--to", file.toString(), models);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.err()).contains("another run").hasLineCount(1);
        }
        assertThat(CommandRun.of("analyze", "--to", file.toString(), models).status())
                .isZero();
    }

    @Test
    void aRunThatCannotBeRecordedIsDoneAllTheSame() throws IOException {
        Files.createDirectories(out);
        Path part = out.resolve(".fineprint-run.jsonl.part");
        try (FileChannel other = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            other.lock(Long.MAX_VALUE - 1, 1, false);
            assertThat(CommandRun.of("analyze", "--out", out.toString(), models).status())
                    .isZero();
            assertThat(out.resolve("models/a.txt.json")).exists();
            assertThat(CommandRun.of("analyze", "--resume", "--out", out.toString(), models)
                            .err())
                    .contains("another run");
        }
    }

    @Test
    void aDeadlineAndALimitNameTheTextAndGoOn() throws IOException {
        write("models/a-long.txt", RESTRICTIVE.repeat(100_000));
        CommandRun run = CommandRun.of("analyze", "--format", "jsonl", "--deadline", "100ms", "--jobs", "2", models);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a-long.txt", "0.1 s", "--deadline").hasLineCount(1);
        assertThat(run.out()).hasLineCount(4);
        run = CommandRun.of("analyze", "--format", "jsonl", "--max-bytes", "64K", models);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("a-long.txt", "limit of 65536 bytes").hasLineCount(1);
        assertThat(run.out()).hasLineCount(4);
    }

    @Test
    void progressCountsWhereNobodyKnowsHowManyThereAre() {
        assertThat(CommandRun.onTerminal("analyze", models).err()).contains("[4] ");
    }
}

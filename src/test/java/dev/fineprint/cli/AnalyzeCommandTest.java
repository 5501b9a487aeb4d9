// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnalyzeCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RESTRICTIVE = "You must not use the Model to operate a casino.\n";
    private static final String FREE = "You may use, copy and change the Model for any purpose.\n";

    @TempDir
    private Path folder = Path.of("");

    private String restrictive = "";
    private String free = "";

    @BeforeEach
    void texts() throws IOException {
        restrictive = write("restrictive.txt", RESTRICTIVE);
        free = write("free.txt", FREE);
    }

    @Test
    void printsAReportForPeople() {
        CommandRun run = CommandRun.of("analyze", restrictive);
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out())
                .contains("use.prohibited", "You must not use the Model to operate a casino.")
                .containsSubsequence("no legal advice", "DEVIATES");
    }

    @Test
    void speaksChinese() {
        assertThat(CommandRun.of("analyze", "--lang", "zh", restrictive).out()).contains("有偏离", "不是法律意见");
    }

    @Test
    void readsStandardInput() throws IOException {
        CommandRun run = CommandRun.reading(RESTRICTIVE, "analyze", "--format", "json", "-");
        assertThat(run.status()).isZero();
        assertThat(JSON.readTree(run.out()).at("/document/name").textValue()).isEqualTo("stdin");
        assertThat(CommandRun.of("analyze", "-", "-").status()).isEqualTo(2);
    }

    @Test
    void oneReportIsAnObjectSeveralAreAnArrayInTheOrderOfTheFiles() throws IOException {
        assertThat(JSON.readTree(CommandRun.of("analyze", "--format", "json", free)
                                .out())
                        .isObject())
                .isTrue();
        List<String> args = new ArrayList<>(List.of("analyze", "--format", "json"));
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            names.add(write("text-" + i + ".txt", i % 3 == 0 ? RESTRICTIVE : FREE));
        }
        args.addAll(names);
        List<String> found = new ArrayList<>();
        for (JsonNode report :
                JSON.readTree(CommandRun.of(args.toArray(new String[0])).out())) {
            found.add(report.at("/document/name").textValue());
        }
        assertThat(found).isEqualTo(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "jsonl", "csv", "html", "markdown", "sarif", "cyclonedx", "spdx"})
    void writesEveryFormat(String format) {
        CommandRun one = CommandRun.of("analyze", "--format", format, restrictive);
        CommandRun two = CommandRun.of("analyze", "--format", format, restrictive, free);
        assertThat(one.err() + two.err()).isEmpty();
        assertThat(one.out()).contains("use.prohibited").endsWith("\n");
        if (!format.equals("csv")) { // a row is a finding
            assertThat(two.out()).contains("free.txt");
        }
    }

    @Test
    void statusTellsOfDeviationsWhereAsked() {
        assertThat(CommandRun.of("analyze", restrictive).status()).isZero();
        assertThat(CommandRun.of("analyze", "--fail-on", "restricts", restrictive, free)
                        .status())
                .isEqualTo(1);
        assertThat(CommandRun.of("analyze", "--fail-on", "burdens", restrictive).status())
                .isEqualTo(1);
        assertThat(CommandRun.of("analyze", "--fail-on", "never", restrictive).status())
                .isZero();
        assertThat(CommandRun.of("analyze", "--fail-on", "restricts", free).status())
                .isZero();
    }

    @Test
    void aFailedInputOutweighsADeviation() {
        CommandRun run = CommandRun.of("analyze", "--fail-on", "restricts", restrictive, path("gone.txt"));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).contains("use.prohibited");
    }

    @Test
    void writesAFileForEachTextNamedWithoutItsLastExtension() throws IOException {
        String other = write("some.license.md", FREE);
        Path out = folder.resolve("new/reports");
        assertThat(CommandRun.of("analyze", "--out", out.toString(), restrictive, other)
                        .status())
                .isZero();
        assertThat(names(out)).containsExactly("restrictive.json", "some.license.json");
        assertThat(JSON.readTree(out.resolve("restrictive.json").toFile())
                        .at("/verdict")
                        .textValue())
                .isEqualTo("DEVIATES");
    }

    @Test
    void aFolderOfPagesHasAPageInFront() throws IOException {
        Path out = folder.resolve("pages");
        CommandRun run = CommandRun.of("analyze", "--format", "html", "--out", out.toString(), restrictive, free);
        assertThat(run.status()).isZero();
        assertThat(names(out)).containsExactly("free.html", "index.html", "restrictive.html");
        assertThat(out.resolve("index.html")).content().contains("\"./free.html\"", "\"./restrictive.html\"");
    }

    @Test
    void thePageInFrontNeverOverwritesAReportOrAText() throws IOException {
        String index = write("index.txt", RESTRICTIVE);
        Path out = folder.resolve("pages");
        CommandRun run = CommandRun.of("analyze", "--format", "html", "--out", out.toString(), index, free);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("index.html", "index.txt");
        assertThat(out.resolve("index.html")).content().contains("operate a casino");
        String text = write("index.html", FREE);
        run = CommandRun.of("analyze", "--format", "html", "--out", folder.toString(), restrictive, text);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("overwrite");
        assertThat(Path.of(text)).hasContent(FREE);
    }

    @Test
    void replacesAnOlderReport() throws IOException {
        Path out = Files.createDirectory(folder.resolve("reports"));
        Files.writeString(out.resolve("free.json"), "old");
        assertThat(CommandRun.of("analyze", "--out", out.toString(), free).status())
                .isZero();
        assertThat(JSON.readTree(out.resolve("free.json").toFile()).isObject()).isTrue();
    }

    @Test
    void twoTextsOfOneNameAreReported() throws IOException {
        String other = write("free.md", RESTRICTIVE);
        Path out = folder.resolve("reports");
        CommandRun run = CommandRun.of("analyze", "--out", out.toString(), free, other);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("free.md", "free.txt", "free.json", "rename");
        assertThat(JSON.readTree(out.resolve("free.json").toFile())
                        .at("/document/name")
                        .textValue())
                .isEqualTo(free);
    }

    @Test
    void aReportNeverOverwritesAText() throws IOException {
        String text = write("licence.json", FREE);
        CommandRun run = CommandRun.of("analyze", "--out", folder.toString(), text);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("overwrite");
        assertThat(Path.of(text)).hasContent(FREE);
    }

    @Test
    void anOutputFolderThatIsAFileIsRefused() {
        CommandRun run = CommandRun.of("analyze", "--out", free, restrictive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("free.txt");
    }

    @Test
    void namesWhatIsMissing() {
        refuses(path("gone.txt"), "there is no such file");
    }

    @Test
    void namesAFolderWithoutTexts() throws IOException {
        refuses(Files.createDirectory(folder.resolve("empty")).toString(), "there is no text in it");
    }

    @Test
    void namesABinaryFile() throws IOException {
        byte[] bytes = new byte[5000];
        new Random(7).nextBytes(bytes);
        bytes[10] = 0;
        Files.write(folder.resolve("program.bin"), bytes);
        refuses(path("program.bin"), "plain text");
    }

    @Test
    void namesAFileThatIsTooLarge() throws IOException {
        byte[] bytes = new byte[50_000_000];
        Arrays.fill(bytes, (byte) 'a');
        Files.write(folder.resolve("long.txt"), bytes);
        refuses(path("long.txt"), "larger than the limit");
    }

    @Test
    void namesAFileThatMayNotBeRead() throws IOException {
        Path file = Path.of(write("closed.txt", FREE));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        refuses(file.toString(), "not permitted");
    }

    @Test
    void anEmptyTextAndOneOfNumbersGetNoVerdict() throws IOException {
        for (String text : List.of("", " \n\n", "1 2 3\n".repeat(3000))) {
            CommandRun run = CommandRun.of("analyze", "--format", "json", write("odd.txt", text));
            assertThat(run.status()).isZero();
            JsonNode report = JSON.readTree(run.out());
            assertThat(report.at("/verdict").textValue()).isEqualTo("UNDETERMINED");
            assertThat(report.at("/rationale").textValue()).isNotBlank();
        }
    }

    @Test
    void bytesThatAreNoUtf8AreReadAllTheSame() throws IOException {
        byte[] bytes = (RESTRICTIVE + "caf\u00e9 \u00fc\n").getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.txt"), bytes);
        assertThat(CommandRun.of("analyze", path("latin.txt")).out()).contains("use.prohibited");
    }

    @Test
    void aBrokenCatalogIsNamedWithFileAndLine() throws IOException {
        Path kinds = Files.createDirectories(folder.resolve("house/kinds/use"));
        Files.writeString(kinds.resolve("use.odd.yaml"), "id: use.odd\nnonsense: [1\n");
        CommandRun run =
                CommandRun.of("analyze", "--patterns", folder.resolve("house").toString(), free);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).containsPattern("use\\.odd\\.yaml:\\d+:\\d+: ");
        assertThat(CommandRun.of("analyze", "--patterns", path("nowhere"), free).status())
                .isEqualTo(2);
    }

    @Test
    void wrongUsageIsNamed() {
        for (String[] args : new String[][] {
            {},
            {"analyze"},
            {"nonsense"},
            {"analyze", "--format", "poem", "x"},
            {"analyze", "--fail-on", "x", "x"},
            {"analyze", "--lang", "tlh", "x"},
            {"analyze", "--nonsense", "x"},
            {"analyze", "--jobs", "0", "x"},
            {"analyze", "--jobs", "many", "x"},
            {"analyze", "--deadline", "soon", "x"},
            {"analyze", "--deadline", "-1s", "x"},
            {"analyze", "--max-bytes", "0", "x"},
            {"analyze", "--max-bytes", "3G", "x"},
            {"analyze", "--include", "[", "x"},
            {"analyze", "--json-lines", "x"},
            {"analyze", "--resume", "x"},
            {"analyze", "--resume", "--to", "x.html", "x"},
            {"analyze", "--out", "x", "--to", "y", "x"},
            {"patterns"},
            {"evaluate"}
        }) {
            CommandRun run = CommandRun.of(args);
            assertThat(run.status()).as(Arrays.toString(args)).isEqualTo(2);
            assertThat(run.err()).startsWith("fineprint: ").contains("--help");
            assertThat(run.out()).isEmpty();
        }
        assertThat(CommandRun.of("analyze", "--format", "poem", "x").err()).contains("poem", "json", "sarif");
    }

    @Test
    void progressIsShownOnTerminalsAlone() {
        assertThat(CommandRun.onTerminal("analyze", free, restrictive).err()).contains("[1/2] ", "[2/2] ");
        assertThat(CommandRun.onTerminal("analyze", free).err()).isEmpty();
        assertThat(CommandRun.of("analyze", free, restrictive).err()).isEmpty();
    }

    /** Refused with a message that names it, while the good ones around it are analysed. */
    private void refuses(String bad, String why) {
        CommandRun run = CommandRun.of("analyze", "--format", "jsonl", free, bad, restrictive);
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.err()).contains(bad, why).hasLineCount(1);
        CommandRun alone = CommandRun.of("analyze", bad);
        assertThat(alone.status()).isEqualTo(2);
        assertThat(alone.out()).isEmpty();
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    private String write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> !name.startsWith(".")) // the record of the run
                    .sorted()
                    .toList();
        }
    }
}

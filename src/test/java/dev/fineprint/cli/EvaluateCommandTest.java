// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateCommandTest {
    private static final String TEXT = "You must not use the Model to operate a casino.\n\nKeep calm.\n";

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void corpus() throws IOException {
        Files.createDirectory(folder.resolve("gold"));
        Files.createDirectory(folder.resolve("texts"));
        Files.writeString(folder.resolve("texts/one.txt"), TEXT);
    }

    @Test
    void countsRightAndMissedClauses() throws IOException {
        gold(
                "",
                "{\"kind\": \"use.prohibited\", \"start\": 0, \"end\": 46, \"params\": {\"years\": 18}},"
                        + "{\"kind\": \"user.minimum-age\", \"start\": 48, \"end\": 58, \"params\": {}}");
        CommandRun run = evaluate("--json", folder.resolve("figures.json").toString());
        assertThat(run.status()).isZero();
        assertThat(run.out())
                .containsPattern("(?m)^use\\.prohibited +1 +1\\.00 +1\\.00 +1\\.00 +1\\.00 +1\\.00 +1\\.00$");
        assertThat(run.out())
                .containsPattern("(?m)^user\\.minimum-age +1 +nan +0\\.00 +0\\.00 ")
                .contains("0 of 1 right");
        JsonNode figures =
                new ObjectMapper().readTree(folder.resolve("figures.json").toFile());
        assertThat(figures.at("/clause/recall").doubleValue()).isEqualTo(0.5);
    }

    @Test
    void scoresTheRestWhenATextDiffersOrIsMissing() throws IOException {
        String label = "{\"kind\": \"use.prohibited\", \"start\": 0, \"end\": 46, \"params\": {}}";
        gold("one", "", label);
        gold("other", "\"sha256\": \"" + "0".repeat(64) + "\",", label);
        gold("gone", "", label);
        Files.writeString(folder.resolve("texts/other.txt"), TEXT);
        CommandRun run = evaluate();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err())
                .containsPattern("other\\.txt: not scored.*SHA-256 differs")
                .containsPattern("gone\\.txt: not scored, there is no such file")
                .contains("1 of 3 texts were scored");
        assertThat(run.out())
                .containsPattern("(?m)^use\\.prohibited +1 +1\\.00 +1\\.00 +1\\.00 +1\\.00 +1\\.00 +1\\.00$");
    }

    @Test
    void refusesAnotherText() throws IOException {
        gold("\"sha256\": \"" + "0".repeat(64) + "\",", "");
        CommandRun run = evaluate();
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("one.txt", "SHA-256");
    }

    @Test
    void namesAMissingTextAnEmptyFolderAndLabelsThatAreNone() throws IOException {
        assertThat(evaluate().status()).isEqualTo(2);
        assertThat(evaluate().err()).contains("no labels");
        gold("", "");
        Files.delete(folder.resolve("texts/one.txt"));
        assertThat(evaluate().err()).contains("one.txt", "no such file");
        Files.writeString(folder.resolve("gold/one.gold.json"), "{\"file\": ");
        assertThat(evaluate().status()).isEqualTo(2);
        assertThat(evaluate().err()).contains("one.gold.json: it could not be read");
    }

    @Test
    void agreesWithTheScriptThatTheCorpusComesWith() throws Exception {
        Path shared = Path.of(System.getProperty("fineprint.shared", "../shared"));
        assumeTrue(Files.isDirectory(shared.resolve("corpus/gold")), "no corpus at " + shared);
        assumeTrue(hasPython(), "no python3");
        Path gold = shared.resolve("corpus/gold");
        Path texts = shared.resolve("corpus/texts");
        Path reports = folder.resolve("reports");
        List<String> args = new ArrayList<>(List.of("analyze", "--out", reports.toString()));
        try (Stream<Path> files = Files.list(texts)) {
            files.map(Path::toString).sorted().forEach(args::add);
        }
        assertThat(CommandRun.of(args.toArray(new String[0])).status()).isZero();
        Process script = new ProcessBuilder(
                        "python3",
                        shared.resolve("eval/score.py").toString(),
                        gold.toString(),
                        reports.toString(),
                        "--texts",
                        texts.toString())
                .redirectErrorStream(true)
                .start();
        String theirs = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        CommandRun ours = CommandRun.of("evaluate", "--gold", Benchmark.FOLDER.toString(), "--texts", texts.toString());
        assertThat(ours.out())
                .as("the published labels score as those they were made from")
                .isEqualTo(theirs);
        assertThat(ours.status()).isZero();
    }

    private static boolean hasPython() {
        try {
            return new ProcessBuilder("python3", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException e) {
            return false;
        }
    }

    private void gold(String more, String annotations) throws IOException {
        gold("one", more, annotations);
    }

    private void gold(String name, String more, String annotations) throws IOException {
        Files.writeString(
                folder.resolve("gold/" + name + ".gold.json"),
                "{\"file\": \"" + name + ".txt\", " + more + "\"annotations\": [" + annotations + "]}");
    }

    private CommandRun evaluate(String... more) {
        List<String> args = new ArrayList<>(List.of(
                "evaluate",
                "--gold",
                folder.resolve("gold").toString(),
                "--texts",
                folder.resolve("texts").toString()));
        args.addAll(List.of(more));
        return CommandRun.of(args.toArray(new String[0]));
    }
}

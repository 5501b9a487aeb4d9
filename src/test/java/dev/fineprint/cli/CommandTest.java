// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "analyze",
                "kinds",
                "evaluate",
                "compare",
                "decide",
                "scan",
                "fingerprint",
                "patterns",
                "patterns check",
                "patterns try"
            })
    void everyCommandHasHelpWithExamplesInBothLanguages(String command) {
        for (String lang : List.of("en", "zh")) {
            String[] args = (command + " --lang=" + lang + " --help").strip().split(" ");
            CommandRun run = CommandRun.of(args);
            assertThat(run.status()).isZero();
            assertThat(run.err()).isEmpty();
            assertThat(run.out()).contains("fineprint " + command, lang.equals("en") ? "Example" : "示例");
            if (lang.equals("zh")) {
                assertThat(run.out()).contains("用法").doesNotContain("Usage", "Show this help");
            }
        }
    }

    @Test
    void tellsItsVersion() {
        assertThat(CommandRun.of("--version").out()).startsWith("fineprint ");
    }

    @Test
    void listsTheKinds() throws IOException {
        CommandRun run = CommandRun.of("kinds");
        assertThat(run.status()).isZero();
        assertThat(run.out()).containsPattern("(?m)^use\\.prohibited +restricts +\\S");
        JsonNode kinds = new ObjectMapper()
                .readTree(CommandRun.of("kinds", "--format", "json").out());
        assertThat(kinds).hasSize((int) run.out().lines().count());
        assertThat(kinds.findValuesAsText("id")).isSorted().contains("use.prohibited");
        assertThat(CommandRun.of("kinds", "--lang", "zh").out()).containsPattern("use\\.prohibited.*\\p{IsHan}");
    }

    @Test
    void showsWhichWordsMatch() {
        CommandRun run = CommandRun.of("patterns", "try", "You must not use the Model to operate a casino.");
        assertThat(run.out()).contains("use.prohibited/en/").containsPattern("\\[\\[.*use.*]]");
        assertThat(CommandRun.of("patterns", "try", "A heron is a bird.").out()).contains("No pattern matches");
    }

    @Test
    void triesAListItemUnderItsLeadIn() {
        CommandRun run =
                CommandRun.of("patterns", "try", "--context", "You must not use the Model for:", "military purposes;");
        assertThat(run.out()).contains("use.prohibited/en/").containsPattern("\\[\\[.*military.*]]");
    }

    @Test
    void checksTheExamplesOfAFolder() throws IOException {
        Path kinds = Files.createDirectories(folder.resolve("kinds/use"));
        Files.writeString(kinds.resolve("use.prohibited.yaml"), """
                id: use.prohibited
                patterns:
                  en:
                    - id: herons
                      expr: "herons shall stay"
                      examples: ["All [[herons shall stay]] here."]
                      near-misses: ["Herons may leave."]
                """);
        CommandRun good = CommandRun.of("patterns", "check", folder.toString());
        assertThat(good.err()).isEmpty();
        assertThat(good.out()).contains("1 pattern, 2 examples, no faults");
        assertThat(good.status()).isZero();
    }

    @Test
    void namesAnExampleThatIsNotMatched() throws IOException {
        Path kinds = Files.createDirectories(folder.resolve("kinds/use"));
        Files.writeString(kinds.resolve("use.prohibited.yaml"), """
                id: use.prohibited
                patterns:
                  en:
                    - id: herons
                      expr: "herons shall stay"
                      examples: ["All [[herons must stay]] here.", "[[All herons]] shall stay."]
                      near-misses: ["Here herons shall stay."]
                """);
        CommandRun bad = CommandRun.of("patterns", "check", folder.toString());
        assertThat(bad.status()).isEqualTo(2);
        assertThat(bad.err().lines()).hasSize(3).allMatch(line -> line.contains("use.prohibited.yaml:"));
    }
}

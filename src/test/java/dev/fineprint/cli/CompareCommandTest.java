// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareCommandTest {
    private static final String OLD = "corpus/specimens/heron-community-licence.txt";
    private static final String NEW = "corpus/specimens/heron-community-licence-2.txt";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void tellsWhatChangedInBothLanguages() {
        CommandRun english = CommandRun.of("compare", OLD, NEW);
        assertThat(english.err()).isEmpty();
        assertThat(english.status()).isZero();
        assertThat(english.out()).contains("threshold 250,000,000 -> 100,000,000 (stricter)", OLD, NEW);
        CommandRun chinese = CommandRun.of("compare", OLD, NEW, "--lang", "zh");
        assertThat(chinese.out()).contains("阈值由 250,000,000 变为 100,000,000（更严）");
    }

    @Test
    void readsOneOfTheTextsFromStandardInput() throws IOException {
        CommandRun run = CommandRun.reading(Files.readString(Path.of(NEW)), "compare", OLD, "-", "--format", "json");
        assertThat(run.status()).isZero();
        assertThat(new ObjectMapper()
                        .readTree(run.out())
                        .at("/after/document/name")
                        .asText())
                .isEqualTo("stdin");
        CommandRun twice = CommandRun.of("compare", "-", "-");
        assertThat(twice.status()).isEqualTo(2);
        assertThat(twice.err()).contains("only once");
    }

    @Test
    void aDeadlineAndALimitNameTheText() throws IOException {
        CommandRun late = CommandRun.of("compare", "--deadline", "0", OLD, NEW);
        assertThat(late.status()).isEqualTo(2);
        assertThat(late.out()).isEmpty();
        assertThat(late.err()).contains(OLD, NEW, "not analysed within 0 s").hasLineCount(1);
        CommandRun large = CommandRun.of("compare", "--max-bytes", "1K", OLD, NEW);
        assertThat(large.status()).isEqualTo(2);
        assertThat(large.err()).contains(OLD, "limit of 1024 bytes").hasLineCount(1);
        assertThat(CommandRun.of("compare", "--deadline", "1m", "--max-bytes", "1M", OLD, NEW)
                        .status())
                .isZero();
    }

    @Test
    void writesAFileWholeOrNotAtAll() throws IOException {
        Path file = folder.resolve("new").resolve("changes.md");
        CommandRun run = CommandRun.of("compare", "--format", "MARKDOWN", "--out", file.toString(), OLD, NEW);
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readString(file)).startsWith("### Fineprint: ");
        try (Stream<Path> files = Files.list(folder.resolve("new"))) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void neverOverwritesATextOrAFolder() throws IOException {
        Path text = Files.copy(Path.of(OLD), folder.resolve("LICENSE"));
        String before = Files.readString(text);
        CommandRun input = CommandRun.of("compare", "--out", text.toString(), text.toString(), NEW);
        assertThat(input.status()).isEqualTo(2);
        assertThat(input.err()).contains("one of the texts");
        assertThat(Files.readString(text)).isEqualTo(before);
        CommandRun directory = CommandRun.of("compare", "--out", folder.toString(), OLD, NEW);
        assertThat(directory.status()).isEqualTo(2);
        assertThat(directory.err()).contains("this is a folder");
    }

    @ParameterizedTest
    @CsvSource({
        "restricts, 1, 0",
        "burdens, 1, 0",
        "any, 1, 1",
        "never, 0, 0",
    })
    void failsOnWhatItIsToldTo(String failOn, int stricter, int looser) throws IOException {
        Path old = Files.writeString(folder.resolve("old"), "You may not use the Model to operate a casino.\n");
        Path now = Files.writeString(
                folder.resolve("now"), "You may not use the Model to operate a casino or to build weapons.\n");
        assertThat(CommandRun.of("compare", "--fail-on", failOn, old.toString(), now.toString())
                        .status())
                .isEqualTo(stricter);
        assertThat(CommandRun.of("compare", "--fail-on", failOn, now.toString(), old.toString())
                        .status())
                .isEqualTo(looser);
        assertThat(CommandRun.of("compare", "--fail-on", failOn, now.toString(), now.toString())
                        .status())
                .isZero();
    }

    @Test
    void namesWhatCannotBeRead() {
        CommandRun missing = CommandRun.of("compare", OLD, "no/such.txt");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("no/such.txt").doesNotContain("\tat ");
        CommandRun one = CommandRun.of("compare", OLD);
        assertThat(one.status()).isEqualTo(2);
        assertThat(one.err()).contains("NEW");
        CommandRun format = CommandRun.of("compare", "--format", "sarif", OLD, NEW);
        assertThat(format.status()).isEqualTo(2);
        assertThat(format.err()).contains("sarif", "markdown");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code analyze} with files alone goes without the parser of arguments, and does the same as with it. */
class PlainCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "corpus/specimens/heron-community-licence.txt",
                "corpus/specimens/heron-community-licence.txt corpus/specimens/heron-community-licence.zh.txt",
                "corpus/specimens",
                "no-such-file.txt",
                "no-such-file.txt corpus/specimens/heron-community-licence.txt",
                "src/main/java/dev/fineprint/cli/Main.java",
                "a\0b",
            })
    void doesTheSame(String files) {
        List<String> plain =
                Stream.concat(Stream.of("analyze"), Stream.of(files.split(" "))).toList();
        List<String> parsed =
                Stream.concat(plain.stream(), Stream.of("--lang", "en")).toList();
        CommandRun one = CommandRun.of(plain.toArray(new String[0]));
        CommandRun other = CommandRun.of(parsed.toArray(new String[0]));
        assertThat(one.out()).isEqualTo(other.out());
        assertThat(one.err()).isEqualTo(other.err());
        assertThat(one.status()).isEqualTo(other.status());
        assertThat(one.out() + one.err()).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"analyze", "analyze --", "analyze -h", "analyze --bogus", "analyze @no-such-file", "analyze - -"
            })
    void whatIsMoreThanFilesIsParsed(String arguments) {
        CommandRun run = CommandRun.of(arguments.split(" "));
        assertThat(run.err() + run.out()).containsAnyOf("Usage", "Try 'fineprint analyze --help'", "@no-such-file");
    }
}

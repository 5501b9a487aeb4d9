// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.identify.Fingerprint;
import dev.fineprint.identify.FingerprintList;
import dev.fineprint.identify.Identification;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.identify.Relation;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FingerprintCommandTest {
    private static final String HERON = "corpus/specimens/heron-community-licence.txt";
    private static final String CHINESE = "corpus/specimens/heron-community-licence.zh.txt";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void printsTheFileAndTheEntry() throws IOException {
        CommandRun run = CommandRun.of(
                "fingerprint",
                HERON,
                "--id",
                "heron-1",
                "--title",
                "Heron \"Community\" Licence",
                "--publisher",
                "Heron Works",
                "--version",
                "1.0",
                "--date",
                "2026-03",
                "--url",
                "https://heron.example/licence");
        assertThat(run.err()).isEmpty();
        assertThat(run.status()).isZero();
        String[] parts = run.out().split("\n\n# corpus/licenses.yaml\n", 2);
        assertThat(parts).hasSize(2);
        assertThat(parts[0]).startsWith("# corpus/fingerprints/heron-1.fingerprint\n");
        Fingerprint fingerprint = Fingerprint.parse("printed", parts[0].substring(parts[0].indexOf('\n') + 1));
        assertThat(fingerprint.license().publisher()).isEqualTo("Heron Works");
        assertThat(fingerprint.facts())
                .containsEntry("languages", "en")
                .containsEntry("kind", "license")
                .containsEntry("date", "2026-03")
                .containsEntry("published", "https://heron.example/licence")
                .containsEntry("sha256", LicenseText.read(Path.of(HERON)).sha256());
        assertThat(parts[1])
                .startsWith("- id: \"heron-1\"\n  title: \"Heron \\\"Community\\\" Licence\"\n")
                .contains("  version: \"1.0\"\n", "  languages: [en]\n", "  words: " + fingerprint.words() + "\n");
        assertThat(run.out()).doesNotContain("casinos", "Iceland");
    }

    @Test
    void addsToACorpusThatThenKnowsTheLicence() throws IOException {
        Files.createDirectory(folder.resolve("fingerprints"));
        for (String[] each : new String[][] {{HERON, "heron-en"}, {CHINESE, "heron-zh"}}) {
            CommandRun run = CommandRun.of(
                    "fingerprint", each[0], "--id", each[1], "--title", "Heron Licence", "--corpus", folder.toString());
            assertThat(run.err()).isEmpty();
            assertThat(run.status()).isZero();
            assertThat(run.out().lines())
                    .containsExactly(
                            folder.resolve("fingerprints")
                                    .resolve(each[1] + ".fingerprint")
                                    .toString(),
                            folder.resolve("licenses.yaml").toString());
        }
        List<Fingerprint> added = FingerprintList.read(folder.resolve("fingerprints"));
        assertThat(Files.readString(folder.resolve("licenses.yaml")))
                .isEqualTo(FingerprintList.format(added))
                .contains("id: \"heron-en\"", "id: \"heron-zh\"", "languages: [zh]");
        Identification found = LicenseIndex.bundled().plus(added).identify(LicenseText.read(Path.of(CHINESE)));
        assertThat(found.relation()).isEqualTo(Relation.EXACT);
        assertThat(found.id()).isEqualTo("heron-zh");
        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).as("no drafts left").hasSize(3);
        }
    }

    @Test
    void replacesOnlyWhenTold() throws IOException {
        Files.createDirectory(folder.resolve("fingerprints"));
        String[] first = {"fingerprint", HERON, "--id", "heron", "--title", "One", "--corpus", folder.toString()};
        assertThat(CommandRun.of(first).status()).isZero();
        String list = Files.readString(folder.resolve("licenses.yaml"));
        String[] second = {"fingerprint", HERON, "--id", "heron", "--title", "Two", "--corpus", folder.toString()};
        CommandRun refused = CommandRun.of(second);
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.err()).contains("heron.fingerprint", "--replace");
        assertThat(Files.readString(folder.resolve("licenses.yaml"))).isEqualTo(list);
        String[] told = Stream.concat(Stream.of(second), Stream.of("--replace")).toArray(String[]::new);
        assertThat(CommandRun.of(told).status()).isZero();
        assertThat(Files.readString(folder.resolve("licenses.yaml")))
                .contains("\"Two\"")
                .doesNotContain("\"One\"");
    }

    @Test
    void leavesABrokenCorpusAsItIs() throws IOException {
        Path fingerprints = Files.createDirectory(folder.resolve("fingerprints"));
        Files.writeString(fingerprints.resolve("torn.fingerprint"), "fineprint-fingerprint 1\nid: torn\n");
        CommandRun run =
                CommandRun.of("fingerprint", HERON, "--id", "heron", "--title", "T", "--corpus", folder.toString());
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("torn.fingerprint");
        assertThat(fingerprints.resolve("heron.fingerprint")).doesNotExist();
        assertThat(folder.resolve("licenses.yaml")).doesNotExist();
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of("--id", List.of("--title", "T")),
                Arguments.of("--title", List.of("--id", "x")),
                Arguments.of("../escape", List.of("--id", "../escape", "--title", "T")),
                Arguments.of("--title", List.of("--id", "x", "--title", " ")),
                Arguments.of("2026-13", List.of("--id", "x", "--title", "T", "--date", "2026-13")),
                Arguments.of("english", List.of("--id", "x", "--title", "T", "--languages", "english")),
                Arguments.of("one line", List.of("--id", "x", "--title", "two\nlines")),
                Arguments.of("no/such", List.of("--id", "x", "--title", "T", "--corpus", "no/such")),
                Arguments.of("poem", List.of("--id", "x", "--title", "T", "--kind", "poem")));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void saysWhatIsWrong(String named, List<String> arguments) {
        CommandRun run = CommandRun.of(Stream.concat(Stream.of("fingerprint", HERON), arguments.stream())
                .toArray(String[]::new));
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains(named).doesNotContain("Exception", "\tat ");
    }

    @Test
    void refusesTooShortATextAndAMissingOne() {
        CommandRun brief = CommandRun.reading("Do as you like.", "fingerprint", "-", "--id", "x", "--title", "T");
        assertThat(brief.status()).isEqualTo(2);
        assertThat(brief.err()).contains("stdin", "4 words");
        CommandRun missing = CommandRun.of("fingerprint", "no/such.txt", "--id", "x", "--title", "T", "--lang", "zh");
        assertThat(missing.status()).isEqualTo(2);
        assertThat(missing.err()).contains("no/such.txt", "没有此文件");
    }

    @Test
    void saysSoWhenTheTextIsKnownByAnotherName() {
        String zlib = dev.fineprint.identify.SpdxTexts.get("Zlib").text();
        CommandRun run = CommandRun.reading(zlib, "fingerprint", "-", "--id", "mine", "--title", "Mine");
        assertThat(run.status()).isZero();
        assertThat(run.err()).contains("known already, as Zlib");
        assertThat(CommandRun.reading(zlib, "fingerprint", "-", "--id", "Zlib", "--title", "zlib")
                        .err())
                .isEmpty();
    }
}

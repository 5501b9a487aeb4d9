// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The script {@code bin/fineprint}, with a Java in its hands that only notes what it is told. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a script for a POSIX shell")
class LauncherTest {
    /** Notes its arguments, writes the archive that it is asked for, and ends with the status of the first call or 0. */
    private static final String JAVA = """
            #!/bin/sh
            for argument do
                printf '<%s>' "$argument" >> "$NOTES"
                case $argument in
                    -XX:ArchiveClassesAtExit=*)
                        cat > /dev/null
                        echo 'the archive cannot be written' >&2
                        [ -n "${ARCHIVE_FAILS-}" ] && exit 1
                        echo archive > "${argument#*=}"
                        echo >> "$NOTES"
                        exit 0 ;;
                esac
            done
            echo >> "$NOTES"
            echo report
            exit "${STATUS-0}"
            """;

    @TempDir
    private Path temp;

    private Path notes;
    private Path cache;
    private Path jar;
    private Path java;

    @BeforeEach
    void layOut() throws IOException {
        notes = temp.resolve("notes");
        cache = temp.resolve("a cache").resolve("fineprint");
        jar = Files.writeString(temp.resolve("a jar.jar"), "jar");
        java = Files.createDirectories(temp.resolve("java home/bin")).resolve("java");
        Files.writeString(java, JAVA);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private record Run(int status, String out, String err, List<String> calls) {}

    private Run run(Map<String, String> more, String... args) throws Exception {
        List<String> command = new ArrayList<>(List.of("sh", "bin/fineprint"));
        command.addAll(Arrays.asList(args));
        return run(command, more);
    }

    private Run run(List<String> command, Map<String, String> more) throws Exception {
        Files.deleteIfExists(notes);
        Path err = temp.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(err.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("FINEPRINT") || name.startsWith("XDG"));
        builder.environment().put("JAVA_HOME", java.getParent().getParent().toString());
        builder.environment().put("NOTES", notes.toString());
        builder.environment().put("FINEPRINT_JAR", jar.toString());
        builder.environment().put("FINEPRINT_CACHE", cache.toString());
        builder.environment().putAll(more);
        Process process = builder.start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int status = process.waitFor();
        List<String> calls = Files.exists(notes) ? Files.readAllLines(notes) : List.of();
        return new Run(status, out, Files.readString(err), calls);
    }

    private List<Path> cached() throws IOException {
        if (Files.notExists(cache)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(cache)) {
            return files.toList();
        }
    }

    @Test
    void theFirstAnalysisMakesAnArchiveAndTheNextUsesIt() throws Exception {
        Run first = run(Map.of(), "analyze", "a licence.txt", "");
        assertThat(first.status()).isZero();
        assertThat(first.out()).isEqualTo("report\n");
        assertThat(first.err()).isEmpty();
        assertThat(first.calls()).hasSize(2);
        assertThat(first.calls().get(0))
                .endsWith("<-jar><" + jar + "><analyze><a licence.txt><>")
                .contains("<-XX:TieredStopAtLevel=1>")
                .doesNotContain("Archive");
        assertThat(first.calls().get(1)).contains("<-XX:ArchiveClassesAtExit=" + cache);
        assertThat(cached()).singleElement().satisfies(archive -> {
            assertThat(archive).hasContent("archive").hasExtension("jsa");
            Run second = run(Map.of(), "analyze", "a licence.txt");
            assertThat(second.calls())
                    .singleElement()
                    .asString()
                    .contains("<-XX:SharedArchiveFile=" + archive + ">")
                    .endsWith("<-jar><" + jar + "><analyze><a licence.txt>");
        });
    }

    @Test
    void anotherJarHasAnotherArchive() throws Exception {
        run(Map.of(), "analyze", "x");
        Files.writeString(jar, "a longer jar");
        Run other = run(Map.of(), "analyze", "x");
        assertThat(other.calls().get(0)).doesNotContain("SharedArchiveFile");
        assertThat(cached()).hasSize(2);
    }

    @Test
    void theStatusIsThatOfTheCommand() throws Exception {
        assertThat(run(Map.of("STATUS", "1"), "analyze", "x").status()).isEqualTo(1);
        assertThat(run(Map.of("STATUS", "2"), "analyze", "x").status()).isEqualTo(2);
    }

    @Test
    void anArchiveThatCannotBeMadeChangesNothing() throws Exception {
        Run run = run(Map.of("ARCHIVE_FAILS", "yes", "STATUS", "1"), "analyze", "x");
        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEqualTo("report\n");
        assertThat(run.err()).isEmpty();
        assertThat(run.calls()).hasSize(2);
        assertThat(cached()).isEmpty();
    }

    @Test
    void aCacheThatCannotBeMadeChangesNothing() throws Exception {
        Files.writeString(temp.resolve("a cache"), "a file in its way");
        Run run = run(Map.of(), "analyze", "x");
        assertThat(run.status()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.calls()).singleElement().asString().doesNotContain("Archive");
    }

    @Test
    void noArchiveIsMadeForWhatAnalysesNothingOrWhereNoneIsWanted() throws Exception {
        assertThat(run(Map.of(), "--version").calls()).hasSize(1);
        assertThat(run(Map.of(), "kinds").calls()).hasSize(1);
        assertThat(run(Map.of()).calls()).hasSize(1);
        assertThat(run(Map.of("FINEPRINT_CACHE", "none"), "analyze", "x").calls())
                .hasSize(1);
        assertThat(cached()).isEmpty();
    }

    @Test
    void theCacheIsTheUsersOwn() throws Exception {
        Path home = Files.createDirectory(temp.resolve("home"));
        run(Map.of("FINEPRINT_CACHE", "", "HOME", home.toString()), "analyze", "x");
        Path folder = home.resolve(".cache/fineprint");
        assertThat(folder).isDirectoryContaining("glob:**.jsa");
        assertThat(Files.getPosixFilePermissions(folder)).isEqualTo(PosixFilePermissions.fromString("rwx------"));
        Path xdg = temp.resolve("xdg");
        run(Map.of("FINEPRINT_CACHE", "", "HOME", home.toString(), "XDG_CACHE_HOME", xdg.toString()), "analyze", "x");
        assertThat(xdg.resolve("fineprint")).isDirectoryContaining("glob:**.jsa");
    }

    @Test
    void whatTakesLongerIsLeftToTheOptimisingCompiler() throws Exception {
        assertThat(run(Map.of(), "analyze", temp.toString()).calls().get(0)).doesNotContain("TieredStopAtLevel");
        String[] many = new String[30];
        Arrays.fill(many, "x");
        assertThat(run(Map.of(), many).calls().get(0)).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void optionsForTheMachineAreHandedOn() throws Exception {
        Run run = run(Map.of("FINEPRINT_OPTS", "-Xmx1g -Dx=y"), "analyze", "x");
        assertThat(run.calls().get(0)).contains("<-Xmx1g><-Dx=y><-jar>");
    }

    @Test
    void theJarIsFoundBesideTheScriptThroughALink() throws Exception {
        Path bin = Files.createDirectory(temp.resolve("bin"));
        Path lib = Files.createDirectory(temp.resolve("lib"));
        Files.copy(Path.of("bin/fineprint"), bin.resolve("fineprint"));
        Files.writeString(lib.resolve("fineprint.jar"), "jar");
        Path link = Files.createSymbolicLink(temp.resolve("link"), Path.of("bin/fineprint"));
        Run run = run(List.of("sh", link.toString(), "kinds"), Map.of("FINEPRINT_JAR", ""));
        assertThat(run.calls()).singleElement().asString().contains("/lib/fineprint.jar><kinds>");
    }

    @Test
    void withoutAJarItSaysWhatToDo() throws Exception {
        Run run = run(Map.of("FINEPRINT_JAR", temp.resolve("none.jar").toString()), "analyze", "x");
        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).contains("FINEPRINT_JAR");
        assertThat(run.calls()).isEmpty();
    }
}

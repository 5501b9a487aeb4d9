// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many texts in one call of the command, in a process of its own with a small heap, that is killed at half and taken up
 * again. {@code mvn test -Dtest=BulkRunTest -Dfineprint.bulk.texts=10000} does it with a hundred megabytes and prints what
 * it took.
 */
@Tag("slow")
class BulkRunTest {
    private static final int FEW = 300;
    private static final int TEXTS = Integer.getInteger("fineprint.bulk.texts", FEW);
    private static final boolean FULL = TEXTS > FEW;
    private static final String HEAP = FULL ? "-Xmx256m" : "-Xmx100m";
    private static final Duration LONGEST = Duration.ofMinutes(FULL ? 60 : 3);

    private static final Duration SAMPLES = Duration.ofSeconds(20);

    @TempDir
    private static Path shared = Path.of("");

    @TempDir
    private Path folder = Path.of("");

    private static final List<Path> SOURCES = new ArrayList<>();
    private static long bytes;

    @BeforeAll
    static void write() throws IOException {
        Path texts = Files.createDirectory(shared.resolve("texts"));
        bytes = BulkTexts.write(texts, TEXTS, FULL ? 6_500 : 2_500);
        SOURCES.add(texts);
        try (Stream<Path> files = Files.list(texts)) { // no folder stands for the JSON Lines in it
            files.filter(file -> file.toString().endsWith(".jsonl")).sorted().forEach(SOURCES::add);
        }
    }

    /** A run of the command in a process of its own. */
    private final class Run {
        private final Process process;
        private final Path messages;
        private final long start = System.nanoTime();
        private final List<String> live = new ArrayList<>();
        private long nextSample = start + SAMPLES.toNanos();
        private Duration processor = Duration.ZERO;

        Run(String... arguments) throws IOException {
            this(true, SOURCES, arguments);
        }

        Run(boolean failsWithoutMemory, List<Path> sources, String... arguments) throws IOException {
            messages = Files.createTempFile(folder, "messages", ".txt");
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    HEAP,
                    failsWithoutMemory ? "-XX:+ExitOnOutOfMemoryError" : "-XX:-ExitOnOutOfMemoryError",
                    "-cp",
                    System.getProperty("java.class.path")));
            if (!FULL) {
                command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
            }
            command.addAll(List.of("dev.fineprint.cli.Main", "analyze", "--resume"));
            command.addAll(List.of(arguments));
            sources.forEach(source -> command.add(source.toString()));
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(messages.toFile())
                    .start();
        }

        /** Waits until so many lines are in a file, or until the run is over. */
        Run awaitLines(Path file, int count) throws IOException, InterruptedException {
            while (process.isAlive() && lines(file) < count) {
                Thread.sleep(FULL ? 200 : 5);
            }
            assertThat(process.isAlive())
                    .as("the run is not over when it is to be killed")
                    .isTrue();
            return this;
        }

        int end() throws IOException, InterruptedException {
            long latest = start + LONGEST.toNanos();
            while (!process.waitFor(FULL ? 500 : 20, TimeUnit.MILLISECONDS)) {
                processor = process.info().totalCpuDuration().orElse(processor);
                if (FULL && System.nanoTime() > nextSample) {
                    live.add(String.format(Locale.ROOT, "%.1f", live(process.pid())));
                    nextSample = System.nanoTime() + SAMPLES.toNanos();
                }
                if (System.nanoTime() > latest) {
                    process.destroyForcibly().waitFor();
                    throw new AssertionError("not done within " + LONGEST);
                }
            }
            return process.exitValue();
        }

        void succeeds(String what) throws IOException, InterruptedException {
            assertThat(end()).as(Files.readString(messages)).isZero();
            double seconds = (System.nanoTime() - start) / 1e9;
            if (FULL) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: %d texts, %.1f MB, %.1f s, %.2f MB/s, %.2f processors busy, live heap every %d s in MB: %s%n",
                        what,
                        TEXTS,
                        bytes / 1e6,
                        seconds,
                        bytes / 1e6 / seconds,
                        processor.toMillis() / 1e3 / seconds,
                        SAMPLES.toSeconds(),
                        String.join(", ", live));
            }
        }
    }

    /** What is in use after a whole collection, in megabytes. */
    private static double live(long pid) throws IOException, InterruptedException {
        Process asked = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        String.valueOf(pid),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String answer = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        asked.waitFor();
        String[] total = answer.substring(Math.max(0, answer.lastIndexOf("Total")))
                .strip()
                .split("\\s+");
        return total.length == 3 ? Long.parseLong(total[2]) / 1e6 : Double.NaN;
    }

    private static int lines(Path file) throws IOException {
        if (!Files.exists(file)) {
            return 0;
        }
        int lines = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return lines;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .map(folder::relativize)
                    .sorted()
                    .toList();
        }
    }

    private static void areTheSame(Path resumed, Path whole) throws IOException {
        List<Path> files = files(whole);
        assertThat(files(resumed)).isEqualTo(files);
        for (Path file : files) {
            assertThat(Files.mismatch(resumed.resolve(file), whole.resolve(file)))
                    .as(file.toString())
                    .isEqualTo(-1);
        }
    }

    @Test
    void aFolderOfReportsIsTheSameAfterAKill() throws Exception {
        String format = "html"; // the page in front of the reports is made of all of them
        Path whole = folder.resolve("whole");
        Path killed = folder.resolve("killed");
        new Run("--format", format, "--out", whole.toString()).succeeds("--out, " + format);
        assertThat(files(whole)).hasSize(TEXTS + (format.equals("html") ? 2 : 1));
        Path record = killed.resolve(".fineprint-run.jsonl.part");
        Run run = new Run("--format", format, "--out", killed.toString()).awaitLines(record, TEXTS / 2);
        run.process.destroyForcibly();
        assertThat(run.end()).isNotZero();
        assertThat(files(killed)).hasSizeBetween(TEXTS / 2, TEXTS);
        new Run("--format", format, "--out", killed.toString()).succeeds("  taken up at half");
        areTheSame(killed, whole);
    }

    @Test
    void linesInAFileAreTheSameAfterTwoKills() throws Exception {
        Path whole = folder.resolve("whole.jsonl");
        Path killed = folder.resolve("killed.jsonl");
        new Run("--to", whole.toString()).succeeds("--to, jsonl");
        assertThat(lines(whole)).isEqualTo(TEXTS);
        for (int part = 1; part <= 2; part++) {
            Run run = new Run("--to", killed.toString())
                    .awaitLines(folder.resolve("killed.jsonl.part"), TEXTS * part / 3);
            run.process.destroyForcibly();
            assertThat(run.end()).isNotZero();
            assertThat(killed).doesNotExist();
        }
        new Run("--to", killed.toString()).succeeds("  taken up at two thirds");
        assertThat(Files.mismatch(killed, whole)).isEqualTo(-1);
        assertThat(files(folder)).noneMatch(file -> file.toString().contains(".part"));
    }

    @Test
    void aRunThatIsAskedToEndLeavesNoHalfFile() throws Exception {
        assumeTrue(!System.getProperty("os.name").startsWith("Windows"), "processes cannot be asked there");
        Path out = folder.resolve("reports");
        Run run = new Run("--out", out.toString()).awaitLines(out.resolve(".fineprint-run.jsonl.part"), TEXTS / 4);
        run.process.destroy();
        assertThat(run.end()).isEqualTo(143);
        assertThat(run.messages).content().isEmpty();
        List<Path> files = files(out);
        assertThat(files)
                .hasSizeBetween(TEXTS / 4, TEXTS)
                .noneMatch(file -> file.toString().contains("draft"));
        for (Path file : files) {
            if (file.toString().endsWith(".json")) {
                assertThat(Files.readString(out.resolve(file))).endsWith("}\n");
            }
        }
    }

    @Test
    void aTextThatNeedsMoreMemoryThanThereIsFailsAlone() throws Exception {
        Path some = Files.createDirectory(folder.resolve("some"));
        String clause = "You must not use the Model for military purposes, nor for gambling.\n";
        for (int i = 0; i < 10; i++) {
            Files.writeString(some.resolve(i + ".txt"), clause + i);
        }
        Files.writeString(some.resolve("5-huge.txt"), clause.repeat((FULL ? 16 << 20 : 10 << 20) / clause.length()));
        Path all = folder.resolve("all.jsonl");
        Run run = new Run(false, List.of(some), "--to", all.toString());
        assertThat(run.end()).isEqualTo(ExitStatus.FAILED);
        assertThat(run.messages).content().contains("5-huge.txt", "more memory").hasLineCount(1);
        assertThat(lines(all)).isEqualTo(10);
    }
}

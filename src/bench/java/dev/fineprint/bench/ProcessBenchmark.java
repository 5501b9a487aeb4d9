// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.LicenseAnalyzer;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * What somebody pays who starts the command: whole processes, from their start to their end, with the options of
 * {@code bin/fineprint}. The yardstick is a virtual machine that does nothing.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 20)
public class ProcessBenchmark {
    private static final String SPECIMEN = "corpus/specimens/heron-community-licence.txt";

    /** Whether there is an archive of the classes that are loaded. */
    @Param({"without", "with"})
    String archive = "";

    private Path folder = Path.of("");
    private String classPath = "";

    /** Does nothing. */
    public static final class Nothing {
        private Nothing() {}

        /** Does nothing. */
        public static void main(String[] args) {}
    }

    /** Makes an analyzer. */
    public static final class Create {
        private Create() {}

        /** Makes an analyzer. */
        public static void main(String[] args) {
            LicenseAnalyzer.create();
        }
    }

    /** Packs what was compiled into a jar, as only jars are archived; then has each process archive its classes. */
    @Setup
    public void pack() throws Exception {
        folder = Files.createTempDirectory("fineprint-bench");
        List<String> jars = new ArrayList<>();
        for (String part : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            Path path = Path.of(part);
            jars.add(Files.isDirectory(path) ? jar(path, "classes-" + jars.size() + ".jar") : part);
        }
        classPath = String.join(File.pathSeparator, jars);
        if (archive.equals("with")) {
            for (List<String> program : List.of(nothing(), create(), report())) {
                run("-XX:ArchiveClassesAtExit=" + archiveOf(program), program);
            }
        }
    }

    private String jar(Path classes, String name) throws IOException {
        Path jar = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar));
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                String entry = classes.relativize(file).toString().replace(File.separatorChar, '/');
                byte[] content = Files.readAllBytes(file);
                out.putNextEntry(entry.endsWith(".bin") ? stored(entry, content) : new ZipEntry(entry));
                out.write(content);
            }
        }
        return jar.toString();
    }

    /** As it is, like what the build packs in the runnable jar. */
    private static ZipEntry stored(String name, byte[] content) {
        CRC32 sum = new CRC32();
        sum.update(content);
        ZipEntry entry = new ZipEntry(name);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        return entry;
    }

    /** Removes what was packed. */
    @TearDown
    public void remove() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /** The yardstick. */
    @Benchmark
    public int emptyMachine() throws Exception {
        return start(nothing());
    }

    /** {@code LicenseAnalyzer.create()} in a process of its own. */
    @Benchmark
    public int createAnalyzer() throws Exception {
        return start(create());
    }

    /** {@code fineprint analyze}: one text, one report. */
    @Benchmark
    public int firstReport() throws Exception {
        return start(report());
    }

    private static List<String> nothing() {
        return List.of(Nothing.class.getName());
    }

    private static List<String> create() {
        return List.of(Create.class.getName());
    }

    private static List<String> report() {
        return List.of("dev.fineprint.cli.Main", "analyze", SPECIMEN);
    }

    private Path archiveOf(List<String> program) {
        return folder.resolve(program.get(0) + ".jsa");
    }

    private int start(List<String> program) throws Exception {
        return run(archive.equals("with") ? "-XX:SharedArchiveFile=" + archiveOf(program) : "-Xshare:auto", program);
    }

    private int run(String option, List<String> program) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                option,
                "-cp",
                classPath));
        command.addAll(program);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.getOutputStream().close();
        process.getInputStream().transferTo(OutputStream.nullOutputStream());
        int status = process.waitFor();
        if (status != 0) {
            throw new IllegalStateException("status " + status + " of " + command);
        }
        return status;
    }
}

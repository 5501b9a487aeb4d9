// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An analysis lives in 40 times the text, in bytes of UTF-8, and what the catalog takes: tried in a virtual machine that
 * has no more.
 */
@Tag("slow")
class MemoryTest {
    private static final int CATALOG_MEGABYTES = 40;
    private static final int TIMES_THE_TEXT = 40;

    /** Analyses a specimen that is repeated up to a length in megabytes, and holds the report. */
    static final class Child {
        private Child() {}

        public static void main(String[] args) throws IOException {
            LicenseAnalyzer analyzer = LicenseAnalyzer.create();
            LicenseReport report = analyzer.analyze(text(Path.of(args[0]), Integer.parseInt(args[1]) << 20));
            System.out.println(report.findings().size());
        }
    }

    /** A text of so many bytes, less a few. */
    private static String text(Path specimen, int bytes) throws IOException {
        String once = Files.readString(specimen);
        return once.repeat(bytes / once.getBytes(StandardCharsets.UTF_8).length);
    }

    /** Analyses each hostile text of a length in megabytes, one after the other, and tells which could be. */
    static final class HostileChild {
        private HostileChild() {}

        public static void main(String[] args) {
            int bytes = Integer.parseInt(args[0]) << 20;
            LicenseAnalyzer analyzer = LicenseAnalyzer.create();
            HostileTexts.all().forEach((kind, text) -> {
                try {
                    LicenseReport report = analyzer.analyze(HostileTexts.ofBytes(text, bytes));
                    System.out.println(kind + ": " + (report.document().length() > 0 ? "done" : "empty"));
                } catch (OutOfMemoryError e) {
                    System.out.println(kind + ": " + e.getMessage());
                }
            });
        }
    }

    @ParameterizedTest
    @CsvSource({"heron-community-licence.txt, 1", "heron-community-licence.zh.txt, 1", "heron-community-licence.txt, 3"
    })
    void oneAnalysisFits(String specimen, int megabytes) throws Exception {
        String said = child(
                megabytes, Child.class, Path.of("corpus/specimens", specimen).toString(), String.valueOf(megabytes));
        assertThat(Integer.parseInt(said)).as("findings").isGreaterThan(1000 * megabytes);
    }

    @Test
    void eachHostileTextFits() throws Exception {
        int megabytes = 2;
        String said = child(megabytes, HostileChild.class, String.valueOf(megabytes));
        assertThat(said.lines())
                .containsExactlyElementsOf(HostileTexts.all().keySet().stream()
                        .map(kind -> kind + ": done")
                        .toList());
    }

    /** What a virtual machine says that has no more memory than an analysis of so many megabytes may take. */
    private static String child(int megabytes, Class<?> main, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + (CATALOG_MEGABYTES + TIMES_THE_TEXT * megabytes) + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path", ""),
                main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        child.getOutputStream().close();
        String said = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(child.waitFor()).as(said).isZero();
        return said;
    }
}

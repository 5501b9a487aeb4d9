// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.HostileTexts;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopWatch;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Measures how long the analysis of hostile texts takes by their length, and how late it stops, and writes both into
 * {@code accuracy/PERFORMANCE.md}, between two marks of their own. In processor time: what others do meanwhile does not count.
 */
public final class BoundsTables {
    private static final Path PAGE = Path.of("accuracy/PERFORMANCE.md");
    private static final String BEGIN = "<!-- measured: mvn -P bench test-compile exec:exec@bounds -->";
    private static final String END = "<!-- end of the bounds that were measured -->";
    private static final int LONGEST = 1 << 24;
    private static final int[] DEADLINES = {50, 500, 2000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();

    private BoundsTables() {}

    /** Measures texts of up to 16 million characters, or as many as the first argument says, and rewrites the page. */
    public static void main(String[] args) throws IOException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(PAGE + " lacks the marks " + BEGIN + " and " + END + "; put them back");
        }
        String tables = new BoundsTables().all(args.length == 0 ? LONGEST : Integer.parseInt(args[0]));
        Files.writeString(PAGE, page.substring(0, begin + BEGIN.length()) + "\n\n" + tables + page.substring(end));
    }

    private String all(int longest) {
        int[] lengths = {longest >> 6, longest >> 4, longest >> 2, longest};
        for (int i = 0; i < 5; i++) {
            HostileTexts.all().values().forEach(text -> time(text.apply(1 << 15)));
        }
        StringBuilder times = new StringBuilder("| text |");
        for (int length : lengths) {
            times.append(String.format(Locale.ROOT, " %,d |", length));
        }
        times.append("\n|---|---:|---:|---:|---:|\n");
        StringBuilder late = new StringBuilder("| text | longest stretch |");
        for (int deadline : DEADLINES) {
            late.append(String.format(Locale.ROOT, " %,d |", deadline));
        }
        late.append("\n|---|---:|---:|---:|---:|\n");
        for (Map.Entry<String, IntFunction<String>> kind : HostileTexts.all().entrySet()) {
            times.append("| ").append(kind.getKey());
            for (int length : lengths) {
                times.append(String.format(
                        Locale.ROOT, " | %,.0f", time(kind.getValue().apply(length))));
            }
            times.append(" |\n");
            late.append("| ").append(kind.getKey());
            lateness(kind.getValue().apply(longest), late);
            late.append(" |\n");
            System.out.println(
                    times.substring(times.lastIndexOf("\n| ") + 1) + late.substring(late.lastIndexOf("\n| ") + 1));
        }
        return "Milliseconds of processor time by the length of the text, in characters; four times the text takes about four times as"
                + " long:\n\n"
                + times
                + "\nMilliseconds of processor time of the longest stretch in which the analysis of a text of the greatest length does"
                + " not ask whether it has to stop, and how late it stops when it may take 50, 500 or 2,000; a dash where it is done"
                + " before:\n\n"
                + late
                + "\n";
    }

    /** Milliseconds that an analysis takes. */
    private double time(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        analyzer.analyze(text);
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    private void lateness(String text, StringBuilder row) {
        StopWatch whole = new StopWatch(Duration.ofHours(1));
        analyzer.analyze(LicenseText.of("text", text, whole.signal()), whole.signal());
        whole.stop();
        row.append(String.format(Locale.ROOT, " | %.0f", whole.longest() / 1e6));
        System.out.println(whole.where());
        for (int deadline : DEADLINES) {
            long before = THREADS.getCurrentThreadCpuTime();
            StopWatch watch = new StopWatch(Duration.ofMillis(deadline));
            try {
                analyzer.analyze(LicenseText.of("text", text, watch.signal()), watch.signal());
                row.append(" | -");
            } catch (AnalysisStoppedException e) {
                double late = (THREADS.getCurrentThreadCpuTime() - before) / 1e6 - deadline;
                row.append(String.format(Locale.ROOT, " | %.0f", late));
            }
        }
    }
}

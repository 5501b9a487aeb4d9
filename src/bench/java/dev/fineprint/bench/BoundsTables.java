// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.HostileTexts;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
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
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;

/**
 * Measures how long the analysis of hostile texts takes by their length, how late it stops, and how much memory it takes, and
 * writes that into {@code accuracy/PERFORMANCE.md}, between two marks of its own. Times are processor time: what others do
 * meanwhile does not count.
 */
public final class BoundsTables {
    private static final Path PAGE = Path.of("accuracy/PERFORMANCE.md");
    private static final String BEGIN = "<!-- measured: mvn -P bench test-compile exec:exec@bounds -->";
    private static final String END = "<!-- end of the bounds that were measured -->";
    private static final int LONGEST = 1 << 24;
    /** Milliseconds between two looks at the heap. */
    private static final int LOOK_EVERY = 3;
    /** A text is analysed again until the heap has been looked at so often: each look takes longer than a short analysis. */
    private static final int FEWEST_LOOKS = 30;

    private static final int[] DEADLINES = {50, 500, 2000};
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final LicenseAnalyzer analyzer = LicenseAnalyzer.create();

    private BoundsTables() {}

    /** Measures texts of up to 16 million characters, or as many as the first argument says, and rewrites the page. */
    public static void main(String[] args) throws IOException, InterruptedException {
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(PAGE + " lacks the marks " + BEGIN + " and " + END + "; put them back");
        }
        String tables = new BoundsTables().all(args.length == 0 ? LONGEST : Integer.parseInt(args[0]));
        Files.writeString(PAGE, page.substring(0, begin + BEGIN.length()) + "\n\n" + tables + page.substring(end));
    }

    private String all(int longest) throws InterruptedException {
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
        StringBuilder memory = new StringBuilder("| text | times the text |\n|---|---:|\n");
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
            memory.append("| ")
                    .append(kind.getKey())
                    .append(String.format(Locale.ROOT, " | %.1f |%n", memory(kind.getValue(), longest >> 4)));
            System.out.println(times.substring(times.lastIndexOf("\n| ") + 1)
                    + late.substring(late.lastIndexOf("\n| ") + 1)
                    + memory.substring(memory.lastIndexOf("\n| ") + 1));
        }
        return "Milliseconds of processor time by the length of the text, in characters; four times the text takes about four times as"
                + " long:\n\n"
                + times
                + "\nMilliseconds of processor time of the longest stretch in which the analysis of a text of the greatest length does"
                + " not ask whether it has to stop, and how late it stops when it may take 50, 500 or 2,000; a dash where it is done"
                + " before:\n\n"
                + late
                + "\nThe most heap that an analysis was seen to take, the text itself and the report with it, in lengths of the text in UTF-8;"
                + String.format(Locale.ROOT, " %,d bytes:\n\n", longest >> 4)
                + memory
                + "\n";
    }

    /** Milliseconds that an analysis takes. */
    private double time(String text) {
        long before = THREADS.getCurrentThreadCpuTime();
        analyzer.analyze(text);
        return (THREADS.getCurrentThreadCpuTime() - before) / 1e6;
    }

    /** The most of the heap that is taken while a text is analysed, in lengths of the text: looked at every few milliseconds. */
    private double memory(IntFunction<String> kind, int bytes) throws InterruptedException {
        long before = live();
        String text = HostileTexts.ofBytes(kind, bytes);
        long most = 0;
        for (int looks = 0; looks < FEWEST_LOOKS; ) {
            AtomicReference<LicenseReport> report = new AtomicReference<>();
            Thread work = new Thread(() -> report.set(analyzer.analyze(text)));
            work.start();
            do {
                most = Math.max(most, live());
                looks++;
                work.join(LOOK_EVERY);
            } while (work.isAlive());
            most = Math.max(most, live());
            if (report.get() == null) {
                throw new IllegalStateException("The analysis failed");
            }
        }
        return (double) (most - before) / HostileTexts.bytes(text);
    }

    /** Bytes of the heap that something refers to. */
    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
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

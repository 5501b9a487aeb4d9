// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a run of the benchmarks measured into {@code accuracy/PERFORMANCE.md}, between its two marks: as ratios, since
 * those can be compared from machine to machine. A table of which the run measured nothing is left out.
 */
public final class PerformanceTables {
    private static final Path PAGE = Path.of("accuracy/PERFORMANCE.md");
    private static final String BEGIN = "<!-- measured: mvn -P bench test -->";
    private static final String END = "<!-- end of what was measured -->";

    /** Microseconds an operation by benchmark and parameters, such as {@code StageBenchmark.match language=en}. */
    private final Map<String, Double> times = new TreeMap<>();

    /** Bytes that stay taken, by benchmark. */
    private final Map<String, Double> bytes = new TreeMap<>();

    /** Bytes a microsecond of texts of the usual length, by benchmark and parameters. */
    private final Map<String, Double> usual = new TreeMap<>();

    private PerformanceTables(JsonNode results) {
        for (JsonNode result : results) {
            String name = result.get("benchmark").asText();
            StringBuilder key = new StringBuilder(name.substring(name.lastIndexOf('.', name.lastIndexOf('.') - 1) + 1));
            Map<String, String> parameters = new TreeMap<>();
            result.path("params")
                    .properties()
                    .forEach(entry ->
                            parameters.put(entry.getKey(), entry.getValue().asText()));
            parameters.forEach((parameter, value) ->
                    key.append(' ').append(parameter).append('=').append(value));
            JsonNode metric = result.get("primaryMetric");
            double scale = metric.get("scoreUnit").asText().startsWith("ms") ? 1000 : 1;
            times.put(key.toString(), metric.get("score").asDouble() * scale);
            JsonNode secondary = result.path("secondaryMetrics");
            JsonNode retained = secondary.path("retained").path("score");
            if (retained.isNumber()) {
                bytes.put(key.toString(), retained.asDouble());
            }
            JsonNode octets = secondary.path("usualOctets").path("score");
            if (octets.asDouble() > 0) {
                usual.put(
                        key.toString(),
                        1000
                                * octets.asDouble()
                                / secondary.path("usualNanos").path("score").asDouble());
            }
        }
    }

    /** Reads the results of JMH, a JSON file, and rewrites the page. */
    public static void main(String[] args) throws IOException {
        PerformanceTables tables = new PerformanceTables(
                new ObjectMapper().readTree(Path.of(args[0]).toFile()));
        String page = Files.readString(PAGE);
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IOException(PAGE + " lacks the marks " + BEGIN + " and " + END + "; put them back");
        }
        Path written = Files.writeString(
                PAGE.resolveSibling("PERFORMANCE.md.tmp"),
                page.substring(0, begin + BEGIN.length()) + "\n\n" + tables.all() + page.substring(end));
        Files.move(written, PAGE, StandardCopyOption.REPLACE_EXISTING);
    }

    private String all() {
        StringBuilder out = new StringBuilder();
        corpus(out);
        lengths(out);
        stages(out);
        writers(out);
        start(out);
        spdxLibrary(out);
        heap(out);
        return out.toString();
    }

    private void corpus(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        for (String language : List.of("en", "mixed", "zh")) {
            Double one = times.get("CorpusBenchmark.one language=" + language);
            Double two = times.get("ThreadsBenchmark.two language=" + language);
            Double ofUsual = usual.get("CorpusBenchmark.one language=" + language);
            if (one != null) {
                long characters = Texts.corpus(language).stream()
                        .mapToLong(String::length)
                        .sum();
                long octets = Texts.corpus(language).stream()
                        .mapToLong(text -> text.getBytes(StandardCharsets.UTF_8).length)
                        .sum();
                rows.add(row(
                        language,
                        Integer.toString(Texts.corpus(language).size()),
                        number(characters / 1000.0),
                        number(characters / one),
                        number(octets / one),
                        ofUsual == null ? "" : number(ofUsual),
                        two == null ? "" : number(2 * one / two)));
            }
        }
        table(
                out,
                "Real licences, one after the other; mixed are those in which at least a hundredth of the characters are Chinese, and at most"
                        + " a fifth. Speed, in UTF-16 characters and in bytes of UTF-8, is of this machine alone; the last"
                        + " column says how many times as much two threads do.",
                row(
                        "language",
                        "texts",
                        "thousand characters",
                        "million characters a second",
                        "MB a second",
                        "texts of 10 to 20 KB",
                        "two threads"),
                rows);
    }

    private void lengths(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        for (String language : List.of("en", "zh", "bilingual")) {
            List<String> cells = new ArrayList<>(List.of(language));
            for (int length : new int[] {2_000, 15_000, 150_000, 1_500_000}) {
                String parameters = " language=" + language + " length=" + length;
                cells.add(ratio("AnalyzeBenchmark.analyze" + parameters, "AnalyzeBenchmark.yardstick" + parameters));
            }
            rows.add(row(cells.toArray(String[]::new)));
        }
        table(
                out,
                "Whole analysis of a specimen, repeated until it has so many characters, as a multiple of the time that Lucene's"
                        + " `StandardAnalyzer` takes to cut the same text into words.",
                row("text", "2,000", "15,000", "150,000", "1,500,000"),
                rows);
    }

    private void stages(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        for (String stage : List.of("normalize", "segment", "values", "match", "identify", "openNlp")) {
            List<String> cells =
                    new ArrayList<>(List.of(stage.equals("openNlp") ? "(OpenNLP's sentence detector alone)" : stage));
            for (String language : List.of("en", "zh")) {
                cells.add(ratio(
                        "StageBenchmark." + stage + " language=" + language,
                        "StageBenchmark.lucene language=" + language));
            }
            rows.add(row(cells.toArray(String[]::new)));
        }
        table(
                out,
                "The stages, each alone, of 15,000 characters, in the same measure. `match` has `values` in it.",
                row("stage", "en", "zh"),
                rows);
    }

    private void writers(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        for (String format :
                List.of("text", "json", "jsonl", "csv", "markdown", "html", "sarif", "cyclonedx", "spdx")) {
            rows.add(row(
                    format,
                    ratio(
                            "WriterBenchmark.write format=" + format,
                            "AnalyzeBenchmark.analyze language=en length=15000")));
        }
        table(
                out,
                "Writing the report on 15,000 English characters, as a multiple of the time of their analysis.",
                row("format", "times the analysis"),
                rows);
    }

    private void start(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        for (String archive : List.of("without", "with")) {
            String parameter = " archive=" + archive;
            rows.add(row(
                    archive,
                    ratio("ProcessBenchmark.createAnalyzer" + parameter, "ProcessBenchmark.emptyMachine" + parameter),
                    ratio("ProcessBenchmark.firstReport" + parameter, "ProcessBenchmark.emptyMachine" + parameter)));
        }
        table(
                out,
                "Whole processes, as a multiple of a virtual machine that does nothing: one that makes an analyzer, and the command"
                        + " with one text; without and with an archive of the classes, as `bin/fineprint` makes it.",
                row("archive", "`LicenseAnalyzer.create()`", "first report"),
                rows);
    }

    private void spdxLibrary(StringBuilder out) {
        table(
                out,
                "Telling that a text is the MIT licence, beside the SPDX project's Java library.",
                row("", "times faster"),
                List.of(row("identify", ratio("SpdxLibraryBenchmark.spdxLibrary", "SpdxLibraryBenchmark.identify"))));
    }

    private void heap(StringBuilder out) {
        List<String> rows = new ArrayList<>();
        Map.of("created", "a new one", "used", "one that has analysed a text in each language")
                .forEach((benchmark, says) -> {
                    Double retained = bytes.get("HeapBenchmark." + benchmark);
                    rows.add(row(says, retained == null ? "" : number(retained / (1 << 20))));
                });
        rows.sort(null);
        table(out, "Heap that stays taken while an analyzer lives.", row("analyzer", "MiB"), rows);
    }

    private String ratio(String of, String to) {
        Double time = times.get(of);
        Double yardstick = times.get(to);
        return time == null || yardstick == null ? "" : number(time / yardstick);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 0.1 ? "%.3f" : value < 10 ? "%.2f" : "%.0f", value);
    }

    private static String row(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }

    private static void table(StringBuilder out, String says, String head, List<@Nullable String> rows) {
        boolean measured = rows.stream().anyMatch(row -> row != null && row.matches(".*\\| [0-9.]+ .*"));
        if (!measured) {
            return;
        }
        long columns = head.chars().filter(c -> c == '|').count() - 1;
        out.append(says)
                .append("\n\n")
                .append(head)
                .append("\n|---")
                .append("|---:".repeat((int) columns - 1))
                .append("|\n");
        rows.forEach(row -> out.append(row).append('\n'));
        out.append('\n');
    }
}

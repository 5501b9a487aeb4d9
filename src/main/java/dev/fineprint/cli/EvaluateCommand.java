// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.Finding;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code fineprint evaluate}: measures the findings against labels made by people. */
@Command(name = "evaluate", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class EvaluateCommand implements Callable<Integer> {
    private final Streams streams;

    @Option(names = "--gold", required = true, paramLabel = "DIR", descriptionKey = "cli.option.gold")
    private Path gold = Path.of("");

    @Option(names = "--texts", required = true, paramLabel = "DIR", descriptionKey = "cli.option.texts")
    private Path texts = Path.of("");

    @Option(names = "--json", paramLabel = "FILE", descriptionKey = "cli.option.figures")
    private @Nullable Path figures;

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    EvaluateCommand(Streams streams) {
        this.streams = streams;
    }

    /** A text and its labels, or why there are none. */
    private record Labelled(
            String name, List<Score.Marked> gold, List<Score.Marked> found, int length, String failure) {
        static Labelled failed(String name, String failure) {
            return new Labelled(name, List.of(), List.of(), 0, failure);
        }
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        List<Path> labels = labels();
        if (labels.isEmpty()) {
            streams.say(messages.text("cli.evaluate.none", gold));
            return ExitStatus.FAILED;
        }
        LicenseAnalyzer analyzer = catalog.analyzer();
        Score score = new Score();
        Progress progress = new Progress(streams, labels.size());
        int failed = 0;
        try (Ordered<Path, Labelled> all = new Ordered<>(labels, path -> labelled(path, analyzer, messages))) {
            while (all.hasNext()) {
                Labelled one = all.next();
                progress.next(one.name());
                if (one.failure().isEmpty()) {
                    score.add(one.name(), one.gold(), one.found(), one.length());
                } else {
                    failed++;
                    progress.clear();
                    streams.say(one.failure());
                }
            }
        }
        progress.end();
        if (failed > 0) {
            streams.say(messages.text("cli.evaluate.part", labels.size() - failed, labels.size()));
        }
        PrintWriter out = streams.outWriter();
        score.print(out);
        out.flush();
        if (figures != null) {
            new ObjectMapper().writerWithDefaultPrettyPrinter().writeValue(figures.toFile(), score.totals());
        }
        return failed > 0 ? ExitStatus.FAILED : ExitStatus.DONE;
    }

    private List<Path> labels() throws IOException {
        try (Stream<Path> files = Files.list(gold)) {
            return files.filter(file -> file.toString().endsWith(GoldLabels.EXTENSION))
                    .sorted()
                    .toList();
        }
    }

    private Labelled labelled(Path file, LicenseAnalyzer analyzer, Messages messages) {
        String name = String.valueOf(file.getFileName()).replace(GoldLabels.EXTENSION, "");
        try {
            GoldLabels labels = GoldLabels.read(file);
            Path path = texts.resolve(labels.file());
            if (Files.notExists(path)) {
                return Labelled.failed(name, messages.text("cli.evaluate.no-text", path));
            }
            LicenseText text = LicenseText.read(path);
            if (!labels.sha256().isEmpty() && !labels.sha256().equals(text.sha256())) {
                return Labelled.failed(name, messages.text("cli.evaluate.other-text", path, file));
            }
            return new Labelled(
                    name,
                    labels.marked(),
                    found(analyzer.analyze(text)),
                    text.original().length(),
                    "");
        } catch (IOException e) {
            return Labelled.failed(name, messages.text("cli.failed", Inputs.reason(e, messages)));
        } catch (RuntimeException | StackOverflowError e) {
            return Labelled.failed(name, messages.text("cli.bug.file", name, String.valueOf(e)));
        }
    }

    /** The findings of a report, one for each place. */
    static List<Score.Marked> found(LicenseReport report) {
        List<Score.Marked> found = new ArrayList<>();
        for (Finding finding : report.findings()) {
            for (Span span : finding.spans()) {
                found.add(new Score.Marked(finding.kind(), span.start(), span.end(), finding.params()));
            }
        }
        return found;
    }
}

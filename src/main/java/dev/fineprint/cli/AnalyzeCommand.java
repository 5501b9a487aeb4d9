// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Deviation;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.catalog.Effect;
import dev.fineprint.report.ReportFormat;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportIndex;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.report.ReportWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint analyze}: reads licences, writes reports. */
@Command(name = "analyze", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class AnalyzeCommand implements Callable<Integer> {
    /** From which effect on a deviation changes the exit status. */
    enum FailOn {
        RESTRICTS,
        BURDENS,
        NEVER;

        boolean covers(LicenseReport report) {
            return report.deviations().stream().map(Deviation::effect).anyMatch(this::covers);
        }

        private boolean covers(Effect effect) {
            return switch (this) {
                case RESTRICTS -> effect == Effect.RESTRICTS;
                case BURDENS -> effect == Effect.RESTRICTS || effect == Effect.BURDENS;
                case NEVER -> false;
            };
        }
    }

    private final Streams streams;
    private final ReportFormats formats = ReportFormats.standard();

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            descriptionKey = "cli.option.format")
    private @Nullable String format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            descriptionKey = "cli.option.out")
    private @Nullable Path out;

    @Option(names = "--fail-on", paramLabel = "restricts|burdens|never", descriptionKey = "cli.option.fail-on")
    private FailOn failOn = FailOn.NEVER;

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.option.files")
    private List<String> files = new ArrayList<>();

    private boolean failed;
    private boolean deviates;

    AnalyzeCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        String wanted = format != null ? format : out != null ? "json" : "text";
        ReportFormat chosen = formats.find(wanted)
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        messages.text("cli.format.unknown", wanted, String.join(", ", formats.names()))));
        if (files.stream().filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.text("cli.input.stdin-twice"));
        }
        boolean colour = out == null && streams.coloursOut();
        ReportWriter writer = chosen.writer(new ReportOptions(language.locale(), streams.width(), colour));
        LicenseAnalyzer analyzer = catalog.analyzer();
        try (Ordered<String, Outcome> outcomes = new Ordered<>(files, file -> analyze(analyzer, file, messages))) {
            Progress progress = new Progress(streams, files.size());
            if (out != null) {
                writeFiles(outcomes, writer, new OutputFolder(out, chosen.extension()), progress, messages);
            } else if (files.size() == 1) {
                Iterator<LicenseReport> reports = new Reports(outcomes, progress);
                if (reports.hasNext()) {
                    writer.write(reports.next(), streams.out());
                }
            } else {
                writer.writeAll(() -> new Reports(outcomes, progress), streams.out());
            }
            progress.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return failed ? ExitStatus.FAILED : deviates ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    /** Runs on several threads at once. */
    private Outcome analyze(LicenseAnalyzer analyzer, String file, Messages messages) {
        try {
            return Outcome.of(file, analyzer.analyze(Inputs.read(file, streams.in())));
        } catch (IOException e) {
            return Outcome.failed(file, messages.text("cli.failed", Inputs.reason(e, messages)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // one text must never take the others with it
            return Outcome.failed(file, messages.text("cli.bug.file", file, String.valueOf(e)));
        }
    }

    private void writeFiles(
            Iterator<Outcome> outcomes, ReportWriter writer, OutputFolder folder, Progress progress, Messages messages)
            throws IOException {
        folder.create();
        Map<Path, String> written = new HashMap<>();
        Optional<ReportIndex> index = writer.index();
        while (outcomes.hasNext()) {
            Outcome outcome = outcomes.next();
            Optional<LicenseReport> report = taken(outcome, progress);
            if (report.isEmpty()) {
                continue;
            }
            Path target = folder.target(outcome.argument());
            String before = written.putIfAbsent(target, outcome.argument());
            if (before != null) {
                fail(messages.text("cli.out.clash", outcome.argument(), before, target), progress);
            } else if (folder.isInput(target, files)) {
                fail(messages.text("cli.out.input", outcome.argument(), target), progress);
            } else {
                try {
                    folder.write(target, stream -> writer.write(report.get(), stream));
                    index.ifPresent(
                            page -> page.add(report.get(), target.getFileName().toString()));
                } catch (IOException e) {
                    fail(messages.text("cli.out.failed", target, String.valueOf(e)), progress);
                }
            }
        }
        if (index.isPresent()) {
            writeIndex(index.get(), folder, written, progress, messages);
        }
    }

    /** Writes the page in front of the reports, where the format has one. */
    private void writeIndex(
            ReportIndex index, OutputFolder folder, Map<Path, String> written, Progress progress, Messages messages)
            throws IOException {
        Path target = folder.file(index.fileName());
        String before = written.get(target);
        if (before != null) {
            fail(messages.text("cli.out.clash", index.fileName(), before, target), progress);
        } else if (folder.isInput(target, files)) {
            fail(messages.text("cli.out.input", index.fileName(), target), progress);
        } else {
            try {
                folder.write(target, index::write);
            } catch (IOException e) {
                fail(messages.text("cli.out.failed", target, String.valueOf(e)), progress);
            }
        }
    }

    private Optional<LicenseReport> taken(Outcome outcome, Progress progress) {
        progress.next(Inputs.name(outcome.argument()));
        outcome.report()
                .ifPresentOrElse(report -> deviates |= failOn.covers(report), () -> fail(outcome.failure(), progress));
        return outcome.report();
    }

    private void fail(String message, Progress progress) {
        failed = true;
        progress.clear();
        streams.say(message);
    }

    /** The reports alone; failures are named on standard error as they come by. */
    private final class Reports implements Iterator<LicenseReport> {
        private final Iterator<Outcome> outcomes;
        private final Progress progress;
        private Optional<LicenseReport> next = Optional.empty();

        Reports(Iterator<Outcome> outcomes, Progress progress) {
            this.outcomes = outcomes;
            this.progress = progress;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && outcomes.hasNext()) {
                next = taken(outcomes.next(), progress);
            }
            return next.isPresent();
        }

        @Override
        public LicenseReport next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            LicenseReport report = next.orElseThrow();
            next = Optional.empty();
            return report;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.bulk.BulkAnalyzer;
import dev.fineprint.bulk.BulkAnswers;
import dev.fineprint.bulk.BulkResult;
import dev.fineprint.bulk.BulkResults;
import dev.fineprint.bulk.FileRule;
import dev.fineprint.bulk.TextSource;
import dev.fineprint.catalog.Effect;
import dev.fineprint.report.ReportFormat;
import dev.fineprint.report.ReportFormats;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.report.ReportWriter;
import dev.fineprint.text.AnalysisStoppedException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
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

        boolean covers(Set<Effect> effects) {
            return effects.stream().anyMatch(this::covers);
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
    private @Nullable CommandSpec spec; // set by picocli

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

    @Option(names = "--to", paramLabel = "FILE", descriptionKey = "cli.option.to")
    private @Nullable Path to;

    @Option(names = "--resume", descriptionKey = "cli.option.resume")
    private boolean resume;

    @Option(names = "--json-lines", descriptionKey = "cli.option.json-lines")
    private boolean jsonLines;

    @Option(names = "--include", paramLabel = "GLOB", descriptionKey = "cli.option.include")
    private List<String> include = new ArrayList<>();

    @Option(
            names = {"-j", "--jobs"},
            paramLabel = "N",
            descriptionKey = "cli.option.jobs")
    private @Nullable Integer jobs;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(arity = "1..*", paramLabel = "FILE|DIR|ARCHIVE", descriptionKey = "cli.option.analyze-files")
    private List<String> files = new ArrayList<>();

    private Progress progress;
    private boolean failed;
    private boolean deviates;

    AnalyzeCommand(Streams streams) {
        this.streams = streams;
        this.progress = new Progress(streams, 1);
    }

    /** The command without an option, ready to be called. */
    static AnalyzeCommand of(Streams streams, List<String> files) {
        AnalyzeCommand command = new AnalyzeCommand(streams);
        command.files.addAll(files);
        return command;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        ReportFormat chosen = format(messages);
        checkUsage(chosen, messages);
        boolean toFile = out != null || to != null;
        ReportWriter writer =
                chosen.writer(new ReportOptions(language.locale(), streams.width(), !toFile && streams.coloursOut()));
        if (out != null) {
            new OutputFolder(out, "").create(); // so that it is known by its real path where it lies among the texts
        }
        FileRule rule = rule(messages);
        boolean one = files.size() == 1 && !isBulk(files.get(0));
        List<TextSource> sources =
                files.stream().map(file -> source(file, rule, messages)).toList();
        LicenseAnalyzer analyzer = catalog.analyzer(limits.maxBytes());
        BulkAnalyzer bulk = bulk(analyzer);
        NamedInputs inputs = new NamedInputs(files, rule);
        progress = new Progress(streams, files.stream().anyMatch(this::isBulk) ? 0 : files.size());
        try {
            if (out != null) {
                OutputFolder folder = new OutputFolder(out, chosen.extension());
                ReportFolder.Recording recording = resume
                        ? ReportFolder.Recording.RESUMED
                        : one ? ReportFolder.Recording.NONE : ReportFolder.Recording.POSSIBLE;
                try (ReportFolder reports =
                        ReportFolder.open(folder, writer, inputs, messages, settings(chosen, analyzer), recording)) {
                    if (reports.hadOtherSettings()) {
                        streams.say(messages.text("cli.resume.other", out));
                    }
                    deliver(bulk, TextSource.all(sources), writer, reports, messages);
                }
            } else if (to != null && inputs.contains(to)) {
                fail(messages.text("cli.out.input", to, to));
            } else if (to != null && chosen.name().equals("jsonl")) {
                new OutputFolder(folderOf(to), "").create();
                try (ReportLines lines =
                        new ReportLines(to, analyzer.tool(), language.locale().getLanguage(), resume)) {
                    deliver(bulk, TextSource.all(sources), writer, lines, messages);
                }
            } else {
                try (BulkResults results = bulk.analyze(TextSource.all(sources))) {
                    Reports reports = new Reports(results, messages);
                    if (to == null) {
                        write(writer, one, reports, streams.out());
                    } else {
                        new OutputFolder(folderOf(to), "")
                                .write(
                                        to,
                                        to.resolveSibling(to.getFileName() + ".part"),
                                        stream -> write(writer, one, reports, stream));
                    }
                }
            }
            progress.end();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (GrowingLines.BusyException e) {
            fail(messages.text("cli.out.busy", String.valueOf(e.getMessage())));
        }
        return failed ? ExitStatus.FAILED : deviates ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    private ReportFormat format(Messages messages) {
        String wanted = format != null ? format : out != null ? "json" : to != null ? formatOf(to) : "text";
        return formats.find(wanted)
                .orElseThrow(
                        () -> wrong(messages.text("cli.format.unknown", wanted, String.join(", ", formats.names()))));
    }

    /** The format that a file's name promises. */
    private String formatOf(Path file) {
        String name = String.valueOf(file.getFileName());
        return formats.all().stream()
                .filter(one -> name.endsWith("." + one.extension()))
                .max(Comparator.comparingInt(one -> one.extension().length()))
                .map(ReportFormat::name)
                .orElse("text");
    }

    private void checkUsage(ReportFormat chosen, Messages messages) {
        if (files.stream().filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
            throw wrong(messages.text("cli.input.stdin-twice"));
        }
        if (jsonLines && !files.contains(Inputs.STANDARD_INPUT)) {
            throw wrong(messages.text("cli.input.json-lines"));
        }
        if (out != null && to != null) {
            throw wrong(messages.text("cli.out.both"));
        }
        if (resume && out == null && (to == null || !chosen.name().equals("jsonl"))) {
            throw wrong(messages.text("cli.resume.nothing"));
        }
        if (jobs != null && jobs < 1) {
            throw wrong(messages.text("cli.jobs", jobs));
        }
    }

    private RuntimeException wrong(String message) {
        return WrongUsage.of(spec, message);
    }

    private FileRule rule(Messages messages) {
        FileRule rule = out == null ? FileRule.usual() : FileRule.usual().without(out);
        try {
            return include.isEmpty() ? rule : rule.including(include);
        } catch (IllegalArgumentException e) {
            throw wrong(messages.text("cli.include", String.valueOf(e.getMessage())));
        }
    }

    private BulkAnalyzer bulk(LicenseAnalyzer analyzer) {
        BulkAnalyzer.Builder builder = BulkAnalyzer.builder(analyzer);
        if (jobs != null) {
            builder.jobs(jobs);
        }
        limits.deadline().ifPresent(builder::deadline);
        return builder.build();
    }

    /** Whether an argument may stand for many texts. */
    private boolean isBulk(String argument) {
        if (argument.equals(Inputs.STANDARD_INPUT)) {
            return jsonLines;
        }
        try {
            return TextSource.isMany(Path.of(argument));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private TextSource source(String argument, FileRule rule, Messages messages) {
        if (argument.equals(Inputs.STANDARD_INPUT)) {
            String name = Inputs.name(argument);
            return jsonLines ? TextSource.jsonLines(name, streams.in()) : TextSource.of(name, streams.in());
        }
        try {
            return TextSource.of(Path.of(argument), rule);
        } catch (InvalidPathException e) {
            fail(messages.text("cli.failed", messages.text("cli.input.missing", argument)));
            return TextSource.all(List.of());
        }
    }

    /** What reports in a folder depend on, besides the texts. */
    private Map<String, String> settings(ReportFormat chosen, LicenseAnalyzer analyzer) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("fineprint", analyzer.tool().version());
        settings.put("catalog", analyzer.tool().catalog());
        settings.put("format", chosen.name());
        settings.put("language", language.locale().getLanguage());
        if (chosen.name().equals("text")) {
            settings.put("columns", String.valueOf(streams.width()));
        }
        return settings;
    }

    private static Path folderOf(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent(), "a file lies in a folder");
    }

    private static void write(ReportWriter writer, boolean one, Reports reports, OutputStream stream)
            throws IOException {
        if (!one) {
            writer.writeAll(() -> reports, stream);
        } else if (reports.hasNext()) {
            writer.write(reports.next(), stream);
        }
    }

    /** A result, and its report as the format writes it if that is written already. */
    private record Done(BulkResult result, Optional<Ahead.Written> document) {
        void writeTo(OutputStream out, ReportWriter writer, LicenseReport report) throws IOException {
            if (document.isPresent()) {
                document.get().writeTo(out);
            } else {
                writer.write(report, out);
            }
        }
    }

    /** Writes the reports one by one; each is put into its format on the thread that made it. */
    private void deliver(
            BulkAnalyzer bulk, TextSource source, ReportWriter writer, Destination destination, Messages messages)
            throws IOException {
        Ahead ahead = Ahead.usual();
        Function<BulkResult, Done> answer = result -> new Done(
                result,
                result instanceof BulkResult.Analyzed analyzed
                        ? ahead.write(out -> writer.write(analyzed.report(), out))
                        : Optional.empty());
        try (BulkAnswers<Done> answers =
                resume ? bulk.analyzeEach(source, destination::isFinished, answer) : bulk.analyzeEach(source, answer)) {
            while (answers.hasNext()) {
                Done done = answers.next();
                BulkResult result = done.result();
                if (result instanceof BulkResult.Finished) {
                    progress.next(result.text().name());
                    deviates |= failOn.covers(destination.keep());
                } else {
                    Optional<LicenseReport> report = taken(result, messages);
                    if (report.isPresent()) {
                        destination.add(
                                result.text(),
                                report.get(),
                                out -> done.writeTo(out, writer, report.get()),
                                this::fail);
                    }
                }
                done.document().ifPresent(Ahead.Written::close);
            }
        }
        destination.finish(this::fail);
    }

    /** The report of a text; what there is to say of one without is said. */
    private Optional<LicenseReport> taken(BulkResult result, Messages messages) {
        if (result instanceof BulkResult.Noted noted) {
            progress.clear();
            streams.say(messages.text("cli.failed", messages.of(noted.note())));
            return Optional.empty();
        }
        progress.next(result.text().name());
        if (result instanceof BulkResult.Failed problem) {
            fail(inWords(problem, messages));
            return Optional.empty();
        }
        LicenseReport report = ((BulkResult.Analyzed) result).report();
        deviates |= failOn.covers(Destination.effects(report));
        return Optional.of(report);
    }

    private String inWords(BulkResult.Failed problem, Messages messages) {
        String name = problem.text().name();
        Throwable cause = problem.cause();
        if (cause instanceof IOException unread) {
            return messages.text("cli.failed", Inputs.reason(unread, messages));
        }
        if (cause instanceof AnalysisStoppedException && limits.deadline().isPresent()) {
            return limits.late(name, messages);
        }
        if (cause instanceof OutOfMemoryError) {
            return messages.text("cli.memory", name);
        }
        return messages.text("cli.bug.file", name, String.valueOf(cause));
    }

    private void fail(String message) {
        failed = true;
        progress.clear();
        streams.say(message);
    }

    /** The reports alone; failures are named on standard error as they come by. */
    private final class Reports implements Iterator<LicenseReport> {
        private final Iterator<BulkResult> results;
        private final Messages messages;
        private Optional<LicenseReport> next = Optional.empty();

        Reports(Iterator<BulkResult> results, Messages messages) {
            this.results = results;
            this.messages = messages;
        }

        @Override
        public boolean hasNext() {
            while (next.isEmpty() && results.hasNext()) {
                next = taken(results.next(), messages);
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

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.Decider;
import dev.fineprint.policy.Decision;
import dev.fineprint.policy.ProfileException;
import dev.fineprint.policy.UseProfile;
import dev.fineprint.report.DecisionFormats;
import dev.fineprint.report.DecisionWriter;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint decide}: may we use it, and what must we do? */
@Command(name = "decide", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class DecideCommand implements Callable<Integer> {
    /** From which answer on the exit status changes. */
    enum FailOn {
        FORBIDDEN(Answer.FORBIDDEN),
        NEEDS_LICENSE(Answer.NEEDS_LICENSE),
        UNCLEAR(Answer.UNCLEAR),
        NEVER(null);

        private final @Nullable Answer least;

        FailOn(@Nullable Answer least) {
            this.least = least;
        }

        boolean covers(Answer answer) {
            return least != null && answer.compareTo(least) >= 0;
        }

        /** As the command line writes it; picocli reads it so, too. */
        @Override
        public String toString() {
            return least == null ? "never" : least.code();
        }
    }

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|json|html|markdown|sarif",
            descriptionKey = "cli.option.decide-format")
    private @Nullable String format;

    @Option(
            names = {"-o", "--out"},
            paramLabel = "DIR",
            descriptionKey = "cli.option.decide-out")
    private @Nullable Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "forbidden|needs-license|unclear|never",
            descriptionKey = "cli.option.decide-fail-on")
    private FailOn failOn = FailOn.NEVER;

    @Option(names = "--together", descriptionKey = "cli.option.together")
    private boolean together;

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(arity = "1..*", paramLabel = "FILE", descriptionKey = "cli.option.files")
    private List<String> files = new ArrayList<>();

    private boolean failed;
    private Answer gravest = Answer.ALLOWED;

    DecideCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        String wanted = format != null ? format : out != null ? "json" : "text";
        boolean colour = out == null && streams.coloursOut();
        DecisionWriter writer = DecisionFormats.find(
                        wanted, new ReportOptions(language.locale(), streams.width(), colour))
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        messages.text("cli.format.unknown", wanted, String.join(", ", DecisionFormats.names()))));
        if (files.stream().filter(Inputs.STANDARD_INPUT::equals).count() > 1) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.text("cli.input.stdin-twice"));
        }
        UseProfile use;
        try {
            use = profile.profile();
        } catch (ProfileException e) {
            streams.say(messages.text("cli.profile.broken", e.problems().size()));
            e.problems().forEach(problem -> streams.say("  " + problem));
            return ExitStatus.FAILED;
        }
        decide(use, writer, DecisionFormats.extension(wanted), messages);
        return failed ? ExitStatus.FAILED : failOn.covers(gravest) ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    private void decide(UseProfile use, DecisionWriter writer, String extension, Messages messages) throws IOException {
        LicenseAnalyzer analyzer = catalog.analyzer(limits.maxBytes());
        Decider decider = Decider.create();
        List<Decision> decisions = new ArrayList<>();
        List<LicenseReport> reports = new ArrayList<>();
        Map<Path, String> written = new HashMap<>();
        OutputFolder folder = out == null ? null : new OutputFolder(out, extension);
        if (folder != null) {
            folder.create();
        }
        try (Ordered<String, Outcome> outcomes = new Ordered<>(files, file -> analyze(analyzer, file, messages))) {
            Progress progress = new Progress(streams, files.size());
            while (outcomes.hasNext()) {
                Outcome outcome = outcomes.next();
                progress.next(Inputs.name(outcome.argument()));
                if (outcome.report().isEmpty()) {
                    progress.clear();
                    fail(outcome.failure());
                } else if (together) {
                    reports.add(outcome.report().get());
                } else {
                    Decision decision = decider.decide(outcome.report().get(), use);
                    gravest = gravest.or(decision.answer());
                    if (folder == null) {
                        decisions.add(decision);
                    } else {
                        write(folder, written, outcome.argument(), decision, writer, messages);
                    }
                }
            }
            progress.end();
        }
        if (!reports.isEmpty()) {
            Decision decision = decider.decide(reports, use);
            gravest = decision.answer();
            if (folder == null) {
                decisions.add(decision);
            } else {
                write(folder, written, reports.get(0).document().name(), decision, writer, messages);
            }
        }
        if (files.size() == 1 || together) {
            for (Decision decision : decisions) {
                writer.write(decision, streams.out());
            }
        } else if (folder == null) {
            writer.writeAll(decisions, streams.out());
        }
    }

    private void write(
            OutputFolder folder,
            Map<Path, String> written,
            String argument,
            Decision decision,
            DecisionWriter writer,
            Messages messages)
            throws IOException {
        Path target = folder.target(argument);
        String before = written.putIfAbsent(target, argument);
        if (before != null) {
            fail(messages.text("cli.out.clash", argument, before, target));
        } else if (folder.isInput(target, files)) {
            fail(messages.text("cli.out.input", argument, target));
        } else {
            folder.write(target, stream -> writer.write(decision, stream));
        }
    }

    private void fail(String message) {
        failed = true;
        streams.say(message);
    }

    /** Runs on several threads at once. */
    private Outcome analyze(LicenseAnalyzer analyzer, String file, Messages messages) {
        try {
            StopSignal stop = limits.stop();
            return Outcome.of(file, analyzer.analyze(limits.read(file, streams.in(), stop), stop));
        } catch (AnalysisStoppedException e) {
            return Outcome.failed(file, limits.late(Inputs.name(file), messages));
        } catch (IOException e) {
            return Outcome.failed(file, messages.text("cli.failed", Inputs.reason(e, messages)));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // one text must never take the others with it
            return Outcome.failed(file, messages.text("cli.bug.file", file, String.valueOf(e)));
        }
    }
}

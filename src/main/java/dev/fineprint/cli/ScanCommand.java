// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.Messages;
import dev.fineprint.Verdict;
import dev.fineprint.policy.Answer;
import dev.fineprint.policy.ProfileException;
import dev.fineprint.policy.UseProfile;
import dev.fineprint.report.ReleaseFormats;
import dev.fineprint.report.ReleaseWriter;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.ReleaseDecider;
import dev.fineprint.scan.ReleaseScanner;
import dev.fineprint.scan.ScanLimits;
import dev.fineprint.scan.Scanned;
import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint scan}: reads whole releases of models. */
@Command(name = "scan", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class ScanCommand implements Callable<Integer> {
    /** From what on the exit status changes. */
    enum FailOn {
        OBSERVATIONS,
        DEVIATES,
        FORBIDDEN,
        NEEDS_LICENSE,
        UNCLEAR,
        NEVER;

        /** Whether it asks for a decision. */
        boolean decides() {
            return least().isPresent();
        }

        private Optional<Answer> least() {
            return switch (this) {
                case FORBIDDEN -> Optional.of(Answer.FORBIDDEN);
                case NEEDS_LICENSE -> Optional.of(Answer.NEEDS_LICENSE);
                case UNCLEAR -> Optional.of(Answer.UNCLEAR);
                default -> Optional.empty();
            };
        }

        boolean covers(ModelRelease release) {
            return switch (this) {
                case OBSERVATIONS -> !release.observations().isEmpty();
                case DEVIATES ->
                    release.documents().stream()
                            .flatMap(document -> document.report().stream())
                            .anyMatch(report -> report.verdict() == Verdict.DEVIATES);
                case NEVER -> false;
                default ->
                    release.decision()
                            .filter(decision -> decision.answer().compareTo(least().orElseThrow()) >= 0)
                            .isPresent();
            };
        }

        /** As the command line writes it; picocli reads it so, too. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|json|html|markdown|sarif",
            descriptionKey = "cli.option.scan-format")
    private String format = "text";

    @Option(
            names = "--fail-on",
            paramLabel = "observations|deviates|forbidden|needs-license|unclear|never",
            descriptionKey = "cli.option.scan-fail-on")
    private FailOn failOn = FailOn.NEVER;

    @Mixin
    private ProfileOptions profile = new ProfileOptions();

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(arity = "1..*", paramLabel = "DIR|ARCHIVE", descriptionKey = "cli.option.folders")
    private List<Path> folders = new ArrayList<>();

    private boolean failed;
    private boolean covered;

    ScanCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        ReleaseWriter writer = ReleaseFormats.find(
                        format, new ReportOptions(language.locale(), streams.width(), streams.coloursOut()))
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        messages.text("cli.format.unknown", format, String.join(", ", ReleaseFormats.names()))));
        Optional<UseProfile> use;
        try {
            use = profile.given() || failOn.decides() ? Optional.of(profile.profile()) : Optional.empty();
        } catch (ProfileException e) {
            streams.say(messages.text("cli.profile.broken", e.problems().size()));
            e.problems().forEach(problem -> streams.say("  " + problem));
            return ExitStatus.FAILED;
        }
        ReleaseScanner scanner = ReleaseScanner.create(analyzer(), scanLimits());
        List<Path> all = new ArrayList<>();
        for (Path folder : folders) {
            try {
                all.addAll(scanner.releases(folder));
            } catch (NotDirectoryException e) {
                fail(messages.text("cli.input.no-directory", folder));
            } catch (IOException e) {
                fail(messages.text("cli.failed", Inputs.reason(e, messages)));
            }
        }
        List<ModelRelease> releases = new ArrayList<>();
        ReleaseDecider decider = ReleaseDecider.create();
        for (Scanned scanned : scanner.scanAll(all.stream().distinct().toList())) {
            scanned.failure().ifPresent(failure -> fail(message(scanned.folder(), failure, messages)));
            if (scanned.release().isPresent()) {
                ModelRelease release = scanned.release().get();
                ModelRelease decided =
                        use.map(one -> decider.decide(release, one)).orElse(release);
                covered |= failOn.covers(decided);
                releases.add(decided);
            }
        }
        if (releases.size() == 1 && all.size() == 1 && folders.size() == 1) {
            writer.write(releases.get(0), streams.out());
        } else if (!all.isEmpty()) {
            writer.writeAll(releases, streams.out());
        }
        return failed ? ExitStatus.FAILED : covered ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    /** Licences that a release only names are analysed, too, however little of its own texts is to be read. */
    private LicenseAnalyzer analyzer() {
        Integer most = limits.maxBytes();
        return catalog.analyzer(most == null || most <= LicenseText.DEFAULT_LIMIT ? null : most);
    }

    private ScanLimits scanLimits() {
        ScanLimits all = ScanLimits.usual();
        Integer most = limits.maxBytes();
        ScanLimits sized = most == null ? all : all.withTextBytes(most);
        return limits.deadline().map(sized::withDeadline).orElse(sized);
    }

    private static String message(Path folder, Throwable failure, Messages messages) {
        if (failure instanceof FileSystemException e) {
            return messages.text("cli.failed", Inputs.reason(e, messages));
        }
        return failure instanceof IOException
                ? messages.text("cli.failed", String.valueOf(failure.getMessage())) // refused, and the message says why
                : messages.text("cli.bug.file", folder, String.valueOf(failure));
    }

    private void fail(String message) {
        failed = true;
        streams.say(message);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseDiff;
import dev.fineprint.Messages;
import dev.fineprint.catalog.Effect;
import dev.fineprint.report.DiffFormats;
import dev.fineprint.report.DiffWriter;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint compare}: what a new version of a licence changes. */
@Command(name = "compare", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class CompareCommand implements Callable<Integer> {
    /** Which changes change the exit status. */
    enum FailOn {
        RESTRICTS,
        BURDENS,
        ANY,
        NEVER;

        boolean covers(LicenseDiff diff) {
            return switch (this) {
                case RESTRICTS -> diff.isStricter(Effect.RESTRICTS);
                case BURDENS -> diff.isStricter(Effect.RESTRICTS) || diff.isStricter(Effect.BURDENS);
                case ANY -> !diff.isSame();
                case NEVER -> false;
            };
        }
    }

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FORMAT",
            descriptionKey = "cli.option.compare-format")
    private String format = "text";

    @Option(
            names = {"-o", "--out"},
            paramLabel = "FILE",
            descriptionKey = "cli.option.compare-out")
    private @Nullable Path out;

    @Option(
            names = "--fail-on",
            paramLabel = "restricts|burdens|any|never",
            descriptionKey = "cli.option.compare-fail-on")
    private FailOn failOn = FailOn.NEVER;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Mixin
    private CatalogOptions catalog = new CatalogOptions();

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(index = "0", paramLabel = "OLD", descriptionKey = "cli.option.compare-old")
    private String before = "";

    @Parameters(index = "1", paramLabel = "NEW", descriptionKey = "cli.option.compare-new")
    private String after = "";

    CompareCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        boolean colour = out == null && streams.coloursOut();
        DiffWriter writer = DiffFormats.writer(
                        format.toLowerCase(Locale.ROOT), new ReportOptions(language.locale(), streams.width(), colour))
                .orElseThrow(() -> new CommandLine.ParameterException(
                        spec.commandLine(),
                        messages.text("cli.format.unknown", format, String.join(", ", DiffFormats.names()))));
        if (before.equals(Inputs.STANDARD_INPUT) && after.equals(Inputs.STANDARD_INPUT)) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.text("cli.input.stdin-twice"));
        }
        LicenseAnalyzer analyzer = catalog.analyzer(limits.maxBytes());
        LicenseDiff diff;
        try {
            StopSignal stop = limits.stop();
            LicenseText old = limits.read(before, streams.in(), stop);
            diff = analyzer.compare(old, limits.read(after, streams.in(), stop), stop);
        } catch (AnalysisStoppedException e) {
            if (limits.deadline().isEmpty()) {
                throw e; // the thread was interrupted
            }
            streams.say(limits.late(Inputs.name(before) + ", " + Inputs.name(after), messages));
            return ExitStatus.FAILED;
        }
        if (out == null) {
            writer.write(diff, streams.out());
        } else if (!write(writer, diff, out, messages)) {
            return ExitStatus.FAILED;
        }
        return failOn.covers(diff) ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    private boolean write(DiffWriter writer, LicenseDiff diff, Path file, Messages messages) {
        Path target = file.toAbsolutePath();
        try {
            Path parent = Objects.requireNonNull(target.getParent(), "a file has a folder");
            OutputFolder folder = new OutputFolder(parent, "");
            if (Files.isDirectory(target)) {
                streams.say(messages.text("cli.compare.folder", file));
                return false;
            }
            if (folder.isInput(target, List.of(before, after))) {
                streams.say(messages.text("cli.compare.input", file));
                return false;
            }
            folder.create();
            folder.write(target, stream -> writer.write(diff, stream));
            return true;
        } catch (IOException e) {
            streams.say(messages.text("cli.out.failed", file, String.valueOf(e)));
            return false;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import dev.fineprint.Verdict;
import dev.fineprint.report.ReleaseFormats;
import dev.fineprint.report.ReleaseWriter;
import dev.fineprint.report.ReportOptions;
import dev.fineprint.scan.ModelRelease;
import dev.fineprint.scan.ReleaseScanner;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
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

/** {@code fineprint scan}: reads whole releases of models. */
@Command(name = "scan", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class ScanCommand implements Callable<Integer> {
    /** From what on the exit status changes. */
    enum FailOn {
        OBSERVATIONS,
        DEVIATES,
        NEVER;

        boolean covers(ModelRelease release) {
            return switch (this) {
                case OBSERVATIONS -> !release.observations().isEmpty();
                case DEVIATES ->
                    release.documents().stream()
                            .flatMap(document -> document.report().stream())
                            .anyMatch(report -> report.verdict() == Verdict.DEVIATES);
                case NEVER -> false;
            };
        }
    }

    /** What became of one folder. */
    private record Scanned(Path folder, Optional<ModelRelease> release, String failure) {}

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    @Option(
            names = {"-f", "--format"},
            paramLabel = "text|json|html|markdown",
            descriptionKey = "cli.option.scan-format")
    private String format = "text";

    @Option(names = "--fail-on", paramLabel = "observations|deviates|never", descriptionKey = "cli.option.scan-fail-on")
    private FailOn failOn = FailOn.NEVER;

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
        ReleaseScanner scanner = ReleaseScanner.create(catalog.analyzer());
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
        try (Ordered<Path, Scanned> scanned = new Ordered<>(all, folder -> scan(scanner, folder, messages))) {
            if (all.size() == 1 && folders.size() == 1) {
                Optional<ModelRelease> release = taken(scanned.next());
                if (release.isPresent()) {
                    writer.write(release.get(), streams.out());
                }
            } else if (!all.isEmpty()) {
                writer.writeAll(() -> new Releases(scanned), streams.out());
            }
        }
        return failed ? ExitStatus.FAILED : covered ? ExitStatus.DEVIATION : ExitStatus.DONE;
    }

    /** Runs on several threads at once. */
    private static Scanned scan(ReleaseScanner scanner, Path folder, Messages messages) {
        try {
            return new Scanned(folder, Optional.of(scanner.scan(folder)), "");
        } catch (FileSystemException e) {
            return new Scanned(folder, Optional.empty(), messages.text("cli.failed", Inputs.reason(e, messages)));
        } catch (IOException e) { // refused, and the message says why
            return new Scanned(folder, Optional.empty(), messages.text("cli.failed", String.valueOf(e.getMessage())));
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            // one release must never take the others with it
            return new Scanned(folder, Optional.empty(), messages.text("cli.bug.file", folder, String.valueOf(e)));
        }
    }

    private Optional<ModelRelease> taken(Scanned scanned) {
        scanned.release().ifPresentOrElse(release -> covered |= failOn.covers(release), () -> fail(scanned.failure()));
        return scanned.release();
    }

    private void fail(String message) {
        failed = true;
        streams.say(message);
    }

    /** The releases alone; failures are named on standard error as they come by. */
    private final class Releases implements Iterator<ModelRelease> {
        private final Iterator<Scanned> scanned;
        private @Nullable ModelRelease next;

        Releases(Iterator<Scanned> scanned) {
            this.scanned = scanned;
        }

        @Override
        public boolean hasNext() {
            while (next == null && scanned.hasNext()) {
                next = taken(scanned.next()).orElse(null);
            }
            return next != null;
        }

        @Override
        public ModelRelease next() {
            ModelRelease release = hasNext() ? next : null;
            if (release == null) {
                throw new NoSuchElementException();
            }
            next = null;
            return release;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Finding;
import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.Span;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Example;
import dev.fineprint.catalog.PatternCatalog;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint patterns}: helps to write patterns. */
@Command(name = "patterns", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
final class PatternsCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    private PatternsCommand() {}

    static CommandLine create(Streams streams) {
        return new CommandLine(new PatternsCommand())
                .addSubcommand(new Check(streams))
                .addSubcommand(new Try(streams));
    }

    @Override
    public void run() {
        String[] args =
                spec.root().commandLine().getParseResult().originalArgs().toArray(new String[0]);
        throw new CommandLine.ParameterException(
                spec.commandLine(), Messages.in(Main.language(args)).text("cli.no-command"));
    }

    /** An example as a text of its own, and where its sentence starts. */
    private record Sample(String text, int start) {
        static Sample of(Optional<String> context, String sentence) {
            String leadIn = context.map(words -> words + "\n\n- ").orElse("");
            return new Sample(leadIn + sentence, leadIn.length());
        }

        /** The findings in the sentence, not those in its lead-in. */
        List<Finding> findings(LicenseReport report) {
            return report.findings().stream()
                    .filter(finding -> finding.spans().stream().anyMatch(span -> span.end() > start))
                    .toList();
        }

        /** The sentence with [[ ]] around the words that were recognised. */
        String marked(Finding finding) {
            StringBuilder marked = new StringBuilder(text.substring(start));
            List<Span> spans = new ArrayList<>(finding.evidence());
            spans.sort(Comparator.comparingInt(Span::start).reversed());
            for (Span span : spans) {
                if (span.start() >= start) {
                    marked.insert(span.end() - start, "]]").insert(span.start() - start, "[[");
                }
            }
            return marked.toString();
        }

        /** Whether the words recognised in the sentence are the marked ones. */
        boolean covers(Finding finding, Example example) {
            int from = Integer.MAX_VALUE;
            int to = -1;
            for (Span span : finding.evidence()) {
                if (span.start() >= start) {
                    from = Math.min(from, span.start() - start);
                    to = Math.max(to, span.end() - start);
                }
            }
            return from == example.markStart() && to == example.markEnd();
        }
    }

    /** {@code fineprint patterns check}: does a folder of patterns hold what its examples promise. */
    @Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
    static final class Check implements Callable<Integer> {
        private final Streams streams;

        @Parameters(paramLabel = "DIR", descriptionKey = "cli.option.check-folder")
        private Path folder = Path.of("");

        @Mixin
        private LanguageOption language = new LanguageOption();

        Check(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Integer call() {
            Messages messages = language.messages();
            PatternCatalog bundled = PatternCatalog.bundled();
            PatternCatalog catalog = bundled.plus(folder);
            LicenseAnalyzer analyzer =
                    LicenseAnalyzer.builder().catalog(catalog).build();
            List<String> faults = new ArrayList<>();
            int patterns = 0;
            int examples = 0;
            for (ClauseKind kind : catalog.kinds()) {
                for (ClausePattern pattern : kind.patterns()) {
                    if (Path.of(pattern.source().file()).startsWith(folder)) {
                        patterns++;
                        examples +=
                                pattern.examples().size() + pattern.nearMisses().size();
                        check(kind, pattern, analyzer, messages, faults);
                    }
                }
            }
            faults.forEach(streams::say);
            PrintWriter out = streams.outWriter();
            out.println(messages.text("cli.check.done", patterns, examples, faults.size()));
            out.flush();
            return faults.isEmpty() ? ExitStatus.DONE : ExitStatus.FAILED;
        }

        private static void check(
                ClauseKind kind,
                ClausePattern pattern,
                LicenseAnalyzer analyzer,
                Messages messages,
                List<String> faults) {
            for (Example example : pattern.examples()) {
                Sample sample = Sample.of(example.context(), example.text());
                List<Finding> findings = sample.findings(analyzer.analyze(sample.text()));
                Optional<Finding> found = findings.stream()
                        .filter(finding -> finding.kind().equals(kind.id()))
                        .findFirst();
                if (found.isEmpty()) {
                    faults.add(messages.text("cli.check.missed", example.source(), pattern.id(), example.text()));
                } else if (found.get().pattern().equals(pattern.id())
                        && example.marked()
                        && !sample.covers(found.get(), example)) {
                    faults.add(messages.text(
                            "cli.check.other-words", example.source(), pattern.id(), sample.marked(found.get())));
                }
            }
            for (Example nearMiss : pattern.nearMisses()) {
                Sample sample = Sample.of(nearMiss.context(), nearMiss.text());
                for (Finding finding : sample.findings(analyzer.analyze(sample.text()))) {
                    if (finding.pattern().equals(pattern.id())) {
                        faults.add(messages.text(
                                "cli.check.matched", nearMiss.source(), pattern.id(), sample.marked(finding)));
                    }
                }
            }
        }
    }

    /** {@code fineprint patterns try}: which patterns match a sentence. */
    @Command(name = "try", mixinStandardHelpOptions = true, versionProvider = Main.Version.class)
    static final class Try implements Callable<Integer> {
        private final Streams streams;

        @Parameters(paramLabel = "SENTENCE", descriptionKey = "cli.option.sentence")
        private String sentence = "";

        @Option(names = "--context", paramLabel = "LEAD-IN", descriptionKey = "cli.option.context")
        private Optional<String> context = Optional.empty();

        @Mixin
        private CatalogOptions catalog = new CatalogOptions();

        @Mixin
        private LanguageOption language = new LanguageOption();

        Try(Streams streams) {
            this.streams = streams;
        }

        @Override
        public Integer call() {
            Messages messages = language.messages();
            Sample sample = Sample.of(context, sentence);
            List<Finding> findings = sample.findings(catalog.analyzer().analyze(sample.text()));
            PrintWriter out = streams.outWriter();
            if (findings.isEmpty()) {
                out.println(messages.text("cli.try.nothing"));
            }
            for (Finding finding : findings) {
                out.println(finding.pattern() + "  (" + finding.effect().code() + ")");
                out.println("  " + sample.marked(finding));
                finding.params().forEach((name, value) -> out.println("  " + name + " = " + value));
            }
            out.flush();
            return ExitStatus.DONE;
        }
    }
}

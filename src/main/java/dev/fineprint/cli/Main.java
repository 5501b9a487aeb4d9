// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The command {@code fineprint}. */
@Command(
        name = "fineprint",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Runnable {
    /** In the order in which the help lists them. */
    private static final List<String> SUBCOMMANDS =
            List.of("analyze", "compare", "decide", "scan", "kinds", "evaluate", "fingerprint", "patterns");

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    private final Messages messages;

    private Main(Messages messages) {
        this.messages = messages;
    }

    /** Runs the command and ends the process with its exit status. */
    public static void main(String[] args) {
        Preload.start(args);
        System.exit(run(Streams.ofProcess(), args));
    }

    /** Runs the command and returns its exit status. */
    static int run(Streams streams, String... args) {
        int status = isPlain(args) ? analyze(streams, args) : parse(streams, args);
        streams.flush();
        return status;
    }

    /** Whether files are to be analysed, and nothing else is said: nothing that a parser would have to look at. */
    private static boolean isPlain(String... args) {
        if (args.length < 2 || !args[0].equals("analyze")) {
            return false;
        }
        for (String argument : args) {
            if (argument.isEmpty() || argument.startsWith("-") || argument.startsWith("@")) {
                return false;
            }
        }
        return true;
    }

    /** The most usual call of all goes without the parser, which takes as long to get ready as the analysis. */
    private static int analyze(Streams streams, String... args) {
        try {
            return AnalyzeCommand.of(streams, List.of(args).subList(1, args.length))
                    .call();
        } catch (Exception e) {
            return ExitStatus.explain(e, streams, Messages.in(Locale.ENGLISH));
        }
    }

    private static int parse(Streams streams, String... args) {
        Messages messages = Messages.in(language(args));
        CommandLine command = new CommandLine(new Main(messages));
        for (String name : subcommands(args)) {
            command.addSubcommand(name, subcommand(name, streams));
        }
        command.setResourceBundle(helpIn(language(args)));
        command.setOut(streams.outWriter());
        command.setErr(streams.err());
        command.setUsageHelpWidth(Math.min(Math.max(streams.width(), 60), 120));
        command.setCaseInsensitiveEnumValuesAllowed(true);
        if (!streams.coloursOut()) {
            command.setColorScheme(CommandLine.Help.defaultColorScheme(CommandLine.Help.Ansi.OFF));
        }
        command.setParameterExceptionHandler((problem, arguments) -> {
            PrintWriter err = problem.getCommandLine().getErr();
            err.println(messages.text("cli.wrong-usage", String.valueOf(problem.getMessage())));
            err.println(messages.text(
                    "cli.see-help", problem.getCommandLine().getCommandSpec().qualifiedName(" ")));
            err.flush();
            return ExitStatus.FAILED;
        });
        command.setExecutionExceptionHandler(
                (problem, line, arguments) -> ExitStatus.explain(problem, streams, messages));
        return command.execute(args);
    }

    /** The one that is called, or all where none is: to read what they look like takes longer than to analyse a text. */
    private static List<String> subcommands(String... args) {
        return args.length > 0 && SUBCOMMANDS.contains(args[0]) ? List.of(args[0]) : SUBCOMMANDS;
    }

    private static Object subcommand(String name, Streams streams) {
        return switch (name) {
            case "analyze" -> new AnalyzeCommand(streams);
            case "compare" -> new CompareCommand(streams);
            case "decide" -> new DecideCommand(streams);
            case "scan" -> new ScanCommand(streams);
            case "kinds" -> new KindsCommand(streams);
            case "evaluate" -> new EvaluateCommand(streams);
            case "fingerprint" -> new FingerprintCommand(streams);
            case "patterns" -> PatternsCommand.create(streams);
            default -> throw new IllegalArgumentException("no subcommand " + name);
        };
    }

    @Override
    public void run() {
        throw WrongUsage.of(spec, messages.text("cli.no-command"));
    }

    /** The language asked for, read before the arguments are parsed: help and parse errors need it too. */
    static Locale language(String... args) {
        List<String> all = List.of(args);
        for (int i = 0; i < all.size(); i++) {
            String argument = all.get(i);
            boolean chinese = argument.equals("--lang=zh")
                    || (argument.equals("--lang")
                            && i + 1 < all.size()
                            && all.get(i + 1).equals("zh"));
            if (chinese) {
                return Locale.CHINESE;
            }
        }
        return Locale.ENGLISH;
    }

    private static ResourceBundle helpIn(Locale locale) {
        boolean chinese = locale.equals(Locale.CHINESE);
        return ResourceBundle.getBundle("dev.fineprint.messages", chinese ? Locale.CHINESE : Locale.ROOT);
    }

    /** The version out of the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"fineprint " + (version == null ? "development" : version)};
        }
    }
}

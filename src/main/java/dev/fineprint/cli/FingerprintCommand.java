// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.Messages;
import dev.fineprint.identify.Fingerprint;
import dev.fineprint.identify.FingerprintList;
import dev.fineprint.identify.Identification;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.identify.Relation;
import dev.fineprint.text.Clause;
import dev.fineprint.text.Language;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code fineprint fingerprint}: makes a licence known without keeping its text. */
@Command(name = "fingerprint")
final class FingerprintCommand implements Callable<Integer> {
    /** What a text is. */
    enum Kind {
        LICENSE,
        USE_POLICY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** An id names a file, and stands in reports and bills of materials. */
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,99}");

    private static final Pattern DATE = Pattern.compile("[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?");
    private static final Pattern LANGUAGES = Pattern.compile("[a-z]{2}( [a-z]{2})*");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]");

    /** A language that has less than this share of a text is not named. */
    private static final double LEAST_SHARE = 0.2;

    /** What takes one Chinese character takes about so many English ones. */
    private static final int ENGLISH_FOR_HAN = 3;

    private final Streams streams;

    @Spec
    private CommandSpec spec = CommandSpec.create(); // replaced by picocli

    /** Without --version for the tool: here it is the licence's. */
    @SuppressWarnings("UnusedVariable") // picocli looks at it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            descriptionKey = "mixinStandardHelpOptions.help")
    private boolean help;

    @Option(names = "--id", required = true, paramLabel = "ID", descriptionKey = "cli.option.known-id")
    private String id = "";

    @Option(names = "--title", required = true, paramLabel = "TITLE", descriptionKey = "cli.option.known-title")
    private String title = "";

    @Option(names = "--publisher", paramLabel = "NAME", descriptionKey = "cli.option.known-publisher")
    private String publisher = "";

    @Option(names = "--version", paramLabel = "VERSION", descriptionKey = "cli.option.known-version")
    private String version = "";

    @Option(names = "--date", paramLabel = "YYYY-MM-DD", descriptionKey = "cli.option.known-date")
    private String date = "";

    @Option(names = "--languages", paramLabel = "CODES", descriptionKey = "cli.option.known-languages")
    private String languages = "";

    @Option(names = "--kind", paramLabel = "license|use-policy", descriptionKey = "cli.option.known-kind")
    private Kind kind = Kind.LICENSE;

    @Option(names = "--url", paramLabel = "WHERE", descriptionKey = "cli.option.known-url")
    private String url = "";

    @Option(names = "--corpus", paramLabel = "DIR", descriptionKey = "cli.option.known-corpus")
    private @Nullable Path corpus;

    @Option(names = "--replace", descriptionKey = "cli.option.known-replace")
    private boolean replace;

    @Mixin
    private LanguageOption language = new LanguageOption();

    @Parameters(arity = "1", paramLabel = "FILE", descriptionKey = "cli.option.known-file")
    private String file = "";

    FingerprintCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        Messages messages = language.messages();
        check(ID.matcher(id).matches(), messages, "cli.fingerprint.id", id);
        check(!title.isBlank(), messages, "cli.fingerprint.title");
        check(date.isEmpty() || DATE.matcher(date).matches(), messages, "cli.fingerprint.date", date);
        String codes = String.join(" ", languages.replace(',', ' ').strip().split("\\s+"));
        check(codes.isEmpty() || LANGUAGES.matcher(codes).matches(), messages, "cli.fingerprint.languages", languages);
        for (String fact : new String[] {title, publisher, version, url}) {
            check(!CONTROL.matcher(fact).find(), messages, "cli.fingerprint.line", fact.strip());
        }
        LicenseText text = Inputs.read(file, streams.in());
        Fingerprint fingerprint;
        try {
            fingerprint = Fingerprint.of(text, facts(codes.isEmpty() ? languages(text) : codes));
        } catch (IllegalArgumentException e) { // too short or too long: the message says so
            streams.say(messages.text("cli.failed", String.valueOf(e.getMessage())));
            return ExitStatus.FAILED;
        }
        warnOfOther(text, messages);
        return corpus == null ? print(fingerprint) : add(fingerprint, corpus, messages);
    }

    private void check(boolean right, Messages messages, String key, Object... arguments) {
        if (!right) {
            throw new CommandLine.ParameterException(spec.commandLine(), messages.text(key, arguments));
        }
    }

    private Map<String, String> facts(String codes) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("id", id);
        facts.put("title", title.strip());
        facts.put("publisher", publisher.strip());
        facts.put("version", version.strip());
        facts.put("date", date);
        facts.put("languages", codes);
        facts.put("kind", kind.toString());
        facts.put("published", url.strip());
        return facts;
    }

    /** The codes of the languages that a good part of the text is in, as far as they are told apart. */
    private static String languages(LicenseText text) {
        EnumMap<Language, Integer> lengths = new EnumMap<>(Language.class);
        for (Clause clause : Segmenter.create().segment(text).clauses()) {
            int weight = clause.language() == Language.ZH ? ENGLISH_FOR_HAN : 1;
            lengths.merge(clause.language(), weight * (clause.end() - clause.start()), Integer::sum);
        }
        int all = lengths.values().stream().mapToInt(Integer::intValue).sum();
        return lengths.entrySet().stream()
                .filter(each -> each.getKey() != Language.OTHER && each.getValue() >= LEAST_SHARE * all)
                .map(each -> each.getKey().code())
                .collect(Collectors.joining(" "));
    }

    /** A text that is known by another name needs no second one, as a rule. */
    private void warnOfOther(LicenseText text, Messages messages) {
        Identification known = LicenseIndex.bundled().identify(text);
        if (known.relation() == Relation.EXACT && !known.id().equals(id)) {
            streams.say(messages.text("cli.fingerprint.known", Inputs.name(file), known.id()));
        }
    }

    private int print(Fingerprint fingerprint) {
        PrintWriter out = streams.outWriter();
        out.print("# corpus/fingerprints/" + id + Fingerprint.EXTENSION + "\n");
        out.print(fingerprint.format());
        out.print("\n# corpus/licenses.yaml\n");
        out.print(FingerprintList.entry(fingerprint));
        out.flush();
        return ExitStatus.DONE;
    }

    private int add(Fingerprint fingerprint, Path folder, Messages messages) throws IOException {
        Path fingerprints = folder.resolve("fingerprints");
        Path list = folder.resolve("licenses.yaml");
        if (!Files.isDirectory(fingerprints)) {
            streams.say(messages.text("cli.fingerprint.no-corpus", folder));
            return ExitStatus.FAILED;
        }
        Path target = fingerprints.resolve(id + Fingerprint.EXTENSION);
        if (Files.exists(target) && !replace) {
            streams.say(messages.text("cli.fingerprint.there", target));
            return ExitStatus.FAILED;
        }
        try {
            FingerprintList.read(fingerprints); // before anything is written: a broken folder is to stay as it is
            write(fingerprints, target, fingerprint.format());
            write(folder, list, FingerprintList.format(FingerprintList.read(fingerprints)));
        } catch (IllegalArgumentException e) {
            streams.say(messages.text("cli.failed", String.valueOf(e.getMessage())));
            return ExitStatus.FAILED;
        }
        PrintWriter out = streams.outWriter();
        out.println(target);
        out.println(list);
        out.flush();
        return ExitStatus.DONE;
    }

    private static void write(Path folder, Path target, String content) throws IOException {
        new OutputFolder(folder, "").write(target, out -> out.write(content.getBytes(StandardCharsets.UTF_8)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The README does what it says: its commands run, its code compiles and runs, its report is the one that is printed. */
class ReadmeTest {
    private static final Path README = Path.of("README.md");
    private static final String COMMAND = "java -jar target/fineprint.jar ";
    private static final String SPECIMEN = "corpus/specimens/heron-community-licence.txt";
    private static final String ELLIPSIS = "[...]";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)[^)]*\\)");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyCommandRuns() throws IOException {
        List<String> commands = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("    ") && line.contains(COMMAND))
                .map(String::strip)
                .toList();
        assertThat(commands).hasSizeGreaterThan(8);
        return commands.stream().map(command -> DynamicTest.dynamicTest(command, () -> runs(command)));
    }

    private void runs(String line) throws IOException {
        String input = "";
        Matcher echo = Pattern.compile("^echo \"([^\"]*)\" \\| ").matcher(line);
        if (echo.find()) {
            input = echo.group(1) + "\n";
        }
        String arguments = line.substring(line.indexOf(COMMAND) + COMMAND.length());
        boolean piped = arguments.contains(" > ");
        List<String> words = words(piped ? arguments.substring(0, arguments.indexOf(" > ")) : arguments);
        CommandRun run = CommandRun.reading(input, words.toArray(new String[0]));
        int expected = words.contains("--fail-on") ? ExitStatus.DEVIATION : ExitStatus.DONE;
        assertThat(run.status()).as(run.err()).isEqualTo(expected);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().isEmpty()).isEqualTo(words.contains("--out") || words.contains("--to"));
    }

    /** As a shell would read them: quotation marks, and stars in the last step of a path. */
    private static List<String> words(String arguments) throws IOException {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(arguments);
        while (matcher.find()) {
            String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            if (word.contains("*")) {
                Path parent = Objects.requireNonNull(Path.of(word).getParent());
                PathMatcher glob = FileSystems.getDefault().getPathMatcher("glob:" + word);
                try (Stream<Path> files = Files.list(parent)) {
                    files.filter(glob::matches).map(Path::toString).sorted().forEach(words::add);
                }
            } else {
                words.add(word);
            }
        }
        return words;
    }

    @Test
    void theTwoCommandsComeFirst() throws IOException {
        List<String> commands = Files.readAllLines(README).stream()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .limit(2)
                .toList();
        assertThat(commands.get(0)).endsWith("&& " + COMMAND + "analyze " + SPECIMEN);
        assertThat(commands.get(1)).isEqualTo("mvn -B verify");
    }

    /** Parts of the printed report, in order, with the mark of an omission between them. */
    @Test
    void theReportIsTheOneThatIsPrinted() throws IOException {
        String printed = CommandRun.of("analyze", SPECIMEN).out();
        String shown = block("text");
        int at = 0;
        for (String part : shown.split(Pattern.quote(ELLIPSIS), -1)) {
            String wanted = part.strip();
            int found = printed.indexOf(wanted, at);
            assertThat(found)
                    .as("not in the report, or not there:%n%s%n%nThe report:%n%s", wanted, printed)
                    .isNotNegative();
            at = found + wanted.length();
        }
        assertThat(shown.strip()).startsWith("Fineprint: ").contains("RESTRICTS", "DEVIATES", ELLIPSIS);
    }

    @Test
    void theCodeCompilesAndRuns() throws Exception {
        // what needs a cluster is run where there is one, with the tests of the adapter
        List<String> snippets = blocks("java").stream()
                .filter(snippet -> !snippet.contains("SparkAnalyzer"))
                .toList();
        assertThat(snippets).hasSize(2);
        assertThat(output(snippets.get(0))).contains("DEVIATES: ", "use.prohibited [OSD-6", "  line ");
        assertThat(output(snippets.get(1)).lines()).hasSize(2).allMatch(line -> line.startsWith("{\"schema\":"));
    }

    private String output(String snippet) throws Exception {
        String source = Stream.of(
                                "dev.fineprint",
                                "dev.fineprint.catalog",
                                "dev.fineprint.read",
                                "dev.fineprint.report",
                                "dev.fineprint.text",
                                "java.io",
                                "java.nio.file",
                                "java.util",
                                "java.util.stream")
                        .map(name -> "import " + name + ".*;\n")
                        .reduce("", String::concat)
                + "public class Snippet { public static void run() throws Exception {\n" + snippet + "\n} }\n";
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        JavaFileObject file =
                new SimpleJavaFileObject(URI.create("string:///Snippet.java"), JavaFileObject.Kind.SOURCE) {
                    @Override
                    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                        return source;
                    }
                };
        List<String> options =
                List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path"));
        boolean compiled = compiler.getTask(null, null, problems, options, null, List.of(file))
                .call();
        assertThat(problems.getDiagnostics().stream().filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR))
                .isEmpty();
        assertThat(compiled).isTrue();
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()}, ReadmeTest.class.getClassLoader())) {
            Method run = loader.loadClass("Snippet").getMethod("run");
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            run.invoke(null);
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void everyLinkLeadsToAFile() throws IOException {
        Matcher links = LINK.matcher(Files.readString(README));
        int count = 0;
        while (links.find()) {
            if (!links.group(1).startsWith("https://")) {
                assertThat(Path.of(links.group(1))).exists();
                count++;
            }
        }
        assertThat(count).isGreaterThan(2);
    }

    @Test
    void itSaysThatItIsNoLegalAdvice() throws IOException {
        assertThat(Files.readString(README)).containsIgnoringCase("no legal advice");
    }

    private static String block(String language) throws IOException {
        return blocks(language).get(0);
    }

    private static List<String> blocks(String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher matcher = Pattern.compile("```" + language + "\\n(.*?)\\n```", Pattern.DOTALL)
                .matcher(Files.readString(README));
        while (matcher.find()) {
            blocks.add(matcher.group(1));
        }
        return blocks;
    }
}

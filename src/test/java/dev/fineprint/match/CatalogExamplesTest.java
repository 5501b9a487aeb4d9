// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Example;
import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every example of the bundled catalog is a test, named by its file and line, and a link to it. */
class CatalogExamplesTest {
    private static final PatternCatalog CATALOG = PatternCatalog.bundled();
    private static final ClauseMatcher MATCHER = ClauseMatcher.compile(CATALOG);
    private static final Segmenter SEGMENTER = Segmenter.create();
    private static final Path FOLDER = Path.of("clause-patterns");

    @TestFactory
    Stream<DynamicNode> patternsMatchTheirExamples() {
        return CATALOG.kinds().stream()
                .flatMap(kind -> kind.patterns().stream()
                        .flatMap(pattern -> pattern.examples().stream()
                                .map(example -> test(example, () -> matchesExample(kind, pattern, example)))));
    }

    @TestFactory
    Stream<DynamicNode> kindsPassOverTheirNearMisses() {
        return CATALOG.kinds().stream()
                .flatMap(kind -> kind.patterns().stream()
                        .flatMap(pattern -> pattern.nearMisses().stream()
                                .map(example -> test(
                                        example,
                                        () -> assertThat(findings(kind.id(), example))
                                                .as(() -> explain(example))
                                                .isEmpty()))));
    }

    @TestFactory
    Stream<DynamicNode> knownMissesAreStillMissed() {
        return CATALOG.kinds().stream()
                .flatMap(kind -> kind.knownMisses().stream()
                        .map(example -> test(
                                example,
                                () -> assertThat(findings(kind.id(), example))
                                        .as("this known miss is found now: make it an example. " + explain(example))
                                        .isEmpty())));
    }

    @TestFactory
    Stream<DynamicNode> domainsAreReadFromTheirExamples() {
        return CATALOG.domains().stream()
                .flatMap(domain -> domain.examples().stream()
                        .map(example -> test(
                                example,
                                () -> assertThat(domains(example))
                                        .as(() -> explain(example))
                                        .contains(domain.id()))));
    }

    @TestFactory
    Stream<DynamicNode> domainsPassOverTheirNearMisses() {
        return CATALOG.domains().stream()
                .flatMap(domain -> domain.nearMisses().stream()
                        .map(example -> test(
                                example,
                                () -> assertThat(domains(example))
                                        .as(() -> explain(example))
                                        .doesNotContain(domain.id()))));
    }

    @Test
    void thereAreEnoughExamples() {
        long examples = CATALOG.kinds().stream()
                .flatMap(kind -> kind.patterns().stream())
                .mapToLong(pattern ->
                        pattern.examples().size() + pattern.nearMisses().size())
                .sum();
        long ofDomains = CATALOG.domains().stream()
                .mapToLong(
                        domain -> domain.examples().size() + domain.nearMisses().size())
                .sum();
        assertThat(examples).isGreaterThan(600);
        assertThat(ofDomains).isGreaterThan(400);
    }

    @Test
    void everyRestrictingKindHasEightExamplesAndFourNearMisses() {
        List<String> poor = new ArrayList<>();
        for (ClauseKind kind : CATALOG.kinds()) {
            boolean restricts = kind.effect() == dev.fineprint.catalog.Effect.RESTRICTS;
            for (String lang : List.of("en", "zh")) {
                List<ClausePattern> patterns = kind.patterns().stream()
                        .filter(p -> p.lang().equals(lang))
                        .toList();
                int examples =
                        patterns.stream().mapToInt(p -> p.examples().size()).sum();
                int nearMisses =
                        patterns.stream().mapToInt(p -> p.nearMisses().size()).sum();
                if (examples < (restricts ? 8 : 4) || nearMisses < (restricts ? 4 : 2)) {
                    poor.add(kind.id() + " (" + lang + "): " + examples + " examples, " + nearMisses + " near misses");
                }
            }
        }
        assertThat(poor).isEmpty();
    }

    private static DynamicNode test(Example example, org.junit.jupiter.api.function.Executable test) {
        String file = example.source().file();
        String shortFile = file.substring(Math.max(0, file.indexOf("clause-patterns")));
        Path path = FOLDER.resolve(shortFile.replaceFirst("^.*clause-patterns/", ""));
        String name = shortFile + ":" + example.source().line() + " " + shorten(example.text());
        if (!Files.exists(path)) {
            return DynamicTest.dynamicTest(name, test);
        }
        URI link = URI.create(path.toUri() + "?line=" + example.source().line());
        return DynamicTest.dynamicTest(name, link, test);
    }

    private static void matchesExample(ClauseKind kind, ClausePattern pattern, Example example) {
        String whole = whole(example);
        int offset = whole.length() - example.text().length();
        LicenseText text = LicenseText.of("example", whole);
        List<ClauseMatch> own = MATCHER.explain(text, SEGMENTER.segment(text)).stream()
                .filter(match -> match.pattern().id().equals(pattern.id()) && match.end() > offset)
                .toList();
        assertThat(own)
                .as(() -> "not matched by " + pattern.id() + explain(example))
                .isNotEmpty();
        if (example.marked()) {
            ClauseMatch match = own.get(0);
            assertThat(whole.substring(match.start(), match.end()))
                    .as(() -> "the words that " + pattern.id() + " matched" + explain(example))
                    .isEqualTo(example.markedText());
        }
        List<ClauseMatch> findings = findings(kind.id(), example);
        assertThat(findings)
                .as(() -> "the pattern matched, but the finding gave way to another kind" + explain(example))
                .isNotEmpty();
        for (Map.Entry<String, Object> expected : example.values().entrySet()) {
            Object read = findings.get(0).values().get(expected.getKey());
            if (!comparable(expected.getValue()).equals(comparable(read))) {
                fail(expected.getKey() + ": expected " + expected.getValue() + " but read " + read + explain(example));
            }
        }
    }

    private static Object comparable(Object value) {
        return value instanceof List<?> list
                ? new TreeSet<>(list.stream().map(String::valueOf).toList())
                : String.valueOf(value);
    }

    private static List<ClauseMatch> findings(String kind, Example example) {
        String whole = whole(example);
        int offset = whole.length() - example.text().length();
        LicenseText text = LicenseText.of("example", whole);
        return MATCHER.match(text, SEGMENTER.segment(text)).matches().stream()
                .filter(match -> match.kind().id().equals(kind) && match.end() > offset)
                .toList();
    }

    private static List<String> domains(Example example) {
        return findings("use.prohibited", example).stream()
                .flatMap(match -> ((List<?>) match.values().getOrDefault("domains", List.of())).stream())
                .map(String::valueOf)
                .toList();
    }

    /** An example with a context is an item of the list that the context leads into. */
    private static String whole(Example example) {
        return example.context()
                .map(context -> context + "\n\n- " + example.text())
                .orElse(example.text());
    }

    private static String explain(Example example) {
        String whole = whole(example);
        LicenseText text = LicenseText.of("example", whole);
        Segmentation segmentation = SEGMENTER.segment(text);
        String clauses = segmentation.clauses().stream()
                .map(clause -> "\n  clause " + clause.index() + " " + clause.type() + " under " + clause.leadIns()
                        + ": " + words(whole, clause))
                .collect(Collectors.joining());
        String matches = MATCHER.explain(text, segmentation).stream()
                .map(match -> "\n  " + match.pattern().id() + " matches [["
                        + whole.substring(match.start(), match.end()) + "]] " + match.values())
                .collect(Collectors.joining());
        return "\n  at " + example.source() + clauses + matches + "\n";
    }

    private static String words(String text, Clause clause) {
        return text.substring(clause.start(), clause.end());
    }

    private static String shorten(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "...";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.ClausePattern;
import dev.fineprint.catalog.Example;
import dev.fineprint.catalog.PatternCatalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What holds for the report on any licence: here licences of paragraphs, each a sentence that the catalog has as an example of
 * one of its patterns, under headings, in English and in Chinese.
 */
class AnalysisProperties {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    private static final List<String> ENGLISH = examples("en");
    private static final List<String> CHINESE = examples("zh");

    /** Sentences that say nothing about rights, and stand by themselves. */
    private static final List<String> UNRELATED = List.of(
            "Herons nest in tall trees near shallow water, and return to the same place every spring.",
            "The tide was out when the boats came home in the evening.",
            "Rain fell all morning on the hills behind the town.");

    /** Complete sentences that need nothing around them, and define nothing that reaches beyond them. */
    private static List<String> examples(String language) {
        List<String> sentences = new ArrayList<>();
        PatternCatalog.bundled().kinds().forEach(kind -> {
            for (ClausePattern pattern : kind.patterns()) {
                for (Example example : pattern.lang().equals(language) ? pattern.examples() : List.<Example>of()) {
                    String text = example.text();
                    boolean whole = example.context().isEmpty()
                            && text.matches("(?s)[A-Z\\p{IsHan}][^\\n\"\u201C\u201D:;\uFF1A\uFF1B]*[.\u3002]")
                            && text.length() > (language.equals("zh") ? 15 : 30)
                            && !text.matches("(?s).*(\\bmean|所称|是指).*");
                    if (whole) {
                        sentences.add(text);
                    }
                }
            }
        });
        assertThat(sentences).hasSizeGreaterThan(100);
        return List.copyOf(sentences);
    }

    @Provide
    Arbitrary<List<String>> licences() {
        Arbitrary<List<String>> english =
                Arbitraries.of(ENGLISH).list().ofMinSize(1).ofMaxSize(8);
        Arbitrary<List<String>> chinese =
                Arbitraries.of(CHINESE).list().ofMinSize(1).ofMaxSize(8);
        return Arbitraries.oneOf(english, chinese);
    }

    @Provide
    Arbitrary<List<String>> english() {
        return Arbitraries.of(ENGLISH).list().ofMinSize(1).ofMaxSize(8);
    }

    /** A licence that restricts in any case: what it only seems to say counts more in one that does. */
    private static String text(List<String> paragraphs) {
        boolean chinese = CHINESE.contains(paragraphs.get(0));
        String first = chinese ? "您不得将模型用于军事用途。" : "You must not use the Model for military purposes.";
        return first + "\n\n" + String.join("\n\n", paragraphs) + "\n";
    }

    @Property(tries = 100)
    void spansLieInTheTextAndQuotationsAreWhatStandsThere(@ForAll("licences") List<String> paragraphs) {
        String text = text(paragraphs);
        LicenseReport report = ANALYZER.analyze(text);
        assertThat(report.findings()).isNotEmpty();
        for (Finding finding : report.findings()) {
            StringBuilder quoted = new StringBuilder();
            for (Span span : finding.spans()) {
                quoted.append(quoted.isEmpty() ? "" : "\n").append(text, span.start(), span.end());
                assertThat(span.line())
                        .isEqualTo(text.substring(0, span.start()).split("\n", -1).length);
            }
            assertThat(finding.text()).isEqualTo(quoted.toString());
            for (Span evidence : finding.evidence()) {
                assertThat(finding.spans())
                        .anyMatch(span -> span.start() <= evidence.start() && evidence.end() <= span.end());
            }
        }
    }

    @Property(tries = 60)
    void analysingTwiceGivesTheSame(@ForAll("licences") List<String> paragraphs) {
        String text = text(paragraphs);
        assertThat(ANALYZER.analyze(text)).isEqualTo(ANALYZER.analyze(text));
    }

    /** The paragraph stands behind the licence: in front of it, it might be read as its title. */
    @Property(tries = 100)
    void anUnrelatedParagraphBehindItKeepsTheFindings(
            @ForAll("licences") List<String> paragraphs, @ForAll("unrelated") String paragraph) {
        String text = text(paragraphs);
        assertThat(found(ANALYZER.analyze(text + "\n" + paragraph + "\n"), 0))
                .isEqualTo(found(ANALYZER.analyze(text), 0));
    }

    @Provide
    Arbitrary<String> unrelated() {
        return Arbitraries.of(UNRELATED);
    }

    @Property(tries = 100)
    void otherWhiteSpaceKeepsTheFindings(@ForAll("licences") List<String> paragraphs, @ForAll("blanks") String blank) {
        String text = text(paragraphs);
        String other = text.replace(" ", blank).replace("\n", blank.equals(" ") ? "\r\n" : "\n");
        assertThat(kinds(other)).isEqualTo(kinds(text));
    }

    @Provide
    Arbitrary<String> blanks() {
        return Arbitraries.of(" ", "\t", "\u00A0", "\u2009", "\u3000", "  ", "\u200B ");
    }

    @Property(tries = 60)
    void otherQuotationMarksKeepTheFindings(@ForAll("english") List<String> paragraphs) {
        String text = text(paragraphs);
        assertThat(kinds(text.replace('\'', '\u2019'))).isEqualTo(kinds(text.replace('\u2019', '\'')));
    }

    /**
     * A short sentence in capitals that stands by itself looks like a heading: here they make one paragraph. More may be found, since
     * names are told by their capitals.
     */
    @Property(tries = 100)
    void capitalsLoseNoKindInAParagraphOfSentences(@ForAll("english") List<String> sentences) {
        String text = text(sentences).replace("\n\n", " ");
        assertThat(kinds(text.toUpperCase(Locale.ROOT))).containsAll(kinds(text));
    }

    /** Each where it stood alone, or moved by the first one's length; neither defines a term, and both restrict. */
    @Property(tries = 100)
    void twoLicencesOneAfterTheOtherHaveTheFindingsOfBoth(
            @ForAll("licences") List<String> first, @ForAll("licences") List<String> second) {
        String before = text(first) + "\n";
        String behind = text(second);
        List<String> expected = new ArrayList<>(found(ANALYZER.analyze(before), 0));
        expected.addAll(found(ANALYZER.analyze(behind), before.length()));
        assertThat(found(ANALYZER.analyze(before + behind), 0)).isEqualTo(expected);
    }

    /** Findings with their places, moved; without those that only say that two versions of a clause disagree. */
    private static List<String> found(LicenseReport report, int moved) {
        return report.findings().stream()
                .filter(finding -> !finding.pattern().equals("counterparts"))
                .map(finding -> finding.kind() + " " + (finding.span().start() + moved) + "-"
                        + (finding.span().end() + moved) + " " + finding.params() + " " + finding.pattern())
                .toList();
    }

    private static List<String> kinds(String text) {
        return ANALYZER.analyze(text).findings().stream()
                .map(finding -> Objects.requireNonNull(finding.kind()))
                .toList();
    }
}

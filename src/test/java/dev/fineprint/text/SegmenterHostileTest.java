// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Whatever the text: no exception, linear time, and every letter in exactly one clause. */
class SegmenterHostileTest {
    private static final Segmenter SEGMENTER = Segmenter.create();
    private static final Duration LIMIT = Duration.ofSeconds(20);

    @Test
    void marksBeforeTheFirstWord() {
        for (char one : ".,;:!?()[]{}\"'`*-#|<>&/\\\u3002\uFF01\uFF1F\uFF1A\uFF1B\u201C\u201D".toCharArray()) {
            for (String mark : new String[] {"" + one, one + " ", "" + one + one, one + "\n", one + "\n" + one + " "}) {
                check(mark + "You may use it. You must keep it.");
                check(mark + "you may not use it");
                check(mark + "12 users. You must pay.");
                check(mark + "\u4E0D\u5F97\u4F7F\u7528\u3002");
                check(mark);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> hugeAndOddTexts() {
        Map<String, String> texts = new TreeMap<>();
        texts.put("16 MB of one sentence", "the model ".repeat(1_600_000));
        texts.put("16 MB of one word", "a".repeat(16_000_000));
        texts.put("2 MB of full stops", ".".repeat(2_000_000));
        texts.put("full stops and capitals", "A. ".repeat(250_000));
        texts.put("open full stops without blanks", "Inc.\"".repeat(100_000));
        texts.put("abbreviations", "Example Inc. The ".repeat(75_000));
        texts.put("a million bullets", "- item\n".repeat(1_000_000));
        texts.put("many empty bullets", "-\n".repeat(250_000));
        texts.put("many numbers", "1.\n".repeat(250_000));
        texts.put("many headings", "# A\n\n".repeat(125_000));
        texts.put("many lead-ins", "You must not:\n".repeat(125_000));
        texts.put("inline items", "(a) x, (b) y; (i) z ".repeat(75_000));
        texts.put("inline firsts", "(a) (i) (1) (A) a) i) 1) ".repeat(50_000));
        texts.put("open parentheses", "(".repeat(500_000));
        texts.put("open and closed parentheses", "(".repeat(250_000) + ")".repeat(250_000));
        texts.put("quotation marks", "\" ".repeat(250_000));
        texts.put("curly quotation marks", "\u201C\u201Da".repeat(250_000));
        texts.put("brackets and links", "[x](".repeat(250_000));
        texts.put("closed links", "[x](u/) ".repeat(125_000));
        texts.put("tags", "<p ".repeat(250_000));
        texts.put("tags with attributes", "<a href=\"".repeat(100_000));
        texts.put("entities", "&amp".repeat(250_000));
        texts.put("hyphenation", "commer-\ncial ".repeat(75_000));
        texts.put("page numbers", "some words\n\n12\n\nand more\n".repeat(50_000));
        texts.put("rising page numbers", numbers());
        texts.put("line ends", "\n".repeat(1_000_000));
        texts.put("blanks", " ".repeat(2_000_000));
        texts.put("tabs", "\t".repeat(1_000_000) + "x");
        texts.put("surrogate halves", "\uD800 \uDC00\uDC00 x\uD83D\uDE00. ".repeat(75_000));
        texts.put("NULs", "\u0000a\u0000.\u0000 B".repeat(100_000));
        texts.put("ignorable characters", "\uFFFF\u200B".repeat(250_000));
        texts.put("combining marks", "e\u0301".repeat(250_000));
        texts.put("Chinese without an end", "\u6A21\u578B".repeat(500_000));
        texts.put("Chinese semicolons", "\u4E0D\u5F97\u4F7F\u7528\uFF1B".repeat(150_000));
        texts.put("traditional characters", "\u8A31\u53EF\u689D\u6B3E\u3002".repeat(150_000));
        texts.put("look-alikes", "\u0430a".repeat(250_000));
        texts.put("nesting 10,000 deep", nested());
        texts.put("staircase of colons", staircase());
        texts.put("table rows", "| a | b |\n".repeat(75_000));
        return texts.entrySet().stream()
                .map(text -> DynamicTest.dynamicTest(
                        text.getKey(), () -> Assertions.assertTimeout(LIMIT, () -> check(text.getValue()))));
    }

    private static void check(String text) {
        LicenseText license = LicenseText.of("hostile", text);
        assertThat(license.normalized()).hasSameSizeAs(text);
        Segmentation found = SEGMENTER.segment(license);
        int end = 0;
        for (Clause clause : found.clauses()) {
            if (clause.start() < end
                    || clause.end() <= clause.start()
                    || clause.leadIns().size() > 6) {
                Assertions.fail("bad clause " + clause);
            }
            end = clause.end();
        }
    }

    private static String numbers() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 50_000; i++) {
            text.append("Words on a page that ends here.\n").append(i % 1000).append('\n');
        }
        return text.toString();
    }

    private static String nested() {
        StringBuilder text = new StringBuilder();
        String[] markers = {"1.", "(a)", "i)", "-", "A.", "*", "(1)", "\u2022"};
        for (int i = 0; i < 10_000; i++) {
            text.append(" ".repeat(Math.min(i, 1000)))
                    .append(markers[i % markers.length])
                    .append(" level:\n");
        }
        return text.toString();
    }

    private static String staircase() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            text.append(" ".repeat(2 * i)).append("the following:\n");
        }
        return text.toString();
    }

    @Property(tries = 2000)
    void everyLetterStandsInOneClause(@ForAll("texts") String text) {
        LicenseText license = LicenseText.of("x", text);
        Segmentation found = SEGMENTER.segment(license);
        String normalized = license.normalized();
        int end = 0;
        for (Clause clause : found.clauses()) {
            assertThat(clause.start()).isGreaterThanOrEqualTo(end);
            assertThat(clause.index()).isEqualTo(found.clauses().indexOf(clause));
            assertThat(clause.leadIns()).isSorted().allMatch(leadIn -> leadIn < clause.index());
            assertThat(withoutMarkers(normalized.substring(end, clause.start())))
                    .as("between clauses of %s", text)
                    .isEmpty();
            assertThat(normalized.charAt(clause.start())).isNotIn(' ', '\n', '*', LicenseText.IGNORABLE);
            assertThat(normalized.charAt(clause.end() - 1)).isNotIn(' ', '\n', '*', LicenseText.IGNORABLE);
            end = clause.end();
        }
        assertThat(withoutMarkers(normalized.substring(end)))
                .as("after the clauses of %s", text)
                .isEmpty();
    }

    /** What is left of the letters between two clauses when markers are taken away. */
    private static String withoutMarkers(String gap) {
        return gap.replaceAll("(?i)(section|article) *[0-9ivx]+", "")
                .replaceAll("[\u4E00\u4E8C]\u3001|\u7B2C\u4E09\u6761|[\u2460\u2461]", "")
                .replaceAll("\\(?\\b([a-z]|[ivx]{1,4}|[0-9.]{1,5})\\b[.)]?", "")
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }

    @Property(tries = 1000)
    void anyTextIsRead(@ForAll String text) {
        assertThatCode(() -> check(text)).doesNotThrowAnyException();
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "You may not use",
                "the Model",
                "to sell betting",
                "Inc.",
                "e.g.",
                "The Licensee agrees",
                "including",
                "such as",
                "must pay USD 5.50",
                "\"Term\" means",
                "(see above)",
                "Prohibited Uses",
                "GOVERNING LAW",
                "\u60A8\u4E0D\u5F97\u4F7F\u7528\u6A21\u578B",
                "\u7981\u6B62\u884C\u4E3A",
                "and",
                "or",
                "lower case words");
        Arbitrary<String> joints = Arbitraries.of(
                " ",
                " ",
                " ",
                ". ",
                ".",
                ": ",
                ":\n",
                ";\n",
                ";\n\n",
                ", ",
                "\n",
                "\n\n",
                "\n    ",
                "\n\n        ",
                " (a) ",
                " (b) ",
                "\n(a) ",
                "\n(b) ",
                "\n1. ",
                "\n2. ",
                "\n1.1 ",
                "\n- ",
                "\n* ",
                "\n   - ",
                "\n\u2022 ",
                "\n## ",
                "\ni. ",
                "\nii) ",
                " **",
                "** ",
                "\uFF1B",
                "\u3002",
                "\uFF1A",
                "\n\u4E00\u3001",
                "\n\u4E8C\u3001",
                "\n\u7B2C\u4E09\u6761 ",
                " \u2460",
                "\u2461",
                "\nSection 2. ",
                "\n\tArticle IV - ",
                "\r\n",
                "\u00A0",
                "\"",
                "(",
                ")",
                "!",
                "? ",
                "; or\n",
                ", and\n",
                " - ",
                "\f");
        return Combinators.combine(words, joints)
                .as((word, joint) -> word + joint)
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }
}

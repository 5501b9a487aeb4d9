// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Words written so that a search does not find them, though people read them: what is found is what plain words say. */
class HiddenWordsTest {
    private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();

    private static final List<String> SENTENCES = List.of(
            "You may use the Model for {noncommercial} purposes only.",
            "You must not use the Model for {military} purposes.",
            "No one is allowed to {redistribute} the weights.",
            "You must not use the Model for {surveillance} or for {gambling}.");

    private static final Map<String, UnaryOperator<String>> HIDINGS = Map.ofEntries(
            Map.entry("blanks", word -> apart(word, " ")),
            Map.entry("blanks, in capitals", word -> apart(word.toUpperCase(Locale.ROOT), " ")),
            Map.entry("no-break spaces", word -> apart(word, "\u00A0")),
            Map.entry("thin spaces", word -> apart(word, "\u2009")),
            Map.entry("hair spaces", word -> apart(word, "\u200A")),
            Map.entry("full stops", word -> apart(word, ".")),
            Map.entry("hyphens", word -> apart(word, "-")),
            Map.entry("no-break hyphens", word -> apart(word, "\u2011")),
            Map.entry("low lines", word -> apart(word, "_")),
            Map.entry("middle dots", word -> apart(word, "\u00B7")),
            Map.entry("soft hyphens", word -> apart(word, "\u00AD")),
            Map.entry("zero-width spaces", word -> apart(word, "\u200B")),
            Map.entry("zero-width joiners", word -> apart(word, "\u200D")),
            Map.entry("word joiners", word -> apart(word, "\u2060")),
            Map.entry("byte-order marks", word -> apart(word, "\uFEFF")),
            Map.entry("NUL", word -> apart(word, "\0")),
            Map.entry("marks of direction", word -> "\u202D" + apart(word, "\u200E") + "\u202C"),
            Map.entry("isolates", word -> "\u2066" + word.charAt(0) + "\u2069" + word.substring(1)),
            Map.entry("tags", word -> apart(word, "\uDB40\uDC41")),
            Map.entry("variation selectors", word -> apart(word, "\uFE0F")),
            Map.entry("combining accents", word -> apart(word, "\u0301")),
            Map.entry(
                    "letters with accents",
                    word -> Normalizer.normalize(
                            word.replace("a", "a\u0301").replace("i", "i\u0308").replace("o", "o\u0302"),
                            Normalizer.Form.NFC)),
            Map.entry("dotless i", word -> word.replace('i', '\u0131')),
            Map.entry("Turkish capitals", word -> word.toUpperCase(Locale.forLanguageTag("tr"))),
            Map.entry(
                    "Cyrillic letters",
                    word -> word.replace('a', '\u0430')
                            .replace('e', '\u0435')
                            .replace('o', '\u043E')
                            .replace('c', '\u0441')),
            Map.entry("Greek letters", word -> word.replace('o', '\u03BF').replace('v', '\u03BD')),
            Map.entry("full-width letters", word -> moved(word, 'a', 0xFF41)),
            Map.entry("mathematical letters", word -> moved(word, 'a', 0x1D41A)),
            Map.entry("mathematical script", word -> moved(word, 'a', 0x1D4EA)),
            Map.entry("letters in circles", word -> moved(word, 'a', 0x24D0)),
            Map.entry("letters in squares", word -> moved(word, 'a', 0x1F130)),
            Map.entry("capitals", word -> word.toUpperCase(Locale.ROOT)),
            Map.entry("HTML entities", word -> word.replace("i", "&#105;").replace("o", "&#x6F;")),
            Map.entry("soft hyphens of HTML", word -> word.substring(0, 3) + "&shy;" + word.substring(3)),
            Map.entry("a hyphen at a line's end", word -> word.substring(0, 4) + "-\n   " + word.substring(4)),
            Map.entry("emphasis", word -> "**" + word + "**"));

    private static String apart(String word, String by) {
        return String.join(by, word.split(""));
    }

    private static String moved(String word, char from, int to) {
        return word.codePoints()
                .map(c -> c - from + to)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @TestFactory
    Stream<DynamicTest> areFound() {
        return HIDINGS.entrySet().stream()
                .map(hiding -> DynamicTest.dynamicTest(hiding.getKey(), () -> {
                    for (String sentence : SENTENCES) {
                        String plain = hidden(sentence, UnaryOperator.identity());
                        assertThat(found(plain)).as(plain).isNotEmpty();
                        assertThat(found(hidden(sentence, hiding.getValue())))
                                .as(plain)
                                .isEqualTo(found(plain));
                    }
                }));
    }

    private static String hidden(String sentence, UnaryOperator<String> hiding) {
        StringBuilder text = new StringBuilder();
        String[] parts = sentence.split("[{}]");
        for (int i = 0; i < parts.length; i++) {
            text.append(i % 2 == 0 ? parts[i] : hiding.apply(parts[i]));
        }
        return text.toString();
    }

    @Test
    void wholeSentencesApart() {
        String plain = "You must not use the Model for military purposes.";
        String letters = apart(plain, " ");
        assertThat(found(letters)).as("three blanks between words").isEqualTo(found(plain));
        assertThat(found(letters.replace("   ", "  ")))
                .as("two blanks between words")
                .isEqualTo(found(plain));
        assertThat(found(letters.replace("l   f", "l\nf"))).as("two lines").isEqualTo(found(plain));
        assertThat(found(letters.replace("   ", " ")))
                .as("nothing between words")
                .isEqualTo(found(plain));
    }

    @Test
    void lettersThatNothingPartsAreCutIntoWords() {
        assertThat(found("You may use the Model for n o n c o m m e r c i a l p u r p o s e s o n l y."))
                .isEqualTo(found("You may use the Model for noncommercial purposes only."));
    }

    @Test
    void hanCharactersApart() {
        List<String> plain = found("不得用于军事用途。");
        assertThat(plain).containsExactly("use.prohibited {domains=[military]}");
        for (String by : List.of(" ", "\u3000", "\u00A0", "\u200B", "\u2060")) {
            assertThat(found(apart("不得用于军事用途。", by))).isEqualTo(plain);
        }
        assertThat(found("您不得将模型用于 军 事 用 途。")).isEqualTo(plain);
    }

    @Test
    void ligatures() {
        for (String sentence : List.of(
                "The Model may be used for non-pro\uFB01t purposes only.",
                "You may not o\uFB00er the Model as a service to others.",
                "You must not make modi\uFB01ed versions of the Model.")) {
            String plain = Normalizer.normalize(sentence, Normalizer.Form.NFKC);
            assertThat(found(plain)).as(plain).isNotEmpty();
            assertThat(found(sentence)).isEqualTo(found(plain));
        }
    }

    @Test
    void quotationsAreWhole() {
        String text = "You must not use the Model for \uD835\uDC26\uD835\uDC22\uD835\uDC25\uD835\uDC22\uD835\uDC2D"
                + "\uD835\uDC1A\uD835\uDC2B\uD835\uDC32";
        List<Finding> findings = ANALYZER.analyze(text).findings();
        assertThat(findings).extracting(Finding::text).containsExactly(text);
        String apart = "You must not use the Model for m i l i t a r y purposes.";
        assertThat(ANALYZER.analyze(apart).findings()).extracting(Finding::text).containsExactly(apart);
    }

    @Test
    void valuesAreReadWithoutWhatHidesThem() {
        String plain = "You must display the words \"Built with Heron\" on your site.";
        List<String> expected = found(plain);
        assertThat(expected).containsExactly("brand.attribution-display {text=Built with Heron}");
        for (String by : List.of("\u200B", "\u00AD", "\u00B7")) {
            assertThat(found(plain.replace("Built", apart("Built", by)).replace("Heron", apart("Heron", by))))
                    .isEqualTo(expected);
        }
    }

    private static List<String> found(String text) {
        return ANALYZER.analyze(text).findings().stream()
                .map(finding -> finding.kind() + " " + finding.params())
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a text's own terms carry. */
class DefinedTermsTest {
    private static final ClauseMatcher MATCHER = ClauseMatcher.compile(PatternCatalog.bundled());

    @Test
    void aPurposeCarriesWhatItsDefinitionSays() {
        assertThat(clauses(
                        "commercial.prohibited",
                        "\"Garden Purpose\" means any non-commercial purpose, such as growing plants.\n\n"
                                + "We license the Model solely for the Garden Purpose."))
                .containsExactly("We license the Model solely for the Garden Purpose.");
    }

    @Test
    void whatItsDefinitionExceptsItDoesNotSay() {
        assertThat(clauses(
                        "commercial.prohibited",
                        "\"Market Use\" means any use other than a non-commercial one.\n\n"
                                + "We license the Model solely for Market Use."))
                .isEmpty();
    }

    @Test
    void aPersonDoesNot() {
        assertThat(clauses(
                        "commercial.prohibited",
                        "This licence is between us and non-commercial bodies (\"you\").\n\n"
                                + "The licence is given to you only for as long as you keep the notice."))
                .isEmpty();
    }

    @Test
    void theTermBeingDefinedProvesNothing() {
        assertThat(clauses("commercial.prohibited", "\"Non-Commercial Use\" means use for study, art or sport."))
                .isEmpty();
    }

    private static List<String> clauses(String kind, String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, Segmenter.create().segment(text)).matches().stream()
                .filter(match -> match.kind().id().equals(kind))
                .map(match ->
                        words.substring(match.clause().start(), match.clause().end()))
                .toList();
    }
}

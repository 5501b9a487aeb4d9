// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExplanationTest {
    private static final Map<String, String> VALUES = Map.of("who", "schools", "years", "18");

    private static String filled(String template) {
        return Explanation.of(template).filled(VALUES.keySet(), name -> VALUES.getOrDefault(name, ""));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "Shuts out some[: {who}].          | Shuts out some: schools.",
                "Ends one day[ ({when})].          | Ends one day.",
                "Below {years}[ of {who}], always. | Below 18 of schools, always.",
                "Needs both[ {who} and {when}].    | Needs both.",
                "A {when} of nothing.              | A  of nothing.",
                "[As ever]: {who}[{years}]         | As ever: schools18",
                "No end [of {who                   | No end [of {who",
                "Shut} twice]                      | Shut} twice]",
            })
    void fillsInWhatThereIs(String template, String told) {
        assertThat(filled(template)).isEqualTo(told);
    }

    @Test
    void nothingSaysNothing() {
        assertThat(filled("")).isEmpty();
    }
}

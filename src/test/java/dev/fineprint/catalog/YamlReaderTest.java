// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class YamlReaderTest {
    private static final String EMOJI = "\uD83D\uDE00";

    private static String value(String yaml) {
        List<CatalogProblem> problems = new ArrayList<>();
        Optional<YamlNode> root = YamlReader.read("x.yaml", yaml, problems);
        assertThat(problems).isEmpty();
        return ((YamlNode.Text)
                        ((YamlNode.Fields) root.orElseThrow()).fields().get("a").value())
                .value();
    }

    /** YAML is read in pieces of about a thousand characters. */
    @Test
    void charactersOfTwoHalvesAreReadWhereverTheyStand() {
        for (int before = 0; before < 2100; before++) {
            String text = "x".repeat(before) + EMOJI + "y" + EMOJI.repeat(2);
            assertThat(value("a: \"" + text + "\"\n")).isEqualTo(text);
        }
        for (String end : List.of("", "x")) {
            String text = EMOJI.repeat(5000) + end;
            assertThat(value("a: " + text)).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uD83D", "\uDE00", "\uDE00\uD83D"})
    void halfACharacterIsAProblemWhereverItStands(String half) {
        for (int before = 0; before < 2100; before += before < 1000 ? 50 : 1) {
            for (String after : List.of("", "y", "y".repeat(2000))) {
                List<CatalogProblem> problems = new ArrayList<>();
                assertThat(YamlReader.read("x.yaml", "a: " + "x".repeat(before) + half + after, problems))
                        .isEmpty();
                assertThat(problems).hasSize(1);
            }
        }
    }
}

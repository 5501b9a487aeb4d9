// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words of a file's path are not words of the licence; words joined by a slash are. */
class TokenizerPathTest {
    private static final Tokenizer TOKENIZER = Tokenizer.of(Vocabulary.builder().build());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "see src/only/use.c for it | see,src/only/use.c,for,it",
                "(lib/limits_test/run), too | lib/limits_test/run,too",
                "in src/use.c. Then | in,src/use.c,Then",
            })
    void takesAPathForOneWord(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(","));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "use and/or sell it | use,and,or,sell,it",
                "copy/modify/share. | copy,modify,share",
                "the U.S./EU market | the,U,S,EU,market",
                "EU/U.S. persons | EU,U,S,persons",
                "on 12/31/2026. | on,12,31,2026",
            })
    void readsWordsThatASlashJoins(String text, String words) {
        assertThat(words(text)).containsExactly(words.split(","));
    }

    @Test
    void isLinearInALongRunOfSlashes() {
        assertThat(words("a/".repeat(2_000_000))).hasSize(2_000_000);
    }

    private static List<String> words(String text) {
        Tokens tokens = TOKENIZER.tokenize(text);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(text.substring(tokens.start(i), tokens.end(i)));
        }
        return words;
    }
}

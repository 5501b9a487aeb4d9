// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
    @Test
    void aFewCharactersTellHowManyAreHan() {
        String han = "\u8BB8".repeat(1000);
        assertThat(Vocabulary.likelyHan("", 0, 0)).isZero();
        assertThat(Vocabulary.likelyHan("word ".repeat(200), 0, 1000)).isZero();
        assertThat(Vocabulary.likelyHan(han, 3, 903)).isEqualTo(900);
        assertThat(Vocabulary.likelyHan(han + "a".repeat(1000), 0, 2000)).isBetween(900, 1100);
    }
}

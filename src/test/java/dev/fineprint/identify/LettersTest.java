// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.text.Normalizer;
import org.junit.jupiter.api.Test;

class LettersTest {
    private static final BigInteger PRIME = BigInteger.valueOf(Letters.PRIME);

    /** The polynomial as one writes it on paper. */
    private static long byHand(String word) {
        BigInteger point = BigInteger.valueOf(Letters.power(1));
        BigInteger value = BigInteger.ZERO;
        for (char letter : word.toCharArray()) {
            value = value.multiply(point).add(BigInteger.valueOf(letter)).mod(PRIME);
        }
        return value.longValueExact();
    }

    @Test
    void aValueIsThePolynomialOfTheLetters() {
        for (String word : new String[] {"", "a", "licence", "\u8BB8", "\uFFFE".repeat(100), "z".repeat(100)}) {
            assertThat(Letters.valueOf(word)).as(word).isEqualTo(byHand(word));
        }
    }

    @Test
    void whatStandsBehindAWordDoesNotCount() {
        char[] letters = "licencesomethingelse".toCharArray();
        for (int count = 0; count <= letters.length; count++) {
            assertThat(Letters.value(letters, count)).isEqualTo(byHand(new String(letters, 0, count)));
        }
    }

    @Test
    void aRunHasTheValueOfItsLettersWhereverItsWordsEnd() {
        long first = Letters.valueOf("sub");
        long second = Letters.valueOf("licence");
        long both = Letters.valueOf("sublicence");
        assertThat(Letters.join(first, second, 7)).isEqualTo(both);
        assertThat(Letters.cut(both, first, Letters.power(7))).isEqualTo(second);
    }

    @Test
    void accentsAreLeftOutAsUnicodeTakesThemApart() {
        for (char c = 0; c < 0x250; c++) {
            String parts = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
            boolean accent = parts.length() > 1 && Character.getType(parts.charAt(1)) == Character.NON_SPACING_MARK;
            assertThat(Letters.fold(c))
                    .as("U+%04X", (int) c)
                    .isEqualTo(Character.toLowerCase(accent ? parts.charAt(0) : c));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Words whose letters stand apart are words; letters that stand apart for another reason are not. */
class SpacedLettersTest {
    private static final Tokenizer TOKENIZER = Tokenizer.of(vocabulary());

    private static Vocabulary vocabulary() {
        Vocabulary.Builder words = Vocabulary.builder();
        for (String word : "you may not sell this use only commercial noncommercial military".split(" ")) {
            words.stem(word);
        }
        words.prefix("purpos");
        return words.build();
    }

    /** {@code ~} stands for a character that is not to be read. */
    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '#',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "for m i l i t a r y use#for m~i~l~i~t~a~r~y use",
                "n o n - c o m m e r c i a l.#n~o~n~-~c~o~m~m~e~r~c~i~a~l.",
                "N O N C O M M E R C I A L#N~O~N~C~O~M~M~E~R~C~I~A~L",
                "no m\u00A0i\u00A0l\u00A0i\u00A0t\u00A0a\u00A0r\u00A0y use#no m~i~l~i~t~a~r~y use",
                "(m\u2009i\u2009l\u2009i\u2009t\u2009a\u2009r\u2009y)#(m~i~l~i~t~a~r~y)",
                "m.i.l.i.t.a.r.y, m-i-l-i-t-a-r-y#m~i~l~i~t~a~r~y, m~i~l~i~t~a~r~y",
                "m_i_l_i_t_a_r_y#m~i~l~i~t~a~r~y",
                "m\u00B7i\u00B7l\u00B7i\u00B7t\u00B7a\u00B7r\u00B7y#m~i~l~i~t~a~r~y",
                "you must not s e l l it#you must not s~e~l~l it",
                "Y o u  m a y  n o t  m o d i f y  i t#Y~o~u  m~a~y  n~o~t  m~o~d~i~f~y  i~t",
                "a n-o-t-i-c-e o-f i-t#a n~o~t~i~c~e o~f i~t",
                "L I C E N S E   T E R M S#L~I~C~E~N~S~E   T~E~R~M~S",
            })
    void joins(String original, String normalized) {
        assertThat(normalized(original)).isEqualTo(normalized.replace('~', LicenseText.IGNORABLE));
        assertThat(normalized(normalized(original))).isEqualTo(normalized(original));
    }

    @Test
    void aLineEndPartsWords() {
        assertThat(normalized("y o u  m u s t\nn o t  o p e r a t e\n  i t").replace(LicenseText.IGNORABLE, '~'))
                .isEqualTo("y~o~u  m~u~s~t\nn~o~t  o~p~e~r~a~t~e\n  i~t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Options a b c d e f and A B C D E F.",
                "J. R. R. Tolkien and P. G. W. de la Mare",
                "the U.S.A., the U.S.S.R. and the A.S.E.A.N.",
                "I a m a user",
                "x y z w = a x + b y + c z",
                "a - b - c - d - e",
                "(a) x (b) y (c) z",
                "Y N Y Y N N Y",
                "o o o o o o o o",
                "- a\n- b\n- c\n- d\n- e",
                "i v x i v x i v",
                "1 2 3 4 5 6 7",
                "a 1 b 2 c 3 d 4 e 5",
                "s t r n g t h",
                "e.g. i.e. a.m. p.m.",
                "x  e  n  o  n",
            })
    void leavesAlone(String text) {
        assertThat(normalized(text)).isEqualTo(text);
    }

    @Test
    void cutsWordsThatNothingParts() {
        assertThat(words("n o n c o m m e r c i a l u s e o n l y")).containsExactly("noncommercial", "use", "only");
        assertThat(words("Y o u m a y n o t s e l l t h i s f o r m i l i t a r y p u r p o s e s."))
                .containsExactly("You", "may", "not", "sell", "this", "f", "o", "r", "military", "purposes");
        // The vocabulary does not make them words, or only the smaller part.
        assertThat(words("p e r i w i n k l e s")).containsExactly("periwinkles");
        assertThat(words("x x y e t o u s e q u a r k s z z e")).hasSize(1);
        // Written together they are one word: nobody meant several.
        assertThat(words("noncommercialuseonly")).containsExactly("noncommercialuseonly");
        assertThat(words("non\u00ADcommercial\u00ADuseonly")).containsExactly("noncommercialuseonly");
    }

    @Test
    void cutsOnlySoMuchOfAText() {
        String line = "u s e t h i s n o t o n l y";
        int lines = 20_000;
        int words = words((line + "\n").repeat(lines)).size();
        assertThat(words).isBetween(lines + 1000, 2 * lines);
        assertThat(words("u s e t h i s ".repeat(2000))).hasSize(1);
    }

    private static String normalized(String text) {
        return LicenseText.of("text", text).normalized();
    }

    private static List<String> words(String text) {
        String normalized = normalized(text);
        Tokens tokens = TOKENIZER.tokenize(normalized);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < tokens.size(); i++) {
            words.add(normalized.substring(tokens.start(i), tokens.end(i)).replace("\uFFFF", ""));
        }
        return words;
    }
}

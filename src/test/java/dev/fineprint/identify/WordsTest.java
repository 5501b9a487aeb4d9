// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
    private static Words words(String text) {
        return Words.of(LicenseText.of("test", text));
    }

    private static List<String> written(Words words, int flag) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size; i++) {
            if (flag == 0 ? words.flags[i] == 0 : words.is(i, flag)) {
                found.add(words.text.original().substring(words.start[i], words.end[i]));
            }
        }
        return found;
    }

    private static List<String> plain(String text) {
        return written(words(text), 0);
    }

    @Test
    void lettersAndDigitsMakeWords() {
        assertThat(plain("You may (or may not) use\u00A0it; 700,000,000 times, v2.0!"))
                .containsExactly("You", "may", "or", "may", "not", "use", "it", "700,000,000", "times", "v2.0");
    }

    @Test
    void aHanCharacterIsAWord() {
        assertThat(plain("模型 Model许可")).containsExactly("模", "型", "Model", "许", "可");
    }

    @Test
    void hanCharactersAreReadHoweverTheyStand() {
        for (String text : List.of(
                "许",
                "许可".repeat(500),
                "word ".repeat(400) + "许可".repeat(500),
                "许可。 non 许可 sub-licence 许1可a许 ".repeat(90),
                "许".repeat(40) + "a".repeat(5000) + "可".repeat(70))) {
            Words words = words(text);
            long han = text.codePoints()
                    .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN)
                    .count();
            int found = 0;
            for (int i = 0; i < words.size; i++) {
                char first = text.charAt(words.start[i]);
                if (first >= '\u4E00') {
                    found++;
                    assertThat(words.end[i]).isEqualTo(words.start[i] + 1);
                    assertThat(words.letters[i]).isEqualTo((byte) 1);
                    assertThat(words.hash[i]).isEqualTo(Letters.hashOf(String.valueOf(first)));
                }
            }
            assertThat(found).isEqualTo((int) han);
        }
    }

    @Test
    void whatIsBeyondTheLimitIsLeftOut() {
        LicenseText text = LicenseText.of("test", "a b 许可许可 c");
        for (int limit = 1; limit < 9; limit++) {
            Words words = new WordReader(text, 0, 10, limit).read();
            assertThat(words.size).isEqualTo(Math.min(limit, 7));
            assertThat(words.truncated).as("limit of %d", limit).isEqualTo(limit < 7);
        }
    }

    @Test
    void eachOfManyNoticesIsFound() {
        Words words = words("Copyright (c) 2020 Somebody\n\nKeep this.\n\n".repeat(60));
        assertThat(written(words, Words.NOTICE).stream().filter("Somebody"::equals))
                .hasSize(60);
        assertThat(written(words, 0).stream().filter("Keep"::equals)).hasSize(60);
    }

    @ParameterizedTest
    @CsvSource({
        "licence, license",
        "LICENSE, license",
        "organisation, organization",
        "authorised, authorized",
        "recognising, recognizing",
        "non-commercial, noncommercial",
        "'non commercial', noncommercial",
        "sub-licence, sublicense",
        "sub license, sublicense",
        "favour, favor",
        "https, http",
        "licensor’s, licensors",
        "licensor's, licensor’s",
        "Éclair, eclair",
        "Straße, STRASSE",
        "copyright owner, copyright holder",
        "copyright owners, copyright holders",
        "10%, 10 percent",
        "ﬁnal, final",
        "１００, 100"
    })
    void acceptedSpellingsAreTheSameWord(String one, String other) {
        assertThat(words(one).hash).containsExactly(words(other).hash);
    }

    @ParameterizedTest
    @CsvSource({"700, 7000", "may, must", "version 2.0, version 3.0", "military, militia", "许可, 许不", "promise, promize2"
    })
    void differentWordsDiffer(String one, String other) {
        assertThat(words(one).hash).isNotEqualTo(words(other).hash);
    }

    @Test
    void listMarkersAreLightHoweverTheTextIsWrapped() {
        String broken = "You agree to:\n1. keep this;\n2) pass it on;\n(a) in full.\n 3.1 Nothing else.\n";
        String joined = broken.replaceAll("\\s+", " ");
        assertThat(written(words(broken), Words.LIGHT)).containsExactly("1", "2", "a", "3.1");
        assertThat(written(words(joined), Words.LIGHT)).containsExactly("1", "2", "a", "3.1");
    }

    @Test
    void numbersInASentenceAreNoMarkers() {
        Words words = words("under version\n2.0 of it, within 30 days, to 5 people.");
        assertThat(written(words, Words.LIGHT)).isEmpty();
        assertThat(written(words, Words.LINE)).isEmpty();
    }

    @Test
    void hanListMarkersAreLight() {
        assertThat(written(words("协议如下。一、定义。十二、其他"), Words.LIGHT)).containsExactly("一", "十", "二");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Copyright (c) 2024 Example Works, Inc. and others. Kept: yes | yes",
                "Copyright 1999-2001, 2003 The Examplers.\\nNext line | line",
                "© 2024 Example\\n\\nNext paragraph | paragraph",
                "(c) 2020 by Example Ltd. All rights reserved. Then this | this",
                "Copyright (c) <year> <owner>\\nPermission | Permission",
                "Copyright Jane Q. Example <jane@mail.example.org>\\n\\nPermission | Permission",
                "Portions Copyright (c) 2001,\\n2002 Example\\nGranted | Granted",
            })
    void noticesAreFlaggedUpToTheirEnd(String text, String firstAfter) {
        List<String> after = plain(text.replace("\\n", "\n"));
        assertThat(after).last().isEqualTo(firstAfter);
        assertThat(after).doesNotContain("Example", "Examplers", "owner", "Works", "org");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Copyright (c) 2024 Example. You must not use it in war. | You must not use it in war",
                "Copyright (c) 2024 Example, Inc. Weapons makers stay out. | Weapons makers stay out",
                "Copyright 2024 Example for research use only | for research use only",
                "the copyright notice must stay | the copyright notice must stay",
                "the copyright holder is not liable | the copyright holder is not liable",
            })
    void aNoticeNeverTakesInACondition(String text, String kept) {
        assertThat(String.join(" ", plain(text))).endsWith(kept.substring(kept.indexOf(' ') + 1));
    }

    @Test
    void readingIsBounded() {
        Words words = words("a b ".repeat(Words.LIMIT));
        assertThat(words.size).isEqualTo(Words.LIMIT);
        assertThat(words.truncated).isTrue();
    }

    @Test
    void aVeryLongWordIsOneWord() {
        Words words = words("x".repeat(1_000_000) + " y");
        assertThat(words.size).isEqualTo(2);
        assertThat(words.end[0]).isEqualTo(1_000_000);
    }
}

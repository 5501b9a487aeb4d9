// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AlignerTest {
    private static final int WORDS = 240;

    /** Words with few different ones among them, so that chance finds many of them elsewhere. */
    private static List<String> words(Random random, int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            char first = (char) ('a' + random.nextInt(random.nextInt(4) == 0 ? 26 : 3));
            words.add(first + "word" + (char) ('a' + random.nextInt(3)));
        }
        return words;
    }

    /** Most of the words, some of them replaced, with others put between them. */
    private static List<String> changed(Random random, List<String> words, int oneIn) {
        List<String> changed = new ArrayList<>(words(random, random.nextInt(40)));
        for (String word : words) {
            int what = random.nextInt(oneIn * 3);
            if (what == 0) {
                changed.addAll(words(random, 1 + random.nextInt(5)));
            }
            if (what != 1) {
                changed.add(what == 2 ? "other" : word);
            }
        }
        return changed;
    }

    private static Words text(List<String> words) {
        return Words.of(LicenseText.of("text", String.join(" ", words)));
    }

    @Test
    void noAlignmentFindsMoreThanItsReach() {
        int told = 0;
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<String> licence = words(random, WORDS);
            String plain = String.join(" ", licence);
            Template base =
                    Template.compile(new SpdxTemplate(plain, List.of(new SpdxTemplate.Part(200, 400, true, ""))));
            Words text = text(changed(random, licence, 1 + random.nextInt(12)));
            Aligner aligner = new Aligner(base, text, new WordIndex(text.hash, text.size), 0, text.size);
            Aligner.Reach reach = aligner.reach(new WordCounts(text.hash, text.size));
            Alignment alignment = aligner.align();
            assertThat(alignment.same).as("same, seed %d", seed).isLessThanOrEqualTo(reach.all());
            assertThat(alignment.sameRequired).as("required, seed %d", seed).isLessThanOrEqualTo(reach.required());
            told += alignment.baseCovered() > 0.8 ? 1 : 0;
        }
        assertThat(told).as("texts that are much like the licence").isBetween(50, 250);
    }

    @Test
    void anUnchangedLicenceIsWithinReach() {
        List<String> licence = words(new Random(1), WORDS);
        Template base = Template.compile(SpdxTemplate.plain(String.join(" ", licence)));
        Words text = text(licence);
        Aligner aligner = new Aligner(base, text, new WordIndex(text.hash, text.size), 0, text.size);
        assertThat(aligner.reach(new WordCounts(text.hash, text.size))).isEqualTo(new Aligner.Reach(WORDS, WORDS));
        assertThat(aligner.align().whole()).isTrue();
    }

    @Test
    void wordsAreCountedAsOftenAsThePassageHasThem() {
        long[] words = {5, 7, 5, 9, 7, 5};
        WordCounts counts = new WordCounts(words, words.length);
        counts.set(1, 4);
        assertThat(counts.take(5)).isTrue();
        assertThat(counts.take(5)).as("the passage has it once").isFalse();
        assertThat(counts.take(8)).as("the text has it nowhere").isFalse();
        counts.clear(1, 4);
        assertThat(counts.take(9)).as("no passage is set").isFalse();
        counts.set(0, 6);
        assertThat(counts.take(9)).isTrue();
    }
}

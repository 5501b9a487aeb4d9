// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordTablesTest {
    private static long key(String word) {
        return WordSet.key(word.toCharArray(), 0, word.length());
    }

    @Test
    void flagsTellInWhichSetsAWordIs() {
        WordFlags flags = WordFlags.of(WordSet.of("the in an"), WordSet.of("in an"), WordSet.of("der die in"));
        assertThat(flags.get(key("the"))).isEqualTo(1);
        assertThat(flags.get(key("An"))).isEqualTo(3);
        assertThat(flags.get(key("in"))).isEqualTo(7);
        assertThat(flags.get(key("die"))).isEqualTo(4);
        assertThat(flags.get(key("model"))).isZero();
        assertThat(flags.get(0)).isZero();
        assertThat(flags.get(key("a word that is none"))).isZero();
    }

    @Test
    void aSetHasItsLongestWordAndNoLongerOne() {
        WordSet set = WordSet.of("a twelveletter");
        char[] text = "a twelveletters".toCharArray();
        assertThat(set.contains(text, 0, 1)).isTrue();
        assertThat(set.contains(text, 2, 14)).isTrue();
        assertThat(set.contains(text, 2, 15)).isFalse();
        assertThat(set.contains(text, 2, 13)).isFalse();
    }

    @Test
    void aChinesePhraseIsFoundWhole() {
        HanPhrases phrases = HanPhrases.of("不得 应 不包括");
        char[] text = "您不得使用".toCharArray();
        assertThat(phrases.standIn(text, 0, text.length)).isTrue();
        assertThat(phrases.standIn(text, 0, 2)).as("only its first character").isFalse();
        assertThat(phrases.startAt(text, 1, text.length)).isTrue();
        assertThat(phrases.startAt(text, 0, text.length)).isFalse();
        assertThat(phrases.endAt(text, 0, 3)).isTrue();
        assertThat(phrases.endAt(text, 2, 3)).as("starts before").isFalse();
        char[] parted = ("不" + LicenseText.IGNORABLE + "得").toCharArray();
        assertThat(phrases.standIn(parted, 0, parted.length)).isTrue();
    }

    @Test
    void marksAreTheSignsOfAText() {
        Marks marks = Marks.of("(a) 许可。“No”; ① x, y.".toCharArray());
        assertThat(marks.size()).isEqualTo(6);
        assertThat(marks.at(0)).isZero();
        assertThat(marks.at(marks.firstFrom(3))).isEqualTo(6);
        assertThat(marks.firstFrom(19)).isEqualTo(5);
    }

    @Test
    void linesAreTheSameWhenReadAgain() {
        String text = "One line\n\n  \tand  一行\n=====\n| a row |\nlast";
        Lines lines = new Lines(LicenseText.of("text", text), "");
        StringBuilder first = new StringBuilder();
        lines.next();
        lines.next();
        lines.rewind();
        while (lines.next()) {
            first.append(line(lines));
        }
        lines.rewind();
        StringBuilder again = new StringBuilder();
        while (lines.next()) {
            again.append(line(lines));
        }
        assertThat(first).hasToString("0-8@0-8/0; 13-20@4-13/1; 21-26@0-5/0 rule; 29-34@1-6/0 row; 37-41@0-4/0; ");
        assertThat(again).hasToString(first.toString());
    }

    private static String line(Lines lines) {
        return lines.start + "-" + lines.end + "@" + lines.indent + "-" + lines.right + "/" + lines.blankBefore
                + (lines.rule ? " rule" : "") + (lines.row ? " row" : "") + "; ";
    }
}

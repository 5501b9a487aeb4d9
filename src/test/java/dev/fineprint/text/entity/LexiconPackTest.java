// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.pack.PackReader;
import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconPackTest {
    private static final Lexicon MADE = new Lexicon();
    private static final Lexicon READ = new Lexicon(PackReader.of(Lexicon.RESOURCE, MADE.pack(), Lexicon.MAGIC));

    /** Every text of the table, and the table itself as one long text. */
    @Test
    void readsTheSameValuesAsTheTablesThatWerePacked() throws IOException {
        String table = new String(PackReader.bytes(LexiconPackTest.class, "entities.txt"), StandardCharsets.UTF_8);
        assertThat(values(READ, table)).isNotEmpty().isEqualTo(values(MADE, table));
        for (String line : table.split("\n", -1)) {
            assertThat(values(READ, line)).as(line).isEqualTo(values(MADE, line));
        }
    }

    @Test
    void knowsTheSameWordsAndSigns() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(READ.startsWith(c)).isEqualTo(MADE.startsWith(c));
            assertThat(READ.isNumeral(c)).isEqualTo(MADE.isNumeral(c));
        }
        for (String text : List.of("million", "jordan", "month", "yuan", "zzz", "k", "percent")) {
            Word made = MADE.word(text.toCharArray(), text.length(), text.hashCode());
            Word read = READ.word(text.toCharArray(), text.length(), text.hashCode());
            assertThat(read).as(text).usingRecursiveComparison().isEqualTo(made);
        }
    }

    @Test
    void theBuildPacksTheSame(@TempDir Path folder) throws IOException {
        LexiconPacker.main(new String[] {folder.toString()});
        assertThat(folder.resolve("dev/fineprint/text/entity").resolve(Lexicon.RESOURCE))
                .hasBinaryContent(MADE.pack());
    }

    @Test
    void blocksOfCharactersAreOfOneClass() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            assertThat(Chars.classOf((char) c)).as("U+%04X", c).isEqualTo(Chars.classify((char) c));
        }
    }

    private static List<Entity> values(Lexicon lexicon, String text) {
        return new EntityScan(text, 0, text.length(), lexicon, StopSignal.onInterrupt()).run();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class DisplayWidthTest {
    @Test
    void charactersThatAreNotLookedUpAreNarrow() {
        for (int c = 0; c < 0x30000; c++) {
            boolean passed = c < 0x1100 || c >= 0x1200 && c < 0x2E80;
            assertThat(DisplayWidth.isWide(c)).as("U+%04X", c).isEqualTo(!passed && DisplayWidth.isWideLater(c));
            if (passed && c >= 0x1200) {
                assertThat(DisplayWidth.isWideLater(c)).as("U+%04X", c).isFalse();
            }
        }
    }

    @Test
    void aLineThatFitsStaysAsItIs() {
        assertThat(LineWrapper.wrap("A heron, \u8349\u9E6D.  ", 20, Locale.ENGLISH))
                .containsExactly("A heron, \u8349\u9E6D.");
        assertThat(LineWrapper.wrap("", 20, Locale.ENGLISH)).containsExactly("");
        assertThat(LineWrapper.wrap("one two", 7, Locale.ENGLISH)).containsExactly("one two");
        assertThat(LineWrapper.wrap("one two", 6, Locale.ENGLISH)).containsExactly("one", "two");
        assertThat(LineWrapper.wrap("\u8349\u9E6D", 3, Locale.ENGLISH)).containsExactly("\u8349", "\u9E6D");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.catalog.Effect;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HtmlMemoTest {
    private static HtmlReports.Row row(Map<Effect, Integer> counts) {
        return new HtmlReports.Row("name", "./a.html", "DEVIATES", Effect.RESTRICTS, counts, "summary", "");
    }

    @Test
    void aMemoIsTheSameWhateverTheOrderOfTheCountsAndGivesTheRowBack() {
        Map<Effect, Integer> forwards = new EnumMap<>(Effect.class);
        Map<Effect, Integer> backwards = new LinkedHashMap<>();
        Effect[] effects = Effect.values();
        for (int i = 0; i < effects.length; i++) {
            forwards.put(effects[i], i);
            backwards.put(effects[effects.length - 1 - i], effects.length - 1 - i);
        }
        String memo = HtmlMemo.of(row(forwards));
        assertThat(HtmlMemo.of(row(backwards))).isEqualTo(memo).doesNotContain("\n");
        assertThat(HtmlMemo.row(memo)).isEqualTo(row(forwards));
    }

    @Test
    void nothingElseIsARow() {
        assertThatThrownBy(() -> HtmlMemo.row("[]")).isInstanceOf(IllegalArgumentException.class);
    }
}

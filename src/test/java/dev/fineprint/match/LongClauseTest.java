// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import org.junit.jupiter.api.Test;

/** A clause too long for one window is still one clause. */
class LongClauseTest {
    private static final ClauseMatcher MATCHER = ClauseMatcher.compile(PatternCatalog.bundled());
    private static final String FILLER = "garden ".repeat(700);

    @Test
    void givesOneAlarmAtTheMost() {
        String binding = "nobody must ever whistle " + FILLER;
        MatchResult result = match(binding + binding + binding + "end.");
        assertThat(result.matches()).isEmpty();
        assertThat(result.alarms()).hasSize(1);
    }

    @Test
    void givesNoneWhereAPatternExplainsIt() {
        MatchResult result = match(
                "You must not use the Model for betting " + FILLER + "and nobody must ever whistle " + FILLER + "end.");
        assertThat(result.matches()).isNotEmpty();
        assertThat(result.alarms()).isEmpty();
    }

    private static MatchResult match(String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, Segmenter.create().segment(text));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Patterns that are asked last. */
class TentativePatternsTest {
    private static final ClauseMatcher MATCHER = ClauseMatcher.compile(PatternCatalog.bundled());
    private static final Segmenter SEGMENTER = Segmenter.create();

    @Test
    void nameAClauseThatNoOtherPatternDescribes() {
        MatchResult result = match("The licensed pictures are not cleared for election posters.");
        assertThat(result.matches())
                .singleElement()
                .satisfies(match -> assertThat(match.pattern().tentative()).isTrue());
        List<Clause> undescribed = new ArrayList<>(result.unexplained());
        result.alarms().forEach(alarm -> undescribed.add(alarm.clause()));
        assertThat(undescribed).containsExactly(result.matches().get(0).clause());
    }

    @Test
    void keepQuietWhereAnotherPatternSpeaks() {
        String sentence = "You must not use the pictures for election posters.";
        assertThat(match(sentence).matches())
                .isNotEmpty()
                .noneMatch(match -> match.pattern().tentative());
        LicenseText text = LicenseText.of("test", sentence);
        assertThat(MATCHER.explain(text, SEGMENTER.segment(text)))
                .as("but show what they would say")
                .anyMatch(match -> match.pattern().tentative());
    }

    @Test
    void keepQuietAllThroughALongClauseThatAnotherPatternDescribes() {
        String sentence = "You must not use the pictures for election posters" + ", nor in a blue book".repeat(300)
                + ", nor are they cleared for election posters.";
        assertThat(match(sentence).matches())
                .hasSize(1)
                .noneMatch(match -> match.pattern().tentative());
    }

    private static MatchResult match(String words) {
        LicenseText text = LicenseText.of("test", words);
        return MATCHER.match(text, SEGMENTER.segment(text));
    }
}

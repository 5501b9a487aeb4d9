// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.entity.EntityReader;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComparisonTest {
    private static final EntityReader ENTITIES = EntityReader.create();

    private static Optional<Comparison> read(String clause, long threshold) {
        return Comparison.read(ClauseWords.of(clause), ENTITIES, threshold);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "if the users number more than 1000000 a month | ABOVE",
                "if the users number greater than 1,000,000 | ABOVE",
                "if the users exceed 1,000,000 | ABOVE",
                "if the users are in excess of 1,000,000 | ABOVE",
                "users > 1,000,000 | ABOVE",
                "用户超过100万 | ABOVE",
                "用户大于100万的 | ABOVE",
                "if there are at least 1,000,000 users | AT_LEAST",
                "no fewer than 1,000,000 users | AT_LEAST",
                "not less than 1,000,000 users | AT_LEAST",
                "1,000,000 or more users | AT_LEAST",
                "1,000,000 monthly active users or more | AT_LEAST",
                "users equal to or greater than 1,000,000 | AT_LEAST",
                "users reach 1,000,000 | AT_LEAST",
                "users meets or exceeds 1,000,000 | AT_LEAST",
                "users >= 1,000,000 | AT_LEAST",
                "用户达到100万 | AT_LEAST",
                "用户不低于100万 | AT_LEAST",
                "用户在100万以上的 | AT_LEAST",
                "用户不少于100万 | AT_LEAST",
                "if you have fewer than 1,000,000 users | BELOW",
                "below 1,000,000 users | BELOW",
                "用户低于100万 | BELOW",
                "用户不足100万 | BELOW",
                "用户未达到100万 | BELOW",
                "no more than 1,000,000 users | AT_MOST",
                "users do not exceed 1,000,000 | AT_MOST",
                "users not exceeding 1,000,000 | AT_MOST",
                "users not to exceed 1,000,000 | AT_MOST",
                "up to 1,000,000 users | AT_MOST",
                "1,000,000 users or fewer | AT_MOST",
                "用户不超过100万 | AT_MOST",
                "用户在100万以下的 | AT_MOST",
                "用户在100万以内 | AT_MOST"
            })
    void readsTheWordsAroundTheThreshold(String clause, Comparison comparison) {
        assertThat(read(clause, 1_000_000)).as(clause).contains(comparison);
    }

    @Test
    void saysNothingWhereTheWordsDoNot() {
        assertThat(read("the limit of 1,000,000 users", 1_000_000)).isEmpty();
        assertThat(read("more than 1,000,000 users, or fewer than 1,000,000 of them", 1_000_000))
                .isEmpty();
        assertThat(read("more than 2,000,000 users", 1_000_000)).isEmpty();
    }

    @Test
    void aSecondThresholdKeepsItsOwnWords() {
        String clause = "more than 100 million users, or at least 20 million US dollars";
        assertThat(read(clause, 100_000_000)).contains(Comparison.ABOVE);
        assertThat(read(clause, 20_000_000)).contains(Comparison.AT_LEAST);
    }

    @Test
    void thePartOfAWordIsNoWord() {
        assertThat(read("moreover thanks to 1,000,000 users", 1_000_000)).isEmpty();
        assertThat(read("the platform 1,000,000 users", 1_000_000)).isEmpty();
    }

    @Test
    void theLargeAreAskedAndTheSmallGoFree() {
        assertThat(Comparison.ABOVE.asksOf(0)).isFalse();
        assertThat(Comparison.ABOVE.asksOf(1)).isTrue();
        assertThat(Comparison.AT_LEAST.asksOf(0)).isTrue();
        assertThat(Comparison.BELOW.asksOf(0)).isTrue();
        assertThat(Comparison.BELOW.asksOf(-1)).isFalse();
        assertThat(Comparison.AT_MOST.asksOf(0)).isFalse();
    }
}

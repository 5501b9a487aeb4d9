// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.Tokenizer;
import dev.fineprint.text.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TermCuesTest {
    private static final CompiledCatalog CATALOG = CompiledCatalog.compile(PatternCatalog.bundled());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "means the weights and the code that we publish",
                "refers to any person who runs it",
                "published with our acceptable use policy"
            })
    void wordsThatDefineAreLookedAt(String words) {
        assertThat(mayOccur(words)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"each of the persons that signed below", "the weights, the code and the manual", "1 2 3"})
    void othersAreNot(String words) {
        assertThat(mayOccur(words)).isFalse();
    }

    private static boolean mayOccur(String words) {
        Tokens tokens = Tokenizer.of(CATALOG.vocabulary).tokenize(words);
        return CATALOG.cuesOfTerms.mayOccur(tokens, 0, tokens.size());
    }

    /** The cues never deny a concept that occurs: held on each clause of all specimens and imagined licences. */
    @Test
    void noClauseThatDefinesATermIsPassedOver() throws IOException {
        JoinMatcher matcher = new JoinMatcher(CATALOG);
        AtomicInteger defining = new AtomicInteger();
        for (Path file : texts()) {
            LicenseText text = LicenseText.read(file);
            Tokens tokens = Tokenizer.of(CATALOG.vocabulary).tokenize(text.normalized());
            matcher.visit(text, Segmenter.create().segment(text), (clause, scan) -> {
                // What a lead-in hands on stands in other words.
                if (scan.ownStart() == 0 && anyOccurs(scan)) {
                    defining.incrementAndGet();
                    int from = tokens.firstAtOrAfter(clause.start());
                    int to = tokens.firstAtOrAfter(clause.end());
                    assertThat(CATALOG.cuesOfTerms.mayOccur(tokens, from, to))
                            .as(text.original().substring(clause.start(), clause.end()))
                            .isTrue();
                }
            });
        }
        assertThat(defining.get()).isGreaterThan(12);
    }

    private static boolean anyOccurs(ClauseScan scan) {
        for (int concept : CATALOG.ofTerms) {
            if (scan.has(concept)) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> texts() throws IOException {
        try (var specimens = Files.walk(Path.of("corpus/specimens"));
                var imagined = Files.walk(Path.of("corpus/imagined"))) {
            return Stream.concat(specimens, imagined)
                    .filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.identify.SpdxTexts;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.memory.MemoryIndex;
import org.apache.lucene.queries.intervals.IntervalIterator;
import org.apache.lucene.queries.intervals.Intervals;
import org.apache.lucene.queries.intervals.IntervalsSource;
import org.junit.jupiter.api.Test;

/**
 * Compiles the catalog's patterns a second time, to Lucene's interval queries, and holds the joins to them: clause by
 * clause, the joins find every pattern that Lucene finds. The other way round Lucene may lose a few: it keeps the
 * shortest intervals, and of a match that lies around another the gaps are then measured wrongly.
 *
 * <p>What intervals cannot say is left out and counted: anchors and wildcards have no width there; words barred from a
 * gap are ignored, so that for such a pattern Lucene may find more, never less.
 */
class IntervalsOracleTest {
    private static final String FIELD = "concepts";

    private final CompiledCatalog catalog = CompiledCatalog.compile(PatternCatalog.bundled());
    private final JoinMatcher joins = new JoinMatcher(catalog);
    private final Segmenter segmenter = Segmenter.create();
    private final Map<Integer, Integer> longest = new HashMap<>();
    private long agreed;
    private long found;
    private long lost;

    @Test
    void joinsAndIntervalsFindTheSame() throws IOException {
        List<LicenseText> texts = new ArrayList<>();
        for (String id : List.of(
                "Apache-2.0",
                "MPL-2.0",
                "CC-BY-NC-ND-4.0",
                "PolyForm-Noncommercial-1.0.0",
                "BUSL-1.1",
                "SSPL-1.0",
                "Elastic-2.0",
                "EPL-2.0",
                "MulanPSL-2.0")) {
            texts.add(LicenseText.of(id, SpdxTexts.get(id).text()));
        }
        for (String name : List.of("heron-community-licence.txt", "heron-community-licence.zh.txt")) {
            texts.add(LicenseText.of(name, Files.readString(Path.of("corpus/specimens", name))));
        }
        for (LicenseText text : texts) {
            joins.visit(text, segmenter.segment(text), (clause, scan) -> compare(text, clause.start(), scan));
        }
        assertThat(agreed).as("comparisons").isGreaterThan(10_000);
        assertThat(found).as("comparisons in which both found the pattern").isGreaterThan(100);
        assertThat(lost).as("matches nested in others, which intervals lose").isLessThan(found / 20);
    }

    private void compare(LicenseText text, int offset, ClauseScan scan) {
        MemoryIndex index = new MemoryIndex();
        longest.clear();
        index.addField(FIELD, new Occurrences(scan, catalog.concepts, longest));
        LeafReaderContext leaf =
                index.createSearcher().getIndexReader().leaves().get(0);
        for (CompiledPattern pattern : catalog.patterns) {
            Optional<IntervalsSource> source = intervals(pattern.node());
            if (source.isEmpty()) {
                continue;
            }
            boolean joined = pattern.node().find(scan).size() > 0;
            boolean lucene = anyInterval(source.get(), leaf);
            if (lucene == joined) {
                agreed++;
                found += joined ? 1 : 0;
            } else if (joined) {
                lost++;
            } else {
                assertThat(bars(pattern.node()))
                        .as(
                                "Lucene finds what the joins miss: %s at offset %d of %s",
                                pattern.source().id(), offset, text.name())
                        .isTrue();
            }
        }
    }

    private static boolean anyInterval(IntervalsSource source, LeafReaderContext leaf) {
        try {
            IntervalIterator intervals = source.intervals(FIELD, leaf);
            return intervals != null
                    && intervals.nextDoc() != IntervalIterator.NO_MORE_DOCS
                    && intervals.nextInterval() != IntervalIterator.NO_MORE_INTERVALS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean bars(Node node) {
        if (node instanceof Node.Sequence sequence) {
            return sequence.bars() || Arrays.stream(sequence.items()).anyMatch(IntervalsOracleTest::bars);
        }
        return node instanceof Node.Alternatives alternatives
                && Arrays.stream(alternatives.nodes()).anyMatch(IntervalsOracleTest::bars);
    }

    /** The interval query of a node; empty where intervals cannot say it. */
    private Optional<IntervalsSource> intervals(Node node) {
        if (node instanceof Node.Leaf leaf) {
            List<IntervalsSource> lengths = new ArrayList<>();
            for (int length = 1; length <= longest.getOrDefault(leaf.concept, 1); length++) {
                lengths.add(Intervals.extend(Intervals.term(term(leaf.concept, length)), 0, length - 1));
            }
            return Optional.of(lengths.size() == 1 ? lengths.get(0) : or(lengths));
        }
        if (node instanceof Node.Alternatives alternatives) {
            List<IntervalsSource> sources = new ArrayList<>();
            for (Node each : alternatives.nodes()) {
                Optional<IntervalsSource> source = intervals(each);
                if (source.isEmpty()) {
                    return Optional.empty();
                }
                sources.add(source.get());
            }
            return Optional.of(or(sources));
        }
        if (node instanceof Node.Sequence sequence) {
            IntervalsSource left = null;
            for (int i = 0; i < sequence.items().length; i++) {
                Optional<IntervalsSource> item = intervals(sequence.items()[i]);
                if (item.isEmpty()) {
                    return Optional.empty();
                }
                left = left == null
                        ? item.get()
                        : Intervals.maxgaps(sequence.gaps()[i - 1], Intervals.ordered(left, item.get()));
            }
            return Optional.ofNullable(left);
        }
        return Optional.empty();
    }

    private static IntervalsSource or(List<IntervalsSource> sources) {
        return Intervals.or(false, sources.toArray(IntervalsSource[]::new));
    }

    private static String term(int concept, int length) {
        return concept + "#" + length;
    }

    /** A clause's concepts as tokens: at the position where each occurrence starts, its number and its length. */
    private static final class Occurrences extends TokenStream {
        private record Token(int position, String term) {}

        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Token> tokens = new ArrayList<>();
        private int next;

        Occurrences(ClauseScan scan, int concepts, Map<Integer, Integer> longest) {
            TreeSet<String> seen = new TreeSet<>();
            for (int concept = 0; concept < concepts; concept++) {
                Spans spans = scan.occurrences(concept);
                for (int s = 0; s < spans.size(); s++) {
                    int length = spans.end(s) - spans.start(s);
                    if (seen.add(spans.start(s) + " " + term(concept, length))) {
                        tokens.add(new Token(spans.start(s), term(concept, length)));
                        longest.merge(concept, length, Math::max);
                    }
                }
            }
            tokens.sort(Comparator.comparingInt(Token::position));
        }

        @Override
        public boolean incrementToken() {
            if (next == tokens.size()) {
                return false;
            }
            clearAttributes();
            int before = next == 0 ? -1 : tokens.get(next - 1).position();
            term.append(tokens.get(next).term());
            increment.setPositionIncrement(tokens.get(next).position() - before);
            next++;
            return true;
        }
    }
}

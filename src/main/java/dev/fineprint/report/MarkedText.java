// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Finding;
import dev.fineprint.Span;
import dev.fineprint.catalog.Effect;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.TreeMap;

/**
 * A licence's text cut where a finding starts or ends, so that findings may overlap in any way. It is handed out in
 * blocks of whole lines, one at a time: a browser lays out the blocks in view and leaves the rest.
 */
final class MarkedText implements Iterable<List<MarkedText.Piece>> {
    private static final int BLOCK = 4_000;

    private final String text;
    private final List<Finding> findings;
    private final TreeMap<Integer, Cut> cuts = new TreeMap<>();

    MarkedText(String text, List<Finding> findings) {
        this.text = text;
        this.findings = findings;
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            if (finding.span().start() < text.length()) {
                cut(finding.span().start()).first.add(i);
            }
            for (Span span : finding.spans()) {
                int number = i;
                between(span, (start, end) -> {
                    start.opened.add(number);
                    end.closed.add(number);
                });
            }
            for (Span span : finding.evidence()) {
                between(span, (start, end) -> {
                    start.evidence++;
                    end.evidence--;
                });
            }
        }
    }

    /**
     * A stretch of text that the same findings cover.
     *
     * @param starts indexes of the findings that start here, in the order of the report
     * @param covers indexes of the findings that it is part of, in the order of the report
     * @param effect the gravest of theirs; of no meaning where there are none
     * @param evidence whether these are words by which one of them was recognised
     * @param runs the words, with what would act made visible
     */
    record Piece(List<Integer> starts, List<Integer> covers, Effect effect, boolean evidence, List<Run> runs) {
        boolean marked() {
            return !covers.isEmpty();
        }

        /** The findings' numbers, from 1, with blanks between them. */
        String numbers() {
            StringBuilder numbers = new StringBuilder();
            for (int index : covers) {
                numbers.append(numbers.length() == 0 ? "" : " ").append(index + 1);
            }
            return numbers.toString();
        }
    }

    /**
     * Words, or a character that would act, made visible.
     *
     * @param control whether it is such a character
     */
    record Run(String text, boolean control) {}

    /** What happens at an offset. */
    private static final class Cut {
        private final List<Integer> first = new ArrayList<>(1);
        private final List<Integer> opened = new ArrayList<>(1);
        private final List<Integer> closed = new ArrayList<>(1);
        private int evidence;
    }

    private interface Ends {
        void at(Cut start, Cut end);
    }

    private Cut cut(int offset) {
        return cuts.computeIfAbsent(offset, at -> new Cut());
    }

    private void between(Span span, Ends ends) {
        int start = Math.min(span.start(), text.length());
        int end = Math.min(span.end(), text.length());
        if (start < end) {
            ends.at(cut(start), cut(end));
        }
    }

    /** Whether there are so many blocks that a browser should lay out those in view alone. */
    boolean isLong() {
        return text.length() > 16 * BLOCK;
    }

    @Override
    public Iterator<List<Piece>> iterator() {
        return new Blocks();
    }

    private final class Blocks implements Iterator<List<Piece>> {
        private final List<Integer> open = new ArrayList<>();
        private int evidence;
        private int at;

        @Override
        public boolean hasNext() {
            return at < text.length();
        }

        @Override
        public List<Piece> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            List<Piece> pieces = new ArrayList<>();
            int end = blockEnd();
            while (at < end) {
                Cut cut = cuts.get(at);
                List<Integer> starts = List.of();
                if (cut != null) {
                    open.removeAll(cut.closed);
                    open.addAll(cut.opened);
                    open.sort(null);
                    evidence += cut.evidence;
                    starts = cut.first;
                }
                Integer after = cuts.higherKey(at);
                int next = after == null ? end : Math.min(after, end);
                pieces.add(new Piece(
                        starts, List.copyOf(open), gravest(), evidence > 0 && !open.isEmpty(), runs(at, next)));
                at = next;
            }
            return pieces;
        }

        /** The end of the line on which a block is long enough. */
        private int blockEnd() {
            int feed = text.indexOf('\n', Math.min(at + BLOCK, text.length()));
            return feed < 0 ? text.length() : feed + 1;
        }

        private Effect gravest() {
            for (Effect effect : HtmlPage.EFFECTS) {
                for (int index : open) {
                    if (findings.get(index).effect() == effect) {
                        return effect;
                    }
                }
            }
            return Effect.COMPATIBLE;
        }
    }

    private List<Run> runs(int start, int end) {
        List<Run> runs = new ArrayList<>(1);
        int from = start;
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            int next = i + Character.charCount(c);
            if (c != '\n' && c != '\r' && c != '\t' && SafeText.acts(c) && !SafeText.invisible(c)) {
                add(runs, from, i, false);
                add(runs, i, next, true);
                from = next;
            }
            i = next;
        }
        add(runs, from, end, false);
        return runs;
    }

    private void add(List<Run> runs, int start, int end, boolean control) {
        if (start < end) {
            runs.add(new Run(SafeText.visible(text, start, end), control));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.sentdetect.SentenceModel;

/** Writes the clauses of a block: a heading it runs in with, its sentences, the items inside them. */
final class Paragraphs {
    private final ClauseList clauses;
    private final Sections sections;
    private final Phrases phrases;
    private final LeadIns leadIns;
    private final SentenceFinder sentences;
    private final InlineLists inline;
    private final StopSignal stop;

    Paragraphs(
            String original,
            char[] c,
            ClauseList clauses,
            Sections sections,
            Phrases phrases,
            LeadIns leadIns,
            Supplier<SentenceModel> model,
            StopSignal stop) {
        this.stop = stop;
        this.clauses = clauses;
        this.sections = sections;
        this.phrases = phrases;
        this.leadIns = leadIns;
        Marks marks = Marks.of(c);
        this.sentences = new SentenceFinder(original, c, marks, model, stop);
        this.inline = new InlineLists(c, marks, stop);
    }

    /** Writes a block that is a heading. */
    void heading(Block block) {
        add(Clause.Type.HEADING, block.start(), block.end(), List.of(), false, 0);
    }

    /** Writes a block outside lists, which may start with a heading. */
    void sentences(Block block, List<Integer> governing) {
        write(block, runInEnd(block), Clause.Type.SENTENCE, governing, false, 0);
    }

    /** Writes a block of a list item: its first, or one that goes on with it. */
    void item(Block block, Level level, List<Integer> governing, boolean goesOn) {
        boolean mayRunIn = level.leadIns.isEmpty() || leadIns.areHeadings(level.leadIns);
        int from = mayRunIn && !goesOn && level.kind == Level.Kind.MARKED ? runInEnd(block) : block.start();
        write(block, from, Clause.Type.ITEM, governing, goesOn, level.nesting);
    }

    /** Writes a paragraph that a lead-in over headings governs. */
    void underHeading(Block block, List<Integer> governing) {
        write(block, block.start(), Clause.Type.ITEM, governing, false, 1);
    }

    /** Writes the heading that a block runs in with; where its sentences start. */
    private int runInEnd(Block block) {
        Marker marker = block.marker();
        if (marker != null && marker.family() == Marker.Family.BULLET && block.boldEnd() == block.start()) {
            return block.start();
        }
        int end = phrases.runInEnd(block.start(), block.end(), marker != null, block.boldEnd());
        if (end > block.start()) {
            add(Clause.Type.HEADING, block.start(), end, List.of(), false, 0);
        }
        return end;
    }

    private void write(
            Block block, int start, Clause.Type type, List<Integer> governing, boolean continuation, int level) {
        IntList ends = sentences.find(start, block.end());
        List<InlineLists.Item> items = inline.find(start, block.end(), block.marker(), ends);
        boolean goesOn = continuation;
        int from = start;
        int next = 0;
        InlineLists.Sequence current = null;
        for (int s = 0; s < ends.size(); s++) {
            stop.checkAt(s);
            int end = ends.get(s);
            int first = clauses.size();
            while (current != null && current.lastStart() < from) {
                // The enumeration has ended.
                current = current.parent();
            }
            int stop = stop(items, next, end);
            if (current != null && !current.own) {
                add(Clause.Type.ITEM, from, stop, current.leadIns, true, level + depth(current));
            } else if (add(type, from, stop, governing, goesOn, level)) {
                goesOn = type == Clause.Type.ITEM;
            }
            while (next < items.size() && items.get(next).start() < end) {
                InlineLists.Item item = items.get(next++);
                current = item.sequence();
                if (item.first()) {
                    current.leadIns = governing(current, first, governing);
                }
                if (current.own) {
                    add(type, item.text(), stop(items, next, end), governing, false, level);
                } else {
                    int depth = level + depth(current);
                    add(Clause.Type.ITEM, item.text(), stop(items, next, end), current.leadIns, false, depth);
                }
            }
            from = end;
        }
    }

    /** Where a clause stops: at the next item of its sentence, or with it. */
    private static int stop(List<InlineLists.Item> items, int next, int end) {
        return next < items.size() && items.get(next).start() < end
                ? items.get(next).start()
                : end;
    }

    /** What governs an enumeration inside a sentence: the words before it. */
    private List<Integer> governing(InlineLists.Sequence sequence, int firstOfSentence, List<Integer> outside) {
        if (clauses.size() > firstOfSentence) {
            return leadIns.leaning(clauses.chain(clauses.size() - 1));
        }
        InlineLists.Sequence parent = sequence.parent();
        return parent == null || parent.own ? outside : parent.leadIns;
    }

    private static int depth(InlineLists.Sequence sequence) {
        int depth = 0;
        for (InlineLists.Sequence s = sequence; s != null && !s.own; s = s.parent()) {
            depth++;
        }
        return depth;
    }

    private boolean add(Clause.Type type, int from, int to, List<Integer> governing, boolean continuation, int level) {
        return clauses.add(type, from, to, sections.current(), governing, continuation, level);
    }
}

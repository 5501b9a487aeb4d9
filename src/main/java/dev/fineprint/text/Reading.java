// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.sentdetect.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text block by block and decides what each block is: a heading, an item of an open list or the first of a
 * new one, or a paragraph. No decision looks further than the open lists, the block before and the block after, so
 * that reading is linear whatever the text.
 */
final class Reading {
    /** An item of a list without markers and final punctuation is short. */
    private static final int LONGEST_FRAGMENT = 300;

    private static final int LONG_PARAGRAPH = 60;
    private static final int LONGEST_BOLD_HEADING = 80;

    private final StopSignal stop;
    private final char[] c;
    private final BlockReader blocks;
    private final ClauseList clauses;
    private final Sections sections;
    private final Phrases phrases;
    private final LeadIns leadIns;
    private final Paragraphs paragraphs;
    private final OpenLists open = new OpenLists();
    /** Whether the block before is a row of a table: only a table's first row heads anything. */
    private boolean inTable;

    private Reading(LicenseText text, Supplier<SentenceModel> model, StopSignal stop) {
        this.stop = stop;
        this.c = text.characters();
        this.blocks = new BlockReader(text, stop);
        stop.check();
        this.clauses = new ClauseList(text.original(), c);
        this.sections = new Sections(text.original(), c);
        this.phrases = new Phrases(c);
        this.leadIns = new LeadIns(c, clauses, phrases);
        this.paragraphs = new Paragraphs(text.original(), c, clauses, sections, phrases, leadIns, model, stop);
    }

    static Segmentation of(LicenseText text, Supplier<SentenceModel> model, StopSignal stop) {
        return new Reading(text, model, stop).read();
    }

    private Segmentation read() {
        Block block = blocks.read();
        while (block != null) {
            stop.check();
            Block next = blocks.read();
            Marker marker = block.marker();
            if (block.heading() > 0) {
                heading(block, block.heading());
            } else if (marker != null) {
                marked(block, marker, next);
            } else if (!block.isEmpty()) {
                unmarked(block, next);
            }
            leadIns.wrote(block);
            inTable = block.row();
            block = next;
        }
        return new Segmentation(sections.finish(), clauses.finish());
    }

    /** Reads a heading that stands by itself: it ends all lists and opens a section. */
    private void heading(Block block, int level) {
        open.close(0);
        leadIns.beforeHeading(level);
        Marker marker = block.marker();
        sections.open(
                block.lineStart(), level, marker == null ? "" : sections.number(marker), block.start(), block.end());
        if (!block.isEmpty()) {
            paragraphs.heading(block);
        }
    }

    // ------------------------------------------------------------------ blocks with a marker

    private void marked(Block block, Marker marker, @Nullable Block next) {
        Level level = place(block, marker, next);
        level.item = -1;
        level.interrupted = false;
        int first = clauses.size();
        boolean heading = isHeading(block, next) && (level.leadIns.isEmpty() || isTitle(block, level, next));
        if (level.section) {
            int headingEnd =
                    heading ? block.end() : phrases.runInEnd(block.start(), block.end(), true, block.boldEnd());
            sections.open(block.lineStart(), open.sectionDepth(), sections.number(marker), block.start(), headingEnd);
        }
        if (heading) {
            paragraphs.heading(block);
        } else if (level.section) {
            paragraphs.sentences(block, List.of());
        } else if (!block.isEmpty()) {
            paragraphs.item(block, level, leadIns.over(block, level.leadIns), false);
        }
        level.item = clauses.size() > first ? first : -1;
    }

    /** Finds or opens the list that an item belongs to, which then is the innermost. */
    private Level place(Block block, Marker marker, @Nullable Block next) {
        Level top = open.top();
        while (top != null && top.kind != Level.Kind.MARKED && endsUnmarked(top, block, marker)) {
            open.close(open.size() - 1);
            top = open.top();
        }
        OpenLists.Place place = open.place(marker, block.indent(), leadIns.isWaiting());
        Level level = place.list() != null ? place.list() : newList(block, marker, place.family(), next);
        level.value = place.value();
        return level;
    }

    /** Whether an item with a marker ends a list without markers, and is not part of its last item. */
    private boolean endsUnmarked(Level level, Block block, Marker marker) {
        if (block.indent() + 1 < level.indent || level.kind == Level.Kind.INDENTED) {
            return block.indent() + 1 < level.indent;
        }
        Clause last = leadIns.lastSentence();
        boolean category = last != null && level.item == last.index() && isCategory(last.start(), last.end());
        return !leadIns.isWaiting() && (!category || isNumbering(marker.family(), marker.shape()));
    }

    private Level newList(Block block, Marker marker, Marker.Family family, @Nullable Block next) {
        Level parent = open.top();
        List<Integer> governing = leadIns.ofList(parent, block);
        boolean section = isNumbering(family, marker.shape())
                && (parent == null || parent.section)
                && (governing.isEmpty()
                        || family == Marker.Family.WORD
                        || startsSections(block, marker, next, leadIns.areHeadings(governing)));
        Level level = Level.marked(family, marker, block.indent(), section, parent, governing);
        open.push(level);
        return level;
    }

    /** Whether sections are counted like this, and not only items. */
    private static boolean isNumbering(Marker.Family family, Marker.Shape shape) {
        return switch (family) {
            case NUMBER, DECIMAL, HAN, ROMAN_UPPER, WORD ->
                shape != Marker.Shape.PARENS && shape != Marker.Shape.BRACKET;
            case UPPER -> shape == Marker.Shape.DOT;
            default -> false;
        };
    }

    /** Whether the first item of a numbering is a section although a lead-in or a heading stands before it. */
    private boolean startsSections(Block block, Marker marker, @Nullable Block next, boolean underHeading) {
        if (block.isEmpty()) {
            return underHeading;
        }
        int runIn = phrases.runInEnd(block.start(), block.end(), true, block.boldEnd());
        if (runIn > block.start()) {
            // "Grant. The Supplier grants ...", but not "Violence. Threats of it, too."
            boolean title = phrases.look(block.start(), runIn) != Phrases.Look.SHORT;
            return underHeading || title && phrases.isSentence(runIn, block.end());
        }
        if (isHeading(block, next)) {
            // "1. Definitions" before "1.1 'Model' means ...", but not "1. Violence" before "(a) threats".
            boolean sentences = next != null && phrases.isSentence(next.start(), next.end());
            return !isSibling(block, marker, next) && (underHeading || sentences);
        }
        boolean sentence = phrases.isSentence(block.start(), block.end())
                || !phrases.isUnfinished(block.start(), block.end()) && block.end() - block.start() > LONG_PARAGRAPH;
        // Under a heading, an item with paragraphs of its own is a section.
        return underHeading && (sentence || next != null && next.marker() == null);
    }

    /** Whether the next block has a marker of the same kind at the same place. */
    private static boolean isSibling(Block block, Marker marker, @Nullable Block next) {
        Marker other = next == null ? null : next.marker();
        return next != null
                && other != null
                && other.style().equals(marker.style())
                && other.depth() == marker.depth()
                && next.indent() == block.indent();
    }

    /** Whether an item that only headings govern is one itself: "(c) Patents." before "(i) ...". */
    private boolean isTitle(Block block, Level level, @Nullable Block next) {
        Marker other = next == null ? null : next.marker();
        return leadIns.areHeadings(level.leadIns)
                && c[block.end() - 1] == '.'
                && other != null
                && other.family() != level.family;
    }

    // ------------------------------------------------------------------ blocks without a marker

    private void unmarked(Block block, @Nullable Block next) {
        int first = clauses.size();
        Level list = listWithoutMarkers(block, next);
        if (list != null) {
            paragraphs.item(block, list, leadIns.over(block, list.leadIns), false);
            list.item = clauses.size() > first ? first : list.item;
        } else if (standsAsHeading(block, next)) {
            Level top = open.top();
            if (top != null && top.section && top.item < 0 && sections.lacksHeading()) {
                // Under a number that stands on a line of its own, a heading belongs to the number.
                sections.head(block.start(), block.end());
                paragraphs.heading(block);
                top.item = clauses.size() > first ? first : -1;
            } else {
                heading(block, 1);
            }
        } else {
            paragraph(block);
        }
    }

    private boolean standsAsHeading(Block block, @Nullable Block next) {
        if (!isHeading(block, next)) {
            return false;
        }
        Level top = open.top();
        boolean capitals = phrases.look(block.start(), block.end()) == Phrases.Look.CAPITALS;
        return block.isBold()
                || (capitals || !leadIns.endsWithColon()) && (top == null || block.indent() <= top.indent);
    }

    /** Reads a block that is neither heading nor the start of an item: it goes on with one, or stands outside lists. */
    private void paragraph(Block block) {
        int first = clauses.size();
        int depth = open.size();
        while (depth > 0 && !holds(open.get(depth - 1), block)) {
            depth--;
        }
        if (depth > 0) {
            open.close(depth);
            Level holder = open.get(depth - 1);
            paragraphs.item(block, holder, holder.leadIns, holder.item >= 0);
            holder.item = holder.item < 0 && clauses.size() > first ? first : holder.item;
            return;
        }
        Level top = open.top();
        if (phrases.isSentence(block.start(), block.end())) {
            leadIns.endStanding();
        } else if (top != null && isTitled(top)) {
            paragraphs.item(block, top, clauses.chain(top.item), true);
            return;
        } else if (!leadIns.underHeading().isEmpty()) {
            paragraphs.underHeading(block, leadIns.underHeading());
            return;
        }
        List<Integer> governing = top == null ? List.of() : ofTail(block, top);
        open.interrupt();
        paragraphs.sentences(block, governing);
        if (top != null && top.section && top.item < 0) {
            top.item = clauses.size() > first ? first : -1;
        }
    }

    private static boolean holds(Level level, Block block) {
        return !level.interrupted && !level.section && block.indent() > level.indent + 1;
    }

    /** Whether the last item of a list is a title by its looks, and so holds the paragraph after it. */
    private boolean isTitled(Level level) {
        Clause last = leadIns.lastSentence();
        return last != null
                && level.item == last.index()
                && !level.section
                && !level.interrupted
                && !level.leadIns.isEmpty()
                && isCategory(last.start(), last.end());
    }

    /** "... (b) sell it; / without our consent": the end of a list's sentence is governed as its items are. */
    private List<Integer> ofTail(Block block, Level level) {
        Clause last = leadIns.lastSentence();
        boolean tail = last != null
                && last.type() == Clause.Type.ITEM
                && !level.section
                && Chars.isLower(c[block.start()])
                && (c[last.end() - 1] == ';' || phrases.isUnfinished(last.start(), last.end()));
        return tail ? level.leadIns : List.of();
    }

    /** The list without markers that a block is an item of, opened if it starts here; null if it is none. */
    private @Nullable Level listWithoutMarkers(Block block, @Nullable Block next) {
        boolean waiting = leadIns.isWaiting();
        if (waiting && block.indent() > leadIns.lastIndent() + 1) {
            return newList(block, Level.Kind.INDENTED);
        }
        for (int depth = open.size() - 1; depth >= 0; depth--) {
            Level level = open.get(depth);
            if (level.kind == Level.Kind.INDENTED && !level.interrupted && block.indent() >= level.indent - 1) {
                if (block.indent() > level.indent + 1) {
                    break;
                }
                open.close(depth + 1);
                return level;
            }
        }
        boolean category = isCategory(block.start(), block.end()) && next != null && next.marker() != null;
        for (int depth = open.size() - 2; category && depth >= 0; depth--) {
            Level level = open.get(depth);
            if (level.kind == Level.Kind.FLUSH && !level.interrupted && isCategory(level)) {
                open.close(depth + 1);
                return level;
            }
        }
        Level top = open.top();
        if (top != null && top.kind == Level.Kind.FLUSH && !top.interrupted) {
            return goesOn(block, next) ? top : null;
        }
        return startsFlush(block, next, waiting, category) ? newList(block, Level.Kind.FLUSH) : null;
    }

    /** Whether a block is the next item of a list without markers and indent. */
    private boolean goesOn(Block block, @Nullable Block next) {
        Clause last = leadIns.lastSentence();
        if (last == null) {
            return false;
        }
        boolean lower = Chars.isLower(c[block.start()]) && Chars.isLower(c[last.start()]);
        boolean fragments = phrases.isUnfinished(last.start(), last.end()) && isFragment(block, next);
        return lower || fragments || phrases.endsPiece(last.start(), last.end()) || c[last.end() - 1] == ',';
    }

    /** Whether a block is the first item of a list without markers and indent. */
    private boolean startsFlush(Block block, @Nullable Block next, boolean waiting, boolean category) {
        boolean lower = Chars.isLower(c[block.start()]);
        boolean piece = phrases.endsPiece(block.start(), block.end());
        if (!waiting) {
            // "in particular / be copied; / be printed;"
            Clause last = leadIns.lastSentence();
            return lower
                    && piece
                    && last != null
                    && last.type() == Clause.Type.SENTENCE
                    && phrases.isUnfinished(last.start(), last.end());
        }
        boolean fragment = isFragment(block, next) && !block.isBold();
        return piece || leadIns.endsWithColon() && (lower || category || fragment);
    }

    private boolean isFragment(Block block, @Nullable Block next) {
        return phrases.isUnfinished(block.start(), block.end())
                && block.end() - block.start() <= LONGEST_FRAGMENT
                && !titles(block, next);
    }

    /** Whether a short block looks like the heading of a paragraph that follows. */
    private boolean titles(Block block, @Nullable Block next) {
        Phrases.Look look = phrases.look(block.start(), block.end());
        return (look == Phrases.Look.TITLE || look == Phrases.Look.CAPITALS)
                && next != null
                && next.marker() == null
                && next.end() - next.start() > LONG_PARAGRAPH
                && !phrases.isUnfinished(next.start(), next.end());
    }

    /** Whether words are the title of some items of a list: "Crime:", "Harm to children". */
    private boolean isCategory(int from, int to) {
        int end = c[to - 1] == ':' ? to - 1 : to;
        return phrases.look(from, end) != Phrases.Look.PLAIN && phrases.isUnfinished(from, end);
    }

    private boolean isCategory(Level level) {
        return level.item >= 0
                && isCategory(
                        clauses.get(level.item).start(), clauses.get(level.item).end());
    }

    private Level newList(Block block, Level.Kind kind) {
        open.closeInterrupted();
        Level level = Level.unmarked(kind, block.indent(), open.top(), leadIns.ofList());
        open.push(level);
        return level;
    }

    // ------------------------------------------------------------------ headings

    /** Whether a block is a heading by its looks and by what follows. */
    private boolean isHeading(Block block, @Nullable Block next) {
        Marker marker = block.marker();
        if (block.isEmpty() || block.row() && inTable) {
            return false;
        }
        boolean bullet = marker != null && marker.family() == Marker.Family.BULLET;
        boolean numbered = marker != null && isNumbering(marker.family(), marker.shape());
        char last = c[block.end() - 1];
        // "1. Definitions:" is a heading, "Definitions:" a lead-in.
        Phrases.Look look = phrases.look(block.start(), last == ':' && numbered ? block.end() - 1 : block.end());
        if (block.isBold() && !bullet && ".;:,".indexOf(last) < 0) {
            return look != Phrases.Look.PLAIN || block.end() - block.start() < LONGEST_BOLD_HEADING;
        }
        if (bullet || look == Phrases.Look.PLAIN || look == Phrases.Look.SHORT && last == ':') {
            return false;
        }
        if (look == Phrases.Look.CAPITALS || next == null) {
            return look == Phrases.Look.CAPITALS;
        }
        boolean stop = last == '.' || last == '\u3002';
        if (marker == null) {
            boolean apart = (block.blankBefore() || leadIns.last() < 0) && next.blankBefore();
            return !stop
                    && (look == Phrases.Look.TITLE
                            || apart && leadIns.underHeading().isEmpty());
        }
        if (marker.family() == Marker.Family.WORD) {
            return true;
        }
        boolean sentence = stop && (!numbered || phrases.startsLikeSentence(block.start(), block.end()));
        // A short item is a heading unless the next item follows at once.
        return !(look == Phrases.Look.SHORT && sentence) && !isSibling(block, marker, next);
    }
}

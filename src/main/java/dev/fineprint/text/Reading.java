// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import opennlp.tools.sentdetect.SentenceModel;
import org.jspecify.annotations.Nullable;

/**
 * Reads one text block by block, keeps the lists and sections that are open, and writes the clauses.
 *
 * <p>The open lists form a stack. Which of them an item belongs to is weighed from its marker's kind, its ordinal and its
 * indent together, because each alone misleads: {@code i.} may follow {@code h.} or start Roman numerals, tabs and
 * blanks mix, Markdown repeats {@code 1.}, and many texts do not indent at all. Depth is bounded, and no step looks back
 * further than the stack, so that reading is linear whatever the text.
 */
final class Reading {
    private static final int DEEPEST = 24;
    /** An item of a list without markers and final punctuation is short. */
    private static final int LONGEST_FRAGMENT = 300;

    private static final int LONG_PARAGRAPH = 60;

    /** What the items of an open list start with. */
    private enum Kind {
        MARKED,
        /** Nothing: they are indented. */
        INDENTED,
        /** Nothing: they follow a colon and end with semicolons, or with nothing at all. */
        FLUSH
    }

    /** An open list, or a numbering of sections. */
    private static final class Level {
        final Kind kind;
        final Marker.@Nullable Family family;
        final Marker.@Nullable Shape shape;
        final int depth;
        int value;
        final int indent;
        /** Whether its items are sections: no lead-in governs them. */
        final boolean section;
        /** How many lists it stands in, itself included; sections do not count. */
        final int nesting;

        final List<Integer> leadIns;
        /** Whether a paragraph that belongs to no item has followed. */
        boolean interrupted;
        /** The first clause of the current item, -1 if it has none. */
        int item = -1;

        Level(
                Kind kind,
                Marker.@Nullable Family family,
                @Nullable Marker marker,
                int value,
                int indent,
                boolean section,
                int nesting,
                List<Integer> leadIns) {
            this.kind = kind;
            this.family = family;
            this.shape = marker == null ? null : marker.shape();
            this.depth = marker == null ? 0 : marker.depth();
            this.value = value;
            this.indent = indent;
            this.section = section;
            this.nesting = nesting;
            this.leadIns = leadIns;
        }
    }

    private final String original;
    private final char[] c;
    private final ClauseList clauses;
    private final Phrases phrases;
    private final SentenceFinder sentences;
    private final InlineLists inline;
    private final List<Section> sections = new ArrayList<>();
    private final List<Level> open = new ArrayList<>();

    // The section being read.
    private int sectionLevel;
    private String sectionNumber = "";
    private String sectionHeading = "";
    private int sectionStart;

    // The block before, as far as it had words.
    private int lastLast = -1;
    private int lastIndent;
    private boolean lastHeading;

    /** The lead-ins that stand over the headings of a level: "You must not use it for:" above "### Crime". */
    private List<Integer> standing = List.of();

    private int standingLevel;

    private Reading(String original, String normalized, Supplier<SentenceModel> model) {
        this.original = original;
        this.c = normalized.toCharArray();
        this.clauses = new ClauseList(c);
        this.phrases = new Phrases(c);
        this.sentences = new SentenceFinder(original, c, model);
        this.inline = new InlineLists(c);
    }

    static Segmentation of(LicenseText text, Supplier<SentenceModel> model) {
        return new Reading(text.original(), text.normalized(), model).read();
    }

    private Segmentation read() {
        BlockReader blocks = new BlockReader(original, c);
        Block block = blocks.read();
        while (block != null) {
            Block next = blocks.read();
            read(block, next);
            block = next;
        }
        closeSection(c.length);
        return new Segmentation(sections, clauses.finish());
    }

    private void read(Block block, @Nullable Block next) {
        if (block.heading() > 0) {
            open.clear();
            heading(block, block.heading());
        } else if (block.marker() != null) {
            marked(block, block.marker(), next);
        } else {
            unmarked(block, next);
        }
    }

    // ------------------------------------------------------------------ headings and sections

    /** Writes a heading that stands by itself and opens its section. */
    private void heading(Block block, int level) {
        Marker marker = block.marker();
        String number = marker == null || marker.family() == Marker.Family.BULLET ? "" : number(marker);
        openSection(block.lineStart(), level, number, words(block.start(), block.end()));
        if (lastLast >= 0 && !lastHeading && phrases.endsWithColon(start(lastLast), end(lastLast))) {
            standing = leaning(clauses.chain(lastLast));
            standingLevel = level;
        } else if (level < standingLevel) {
            standing = List.of();
        }
        int first = clauses.size();
        if (!block.isEmpty()) {
            write(Clause.Type.HEADING, block.start(), block.end(), List.of(), false, 0);
        }
        remember(block, first, true);
    }

    private void openSection(int start, int level, String number, String heading) {
        // A number line of its own and a heading under it are one section.
        closeSection(start);
        sectionStart = start;
        sectionLevel = level;
        sectionNumber = number;
        sectionHeading = heading;
    }

    private void closeSection(int end) {
        sections.add(new Section(
                sections.size(),
                sectionLevel,
                sectionNumber,
                sectionHeading,
                sectionStart,
                Math.max(end, sectionStart)));
    }

    /** The number as written, without punctuation around it. */
    private String number(Marker marker) {
        int from = marker.start();
        int to = marker.end();
        while (from < to && !Chars.isWord(c[from]) && c[from] != '\u00A7') {
            from++;
        }
        while (to > from && !Chars.isWord(c[to - 1]) && !(c[to - 1] > '\u2150' && c[to - 1] < '\u2800')) {
            to--;
        }
        return original.substring(from, to).strip();
    }

    private String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        boolean space = false;
        for (int i = from; i < to; i++) {
            if (Chars.isSpace(c[i]) || c[i] == '#' && i > from || c[i] == '*') {
                space = words.length() > 0 && c[i] != LicenseText.IGNORABLE || space;
            } else {
                if (space) {
                    words.append(' ');
                }
                space = false;
                words.append(original.charAt(i));
            }
        }
        int end = words.length();
        while (end > 0
                && (words.charAt(end - 1) == '.'
                        || words.charAt(end - 1) == ':'
                        || words.charAt(end - 1) == '\u3002'
                        || words.charAt(end - 1) == '\uFF1A')) {
            end--;
        }
        return words.substring(0, end);
    }

    // ------------------------------------------------------------------ blocks with a marker

    private void marked(Block block, Marker marker, @Nullable Block next) {
        Level level = place(block, marker, next);
        boolean governed = !level.section && !level.leadIns.isEmpty();
        level.item = -1;
        level.interrupted = false;
        if (block.isEmpty()) {
            if (level.section) {
                openSection(block.lineStart(), sectionDepth(), number(marker), "");
            }
            return;
        }
        int first = clauses.size();
        boolean heading = !governed && isHeading(block, next);
        if (level.section) {
            int runIn = heading ? block.end() : phrases.runInEnd(block.start(), block.end(), true, block.boldEnd());
            openSection(block.lineStart(), sectionDepth(), number(marker), words(block.start(), runIn));
        }
        if (heading) {
            write(Clause.Type.HEADING, block.start(), block.end(), List.of(), false, 0);
        } else {
            List<Integer> leadIns = level.leadIns;
            if (!leadIns.isEmpty() && phrases.isSentence(block.start(), block.end())) {
                leadIns = withoutHeadings(leadIns);
            }
            Clause.Type type = level.section ? Clause.Type.SENTENCE : Clause.Type.ITEM;
            paragraph(
                    block,
                    type,
                    leadIns,
                    !governed || isHeadings(level.leadIns),
                    false,
                    level.section ? 0 : level.nesting);
        }
        level.item = clauses.size() > first ? first : -1;
        remember(block, first, heading);
    }

    private int sectionDepth() {
        int depth = 0;
        for (Level level : open) {
            depth += level.section ? 1 : 0;
        }
        return Math.max(1, depth);
    }

    private boolean isHeadings(List<Integer> leadIns) {
        for (int index : leadIns) {
            if (clauses.get(index).type() != Clause.Type.HEADING) {
                return false;
            }
        }
        return true;
    }

    /** A full sentence is governed by sentences only; a heading says nothing about it. */
    private List<Integer> withoutHeadings(List<Integer> leadIns) {
        List<Integer> kept = new ArrayList<>(leadIns);
        kept.removeIf(index -> clauses.get(index).type() == Clause.Type.HEADING);
        return List.copyOf(kept);
    }

    /** Finds or opens the list that an item belongs to and makes it the innermost. */
    private Level place(Block block, Marker marker, @Nullable Block next) {
        while (!open.isEmpty() && top().kind != Kind.MARKED && endsList(top(), block)) {
            close(open.size() - 1);
        }
        int best = Integer.MIN_VALUE;
        int bestDepth = -1;
        Marker.Family bestFamily = marker.family();
        int bestValue = marker.value();
        boolean known = false;
        for (int d = open.size() - 1; d >= 0; d--) {
            Level level = open.get(d);
            for (int reading = 0; reading < (marker.roman() > 0 ? 2 : 1); reading++) {
                Marker.Family family =
                        reading == 0 ? marker.family() : marker.romanStyle().family();
                int value = reading == 0 ? marker.value() : marker.roman();
                if (level.family != family
                        || level.shape != marker.shape()
                        || level.depth != marker.depth()
                        || family == Marker.Family.BULLET && level.value != value) {
                    continue;
                }
                known = true;
                int score = siblingScore(level, family, value, block.indent());
                if (score > best) {
                    best = score;
                    bestDepth = d;
                    bestFamily = family;
                    bestValue = value;
                }
            }
        }
        int child = childScore(block, marker, known);
        if (bestDepth >= 0 && best >= child) {
            Level level = open.get(bestDepth);
            boolean restart = bestFamily != Marker.Family.BULLET
                    && bestValue <= 1
                    && level.value >= 1
                    && (level.value > 1 || level.interrupted || bestDepth < open.size() - 1)
                    && marker.depth() == 1;
            boolean newList = restart || level.interrupted && bestFamily == Marker.Family.BULLET;
            close(newList ? bestDepth : bestDepth + 1);
            if (!newList) {
                level.value = bestValue;
                return level;
            }
            return open(block, marker, bestFamily, bestValue, next);
        }
        if (marker.family() == Marker.Family.WORD) {
            // Articles, exhibits and the like hold numbers, and are in none.
            int depth = open.size();
            while (depth > 0
                    && (open.get(depth - 1).family != Marker.Family.WORD
                            || open.get(depth - 1).depth >= marker.depth())) {
                depth--;
            }
            close(depth);
        }
        // A list that a paragraph has ended holds no other.
        while (!open.isEmpty() && top().interrupted && !top().section) {
            close(open.size() - 1);
        }
        while (open.size() > 1 && block.indent() + 1 < top().indent && !top().section) {
            close(open.size() - 1);
        }
        boolean roman = marker.roman() == 1 && marker.value() != 1;
        return open(
                block,
                marker,
                roman ? marker.romanStyle().family() : marker.family(),
                roman ? 1 : marker.value(),
                next);
    }

    /** Whether a marker cannot belong to an item of a list without markers. */
    private boolean endsList(Level level, Block block) {
        if (block.indent() + 1 < level.indent || level.kind == Kind.INDENTED) {
            return block.indent() + 1 < level.indent;
        }
        Marker marker = block.marker();
        boolean numbering = marker != null && isNumbering(marker.family(), marker.shape());
        return !isOpen(lastLast)
                && (numbering || level.item != lastLast || !isCategory(start(lastLast), end(lastLast)));
    }

    private static int siblingScore(Level level, Marker.Family family, int value, int indent) {
        int distance = indent - level.indent;
        int byIndent = distance > 3 ? -2 : distance > 1 ? 0 : distance >= -1 ? 3 : distance >= -3 ? 1 : 0;
        if (family == Marker.Family.BULLET) {
            return distance > 1 ? -3 : 3 + byIndent;
        }
        int byOrdinal;
        if (value == level.value + 1) {
            byOrdinal = 4;
        } else if (family == Marker.Family.DECIMAL || family == Marker.Family.WORD) {
            byOrdinal = 3;
        } else if (value == level.value && distance >= -1 && distance <= 1) {
            byOrdinal = 3;
        } else if (value > level.value && value <= level.value + 3) {
            byOrdinal = 2;
        } else {
            byOrdinal = value <= 1 && distance >= -1 && distance <= 1 ? 1 : 0;
        }
        return byOrdinal + byIndent - (level.interrupted && !level.section ? 1 : 0);
    }

    private int childScore(Block block, Marker marker, boolean known) {
        if (open.isEmpty()) {
            return 0;
        }
        int distance = block.indent() - top().indent;
        int score = marker.isFirst() ? 3 : -1;
        score += distance > 1 ? 3 : distance < -1 ? -3 : 0;
        score += known ? 0 : 2;
        if (marker.isFirst() && lastLast >= 0 && !lastHeading && isOpen(lastLast)) {
            score += 2;
        }
        return score;
    }

    private Level open(Block block, Marker marker, Marker.Family family, int value, @Nullable Block next) {
        if (open.size() == DEEPEST) {
            close(DEEPEST - 1);
        }
        Level parent = open.isEmpty() ? null : top();
        List<Integer> leadIns = leadIns(parent, block);
        boolean numbering = isNumbering(family, marker.shape());
        boolean section = numbering
                && (leadIns.isEmpty() || family == Marker.Family.WORD || startsSections(block, marker, next, leadIns));
        section &= parent == null || parent.section;
        int nesting = parent == null ? 0 : parent.nesting;
        Level level = new Level(
                Kind.MARKED,
                family,
                marker,
                value,
                block.indent(),
                section,
                section ? nesting : nesting + 1,
                section ? List.of() : leadIns);
        open.add(level);
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

    /** Whether the first item of a numbering with something like a lead-in is a section all the same. */
    private boolean startsSections(Block block, Marker marker, @Nullable Block next, List<Integer> leadIns) {
        boolean underHeading = clauses.get(leadIns.get(leadIns.size() - 1)).type() == Clause.Type.HEADING;
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
            // "1. Definitions" before "1.1 'Model' means ..." is a section; "1. Violence" before "(a) threats" is an
            // item.
            boolean parts = next != null && phrases.isSentence(next.start(), next.end());
            return !isSibling(block, marker, next) && (underHeading || parts);
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

    /** The clauses that govern a list that starts now. */
    private List<Integer> leadIns(@Nullable Level parent, Block block) {
        if (parent != null && parent.item < 0 && !parent.interrupted) {
            return parent.leadIns;
        }
        if (lastLast < 0) {
            return List.of();
        }
        if (lastHeading) {
            List<Integer> above = parent == null || parent.interrupted ? standing : parent.leadIns;
            return ClauseList.append(above, lastLast);
        }
        boolean unfinished = phrases.isUnfinished(start(lastLast), end(lastLast)) && !isLoose(parent);
        boolean adjacent = !block.blankBefore() || !block.isEmpty() && Chars.isLower(c[block.start()]);
        if (isOpen(lastLast) || unfinished && adjacent) {
            return leaning(clauses.chain(lastLast));
        }
        if (parent != null && !parent.section && !parent.interrupted && parent.item >= 0) {
            return ClauseList.append(parent.leadIns, parent.item);
        }
        return List.of();
    }

    /** Whether the last clause is an item of a list that ended, whose missing full stop means nothing. */
    private boolean isLoose(@Nullable Level parent) {
        Clause clause = clauses.get(lastLast);
        return clause.type() == Clause.Type.ITEM && (parent == null || parent.item > lastLast || parent.item < 0);
    }

    /** "Such uses include:" leans on the sentence before it, or on the heading. */
    private List<Integer> leaning(List<Integer> chain) {
        int index = chain.get(chain.size() - 1);
        Clause clause = clauses.get(index);
        if (index == 0 || !phrases.leans(clause.start(), clause.end())) {
            return chain;
        }
        Clause before = clauses.get(index - 1);
        boolean near = before.section() == clause.section()
                && (before.type() == clause.type() || before.type() == Clause.Type.HEADING);
        if (!near || chain.contains(index - 1)) {
            return chain;
        }
        List<Integer> longer = new ArrayList<>(chain.subList(0, chain.size() - 1));
        longer = new ArrayList<>(ClauseList.append(longer, index - 1));
        return ClauseList.append(longer, index);
    }

    // ------------------------------------------------------------------ blocks without a marker

    private void unmarked(Block block, @Nullable Block next) {
        if (block.isEmpty()) {
            return;
        }
        boolean waiting = lastLast >= 0 && !lastHeading && isOpen(lastLast);
        boolean colon = waiting && phrases.endsWithColon(start(lastLast), end(lastLast));
        Level level = listWithoutMarkers(block, next, waiting, colon);
        if (level != null) {
            int first = clauses.size();
            List<Integer> leadIns = level.leadIns;
            if (phrases.isSentence(block.start(), block.end())) {
                leadIns = withoutHeadings(leadIns);
            }
            paragraph(block, Clause.Type.ITEM, leadIns, false, false, level.nesting);
            level.item = clauses.size() > first ? first : level.item;
            remember(block, first, false);
            return;
        }
        if (isHeading(block, next)
                && !(colon && !block.isBold() && phrases.look(block.start(), block.end()) != Phrases.Look.CAPITALS)) {
            if (open.isEmpty() || block.indent() <= top().indent || block.isBold()) {
                // Under a number that stands on a line of its own, a heading belongs to the number.
                boolean numbered = !open.isEmpty() && top().section && top().item < 0 && sectionHeading.isEmpty();
                if (numbered) {
                    numberedHeading(block);
                    return;
                }
                open.clear();
                heading(block, 1);
                return;
            }
        }
        List<Integer> tail = tailLeadIns(block);
        Level holder = null;
        int d = open.size() - 1;
        while (d >= 0 && holder == null) {
            Level candidate = open.get(d);
            if (!candidate.interrupted && !candidate.section && block.indent() > candidate.indent + 1) {
                holder = candidate;
            } else {
                d--;
            }
        }
        int first = clauses.size();
        if (holder != null) {
            close(d + 1);
            paragraph(block, Clause.Type.ITEM, holder.leadIns, false, holder.item >= 0, holder.nesting);
            holder.item = holder.item < 0 && clauses.size() > first ? first : holder.item;
        } else {
            boolean own = phrases.isSentence(block.start(), block.end());
            Level titled = own ? null : titledItem();
            if (titled != null) {
                paragraph(block, Clause.Type.ITEM, clauses.chain(titled.item), false, true, titled.nesting);
                remember(block, first, false);
                return;
            }
            if (!standing.isEmpty() && !own && lastHeading) {
                paragraph(block, Clause.Type.ITEM, ClauseList.append(standing, lastLast), false, false, 1);
                remember(block, first, false);
                return;
            }
            standing = own ? List.of() : standing;
            for (Level ended : open) {
                ended.interrupted |= !ended.section;
            }
            paragraph(block, Clause.Type.SENTENCE, tail, true, false, 0);
            if (!open.isEmpty() && top().section && top().item < 0) {
                top().item = clauses.size() > first ? first : -1;
            }
        }
        remember(block, first, false);
    }

    /** The list whose last item is a title by its looks, and so holds the paragraph after it; or null. */
    private @Nullable Level titledItem() {
        if (open.isEmpty()
                || top().section
                || top().interrupted
                || top().item != lastLast
                || top().leadIns.isEmpty()) {
            return null;
        }
        Clause item = clauses.get(lastLast);
        boolean title = phrases.isUnfinished(item.start(), item.end())
                && phrases.look(item.start(), item.end()) != Phrases.Look.PLAIN;
        return title ? top() : null;
    }

    /** "... (b) sell it; / without our consent": the end of a list's sentence is governed as its items are. */
    private List<Integer> tailLeadIns(Block block) {
        if (lastLast < 0 || !Chars.isLower(c[block.start()]) || open.isEmpty() || top().section) {
            return List.of();
        }
        Clause last = clauses.get(lastLast);
        boolean unfinished = last.type() == Clause.Type.ITEM
                && (c[last.end() - 1] == ';' || phrases.isUnfinished(last.start(), last.end()));
        return unfinished ? top().leadIns : List.of();
    }

    private void numberedHeading(Block block) {
        sectionHeading = words(block.start(), block.end());
        int first = clauses.size();
        write(Clause.Type.HEADING, block.start(), block.end(), List.of(), false, 0);
        top().item = clauses.size() > first ? first : -1;
        remember(block, first, true);
    }

    /** The list without markers that a block is an item of, opened if it starts here; null if it is none. */
    private @Nullable Level listWithoutMarkers(Block block, @Nullable Block next, boolean waiting, boolean colon) {
        boolean fragment = phrases.isUnfinished(block.start(), block.end());
        if (waiting && block.indent() > lastIndent + 1) {
            return open(block, Kind.INDENTED);
        }
        for (int d = open.size() - 1; d >= 0; d--) {
            Level level = open.get(d);
            if (level.kind == Kind.INDENTED && !level.interrupted) {
                int distance = block.indent() - level.indent;
                if (distance >= -1 && distance <= 1) {
                    close(d + 1);
                    return level;
                }
                if (distance > 1) {
                    break;
                }
            }
        }
        boolean category = isCategory(block.start(), block.end()) && next != null && next.marker() != null;
        for (int d = open.size() - 2; category && d >= 0; d--) {
            Level level = open.get(d);
            if (level.kind == Kind.FLUSH && !level.interrupted && isCategory(start(level.item), end(level.item))) {
                close(d + 1);
                return level;
            }
        }
        if (!open.isEmpty() && top().kind == Kind.FLUSH && !top().interrupted && lastLast >= 0) {
            char last = c[end(lastLast) - 1];
            boolean goesOn = last == ';'
                    || last == ','
                    || endsWithConjunction(lastLast)
                    || Chars.isLower(c[block.start()]) && Chars.isLower(c[start(lastLast)]);
            boolean another = phrases.isUnfinished(start(lastLast), end(lastLast))
                    && fragment
                    && block.end() - block.start() <= LONGEST_FRAGMENT
                    && !titles(block, next);
            if (goesOn || another) {
                return top();
            }
            return null;
        }
        char last = c[block.end() - 1];
        boolean lower = Chars.isLower(c[block.start()]);
        boolean unfinished = lower
                && last == ';'
                && lastLast >= 0
                && !lastHeading
                && clauses.get(lastLast).type() == Clause.Type.SENTENCE
                && phrases.isUnfinished(start(lastLast), end(lastLast));
        if (!waiting && !unfinished) {
            return null;
        }
        boolean piece = last == ';' || endsWithConjunction(block.start(), block.end());
        boolean short_ = colon
                && fragment
                && block.end() - block.start() <= LONGEST_FRAGMENT
                && !block.isBold()
                && !titles(block, next);
        return piece || lower && colon || short_ || colon && category ? open(block, Kind.FLUSH) : null;
    }

    /** Whether words are the title of some items of a list: "Crime:", "Harm to children". */
    private boolean isCategory(int from, int to) {
        int end = c[to - 1] == ':' ? to - 1 : to;
        return phrases.look(from, end) != Phrases.Look.PLAIN && phrases.isUnfinished(from, end);
    }

    /** Whether a short block looks like the heading of a paragraph that follows. */
    private boolean titles(Block block, @Nullable Block next) {
        Phrases.Look look = phrases.look(block.start(), block.end());
        if (look == Phrases.Look.PLAIN || look == Phrases.Look.SHORT || next == null || next.marker() != null) {
            return false;
        }
        return !phrases.isUnfinished(next.start(), next.end()) && next.end() - next.start() > LONG_PARAGRAPH;
    }

    private Level open(Block block, Kind kind) {
        while (!open.isEmpty() && top().interrupted && !top().section) {
            close(open.size() - 1);
        }
        if (open.size() == DEEPEST) {
            close(DEEPEST - 1);
        }
        Level parent = open.isEmpty() ? null : top();
        int nesting = parent == null ? 1 : parent.nesting + 1;
        Level level = new Level(kind, null, null, 0, block.indent(), false, nesting, leaning(clauses.chain(lastLast)));
        open.add(level);
        return level;
    }

    // ------------------------------------------------------------------ writing

    /** Whether a block is a heading by its looks and by what follows. */
    private boolean isHeading(Block block, @Nullable Block next) {
        if (block.isEmpty()) {
            return false;
        }
        Marker marker = block.marker();
        boolean bullet = marker != null && marker.family() == Marker.Family.BULLET;
        char last = c[block.end() - 1];
        boolean numbered = marker != null && isNumbering(marker.family(), marker.shape());
        Phrases.Look look = phrases.look(block.start(), last == ':' && numbered ? block.end() - 1 : block.end());
        if (last == ':' && look == Phrases.Look.SHORT) {
            return false;
        }
        if (block.isBold() && !bullet && last != '.' && last != ';' && last != ',' && last != ':') {
            return look != Phrases.Look.PLAIN || block.end() - block.start() < 80;
        }
        if (bullet || look == Phrases.Look.PLAIN) {
            return false;
        }
        if (look == Phrases.Look.CAPITALS) {
            return true;
        }
        if (next == null) {
            return false;
        }
        boolean dot = last == '.' || last == '\u3002';
        if (marker == null) {
            boolean apart = (block.blankBefore() || lastLast < 0) && next.blankBefore();
            boolean governed = lastHeading && !standing.isEmpty();
            return !dot && (look == Phrases.Look.TITLE || apart && !governed);
        }
        if (marker.family() == Marker.Family.WORD) {
            return true;
        }
        if (look == Phrases.Look.SHORT
                && dot
                && (!numbered || phrases.startsLikeSentence(block.start(), block.end()))) {
            return false;
        }
        // A short item is a heading unless the next item follows at once.
        return !isSibling(block, marker, next);
    }

    /** Writes the clauses of a paragraph: a heading it runs in with, its sentences, the items inside them. */
    private void paragraph(
            Block block, Clause.Type type, List<Integer> leadIns, boolean mayHead, boolean continuation, int level) {
        int from = block.start();
        Marker marker = block.marker();
        boolean goesOn = continuation;
        if (mayHead && (marker == null || marker.family() != Marker.Family.BULLET || block.boldEnd() > from)) {
            int end = phrases.runInEnd(from, block.end(), marker != null, block.boldEnd());
            if (end > from) {
                write(Clause.Type.HEADING, from, end, List.of(), false, 0);
                from = end;
            }
        }
        IntList ends = sentences.find(from, block.end());
        List<InlineLists.Item> items = inline.find(from, block.end(), marker, ends);
        int item = 0;
        InlineLists.Sequence current = null;
        for (int s = 0; s < ends.size(); s++) {
            int end = ends.get(s);
            while (current != null && current.lastStart() < from) {
                current = current.parent();
            }
            int first = clauses.size();
            int stop = item < items.size() && items.get(item).start() < end
                    ? items.get(item).start()
                    : end;
            if (current != null && !current.own) {
                write(Clause.Type.ITEM, from, stop, current.leadIns, true, level + 1);
            } else {
                goesOn |= write(type, from, stop, leadIns, goesOn && type == Clause.Type.ITEM, level)
                        && type == Clause.Type.ITEM;
            }
            while (item < items.size() && items.get(item).start() < end) {
                InlineLists.Item now = items.get(item++);
                InlineLists.Sequence sequence = now.sequence();
                if (now.first()) {
                    sequence.leadIns = sequenceLeadIns(sequence, first, leadIns);
                }
                current = sequence;
                stop = item < items.size() && items.get(item).start() < end
                        ? items.get(item).start()
                        : end;
                if (sequence.own) {
                    write(type, now.text(), stop, leadIns, false, level);
                } else {
                    write(Clause.Type.ITEM, now.text(), stop, sequence.leadIns, false, level + depth(sequence));
                }
            }
            from = end;
        }
    }

    /** What governs an enumeration inside a sentence: the words before it. */
    private List<Integer> sequenceLeadIns(InlineLists.Sequence sequence, int firstOfSentence, List<Integer> leadIns) {
        if (clauses.size() > firstOfSentence) {
            return leaning(clauses.chain(clauses.size() - 1));
        }
        InlineLists.Sequence parent = sequence.parent();
        return parent == null || parent.own ? leadIns : parent.leadIns;
    }

    private static int depth(InlineLists.Sequence sequence) {
        int depth = 0;
        for (InlineLists.Sequence s = sequence; s != null && !s.own; s = s.parent()) {
            depth++;
        }
        return depth;
    }

    private boolean write(Clause.Type type, int from, int to, List<Integer> leadIns, boolean continuation, int level) {
        return clauses.add(type, from, to, sections.size(), leadIns, continuation, level);
    }

    private void remember(Block block, int first, boolean heading) {
        if (clauses.size() == first) {
            return;
        }
        lastLast = clauses.size() - 1;
        lastIndent = block.indent();
        lastHeading = heading || clauses.get(lastLast).type() == Clause.Type.HEADING;
    }

    // ------------------------------------------------------------------ small helpers

    private Level top() {
        return open.get(open.size() - 1);
    }

    private void close(int size) {
        while (open.size() > size) {
            open.remove(open.size() - 1);
        }
    }

    private int start(int clause) {
        return clauses.get(clause).start();
    }

    private int end(int clause) {
        return clauses.get(clause).end();
    }

    private boolean isOpen(int clause) {
        return phrases.isOpen(start(clause), end(clause));
    }

    private boolean endsWithConjunction(int clause) {
        return endsWithConjunction(start(clause), end(clause));
    }

    private boolean endsWithConjunction(int from, int to) {
        int word = to;
        while (word > from && Chars.isAsciiLetter(c[word - 1])) {
            word--;
        }
        boolean conjunction = to - word == 2 && Chars.startsWithIgnoreCase(c, word, to, "or")
                || to - word == 3 && Chars.startsWithIgnoreCase(c, word, to, "and");
        int before = word - 1;
        while (before > from && Chars.isSpace(c[before])) {
            before--;
        }
        return conjunction && before >= from && (c[before] == ';' || c[before] == ',');
    }
}

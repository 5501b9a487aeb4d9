// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds enumerations inside a block: "(i) ...; (ii) ...", "a) ... b) ...", "（1）…；（2）…", nested ones included. Markers
 * count when they form a sequence of at least two that starts with the first ordinal, so that "Section 2(b)", "thirty
 * (30) days" and "(c) 2024" do not. One pass over the block.
 */
final class InlineLists {
    private static final int MOST_OPEN = 8;
    /** Letters and digits that a marker without an opening parenthesis has at the most. */
    private static final int LONGEST_NUMBER = 5;

    private static final WordSet REFERRING = WordSet.of(
            "section sections clause clauses paragraph paragraphs subsection article articles exhibit item items",
            "subclause part copyright see points point subparagraph limb annex schedule");
    private static final WordSet NUMBER_WORDS = WordSet.of(
            "one two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty fifty sixty",
            "ninety hundred thousand");
    private static final WordSet AFTER_REFERENCE = WordSet.of("above below hereof thereof");
    private static final WordSet BETWEEN_REFERENCES = WordSet.of("and or to through");
    private static final WordSet CONJUNCTIONS = WordSet.of("and or nor but");
    private static final String HAN_CONJUNCTIONS = "\u5E76\u548C\u6216\u53CA\u4E14\u4E0E";
    private static final String HAN_BEFORE = "\u7B2C\u6761\u6B3E\u9879\u8282";
    private static final String HAN_AFTER = "\u6B3E\u3001";
    private static final String HAN_BETWEEN = "\u548C\u6216\u53CA\u81F3\u4E0E";

    /** An enumeration. */
    static final class Sequence {
        private final @Nullable Sequence parent;
        /** Whether it goes on from the marker that the block started with. */
        final boolean own;

        private final Marker.Style group;
        private int last;
        private int count = 1;
        private int sentence;
        private int lastStart = -1;
        /** The clauses that govern its items, for the caller to keep. */
        List<Integer> leadIns = List.of();

        private Sequence(Marker.Style group, int last, @Nullable Sequence parent, boolean own, int sentence) {
            this.group = group;
            this.last = last;
            this.parent = parent;
            this.own = own;
            this.sentence = sentence;
        }

        /** The start of the last marker inside the block. */
        int lastStart() {
            return lastStart;
        }

        /** The enumeration around it, or null. */
        @Nullable
        Sequence parent() {
            Sequence around = parent;
            while (around != null && !around.isList()) {
                around = around.parent;
            }
            return around;
        }

        private boolean isList() {
            return count >= 2;
        }

        private boolean takes(Marker marker) {
            return marker.value() == last + 1 && group.equals(group(marker.style()))
                    || marker.roman() == last + 1 && group.equals(group(marker.romanStyle()));
        }
    }

    /**
     * A marker inside a block.
     *
     * @param start where it starts
     * @param text where the words after it start
     * @param sequence the enumeration it belongs to
     * @param first whether it is the first of it
     */
    record Item(int start, int text, Sequence sequence, boolean first) {}

    private final char[] c;
    private final Marks marks;
    private final StopSignal stop;

    /**
     * @param c the normalised text
     * @param marks where its signs stand
     */
    InlineLists(char[] c, Marks marks, StopSignal stop) {
        this.marks = marks;
        this.stop = stop;
        this.c = c;
    }

    /**
     * The items of all enumerations of a block, in order.
     *
     * @param own the marker that the block itself started with, which an enumeration may go on from
     * @param ends the ends of the block's sentences
     */
    List<Item> find(int from, int to, @Nullable Marker own, IntList ends) {
        List<Item> items = new ArrayList<>(0);
        List<Sequence> open = new ArrayList<>(0);
        int sentence = 0;
        int sentenceStart = from;
        int read = from;
        for (int m = marks.firstFrom(from); m < marks.size() && marks.at(m) < to; m++) {
            stop.checkAt(m);
            int i = start(marks.at(m), from);
            Marker marker = i < read ? null : markerAt(i, from, to);
            if (marker == null) {
                continue;
            }
            while (i >= ends.get(sentence) && sentence < ends.size() - 1) {
                sentenceStart = ends.get(sentence++);
            }
            int text = skipSpace(marker.end(), to);
            if (isReference(marker, text, from, to)) {
                continue;
            }
            if (items.isEmpty() && open.isEmpty() && own != null) {
                openOwn(open, own);
            }
            boolean separate = skipSpace(sentenceStart, to) == marker.start() || followsSeparator(marker.start(), from);
            Sequence sequence = take(open, marker, separate, sentence);
            boolean first = sequence == null;
            if (sequence == null) {
                if (marker.value() != 1 && marker.roman() != 1) {
                    continue;
                }
                Marker.Style group = group(marker.value() == 1 ? marker.style() : marker.romanStyle());
                if (open.size() == MOST_OPEN) {
                    open.remove(MOST_OPEN - 1);
                }
                sequence = new Sequence(group, 1, open.isEmpty() ? null : open.get(open.size() - 1), false, sentence);
                open.add(sequence);
            }
            sequence.sentence = sentence;
            sequence.lastStart = marker.start();
            items.add(new Item(marker.start(), text, sequence, first));
            read = marker.end();
        }
        items.removeIf(item -> !item.sequence().isList());
        return items;
    }

    private static void openOwn(List<Sequence> open, Marker own) {
        if (own.family() == Marker.Family.BULLET || own.family() == Marker.Family.WORD) {
            return;
        }
        if (own.roman() > 0 && own.roman() != own.value()) {
            open.add(new Sequence(group(own.romanStyle()), own.roman(), null, true, 0));
        }
        open.add(new Sequence(group(own.style()), own.value(), null, true, 0));
    }

    /** The open enumeration that goes on with a marker, those inside it closed; or null. */
    private static @Nullable Sequence take(List<Sequence> open, Marker marker, boolean separate, int sentence) {
        for (int d = open.size() - 1; d >= 0; d--) {
            Sequence sequence = open.get(d);
            if (sequence.takes(marker) && (separate || sequence.sentence == sentence)) {
                open.subList(d + 1, open.size()).clear();
                sequence.last++;
                sequence.count++;
                return sequence;
            }
        }
        return null;
    }

    /** Where a marker starts that may be known by a sign: "(" and numbers in circles start one, others end it; or -1. */
    private int start(int sign, int from) {
        char now = c[sign];
        if (now == '(' || Marks.isEnclosedNumber(now)) {
            return sign;
        }
        if (now != ')' && now != '.' && now != '\u3001') {
            return -1;
        }
        int start = sign;
        while (start > from
                && sign - start < LONGEST_NUMBER
                && (Chars.isDigit(c[start - 1]) || Chars.isAsciiLetter(c[start - 1]))) {
            start--;
        }
        return start == sign || now != ')' && !Chars.isDigit(c[start]) ? -1 : start;
    }

    /** The marker that starts at an offset inside a sentence, by its shape and what stands before it; or null. */
    private @Nullable Marker markerAt(int at, int from, int to) {
        char now = c[at];
        if (now == '(') {
            return Marker.read(c, at, to);
        }
        if (Marks.isEnclosedNumber(now)) {
            return Marker.read(c, at, to);
        }
        if (!Chars.isDigit(now) && !Chars.isAsciiLetter(now)
                || at > from && Chars.isWord(c[at - 1]) && !Chars.isHan(c[at - 1])) {
            return null;
        }
        int end = at + 1;
        while (end < to && end - at < LONGEST_NUMBER && (Chars.isDigit(c[end]) || Chars.isAsciiLetter(c[end]))) {
            end++;
        }
        if (end == to) {
            return null;
        }
        char stop = c[end];
        char before = before(at, from);
        if (stop == ')') {
            boolean apart = at == from || Chars.isSpace(c[at - 1]) || ",;:\u3002\u3001".indexOf(before) >= 0;
            return apart && before != '(' ? Marker.read(c, at, to) : null;
        }
        if (Chars.isDigit(now) && (stop == '.' || stop == '\u3001')) {
            return before == ':' || before == ';' || before == '\u3002' ? Marker.read(c, at, to) : null;
        }
        return null;
    }

    /** The character before an offset, spaces skipped; or 0. */
    private char before(int at, int from) {
        int i = at - 1;
        while (i >= from && Chars.isSpace(c[i])) {
            i--;
        }
        return i >= from ? c[i] : 0;
    }

    private boolean followsSeparator(int at, int from) {
        int i = at - 1;
        while (i >= from && Chars.isSpace(c[i])) {
            i--;
        }
        if (i < from) {
            return true;
        }
        if (c[i] == ';' || c[i] == ',' || c[i] == ':' || c[i] == '\u3002') {
            return true;
        }
        if (HAN_CONJUNCTIONS.indexOf(c[i]) >= 0) {
            return true;
        }
        int end = i + 1;
        while (i >= from && Chars.isAsciiLetter(c[i])) {
            i--;
        }
        return CONJUNCTIONS.contains(c, i + 1, end);
    }

    /** Whether a marker points to another place, counts something, or is no marker at all: "2(b)", "licence(s)". */
    private boolean isReference(Marker marker, int text, int from, int to) {
        int start = marker.start();
        if (text >= to
                || c[text] == ','
                || c[text] == ';'
                || c[text] == ')'
                || c[text] == '.'
                || c[text] == '(' && marker.family() == Marker.Family.NUMBER) {
            return true;
        }
        boolean parens = marker.shape() == Marker.Shape.PARENS;
        char touching = start > from ? c[start - 1] : ' ';
        if (parens && (Chars.isWord(touching) && !Chars.isHan(touching) || touching == ')' || touching == ']')) {
            return true;
        }
        char before = before(start, from);
        if (Chars.isHan(before) && HAN_BEFORE.indexOf(before) >= 0 || HAN_AFTER.indexOf(c[text]) >= 0) {
            return true;
        }
        if (Chars.isDigit(c[text])
                && (marker.family() == Marker.Family.LOWER || marker.family() == Marker.Family.UPPER)) {
            return true;
        }
        int wordEnd = start;
        while (wordEnd > from && Chars.isSpace(c[wordEnd - 1])) {
            wordEnd--;
        }
        int wordStart = wordEnd;
        while (wordStart > from && Chars.isAsciiLetter(c[wordStart - 1])) {
            wordStart--;
        }
        if (REFERRING.contains(c, wordStart, wordEnd)
                || marker.family() == Marker.Family.NUMBER && NUMBER_WORDS.contains(c, wordStart, wordEnd)) {
            return true;
        }
        int next = text;
        while (next < to && Chars.isAsciiLetter(c[next])) {
            next++;
        }
        int bracket = skipSpace(next == text && HAN_BETWEEN.indexOf(c[text]) >= 0 ? text + 1 : next, to);
        boolean between = BETWEEN_REFERENCES.contains(c, text, next) || HAN_BETWEEN.indexOf(c[text]) >= 0;
        return AFTER_REFERENCE.contains(c, text, next) || between && bracket < to && c[bracket] == '(';
    }

    private int skipSpace(int from, int to) {
        int i = from;
        while (i < to && Chars.isSpace(c[i])) {
            i++;
        }
        return i;
    }

    /** Markers of one group count together: "1)" and "(4)" do. */
    private static Marker.Style group(Marker.Style style) {
        return switch (style.shape()) {
            case PAREN -> new Marker.Style(style.family(), Marker.Shape.PARENS);
            case COMMA -> new Marker.Style(style.family(), Marker.Shape.DOT);
            default -> style;
        };
    }
}

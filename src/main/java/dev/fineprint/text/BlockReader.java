// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Puts the lines of a text together to blocks, one after the other. A block ends at a blank line, unless the sentence
 * plainly goes on behind it; at a list marker; at a heading; and, in texts that are not wrapped, at every line end.
 */
final class BlockReader {
    private static final int LONGEST_BOLD = 300;
    private static final int LONGEST_UNDERLINED = 120;
    /** Chinese headings have no final punctuation either; a broken sentence's line is longer. */
    private static final int SHORTEST_HAN_LINE = 40;

    /** Lists of one style inside each other whose ordinals are remembered. */
    private static final int MOST_COUNTS = 8;

    private static final WordSet REFERRING = WordSet.of(
            "section sections clause clauses paragraph paragraphs subsection article articles exhibit in under of and or",
            "see to item items version no part with by the");
    private static final WordSet CONJUNCTIONS = WordSet.of("and or");

    private final String original;
    private final char[] c;
    private final Layout layout;
    private final Lines lines;
    private boolean more;
    /** Whether the letter o has been a bullet. */
    private boolean circles;
    /** A second marker of the line before: "1. (a) text". */
    private @Nullable Marker pending;

    /** How far the lists of every style are counted, outer lists first, to tell a marker from a number of the sentence. */
    private final Map<Marker.Style, IntList> last = new HashMap<>();

    BlockReader(LicenseText text, StopSignal stop) {
        this.original = text.original();
        this.c = text.characters();
        this.lines = Layout.lines(text);
        stop.check();
        this.layout = Layout.of(lines, c, stop);
        lines.rewind();
        this.more = lines.next();
    }

    /** The next block, or null at the end. */
    @Nullable
    Block read() {
        while (more && lines.rule && pending == null) {
            more = lines.next();
        }
        if (!more) {
            return null;
        }
        int lineStart = lines.start;
        int indent = lines.indent;
        boolean blankBefore = lines.blankBefore > 0;
        int level = 0;
        int text = lines.start;
        Marker marker = pending;
        pending = null;
        if (marker == null) {
            level = hashes(lines.start, lines.end);
            text = level > 0 ? skipHashes(level) : lines.start;
            // A block's first line may start with any marker; inside blocks startsItem() has judged.
            marker = Marker.read(c, text, lines.end);
        } else {
            lineStart = marker.start();
            for (int i = lines.start; i < lineStart; i++) {
                indent += Chars.columns(c[i]);
            }
            blankBefore = false;
        }
        if (marker != null) {
            text = marker.text();
            remember(marker);
            Marker inner = level == 0 ? Marker.read(c, text, lines.end) : null;
            if (inner != null && isInner(marker, inner)) {
                pending = inner;
                return new Block(text, text, marker, lineStart, indent, blankBefore, 0, text, false);
            }
            if (text >= lines.end) {
                // A lone marker joins what follows.
                more = lines.next();
                boolean alone = !more
                        || lines.rule
                        || hashes(lines.start, lines.end) > 0
                        || Marker.read(c, lines.start, lines.end) != null;
                if (alone) {
                    return new Block(text, text, marker, lineStart, indent, blankBefore, 0, text, false);
                }
                text = lines.start;
            }
        }
        int end = lines.end;
        int boldEnd = boldEnd(lineStart, text, end);
        boolean row = lines.row;
        boolean bold = boldEnd >= end;
        int left = marker == null ? indent : Math.max(indent, lines.indent) + 8;
        int right = lines.right;
        more = lines.next();
        if (level > 0 || row) {
            return new Block(text, end, marker, lineStart, indent, blankBefore, level, Math.min(boldEnd, end), row);
        }
        if (more && lines.rule && lines.blankBefore == 0 && isUnderlined(text, end)) {
            level = c[lines.start] == '=' ? 1 : 2;
            more = lines.next();
            return new Block(text, end, marker, lineStart, indent, blankBefore, level, Math.min(boldEnd, end), false);
        }
        while (more && !lines.rule && joins(text, end, left, right, bold)) {
            left = lines.indent;
            right = lines.right;
            end = lines.end;
            more = lines.next();
        }
        return new Block(text, end, marker, lineStart, indent, blankBefore, 0, Math.min(boldEnd, end), false);
    }

    private boolean isUnderlined(int start, int end) {
        char rule = c[lines.start];
        return end - start <= LONGEST_UNDERLINED
                && (rule == '=' || rule == '-' || rule == '~')
                && ".;:,".indexOf(c[end - 1]) < 0;
    }

    /** Whether the current line goes on with the block that ends at {@code end}, in a line as wide as {@code right}. */
    private boolean joins(int start, int end, int left, int right, boolean bold) {
        if (lines.broken || hashes(lines.start, lines.end) > 0 || lines.row) {
            return false;
        }
        if (bold && boldEnd(lines.start, lines.start, lines.end) < lines.end) {
            return false;
        }
        char last = c[end - 1];
        boolean lower = Chars.isLower(c[lines.start]);
        boolean open = Chars.isWord(last) || last == ',' || last == ')' || last == '"' || last == '\'' || last == '-';
        boolean han = Chars.isHan(c[lines.start]) && (Chars.isWord(last) || last == ',' || last == '\u3001');
        boolean paragraph = right > Lines.WIDEST;
        if (lines.blankBefore > 0) {
            return !paragraph && goesOnAfterBlank(last, lower && open, han, left, right);
        }
        if (startsItem(end, right)) {
            return false;
        }
        boolean wrapped = layout.wrapped() && !paragraph;
        boolean deeper = lines.indent > left + 1;
        boolean full = wrapped && layout.isFull(right, firstWord(), east(end));
        if (last == ':' || last == ';' || endsWithConjunction(start, end)) {
            return full && !(deeper && last == ':');
        }
        if (lower && (open || last == '/' || last == '.')) {
            return !deeper || wrapped && right * 2 >= layout.width(false);
        }
        if (!wrapped) {
            return han && right >= SHORTEST_HAN_LINE && !paragraph && !isTwoTitles(start, end);
        }
        if (full) {
            return !(deeper && !open);
        }
        // A ragged margin: the line was broken before a long word, or in Chinese before a mark that may not start one.
        boolean sentence = last == ',' || Chars.isLower(last) && startsLower(start, end);
        return han && right * 5 >= layout.width(true) * 4 || sentence && right * 5 >= layout.width(false) * 3;
    }

    /** Whether a line is a title in Chinese, a slash, and the same in English: "定义 / DEFINITIONS". */
    private boolean isTwoTitles(int start, int end) {
        int at = start;
        while (at < end && (Chars.isHan(c[at]) || Chars.isSpace(c[at]) || c[at] == '\u3001')) {
            at++;
        }
        boolean slash = at > start && at < end && (c[at] == '/' || c[at] == '|');
        int first = at + 1;
        while (slash && first < end && Chars.isSpace(c[first])) {
            first++;
        }
        for (int i = first; slash && i < end; i++) {
            slash = Chars.isAsciiLetter(c[i]) || Chars.isSpace(c[i]) || c[i] == '&' || c[i] == '-';
        }
        return slash && first < end && Chars.isUpper(c[first]);
    }

    /** Whether the line that ends at {@code end} breaks off, or the current one begins, with a Han character. */
    private boolean east(int end) {
        return Chars.isHan(c[lines.start]) || Chars.isHan(c[end - 1]);
    }

    /** Whether a sentence goes on behind a page break or a stray blank line. */
    private boolean goesOnAfterBlank(char last, boolean lower, boolean han, int left, int right) {
        if (lines.blankBefore > 3
                || lines.indent > left + 1
                || right < SHORTEST_HAN_LINE
                || Marker.read(c, lines.start, lines.end) != null) {
            return false;
        }
        if (lower) {
            return last == ',' || layout.wrapped() && right * 2 >= layout.width(false);
        }
        return han && layout.wrapped() && right * 4 >= layout.width(true) * 3;
    }

    /** Whether the current line, with no blank line before it, starts with a marker and not with a number of its sentence. */
    private boolean startsItem(int end, int right) {
        Marker marker = Marker.read(c, lines.start, lines.end);
        if (marker == null) {
            return false;
        }
        char lastChar = c[end - 1];
        boolean closed = ".;:!?\u3002".indexOf(lastChar) >= 0
                || (lastChar == '"' || lastChar == ')') && end > 1 && ".;!?\u3002".indexOf(c[end - 2]) >= 0
                || endsWithConjunction(0, end);
        char first = marker.text() < lines.end ? c[marker.text()] : ' ';
        boolean paragraphs = !layout.wrapped() || right > Lines.WIDEST;
        if (marker.family() == Marker.Family.BULLET) {
            if (marker.value() == 'o') {
                return circles || closed;
            }
            return marker.value() >= '\u0080'
                    || closed
                    || paragraphs
                    || !Chars.isLower(first)
                    || !layout.isFull(right, firstWord(), east(end));
        }
        boolean expected = isExpected(marker);
        if (marker.family() == Marker.Family.WORD
                || marker.family() == Marker.Family.DECIMAL
                || marker.shape() == Marker.Shape.NONE && marker.family() == Marker.Family.NUMBER) {
            return (closed || paragraphs || !layout.isFull(right, firstWord(), east(end)))
                    && (expected || marker.shape() != Marker.Shape.NONE || marker.family() != Marker.Family.NUMBER);
        }
        if (paragraphs) {
            return true;
        }
        if (!expected) {
            int before = last(marker.style());
            return closed && !Chars.isLower(first) && marker.value() > before && marker.value() <= before + 3;
        }
        if (closed) {
            return true;
        }
        int wordStart = wordStart(end);
        if (REFERRING.contains(c, wordStart, end) || CONJUNCTIONS.contains(c, marker.text(), wordEnd(marker.text()))) {
            return false;
        }
        return marker.shape() == Marker.Shape.PARENS
                || marker.shape() == Marker.Shape.PAREN
                || !Chars.isLower(first)
                || !layout.isFull(right, firstWord(), east(end));
    }

    private boolean isExpected(Marker marker) {
        return marker.isFirst()
                || isNext(marker.style(), marker.value())
                || marker.roman() > 0 && isNext(marker.romanStyle(), marker.roman());
    }

    private boolean isNext(Marker.Style style, int value) {
        IntList counts = last.get(style);
        for (int i = 0; counts != null && i < counts.size(); i++) {
            if (counts.get(i) == value - 1) {
                return true;
            }
        }
        return false;
    }

    /** Notes how far the list is counted that a marker belongs to; a letter that may be Roman is noted as what goes on. */
    private void remember(Marker marker) {
        circles |= marker.family() == Marker.Family.BULLET && marker.value() == 'o';
        boolean letter = isNext(marker.style(), marker.value());
        if (marker.roman() > 0 && (!letter || isNext(marker.romanStyle(), marker.roman()))) {
            remember(marker.romanStyle(), marker.roman());
        }
        if (marker.roman() == 0 || letter) {
            remember(marker.style(), marker.value());
        }
    }

    private void remember(Marker.Style style, int value) {
        IntList counts = last.computeIfAbsent(style, unseen -> new IntList());
        while (!counts.isEmpty()
                && counts.last() != value - 1
                && (counts.size() == MOST_COUNTS || counts.last() >= value)
                && value != 1) {
            counts.removeLast();
        }
        if (!counts.isEmpty() && (counts.last() == value - 1 || counts.size() == MOST_COUNTS)) {
            counts.removeLast();
        }
        counts.add(value);
    }

    private int last(Marker.Style style) {
        IntList counts = last.get(style);
        return counts == null || counts.isEmpty() ? 0 : counts.last();
    }

    /** Whether a marker that follows another one at a line's start is one, too: "1. (a)". */
    private boolean isInner(Marker outer, Marker inner) {
        boolean same = outer.family() == inner.family() && outer.shape() == inner.shape();
        return switch (inner.family()) {
            case LOWER, UPPER, ROMAN_LOWER, ROMAN_UPPER, HAN, CIRCLED -> !same && isExpected(inner);
            case NUMBER -> !same && inner.shape() != Marker.Shape.NONE && isExpected(inner);
            case BULLET, DECIMAL, WORD -> false;
        };
    }

    /** The number of hashes that make the current line a heading, 0 if it is none. */
    private int hashes(int from, int to) {
        int i = from;
        while (i < to && c[i] == '#') {
            i++;
        }
        int count = i - from;
        return count >= 1 && count <= 6 && i < to && (c[i] == ' ' || Chars.isUpper(c[i]) || Chars.isHan(c[i]))
                ? count
                : 0;
    }

    private int skipHashes(int level) {
        int i = lines.start + level;
        while (i < lines.end && Chars.isBlank(c[i])) {
            i++;
        }
        return i;
    }

    /**
     * Where bold type ends that starts right before one of two offsets; {@code text} if none does. Markup is blank in
     * the normalised text, so the published one is asked.
     */
    private int boldEnd(int marker, int text, int end) {
        char mark = emphasis(text);
        if (mark == 0 && marker < text) {
            mark = emphasis(marker);
        }
        if (mark == 0) {
            return text;
        }
        int limit = Math.min(end + 1, Math.min(c.length, text + LONGEST_BOLD));
        for (int i = text; i < limit; i++) {
            if (original.charAt(i) == mark && Chars.isSpace(c[i])) {
                return i;
            }
        }
        return text;
    }

    /** What ends the emphasis that starts right before an offset: {@code *}, {@code _} or {@code <}; 0 for none. */
    private char emphasis(int at) {
        int i = at - 1;
        while (i >= 0 && original.charAt(i) == ' ') {
            i--;
        }
        if (i < 0 || !Chars.isSpace(c[i])) {
            return 0;
        }
        char before = original.charAt(i);
        if (before == '*' || before == '_') {
            return before;
        }
        boolean bold = before == '>'
                && (original.startsWith("<b", i - 2)
                        || original.startsWith("<B", i - 2)
                        || original.startsWith("<strong", i - 7)
                        || original.startsWith("<u", i - 2));
        return bold ? '<' : 0;
    }

    /** Whether a block's end is ", and" or "; or". */
    private boolean endsWithConjunction(int start, int end) {
        int word = wordStart(end);
        if (word <= start || !CONJUNCTIONS.contains(c, word, end)) {
            return false;
        }
        int i = word - 1;
        while (i > start && Chars.isSpace(c[i])) {
            i--;
        }
        return c[i] == ';' || c[i] == ',';
    }

    private boolean startsLower(int start, int end) {
        int word = wordStart(end);
        return word > start && Chars.isLower(c[word]);
    }

    private int wordStart(int end) {
        int i = end;
        while (i > 0 && end - i < 20 && Chars.isLetter(c[i - 1])) {
            i--;
        }
        return i;
    }

    private int wordEnd(int start) {
        int i = start;
        while (i < lines.end && i - start < 20 && Chars.isLetter(c[i])) {
            i++;
        }
        return i;
    }

    /** The columns of the current line's first word; of the first character in Chinese. */
    private int firstWord() {
        if (Chars.isHan(c[lines.start])) {
            return 2;
        }
        int i = lines.start;
        while (i < lines.end && i - lines.start < 40 && !Chars.isBlank(c[i]) && !Chars.isHan(c[i])) {
            i++;
        }
        return i - lines.start;
    }
}

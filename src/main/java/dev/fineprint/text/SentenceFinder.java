// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.Arrays;
import java.util.function.Supplier;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;

/**
 * Finds where the sentences of a block end. What the writing itself decides is decided here: a Chinese full stop ends
 * a sentence; nothing ends before a lower-case word, after an abbreviation, or inside short quotations and parentheses.
 * What is left open, such as "Inc. The", the trained sentence detector decides. One finder serves one text.
 */
final class SentenceFinder {
    /** Longer quotations and parentheses may hold sentences of their own. */
    private static final int SHORT_ENCLOSURE = 600;

    private static final int LONG_PART = 60;
    /** The detector sees so many characters around an open place: it looks at neighbouring words only. */
    private static final int WINDOW = 4000;

    private static final int LONGEST_RUN = 60;
    private static final int MOST_NESTED = 64;

    /** After these no sentence ends. */
    private static final WordSet NEVER = WordSet.of("mr mrs ms dr prof vs eg ie cf viz approx incl excl seq st");
    /** Before a number these are short for a word. */
    private static final WordSet NUMBERED =
            WordSet.of("no nos sec secs art arts cl para paras pp p ch fig figs vol ver v s ss app ex reg stat");
    /** These end a sentence as often as not. */
    private static final WordSet OPEN = WordSet.of(
            "inc ltd co corp llc llp plc gmbh pty pte bv sa ag oy ab etc jr sr bros assn intl us uk eu am pm al rev dept");

    /** Words that sentences start with, and names hardly ever. */
    private static final WordSet STARTERS = WordSet.of(
            "the this these that those if you your we our it its they their any all each every no in on for to by as at",
            "upon under when where while unless until subject except however such neither nothing and but or either",
            "there here after before once with without from since licensee licensor user users a an nor not he she");

    private final String original;
    private final char[] c;
    private final Marks marks;
    private final Supplier<SentenceModel> model;
    private final StopSignal stop;
    private final IntList enclosures = new IntList();
    private final IntList ends = new IntList();
    private final IntList undecided = new IntList();

    /**
     * @param original the text as published, asked for the direction of quotation marks
     * @param c the normalised text
     * @param marks where its signs stand
     * @param stop asked now and then, for one block may be all of a text
     */
    SentenceFinder(String original, char[] c, Marks marks, Supplier<SentenceModel> model, StopSignal stop) {
        this.marks = marks;
        this.stop = stop;
        this.original = original;
        this.c = c;
        this.model = model;
    }

    /** The offsets where the sentences of a block end, the block's end last. The list is used again by the next call. */
    IntList find(int from, int to) {
        ends.clear();
        undecided.clear();
        findEnclosures(from, to);
        int enclosure = 0;
        int start = from;
        int seen = from;
        boolean han = false;
        int i = from;
        for (int m = marks.firstFrom(from); m < marks.size() && marks.at(m) < to; m++) {
            stop.checkAt(m);
            if (marks.at(m) < i) {
                continue;
            }
            i = marks.at(m);
            char now = c[i];
            if (now != '.' && now != '\u3002' && now != '!' && now != '?' && now != ';') {
                continue;
            }
            han = endsInHan(seen, i, han);
            seen = i;
            while (enclosure < enclosures.size() && enclosures.get(enclosure + 1) < i) {
                enclosure += 2;
            }
            int after = closersEnd(i + 1, to);
            boolean inside = enclosure < enclosures.size()
                    && enclosures.get(enclosure) < i
                    && after <= enclosures.get(enclosure + 1);
            if (inside || after >= to) {
                continue;
            }
            int verdict = switch (now) {
                case '\u3002' -> closesInside(i, after, from, enclosure) ? 0 : 1;
                case ';' -> han && parts(start, i, skipSpace(after, to), to) ? 1 : 0;
                default -> han ? hanEnder(i, after, to) : latinEnder(i, after, from, to);
            };
            if (verdict > 0) {
                ends.add(after);
                start = after;
                i = after;
            } else if (verdict < 0) {
                undecided.add(i);
                undecided.add(after);
            }
        }
        if (!undecided.isEmpty()) {
            decide(from, to);
        }
        ends.add(to);
        return ends;
    }

    /** Whether the last letter before an offset is a Han character; {@code before} if there is no letter. */
    private boolean endsInHan(int from, int to, boolean before) {
        for (int i = to - 1; i >= from; i--) {
            if (Chars.isHan(c[i])) {
                return true;
            }
            if (Chars.isAsciiLetter(c[i])) {
                return false;
            }
        }
        return before;
    }

    /** Whether a Chinese semicolon ends a sentence: it does after a long part, and between two that stand by themselves. */
    private boolean parts(int start, int at, int next, int to) {
        return next < to && (at - start > LONG_PART || HanVerbs.partedBy(c, start, at, next, to));
    }

    /**
     * Whether the full stop only ends what stands in parentheses or quotation marks, and the sentence around them goes
     * on: it does unless they follow a colon or the end of a sentence.
     */
    private boolean closesInside(int at, int after, int from, int enclosure) {
        if (enclosure >= enclosures.size()
                || enclosures.get(enclosure) > at
                || enclosures.get(enclosure + 1) >= after) {
            return false;
        }
        if (Chars.isSpace(c[after])) {
            return false;
        }
        int before = enclosures.get(enclosure) - 1;
        while (before >= from && Chars.isSpace(c[before])) {
            before--;
        }
        return before >= from && ":;!?\u3002".indexOf(c[before]) < 0;
    }

    /** 1 if a sentence ends here, 0 if none does, -1 if it is open. */
    private int latinEnder(int at, int after, int from, int to) {
        if (!Chars.isSpace(c[after]) && !Chars.isHan(c[after])) {
            return 0;
        }
        int next = skipSpace(after, to);
        if (next == to) {
            return 0;
        }
        int word = next;
        while (word < to && (c[word] == '"' || c[word] == '\'' || c[word] == '(' || c[word] == '[' || c[word] == '*')) {
            word++;
        }
        if (word == to || Chars.isLower(c[word])) {
            // ". (b) You may": a marker, not a word in lower case.
            return next < to && c[next] == '(' && word + 1 < to && markerEndsBeforeUpper(word, to) ? -1 : 0;
        }
        if (c[at] != '.') {
            return 1;
        }
        if (at > from && c[at - 1] == '.') {
            // An ellipsis ends nothing by itself.
            return -1;
        }
        int start = wordStart(from, at);
        boolean capital = Chars.isUpper(c[word]) || Chars.isHan(c[word]);
        if (start == at) {
            // After a number that an enumeration counts with nothing ends; after a parenthesis or a quotation mark it
            // does.
            return at > from && Chars.isDigit(c[at - 1]) ? (countsItems(at, from) ? 0 : 1) : capital ? 1 : -1;
        }
        if (NEVER.contains(c, start, at) || Chars.isDigit(c[word]) && NUMBERED.contains(c, start, at)) {
            return 0;
        }
        if (at - start == 1) {
            boolean initialism = start - 2 >= from && c[start - 1] == '.' && Chars.isLetter(c[start - 2]);
            boolean latin = initialism && Chars.isLower(c[start]) && Chars.isLower(c[start - 2]) && c[start] != 'm';
            // "e.g." ends nothing; "U.S." and an initial may, before a word that sentences start with.
            return latin || !STARTERS.contains(c, word, wordEnd(word, to)) ? 0 : -1;
        }
        return !capital || OPEN.contains(c, start, at) ? -1 : 1;
    }

    /** Whether the number before a full stop stands at the start of its sentence or after a colon: "2. Text". */
    private boolean countsItems(int at, int from) {
        int i = at;
        while (i > from && (Chars.isDigit(c[i - 1]) || c[i - 1] == '.')) {
            i--;
        }
        if (i > from && !Chars.isSpace(c[i - 1])) {
            return false;
        }
        while (i > from && Chars.isSpace(c[i - 1])) {
            i--;
        }
        return i == from || ".:;!?\u3002".indexOf(c[i - 1]) >= 0;
    }

    /** The start of the word that ends at an offset, across what is not to be read inside it. */
    private int wordStart(int from, int at) {
        int start = at;
        while (true) {
            while (start > from && Chars.isLetter(c[start - 1])) {
                start--;
            }
            int before = start;
            while (before > from && c[before - 1] == LicenseText.IGNORABLE) {
                before--;
            }
            if (before == start || start == at || before == from || !Chars.isLetter(c[before - 1])) {
                return start;
            }
            start = before;
        }
    }

    private int wordEnd(int from, int to) {
        int i = from;
        while (i < to && Chars.isLetter(c[i])) {
            i++;
        }
        return i;
    }

    private boolean markerEndsBeforeUpper(int word, int to) {
        int i = word;
        while (i < to && i - word < 5 && Chars.isAsciiLetter(c[i])) {
            i++;
        }
        if (i >= to || c[i] != ')') {
            return false;
        }
        i = skipSpace(i + 1, to);
        return i < to && Chars.isUpper(c[i]);
    }

    private int hanEnder(int at, int after, int to) {
        if (c[at] != '.') {
            return 1;
        }
        boolean spaced = Chars.isSpace(c[after]);
        int next = skipSpace(after, to);
        if (next == to || Chars.isDigit(c[next]) && !spaced || Chars.isLower(c[next])) {
            return 0;
        }
        return spaced || Chars.isHan(c[next]) || c[next] == '"' || c[next] == '\u300A' ? 1 : 0;
    }

    private int skipSpace(int from, int to) {
        int i = from;
        while (i < to && Chars.isSpace(c[i])) {
            i++;
        }
        return i;
    }

    /** Skips what belongs to the sentence that ends: more enders, closing quotes and parentheses. */
    private int closersEnd(int from, int to) {
        int i = from;
        while (i < to) {
            char now = c[i];
            boolean closes = now == ')'
                    || now == ']'
                    || now == '\u300B'
                    || now == '\u3011'
                    || now == '\u3002'
                    || now == '!'
                    || now == '?'
                    || (now == '"' || now == '\'') && (i + 1 == to || !Chars.isWord(c[i + 1]) || Chars.isHan(c[i + 1]));
            if (!closes) {
                break;
            }
            i++;
        }
        return i;
    }

    /** Collects the outermost short quotations and parentheses: pairs of offsets of the opening and closing mark. */
    private void findEnclosures(int from, int to) {
        enclosures.clear();
        int[] open = new int[MOST_NESTED];
        int depth = 0;
        int quote = -1;
        for (int m = marks.firstFrom(from); m < marks.size() && marks.at(m) < to; m++) {
            stop.checkAt(m);
            int i = marks.at(m);
            switch (c[i]) {
                case '(', '\u300A', '\u3010', '[' -> {
                    if (depth == MOST_NESTED) {
                        System.arraycopy(open, 1, open, 0, --depth);
                    }
                    open[depth++] = i;
                }
                case ')', '\u300B', '\u3011', ']' -> {
                    if (depth > 0) {
                        enclose(open[--depth], i);
                    }
                }
                case '"' -> {
                    int turn = quoteTurn(i, from, to);
                    if (turn > 0 || turn == 0 && quote < 0) {
                        quote = i;
                    } else if (quote >= 0) {
                        enclose(quote, i);
                        quote = -1;
                    }
                }
                default -> {}
            }
        }
    }

    /** 1 for a mark that can only open a quotation, -1 for one that can only close it, 0 if it might do either. */
    private int quoteTurn(int at, int from, int to) {
        switch (original.charAt(at)) {
            case '\u201C', '\u201E', '\u300C', '\u00AB', '\u301D' -> {
                return 1;
            }
            case '\u201D', '\u300D', '\u00BB', '\u301E' -> {
                return -1;
            }
            default -> {
                boolean spaceBefore = at == from || Chars.isSpace(c[at - 1]) || c[at - 1] == '(' || c[at - 1] == '[';
                boolean spaceAfter = at + 1 == to || Chars.isSpace(c[at + 1]);
                return spaceBefore == spaceAfter ? 0 : spaceBefore ? 1 : -1;
            }
        }
    }

    private void enclose(int start, int end) {
        if (end - start > SHORT_ENCLOSURE) {
            return;
        }
        while (!enclosures.isEmpty() && enclosures.get(enclosures.size() - 2) > start) {
            enclosures.removeLast();
            enclosures.removeLast();
        }
        // Crossing marks: the later ones give way.
        if (enclosures.isEmpty() || enclosures.last() < start) {
            enclosures.add(start);
            enclosures.add(end);
        }
    }

    /** Lets the trained detector decide what is open, window by window. */
    private void decide(int from, int to) {
        SentenceDetectorME detector = new SentenceDetectorME(model.get(), (Dictionary) null);
        IntList found = new IntList();
        int next = 0;
        while (next < undecided.size()) {
            stop.check();
            int start = Math.max(from, undecided.get(next) - WINDOW / 8);
            int end = Math.min(to, start + WINDOW);
            int last = next;
            while (last < undecided.size() && (undecided.get(last + 1) < end - WINDOW / 8 || last == next)) {
                last += 2;
            }
            String masked = masked(start, end, next, last);
            for (Span span : detector.sentPosDetect(masked)) {
                int spanEnd = start + span.getEnd();
                while (next < last && undecided.get(next + 1) <= spanEnd) {
                    if (undecided.get(next + 1) == spanEnd && spanEnd < end) {
                        found.add(spanEnd);
                    }
                    next += 2;
                }
            }
            next = last;
        }
        merge(found);
    }

    /** A window in which only the open enders are left, and no run without blanks is long. */
    private String masked(int start, int end, int next, int last) {
        char[] window = Arrays.copyOfRange(c, start, end);
        int open = next;
        int run = 0;
        for (int i = 0; i < window.length; i++) {
            while (open < last && undecided.get(open + 1) <= start + i) {
                open += 2;
            }
            boolean isOpen = open < last && undecided.get(open) <= start + i;
            char now = window[i];
            if (Chars.isSpace(now) || ++run > LONGEST_RUN && !isOpen) {
                window[i] = ' ';
                run = 0;
            } else if (!isOpen && (now == '.' || now == '!' || now == '?')) {
                window[i] = ',';
            }
        }
        return new String(window);
    }

    private void merge(IntList found) {
        if (found.isEmpty()) {
            return;
        }
        int[] all = new int[ends.size() + found.size()];
        for (int i = 0; i < ends.size(); i++) {
            all[i] = ends.get(i);
        }
        for (int i = 0; i < found.size(); i++) {
            all[ends.size() + i] = found.get(i);
        }
        Arrays.sort(all);
        ends.clear();
        for (int i = 0; i < all.length; i++) {
            if (i == 0 || all[i] != all[i - 1]) {
                ends.add(all[i]);
            }
        }
    }
}

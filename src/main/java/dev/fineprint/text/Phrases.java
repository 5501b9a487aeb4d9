// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** Tells headings and open lead-ins by their words. One serves one text; thread-confined like the text's segmentation. */
final class Phrases {
    private static final int LONGEST_HEADING = 120;
    private static final int MOST_HEADING_WORDS = 14;
    private static final int LONGEST_HAN_HEADING = 26;
    /** A Chinese heading hardly ends with a full stop; a longer line that does is a sentence. */
    private static final int LONGEST_STOPPED_HAN_HEADING = 10;

    private static final int LONGEST_RUN_IN = 90;
    /** So many words before its end a lead-in says "following". */
    private static final int FOLLOWING_WORDS = 10;

    private static final int HAN_LOOK_BACK = 30;
    /** So far a sentence shows its verb. */
    private static final int LONGEST_START = 300;

    private static final int MOST_START_WORDS = 40;

    /** Words that a title leaves in lower case. */
    private static final WordSet SMALL = WordSet.of(
            "a an and as at but by for from if in into nor of off on onto or per so than that the to up via with yet",
            "not no when your its these this under upon within without over s");
    /** Words that make a phrase a sentence. */
    private static final WordSet VERBS = WordSet.of(
            "is are was were be been must shall may will can cannot could should would might does do did has have had",
            "means mean agree agrees grants grant only never you we it they");

    private static final WordSet SENTENCE_STARTS =
            WordSet.of("the a an you this that these those each every any we it if");
    private static final WordSet MODALS = WordSet.of(
            "must shall may will can cannot should agree agrees means mean is are was were has have grants represents",
            "warrants acknowledges retains reserves");
    /** A clause that ends with one of these, and no full stop, is not finished. */
    private static final WordSet OPEN_ENDS = WordSet.of(
            "to not or and for that by of with in from shall must may will can including include includes following",
            "below the a an as if when where you licensee user users whether either both any than is are be on against",
            "only such namely means containing under into via through upon without cannot unless who which your");

    private static final WordSet CONJUNCTIONS = WordSet.of("and or");
    private static final WordSet FOLLOWING = WordSet.of("following follows");
    private static final WordSet BELOW = WordSet.of("below hereunder");
    /** Before a number these are short for a word, and end nothing. */
    private static final WordSet NUMBERED = WordSet.of("v ver vers version no nos art sec ch rev");
    /** A line that starts with one of these tells whose or which text this is; it heads nothing. */
    private static final WordSet IMPRINT = WordSet.of("copyright version copr c effective dated date last");

    private static final HanPhrases HAN_BELOW = HanPhrases.of("\u4EE5\u4E0B \u4E0B\u5217 \u5982\u4E0B \u4E0B\u8FF0");
    /** First words of a lead-in that leans on the sentence before it. */
    private static final WordSet LEANING =
            WordSet.of("example examples including includes include among specifically namely particularly here");

    private static final WordSet POINTING = WordSet.of("this these such those it they");
    private static final WordSet INCLUDING = WordSet.of("include includes including cover covers comprise comprises");

    private static final HanPhrases HAN_FOLLOWING =
            HanPhrases.of("\u4EE5\u4E0B \u4E0B\u5217 \u5982\u4E0B \u4E0B\u8FF0 \u540E\u7EED \u5305\u62EC \u4F8B\u5982");
    private static final HanPhrases HAN_LEANING =
            HanPhrases.of("\u5305\u62EC \u4F8B\u5982 \u5982 \u5176\u4E2D \u4E0A\u8FF0 \u5177\u4F53 \u8FD9\u4E9B \u6B64 "
                    + "\u8BE5 \u6BD4\u5982");

    private final char[] c;

    Phrases(char[] c) {
        this.c = c;
    }

    /** How a stretch of words looks. */
    enum Look {
        /** No heading. */
        PLAIN,
        /** Short, in sentence case: a heading where the surroundings say so. */
        SHORT,
        /** Title case, or a short Chinese phrase. */
        TITLE,
        /** Upper case throughout. */
        CAPITALS
    }

    /** How a block looks that has no full stop, or one only after few words. */
    Look look(int from, int to) {
        if (to - from > LONGEST_HEADING || to <= from) {
            return Look.PLAIN;
        }
        char last = c[to - 1];
        int end = last == '.' || last == '\u3002' ? to - 1 : to;
        if (last == ';' || last == ',' || last == ':' || last == '!') {
            return Look.PLAIN;
        }
        if (last == '\u3002' && to - from > LONGEST_STOPPED_HAN_HEADING) {
            return Look.PLAIN;
        }
        Look look = words(from, end, MOST_HEADING_WORDS);
        // "THE MODEL MUST NOT BE SOLD." is a sentence; "WHAT YOU MAY DO" and "LIMITATION OF LIABILITY." are none.
        return look == Look.CAPITALS && end < to && containsWord(from, end, MODALS) ? Look.PLAIN : look;
    }

    private Look words(int from, int to, int most) {
        int han = 0;
        int words = 0;
        int large = 0;
        int small = 0;
        int lower = 0;
        int letters = 0;
        boolean verb = false;
        boolean opens = false;
        boolean colon = false;
        boolean imprint = false;
        for (int i = from; i < to; ) {
            char now = c[i];
            boolean stop = now == '.' && i + 1 < to && Chars.isSpace(c[i + 1]) && !shortens(from, i, to);
            if (stop || now == '\u3002' || now == '?') {
                return Look.PLAIN;
            }
            colon |= now == ':';
            imprint |= colon && Chars.isDigit(now)
                    || now == '\u00A9'
                    || now == '@'
                    || now == '/' && i > from && c[i - 1] == '/';
            if (Chars.isHan(now)) {
                han++;
                i++;
                continue;
            }
            if (!Chars.isLetter(now)) {
                i++;
                continue;
            }
            int start = i;
            while (i < to && (Chars.isLetter(c[i]) && !Chars.isHan(c[i]) || i > start && isInside(c[i]))) {
                lower += Chars.isLower(c[i]) ? 1 : 0;
                letters++;
                i++;
            }
            words++;
            imprint |= words == 1 && IMPRINT.contains(c, start, i);
            if (Chars.isUpper(now)) {
                large++;
                opens |= words == 1;
            } else if (SMALL.contains(c, start, i)) {
                small++;
            } else if (start > from && Chars.isDigit(c[start - 1])) {
                small++;
            }
            verb |= VERBS.contains(c, start, i);
        }
        if (imprint) {
            return Look.PLAIN;
        }
        if (han > 0) {
            return han + words <= LONGEST_HAN_HEADING
                            && (!HanVerbs.standIn(c, from, to) || HanVerbs.makeNoun(c, from, to))
                            && indexOf(',', from, to) < 0
                    ? Look.TITLE
                    : Look.PLAIN;
        }
        if (words == 0 || words > most) {
            return Look.PLAIN;
        }
        if (lower == 0 && letters >= 2) {
            return Look.CAPITALS;
        }
        if (opens && large + small == words && (large > 1 || words == 1) && !(verb && small > large)) {
            return Look.TITLE;
        }
        return opens && words <= 7 && !verb ? Look.SHORT : Look.PLAIN;
    }

    /** Whether a character may stand inside a word without being one of its letters. */
    private static boolean isInside(char c) {
        return c == '\'' || c == LicenseText.IGNORABLE;
    }

    /** Whether the full stop at an offset shortens a word before a number: "v. 2", "No. 5". */
    private boolean shortens(int from, int at, int to) {
        int next = skipSpace(at + 1, to);
        int word = at;
        while (word > from && Chars.isLetter(c[word - 1])) {
            word--;
        }
        return next < to && Chars.isDigit(c[next]) && NUMBERED.contains(c, word, at);
    }

    /** The end of a heading that a block starts with, its full stop included, before a sentence; or {@code from}. */
    int runInEnd(int from, int to, boolean marked, int boldEnd) {
        boolean bold = boldEnd > from;
        int limit = Math.min(to, from + LONGEST_RUN_IN);
        int stop = from;
        while (stop < limit && (c[stop] != '.' || shortens(from, stop, to)) && c[stop] != '\u3002' && c[stop] != ':') {
            stop++;
        }
        if (bold && (stop >= boldEnd || stop + 1 >= boldEnd)) {
            // Bold words, then plain ones: "**Term** This Agreement", "**Term.** This Agreement", "**Term**: this".
            int end = trim(from, Math.min(boldEnd, to));
            int after = skipSpace(end, to);
            boolean outside = after < to && (c[after] == ':' || c[after] == '.');
            int next = skipSpace(outside ? after + 1 : boldEnd, to);
            char last = c[end - 1];
            boolean closed = last == '.' || last == ':' || outside;
            Look look = words(from, last == '.' || last == ':' ? end - 1 : end, MOST_HEADING_WORDS);
            boolean sentence = next < to && startsSentence(next);
            if (look != Look.PLAIN && sentence && closed) {
                return next;
            }
            return from;
        }
        if (stop >= limit || stop == from || stop + 1 >= to) {
            return from;
        }
        boolean colon = c[stop] == ':';
        if (colon && !(marked || bold)) {
            return from;
        }
        boolean han = c[stop] == '\u3002' || Chars.isHan(c[stop - 1]);
        int next = skipSpace(stop + 1, to);
        if (next == to || !startsSentence(next) || next == stop + 1 && !han) {
            return from;
        }
        Look look = words(from, stop, 8);
        if (han) {
            return marked && look == Look.TITLE && stop - from <= 14 && !colon ? stop + 1 : from;
        }
        boolean heading = look == Look.TITLE
                || look == Look.CAPITALS
                || look == Look.SHORT && marked && !colon && shortWords(from, stop);
        if (!marked && !bold) {
            heading = look == Look.TITLE
                    && countWords(from, stop) <= 6
                    && stop - from >= 4
                    && Chars.isLetter(c[stop - 2])
                    && !Chars.isDigit(c[next]);
        }
        return heading && !(colon && look == Look.SHORT) ? stop + 1 : from;
    }

    private boolean shortWords(int from, int to) {
        return countWords(from, to) <= 5;
    }

    private int countWords(int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += Chars.isLetter(c[i]) && (i == from || !Chars.isLetter(c[i - 1])) ? 1 : 0;
        }
        return count;
    }

    private boolean startsSentence(int at) {
        char now = c[at];
        return Chars.isUpper(now)
                || Chars.isHan(now)
                || now == '"'
                || now == '\''
                || now == '('
                || now == '\u300A'
                || Chars.isDigit(now);
    }

    /** Whether the first word is one that hardly any heading starts with. */
    boolean startsLikeSentence(int from, int to) {
        int end = from;
        while (end < to && Chars.isAsciiLetter(c[end])) {
            end++;
        }
        return SENTENCE_STARTS.contains(c, from, end);
    }

    /** Whether a clause waits for the list that follows: it ends with a colon or a dash, or is not finished. */
    boolean isOpen(int from, int to) {
        char last = lastChar(from, to);
        if (last == ':' || last == '-' || last == ',') {
            return true;
        }
        if (last == '.' || last == '\u3002' || last == ')' || last == '"') {
            return announces(from, to);
        }
        if (last == ';' || last == '!' || last == '?') {
            return false;
        }
        return endsOpen(from, to) || announces(from, to);
    }

    /** Whether a clause ends with a colon or a dash. */
    boolean endsWithColon(int from, int to) {
        char last = lastChar(from, to);
        return last == ':' || last == '-';
    }

    /** Whether a clause has no final punctuation. */
    boolean isUnfinished(int from, int to) {
        char last = lastChar(from, to);
        return Chars.isWord(last) || last == ',' || last == ')' || last == '"' || last == '\'';
    }

    /** Whether a clause is one of several that a semicolon, or ", and", separates. */
    boolean endsPiece(int from, int to) {
        int end = trim(from, to);
        if (end > from && c[end - 1] == ';') {
            return true;
        }
        int word = end;
        while (word > from && Chars.isAsciiLetter(c[word - 1])) {
            word--;
        }
        int before = trim(from, word);
        return CONJUNCTIONS.contains(c, word, end) && before > from && (c[before - 1] == ';' || c[before - 1] == ',');
    }

    /** Whether the last word of a clause needs another: "to", "not", "including". */
    boolean endsOpen(int from, int to) {
        int end = trim(from, to);
        if (end > from && Chars.isHan(c[end - 1])) {
            return HAN_FOLLOWING.endAt(c, from, end) || HanVerbs.endWords(c, from, end) || c[end - 1] == '\u4E8E';
        }
        int start = end;
        while (start > from && Chars.isLetter(c[start - 1])) {
            start--;
        }
        return OPEN_ENDS.contains(c, start, end);
    }

    /** Whether the end of a clause announces what follows: "the following conditions", "as set out below", 以下. */
    private boolean announces(int from, int to) {
        int end = trim(from, to);
        int words = 0;
        for (int i = end; i > from && words < FOLLOWING_WORDS; ) {
            if (!Chars.isAsciiLetter(c[i - 1])) {
                i--;
                continue;
            }
            int word = i;
            while (word > from && Chars.isAsciiLetter(c[word - 1])) {
                word--;
            }
            words++;
            if (FOLLOWING.contains(c, word, i) || words <= 2 && BELOW.contains(c, word, i)) {
                return true;
            }
            i = word;
        }
        return HAN_BELOW.standIn(c, Math.max(from, to - HAN_LOOK_BACK), to);
    }

    /** Whether a lead-in says little by itself and leans on the sentence before: "These include:". */
    boolean leans(int from, int to) {
        if (countWords(from, Math.min(to, from + 200)) > 14 && !Chars.isHan(c[from])) {
            return false;
        }
        if (Chars.isHan(c[from])) {
            return to - from <= 20 && HAN_LEANING.startAt(c, from, to);
        }
        int end = from;
        while (end < to && Chars.isAsciiLetter(c[end])) {
            end++;
        }
        return LEANING.contains(c, from, end)
                || POINTING.contains(c, from, end) && containsWord(end, to, INCLUDING)
                || Chars.startsWithIgnoreCase(c, from, to, "for example")
                || Chars.startsWithIgnoreCase(c, from, to, "in particular")
                || Chars.startsWithIgnoreCase(c, from, to, "without limit");
    }

    private boolean containsWord(int from, int to, WordSet words) {
        for (int i = from; i < to; ) {
            int word = i;
            while (i < to && Chars.isAsciiLetter(c[i])) {
                i++;
            }
            if (words.contains(c, word, i)) {
                return true;
            }
            i = Math.max(i, word + 1);
        }
        return false;
    }

    /** Whether an item is a sentence with its own verb near its start, which no heading governs. */
    boolean isSentence(int from, int to) {
        int limit = Math.min(to, from + LONGEST_START);
        int words = 0;
        for (int i = from; i < limit && words < MOST_START_WORDS; ) {
            if (Chars.isAsciiLetter(c[i])) {
                int word = i;
                while (i < limit && Chars.isAsciiLetter(c[i])) {
                    i++;
                }
                words++;
                if (MODALS.contains(c, word, i)) {
                    return true;
                }
            } else {
                i++;
            }
        }
        return HanVerbs.standIn(c, from, limit);
    }

    private char lastChar(int from, int to) {
        int end = trim(from, to);
        return end > from ? c[end - 1] : ' ';
    }

    private int trim(int from, int to) {
        int end = to;
        while (end > from && Chars.isSpace(c[end - 1])) {
            end--;
        }
        return end;
    }

    private int skipSpace(int from, int to) {
        int i = from;
        while (i < to && Chars.isSpace(c[i])) {
            i++;
        }
        return i;
    }

    private int indexOf(char wanted, int from, int to) {
        for (int i = from; i < to; i++) {
            if (c[i] == wanted) {
                return i;
            }
        }
        return -1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.ClauseChange;
import dev.fineprint.Finding;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseDiff;
import dev.fineprint.TextChange;
import dev.fineprint.WordChange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the formats of a comparison share: a clause in its two versions, word by word. */
final class DiffWords {
    /** Unchanged words beyond so many characters are left out between two changes. */
    private static final int CONTEXT = 60;

    private DiffWords() {}

    /** Words of the old version, of the new one, or of both. */
    enum Side {
        BOTH,
        OLD,
        NEW
    }

    /**
     * A run of words.
     *
     * @param side which version has it
     * @param text the words, on one line and harmless
     * @param blank whether a blank stands before them
     */
    record Part(Side side, String text, boolean blank) {}

    /** The clause as both versions have it; of a clause that only one text has, that one's words. */
    static List<Part> parts(ClauseChange change, boolean whole) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return List.of(new Part(Side.BOTH, SafeText.oneLine(change.clause().text()), false));
        }
        String old = change.before().get().text();
        String now = change.after().get().text();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (WordChange word : change.words()) {
            int start = Math.max(at, word.afterStart());
            int end = Math.max(start, word.afterEnd());
            same(parts, now, at, start, whole, false);
            add(parts, Side.OLD, old, word.beforeStart(), word.beforeEnd());
            add(parts, Side.NEW, now, start, end);
            at = end;
        }
        same(parts, now, at, now.length(), whole, true);
        return parts;
    }

    /** The passage as both texts have it. */
    static List<Part> parts(TextChange change) {
        List<Part> parts = new ArrayList<>();
        add(parts, Side.OLD, change.beforeText(), 0, change.beforeText().length());
        add(parts, Side.NEW, change.afterText(), 0, change.afterText().length());
        return parts;
    }

    private static void add(List<Part> parts, Side side, String text, int start, int end) {
        String line = SafeText.oneLine(text.substring(start, end)).strip();
        if (!line.isEmpty()) {
            boolean blank = start == 0 || Character.isWhitespace(text.charAt(start - 1));
            parts.add(new Part(side, line, blank && !parts.isEmpty()));
        }
    }

    private static void same(List<Part> parts, String text, int start, int end, boolean whole, boolean last) {
        String line = SafeText.oneLine(text.substring(start, end)).strip();
        boolean first = start == 0;
        boolean all = first && last;
        int room = first || last ? CONTEXT : 2 * CONTEXT;
        if (!whole && !all && line.length() > room + CONTEXT) {
            String head = first ? "" : line.substring(0, cut(line, CONTEXT));
            String tail = last ? "" : line.substring(cut(line, line.length() - CONTEXT));
            line = head.stripTrailing() + " … " + tail.stripLeading();
        }
        if (!line.isBlank()) {
            boolean blank = start > 0
                    && (Character.isWhitespace(text.charAt(start)) || Character.isWhitespace(text.charAt(start - 1)));
            parts.add(new Part(Side.BOTH, line.strip(), blank && !parts.isEmpty()));
        }
    }

    /** The blank at or before a place; the place itself, not between two halves of a character, where there is none. */
    private static int cut(String line, int place) {
        int blank = line.lastIndexOf(' ', place);
        if (blank > place - CONTEXT / 2) {
            return blank;
        }
        return Character.isLowSurrogate(line.charAt(place)) ? place - 1 : place;
    }

    static String title(ReportWords words, LicenseDiff diff, String kind) {
        if (kind.equals(Finding.UNCLASSIFIED)) {
            return words.text("kind.unclassified");
        }
        Optional<KindInfo> info = diff.kind(kind);
        return info.map(known -> words.messages().of(known.title())).orElse(kind);
    }

    /** Where a passage stands: "line 12". */
    static String place(ReportWords words, TextChange change) {
        return change.after()
                .or(change::before)
                .map(span -> Places.of(words.messages(), span))
                .orElseGet(() -> words.text("text.line", "1"));
    }

    /** Where a clause stands: "line 12", or "line 12, before line 9". */
    static String place(ReportWords words, ClauseChange change) {
        String line = Places.of(words.messages(), change.clause().span());
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return line;
        }
        String old = Places.of(words.messages(), change.before().get().span());
        return words.text("diff.place", line, old);
    }
}

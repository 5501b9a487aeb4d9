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
     */
    record Part(Side side, String text) {}

    /** The clause as both versions have it; of a clause that only one text has, that one's words. */
    static List<Part> parts(ClauseChange change, boolean whole) {
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return List.of(new Part(Side.BOTH, SafeText.oneLine(change.clause().text())));
        }
        String old = change.before().get().text();
        String now = change.after().get().text();
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (WordChange word : change.words()) {
            same(parts, now.substring(at, Math.max(at, word.afterStart())), whole, at == 0, false);
            add(parts, Side.OLD, old.substring(word.beforeStart(), word.beforeEnd()));
            add(parts, Side.NEW, now.substring(Math.max(at, word.afterStart()), Math.max(at, word.afterEnd())));
            at = Math.max(at, word.afterEnd());
        }
        same(parts, now.substring(at), whole, at == 0, true);
        return parts;
    }

    /** The passage as both texts have it. */
    static List<Part> parts(TextChange change) {
        List<Part> parts = new ArrayList<>();
        add(parts, Side.OLD, change.beforeText());
        add(parts, Side.NEW, change.afterText());
        return parts;
    }

    private static void add(List<Part> parts, Side side, String text) {
        String line = SafeText.oneLine(text);
        if (!line.isEmpty()) {
            parts.add(new Part(side, line));
        }
    }

    private static void same(List<Part> parts, String text, boolean whole, boolean first, boolean last) {
        String line = SafeText.oneLine(text);
        boolean all = first && last;
        int room = first || last ? CONTEXT : 2 * CONTEXT;
        if (!whole && !all && line.length() > room + CONTEXT) {
            String head = first ? "" : line.substring(0, cut(line, CONTEXT));
            String tail = last ? "" : line.substring(cut(line, line.length() - CONTEXT));
            line = head.stripTrailing() + " … " + tail.stripLeading();
        }
        if (!line.isBlank()) {
            parts.add(new Part(Side.BOTH, line.strip()));
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

    /** Where a clause stands: "line 12", or "line 12, before line 9". */
    static String place(ReportWords words, ClauseChange change) {
        String line =
                words.text("text.line", String.valueOf(change.clause().span().line()));
        if (change.before().isEmpty() || change.after().isEmpty()) {
            return line;
        }
        String old = words.text(
                "text.line", String.valueOf(change.before().get().span().line()));
        return words.text("diff.place", line, old);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A known licence laid beside a text: what is the same, and what was changed beyond what the guidelines allow. */
final class Alignment {
    private static final int SLIDE = 60;
    private static final int SNAP = 3;
    private static final int LONGEST_PART = 400;
    private static final int[] NOTHING = {-1, -1};

    /**
     * A change that the guidelines do not allow: the licence's words {@code baseFrom} to {@code baseTo} are missing and
     * the text's words {@code textFrom} to {@code textTo} stand in their place; one of the two may be empty.
     */
    record Hunk(int baseFrom, int baseTo, int textFrom, int textTo) {}

    final Template base;
    final Words text;
    private final int[] map;
    /** The text's words that belong to the licence: from, inclusive, to, exclusive. Empty when nothing is the same. */
    int textFrom;

    int textTo;
    final List<Hunk> hunks = new ArrayList<>();
    /** How many words of the licence stand in the text. */
    int same;
    /** How many of them could neither be missing nor be replaced. */
    int sameRequired;
    /** How many words of the text stand where the licence lets something stand. */
    int absorbed;
    /** How many words of the licence are missing that may not be. */
    int lost;
    /** How many words of the text were added, between the first and the last word of the licence, that may not be. */
    int added;

    private final int[] nextMatched;
    private boolean framed;

    Alignment(Template base, Words text, int[] map) {
        this.base = base;
        this.text = text;
        this.map = map;
        release();
        trim();
        this.nextMatched = new int[base.size + 1];
        nextMatched[base.size] = base.size;
        for (int b = base.size - 1; b >= 0; b--) {
            nextMatched[b] = map[b] >= 0 ? b : nextMatched[b + 1];
            if (map[b] >= 0) {
                same++;
                if (!base.mayBeMissing(b)) {
                    sameRequired++;
                }
            }
        }
        if (same > 0) {
            read();
        }
    }

    /**
     * Lets go of optional words that were found only beyond words that are not the licence's, before its first or after
     * its last word that must be there.
     */
    private void trim() {
        int first = 0;
        while (first < base.size && (map[first] < 0 || base.mayBeMissing(first))) {
            first++;
        }
        if (first == base.size) {
            return;
        }
        int last = base.size - 1;
        while (map[last] < 0 || base.mayBeMissing(last)) {
            last--;
        }
        for (int b = first - 1, next = first; b >= 0; b--) {
            if (map[b] >= 0) {
                int found = matched(0, b + 1);
                if (foreign(b, next) > found || skipped(b, next) > 8 * found) {
                    Arrays.fill(map, 0, b + 1, -1);
                    break;
                }
                next = b;
            }
        }
        for (int b = last + 1, before = last; b < base.size; b++) {
            if (map[b] >= 0) {
                int found = matched(b, base.size);
                if (foreign(before, b) > found || skipped(before, b) > 8 * found) {
                    Arrays.fill(map, b, base.size, -1);
                    break;
                }
                before = b;
            }
        }
    }

    /** Lets go of words of a replaceable part that were found scattered in a sentence that is no name. */
    private void release() {
        for (int variable = 0; variable < base.variables(); variable++) {
            int start = base.variableStart(variable);
            int end = base.variableEnd(variable);
            int before = start - 1;
            while (before >= 0 && map[before] < 0) {
                before--;
            }
            int after = end;
            while (after < base.size && map[after] < 0) {
                after++;
            }
            if (before < 0
                    || after == base.size
                    || start == end
                    || !base.pattern(variable).free()) {
                continue;
            }
            int from = map[before] + 1;
            for (int t = from; t < map[after]; t++) {
                if (text.opensLine(t) && t > from) {
                    from = t;
                }
                if (text.endsSentence(t)) {
                    release(start, end, from, t + 1);
                    from = t + 1;
                }
            }
        }
    }

    private void release(int start, int end, int from, int to) {
        int found = 0;
        for (int b = start; b < end; b++) {
            found += map[b] >= from && map[b] < to ? 1 : 0;
        }
        if (found > 0 && 2 * found < to - from && MatchPattern.prose(text, from, to)) {
            for (int b = start; b < end; b++) {
                if (map[b] >= from && map[b] < to) {
                    map[b] = -1;
                }
            }
        }
    }

    /** How many words stand between two of the licence's that can be no replacement of a part between them. */
    private int foreign(int before, int next) {
        int count = 0;
        for (int t = map[before] + 1; t < map[next]; t++) {
            count += text.flags[t] == 0 ? 1 : 0;
        }
        for (int b = before + 1; b <= next && count > 0; b++) {
            int variable = base.variableAt(b);
            if (variable >= 0
                    && base.pattern(variable).free()
                    && MatchPattern.namelike(text, map[before] + 1, map[next])) {
                return 0;
            }
        }
        return count;
    }

    /** How many optional words of the licence are missing between two that are there. */
    private int skipped(int before, int next) {
        int count = 0;
        for (int b = before + 1; b < next; b++) {
            count += base.optional[b] && base.flags[b] == 0 ? 1 : 0;
        }
        return count;
    }

    private int matched(int from, int to) {
        int count = 0;
        for (int b = from; b < to; b++) {
            count += map[b] >= 0 ? 1 : 0;
        }
        return count;
    }

    /** The share of the licence's words that stand in the text, 0 to 1. */
    double baseCovered() {
        return base.required == 0 ? 0 : (double) (base.required - Math.min(lost, base.required)) / base.required;
    }

    /** Whether the licence is there, unchanged but for what the guidelines allow. */
    boolean whole() {
        return same > 0 && hunks.isEmpty() && (base.required == 0 || sameRequired > 0);
    }

    /** Whether neither the first nor the last words that must be there are missing. */
    boolean framed() {
        return framed;
    }

    private void read() {
        int first = nextMatched[0];
        textFrom = map[first];
        hunk(0, first, textFrom, textFrom);
        framed = lost == 0;
        int b = first;
        while (true) {
            int next = nextMatched[b + 1];
            if (next == base.size) {
                break;
            }
            if (next > b + 1 || map[next] > map[b] + 1) {
                hunk(b + 1, next, map[b] + 1, map[next]);
            }
            b = next;
        }
        textTo = map[b] + 1;
        int before = lost;
        hunk(b + 1, base.size, textTo, textTo);
        framed &= lost == before;
    }

    private void hunk(int b0, int b1, int t0, int t1) {
        if (b0 == b1 && t0 == t1) {
            return;
        }
        int freeTakes = 0;
        boolean phraseRefuses = false;
        int[] phrase = NOTHING;
        int seen = -1;
        for (int b = b0; b <= b1; b++) {
            int variable = base.variableAt(b);
            if (variable < 0 || variable == seen) {
                continue;
            }
            seen = variable;
            MatchPattern pattern = base.pattern(variable);
            if (pattern.free()) {
                freeTakes += pattern.hasRoom(text, t0, t1) ? 1 : 0;
                continue;
            }
            int[] accepted = accepted(variable, pattern);
            if (accepted != NOTHING) {
                phrase = accepted;
            } else if (b < b1 && base.variable[b] == variable) {
                phraseRefuses = true;
            }
        }
        int lostFrom = -1;
        int lostTo = -1;
        int lostCount = 0;
        for (int b = b0; b < b1; b++) {
            boolean refused = phraseRefuses
                    && base.variable[b] >= 0
                    && !base.pattern(base.variable[b]).free();
            if (!base.mayBeMissing(b) || refused && !base.optional[b]) {
                lostFrom = lostFrom < 0 ? b : lostFrom;
                lostTo = b + 1;
                lostCount++;
            }
        }
        int small = replaces(b0, b1) ? MatchPattern.IN_PLACE : 1;
        int[] name = freeTakes > 0 ? name(t0, t1, small) : NOTHING;
        int[] second = freeTakes > 1 && name[1] < t1 ? lastName(Math.max(t0, name[1]), t1, small) : NOTHING;
        int addedFrom = -1;
        int addedTo = -1;
        int addedCount = 0;
        for (int t = t0; t < t1; t++) {
            boolean taken = within(t, phrase) || within(t, name) || within(t, second);
            if (text.flags[t] == 0 && !taken) {
                addedFrom = addedFrom < 0 ? t : addedFrom;
                addedTo = t + 1;
                addedCount++;
            }
        }
        if (lostCount == 0 && addedCount == 0 || t0 < t1 && sameLetters(b0, b1, t0, t1)) {
            absorbed += t1 - t0;
            return;
        }
        absorbed += t1 - t0 - addedCount;
        lost += lostCount;
        added += addedCount;
        if (lostCount == 0) {
            lostFrom = b0;
            lostTo = b0;
        }
        if (addedCount == 0) {
            addedFrom = t0;
            addedTo = t0;
        }
        hunks.add(new Hunk(lostFrom, lostTo, addedFrom, addedTo));
    }

    /** What can be the name that replaces a part: all of the words, or the first sentences, or the last ones. */
    private int[] name(int t0, int t1, int small) {
        if (MatchPattern.namelike(text, t0, t1, small)) {
            return new int[] {t0, t1};
        }
        for (int t = t1 - 1; t > t0; t--) {
            if (text.boundary(t) && MatchPattern.namelike(text, t0, t, small)) {
                return new int[] {t0, t};
            }
        }
        return lastName(t0, t1, small);
    }

    private int[] lastName(int t0, int t1, int small) {
        for (int t = t0 + 1; t < t1; t++) {
            if (text.boundary(t) && MatchPattern.namelike(text, t, t1, small)) {
                return new int[] {t, t1};
            }
        }
        return NOTHING;
    }

    /** Whether the words of a replaceable part between {@code b0} and {@code b1} are gone, all of them. */
    private boolean replaces(int b0, int b1) {
        for (int b = b0; b < b1; b++) {
            int variable = base.variable[b];
            if (variable >= 0 && matched(base.variableStart(variable), base.variableEnd(variable)) == 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean within(int t, int[] range) {
        return t >= range[0] && t < range[1];
    }

    /** The words that stand for a replaceable part and may: all in its place, or the first sentences, or the last. */
    private int[] accepted(int variable, MatchPattern pattern) {
        int start = base.variableStart(variable);
        int end = base.variableEnd(variable);
        int before = start - 1;
        while (before >= 0 && map[before] < 0) {
            before--;
        }
        int after = nextMatched[end];
        int from = before < 0 ? textFrom : map[before] + 1;
        int to = after == base.size ? lastMatched() + 1 : map[after];
        while (from < to && (text.flags[from] & Words.LIGHT) != 0) {
            from++;
        }
        if (to - from > LONGEST_PART) {
            return NOTHING;
        }
        if (pattern.accepts(text, from, to)) {
            return new int[] {from, to};
        }
        boolean loseLeft = before < start - 1;
        boolean loseRight = after > end;
        for (int t = to - 1; t > from; t--) {
            if ((loseRight || text.boundary(t)) && pattern.accepts(text, from, t)) {
                return new int[] {from, t};
            }
        }
        for (int t = from + 1; t < to; t++) {
            if ((loseLeft || text.boundary(t)) && pattern.accepts(text, t, to)) {
                return new int[] {t, to};
            }
        }
        return NOTHING;
    }

    private int lastMatched() {
        int b = base.size - 1;
        while (map[b] < 0) {
            b--;
        }
        return map[b];
    }

    /** Whether two runs differ only in where words end. */
    private boolean sameLetters(int b0, int b1, int t0, int t1) {
        if (b0 == b1) {
            return false;
        }
        return letters(base.letters, b0, b1) == letters(text.letters, t0, t1)
                && value(base.value, base.letters, b0, b1) == value(text.value, text.letters, t0, t1);
    }

    private static int letters(byte[] letters, int from, int to) {
        int sum = 0;
        for (int i = from; i < to; i++) {
            sum += letters[i];
        }
        return sum;
    }

    private static long value(long[] values, byte[] letters, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = Letters.join(value, values[i], letters[i]);
        }
        return value;
    }

    /**
     * The changes as a reader would mark them: a run of added words that could as well start a few words earlier or
     * later is moved to where a sentence begins or ends.
     */
    List<Hunk> settled() {
        List<Hunk> settled = new ArrayList<>();
        for (Hunk hunk : hunks) {
            if (hunk.baseFrom == hunk.baseTo && hunk.textFrom < hunk.textTo) {
                settled.add(snap(slide(hunk)));
            } else {
                settled.add(hunk);
            }
        }
        return settled;
    }

    /** Takes in the first or last few words of an added sentence that the licence happens to have as well. */
    private Hunk snap(Hunk hunk) {
        int most = Math.min(SNAP, (hunk.textTo - hunk.textFrom) / 2);
        boolean starts = text.boundary(hunk.textFrom)
                || Character.isUpperCase(text.text.normalized().charAt(text.start[hunk.textFrom]));
        boolean ends = text.boundary(hunk.textTo);
        for (int k = 1; k <= most && ends && !starts && hunk.textFrom - k >= 0; k++) {
            if (text.boundary(hunk.textFrom - k)) {
                return new Hunk(hunk.baseFrom, hunk.baseTo, hunk.textFrom - k, hunk.textTo);
            }
        }
        for (int k = 1; k <= most && starts && !ends && hunk.textTo + k <= text.size; k++) {
            if (text.boundary(hunk.textTo + k)) {
                return new Hunk(hunk.baseFrom, hunk.baseTo, hunk.textFrom, hunk.textTo + k);
            }
        }
        return hunk;
    }

    private Hunk slide(Hunk hunk) {
        int bestShift = 0;
        int best = rank(hunk.textFrom, hunk.textTo);
        for (int shift = -1; shift >= -SLIDE; shift--) {
            int from = hunk.textFrom + shift;
            if (from < textFrom || text.hash[from] != text.hash[hunk.textTo + shift] || !matched(from)) {
                break;
            }
            int rank = rank(from, hunk.textTo + shift);
            if (rank > best) {
                best = rank;
                bestShift = shift;
            }
        }
        for (int shift = 1; shift <= SLIDE; shift++) {
            int to = hunk.textTo + shift;
            if (to > textTo || text.hash[to - 1] != text.hash[hunk.textFrom + shift - 1] || !matched(to - 1)) {
                break;
            }
            int rank = rank(hunk.textFrom + shift, to);
            if (rank > best) {
                best = rank;
                bestShift = shift;
            }
        }
        return new Hunk(
                hunk.baseFrom + bestShift, hunk.baseTo + bestShift, hunk.textFrom + bestShift, hunk.textTo + bestShift);
    }

    private boolean matched(int t) {
        int low = 0;
        int high = base.size - 1;
        while (low <= high) {
            int b = nextMatched[low + high >>> 1];
            if (b > high) {
                high = (low + high >>> 1) - 1;
            } else if (map[b] == t) {
                return true;
            } else if (map[b] < t) {
                low = b + 1;
            } else {
                high = (low + high >>> 1) - 1;
            }
        }
        return false;
    }

    private int rank(int from, int to) {
        return (text.boundary(from) ? 2 : 0) + (text.boundary(to) ? 2 : 0);
    }
}

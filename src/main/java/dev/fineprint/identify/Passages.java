// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** Turns runs of words into passages of the text, with the punctuation that belongs to them. */
final class Passages {
    private static final String OPENERS = "(\"'[{<\u201C\u2018\u300A\u300C\uFF08";
    private static final String CLOSERS =
            ".,;:!?)\"']}>\u201D\u2019\u300B\u300D\uFF09\u3002\uFF1B\uFF0C\uFF01\uFF1F\uFF1A";

    private Passages() {}

    /** A change at the words {@code from} to {@code to}, which are at least one. */
    static Change change(Change.Type type, Words words, int from, int to, String removed) {
        String s = words.text.original();
        int start = words.start[from];
        while (start > words.gapStart(from) && OPENERS.indexOf(s.charAt(start - 1)) >= 0) {
            start--;
        }
        int end = words.end[to - 1];
        boolean sentence = Character.isUpperCase(s.charAt(words.start[from])) && words.boundary(to);
        if (words.boundary(from) || sentence) {
            int limit = words.gapEnd(to);
            while (end < limit && CLOSERS.indexOf(s.charAt(end)) >= 0) {
                end++;
            }
        } else if (start < words.start[from]
                && end < words.gapEnd(to)
                && ")\"']}>\u201D\u2019".indexOf(s.charAt(end)) >= 0) {
            end++;
        }
        return new Change(type, start, end, removed);
    }
}

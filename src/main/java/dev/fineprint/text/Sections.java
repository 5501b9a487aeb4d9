// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;

/** Collects the sections of a text: the preamble first, each up to where the next starts. */
final class Sections {
    private final String original;
    private final char[] c;
    private final List<Section> closed = new ArrayList<>();
    private int start;
    private int level;
    private String number = "";
    private String heading = "";

    Sections(String original, char[] c) {
        this.original = original;
        this.c = c;
    }

    /** The index of the section being read. */
    int current() {
        return closed.size();
    }

    /** Whether the section being read has a number and waits for its heading. */
    boolean lacksHeading() {
        return heading.isEmpty() && !number.isEmpty();
    }

    /** Starts a section at an offset; its heading stands from {@code from} to {@code to}. */
    void open(int at, int level, String number, int from, int to) {
        close(at);
        this.start = at;
        this.level = level;
        this.number = number;
        this.heading = words(from, to);
    }

    /** Gives the section being read its heading. */
    void head(int from, int to) {
        heading = words(from, to);
    }

    private void close(int end) {
        closed.add(new Section(closed.size(), level, number, heading, start, end));
    }

    /** All sections; the last ends with the text. */
    List<Section> finish() {
        close(c.length);
        return closed;
    }

    /** The number as written, without punctuation around it; none for bullets. */
    String number(Marker marker) {
        if (marker.family() == Marker.Family.BULLET) {
            return "";
        }
        int from = marker.start();
        int to = marker.end();
        while (from < to && !isNumber(c[from])) {
            from++;
        }
        while (to > from && !isNumber(c[to - 1])) {
            to--;
        }
        return original.substring(from, to);
    }

    /** Letters, digits, the section sign, and numbers in circles and the like. */
    private static boolean isNumber(char c) {
        return Chars.isWord(c) || c == '\u00A7' || c > '\u2150' && c < '\u2800';
    }

    /** The words of a heading as published, without markup, closing punctuation and line ends. */
    private String words(int from, int to) {
        StringBuilder words = new StringBuilder();
        boolean space = false;
        for (int i = from; i < to; i++) {
            if (c[i] == LicenseText.IGNORABLE) {
                continue;
            }
            if (Chars.isSpace(c[i]) || c[i] == '#' || c[i] == '*') {
                space = words.length() > 0;
                continue;
            }
            words.append(space ? " " : "").append(original.charAt(i));
            space = false;
        }
        int end = words.length();
        while (end > 0 && ".:\u3002\uFF1A".indexOf(words.charAt(end - 1)) >= 0) {
            end--;
        }
        return words.substring(0, end);
    }
}

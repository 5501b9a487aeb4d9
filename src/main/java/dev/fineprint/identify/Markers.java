// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/**
 * Finds list markers: {@code 1.}, {@code 2.3}, {@code (a)}, {@code iv)}, and a lone {@code o}.
 *
 * <p>A marker counts as {@link Words#LIGHT} when the characters around it tell so on one line as well as on several: it
 * stands in round brackets, or after the end of a sentence. At the start of a line a thing of that shape is {@link
 * Words#LINE}, which a broken line of prose may be as well.
 */
final class Markers {
    private static final int LOW_BITS = 0x3F;

    /** The Han numerals one to ten, each in the place of its low bits, which no two of them share. */
    private static final char[] HAN_NUMERALS = new char[LOW_BITS + 1];

    static {
        for (char c : "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341".toCharArray()) {
            HAN_NUMERALS[c & LOW_BITS] = c;
        }
    }

    private static final char FIRST_HAN = '\u4E00';
    private static final int LONGEST = 8;
    private static final int LONGEST_ROMAN = 5;

    private Markers() {}

    static void flag(Words words) {
        String s = words.text.normalized();
        for (int i = 0; i < words.size; i++) {
            int from = words.start[i];
            int to = words.end[i];
            if (to - from > LONGEST) {
                continue;
            }
            char first = s.charAt(from);
            boolean numeral = isHanNumeral(first);
            if (!numeral && (first >= FIRST_HAN || !shape(s, from, to))) {
                continue;
            }
            int last = i;
            if (numeral) {
                while (last + 1 < words.size
                        && words.start[last + 1] == words.end[last]
                        && isHanNumeral(s.charAt(words.start[last + 1]))) {
                    last++;
                }
                to = words.end[last];
            }
            byte flag = judge(words, s, i, from, to, numeral);
            for (int k = i; k <= last; k++) {
                words.flags[k] |= flag;
            }
            i = last;
        }
    }

    private static boolean isHanNumeral(char c) {
        return HAN_NUMERALS[c & LOW_BITS] == c && c != 0;
    }

    private static boolean isRomanNumeral(char c) {
        int small = c | 0x20;
        return small == 'i' || small == 'v' || small == 'x';
    }

    /** A number of up to three digits between points, one letter, or a small roman numeral. */
    private static boolean shape(String s, int from, int to) {
        char first = s.charAt(from);
        if (first >= '0' && first <= '9') {
            int digits = 0;
            for (int p = from; p < to; p++) {
                char c = s.charAt(p);
                if (c == '.') {
                    digits = 0;
                } else if (c < '0' || c > '9' || ++digits > 3) {
                    return false;
                }
            }
            return true;
        }
        if (to - from == 1) {
            return first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z';
        }
        if (to - from > LONGEST_ROMAN) {
            return false;
        }
        for (int p = from; p < to; p++) {
            if (!isRomanNumeral(s.charAt(p))) {
                return false;
            }
        }
        return true;
    }

    private static byte judge(Words words, String s, int i, int from, int to, boolean numeral) {
        int previousEnd = words.gapStart(i);
        char before = from > previousEnd ? s.charAt(from - 1) : '\0';
        char after = to < s.length() ? s.charAt(to) : ' ';
        if (before == '(' && after == ')' || before == '[' && after == ']' && to - from > 1) {
            return Words.LIGHT;
        }
        boolean start = i == 0;
        boolean line = start;
        boolean ended = start;
        for (int p = from - 1; p >= previousEnd; p--) {
            char c = s.charAt(p);
            if (c == '\n') {
                line = true;
            } else if (".;:!?\u3002\u3001".indexOf(c) >= 0) {
                ended = true;
                break;
            } else if (c == ',' && after == ')') {
                ended = true;
                break;
            }
        }
        boolean apart = before != '.' && before != '-' && before != '/' && before != ':' && before != '#';
        boolean closed = after == ')' || after == '.' && blank(s, to + 1) || after == ':' || after == '\u3001';
        if (numeral) {
            return ended && closed ? Words.LIGHT : 0;
        }
        char first = s.charAt(from);
        boolean number = first >= '0' && first <= '9';
        boolean dotted = number && hasPoint(s, from, to);
        boolean bullet = to - from == 1 && (first == 'o' || first == 'O') && after == ' ';
        if (apart && ended && (closed || (dotted || bullet) && blank(s, to))) {
            return Words.LIGHT;
        }
        return line && (closed || bullet || number && capitalFollows(s, to)) ? Words.LINE : 0;
    }

    private static boolean hasPoint(String s, int from, int to) {
        for (int p = from; p < to; p++) {
            if (s.charAt(p) == '.') {
                return true;
            }
        }
        return false;
    }

    private static boolean capitalFollows(String s, int at) {
        int p = at;
        while (p < s.length() && (s.charAt(p) == ' ' || s.charAt(p) == '*')) {
            p++;
        }
        return p > at && p < s.length() && (Character.isUpperCase(s.charAt(p)) || s.charAt(p) >= '\u2E80');
    }

    private static boolean blank(String s, int at) {
        return at >= s.length() || s.charAt(at) <= ' ' || s.charAt(at) == '*';
    }
}

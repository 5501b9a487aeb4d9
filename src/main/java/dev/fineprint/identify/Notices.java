// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.Arrays;

/**
 * Finds copyright notices, which the SPDX matching guidelines leave out of a comparison, and makes the copyright owner
 * and the copyright holder one.
 *
 * <p>A notice starts with the word or the sign, followed by a year, a sign or a placeholder, and ends with its sentence
 * or its line. It never takes in words that could carry a condition: {@link Operative}.
 */
final class Notices {
    private static final int LONGEST = 40;
    /** Room for so many places to begin with. */
    private static final int PLACES = 16;
    /** So many words in small letters are no name. */
    private static final int SMALL = 3;

    private static final long COPYRIGHT = Letters.hashOf("copyright");
    private static final long COPYRIGHTS = Letters.hashOf("copyrights");
    private static final long C = Letters.hashOf("c");
    private static final long BY = Letters.hashOf("by");
    private static final long ALL = Letters.hashOf("all");
    private static final long RIGHTS = Letters.hashOf("rights");
    private static final long RESERVED = Letters.hashOf("reserved");
    private static final long OWNER = Letters.valueOf("owner");
    private static final long OWNERS = Letters.valueOf("owners");
    private static final long HOLDER = Letters.valueOf("holder");
    private static final long HOLDERS = Letters.valueOf("holders");
    private static final WordSet YEARS = WordSet.of("year yyyy xxxx years date dates");
    private static final WordSet NO_HOLDER =
            WordSet.of("holder holders notice notices law laws license licenses and or act statement in information");
    private static final WordSet SHORTENED =
            WordSet.of("inc ltd pty plc co corp llc jr sr st dr mr mrs ms prof al univ dept dipl ing phil gmbh s");
    private static final WordSet OPEN = WordSet.of("by and the of for or et und de portions");

    private Notices() {}

    static void flag(Words words) {
        // One pass over all words for those with which a notice may start: hardly any.
        boolean sign = words.has('\u00A9');
        int[] places = new int[PLACES];
        int count = 0;
        for (int i = 0; i < words.size; i++) {
            long h = words.hash[i];
            if (h == COPYRIGHT || h == COPYRIGHTS) {
                joinOwner(words, i + 1);
            }
            if (h == COPYRIGHT || h == C || h == ALL || sign && words.gapHas(i, '\u00A9')) {
                if (count == places.length) {
                    places = Arrays.copyOf(places, 2 * count);
                }
                places[count++] = i;
            }
        }
        int end = 0;
        for (int k = 0; k < count; k++) {
            int i = places[k];
            if (i < end) {
                continue;
            }
            if (allRightsReserved(words, i)) {
                end = i + 3;
                mark(words, i, end);
            } else if (starts(words, i)) {
                end = end(words, i);
                mark(words, i, end);
            }
        }
    }

    private static void mark(Words words, int from, int to) {
        for (int k = from; k < to; k++) {
            words.flags[k] |= Words.NOTICE;
        }
    }

    private static void joinOwner(Words words, int i) {
        if (i >= words.size) {
            return;
        }
        if (words.value[i] == OWNER) {
            words.value[i] = HOLDER;
            words.letters[i] = 6;
        } else if (words.value[i] == OWNERS) {
            words.value[i] = HOLDERS;
            words.letters[i] = 7;
        } else {
            return;
        }
        words.hash[i] = Letters.hash(words.value[i]);
    }

    private static boolean allRightsReserved(Words words, int i) {
        return i + 2 < words.size
                && words.hash[i] == ALL
                && words.hash[i + 1] == RIGHTS
                && words.hash[i + 2] == RESERVED;
    }

    private static boolean starts(Words words, int i) {
        long h = words.hash[i];
        if (h == COPYRIGHT) {
            for (int k = i + 1; k < Math.min(words.size, i + 4); k++) {
                if (sign(words, k) || year(words, k)) {
                    return true;
                }
                if (words.hash[k] == BY && k == i + 1) {
                    return k + 1 < words.size && !MatchPattern.smallAndUnknown(words, k + 1);
                }
                if (placeholder(words, k) && k == i + 1) {
                    return true;
                }
                if (words.hash[k] != COPYRIGHT && words.hash[k] != BY && !words.is(k, Words.LIGHT)) {
                    return nameAlone(words, i);
                }
            }
            return i + 1 < words.size
                    && (words.gapHas(i + 1, '\u00A9') || placeholder(words, i + 1) || nameAlone(words, i));
        }
        return (h == C && words.is(i, Words.LIGHT) || words.gapHas(i, '\u00A9'))
                && (year(words, i) || i + 1 < words.size && (year(words, i + 1) || words.hash[i + 1] == COPYRIGHT));
    }

    /** Whether a paragraph's first line is the word and a few capitalised ones: a holder without a year. */
    private static boolean nameAlone(Words words, int i) {
        String s = words.text.normalized();
        if (i + 1 >= words.size || NO_HOLDER.contains(words.hash[i + 1])) {
            return false;
        }
        int line = -1;
        int small = 0;
        int lines = 0;
        for (int p = words.start[i] - 1; p >= words.gapStart(i); p--) {
            if (s.charAt(p) == '\n') {
                lines++;
            }
        }
        if (i > 0 && lines < 2 && !(lines == 1 && words.is(i - 1, Words.NOTICE))) {
            return false;
        }
        for (int k = i + 1; k < Math.min(words.size, i + 12); k++) {
            if (k > i + 1 && words.gapHas(k, '\n')) {
                line = k;
                break;
            }
            if (k == i + 1 && !Character.isUpperCase(s.charAt(words.start[k])) || Operative.at(words, k)) {
                return false;
            }
            small += MatchPattern.smallAndUnknown(words, k) ? 1 : 0;
        }
        return line > i + 1 && small < SMALL;
    }

    private static boolean sign(Words words, int i) {
        return words.hash[i] == C && words.is(i, Words.LIGHT) || words.gapHas(i, '\u00A9');
    }

    private static boolean placeholder(Words words, int i) {
        return words.gapHas(i, '<') || words.gapHas(i, '[') || words.gapHas(i, '{');
    }

    private static boolean year(Words words, int i) {
        if (words.letters[i] != 4) {
            return YEARS.contains(words.hash[i]);
        }
        String s = words.text.normalized();
        char a = s.charAt(words.start[i]);
        char b = s.charAt(words.start[i] + 1);
        return a == '1' && b == '9' || a == '2' && b == '0' || YEARS.contains(words.hash[i]);
    }

    private static int end(Words words, int from) {
        int k = from + 1;
        int piece = k;
        int small = 0;
        int last = Math.min(words.size, from + LONGEST);
        for (; k < last; k++) {
            if (allRightsReserved(words, k)) {
                return k + 3;
            }
            if (stops(words, k)) {
                break;
            }
            if (MatchPattern.smallAndUnknown(words, k)) {
                small++;
            } else if (small > 0 && !little(words, k)) {
                small = 0;
            }
            if (small == SMALL) {
                return piece > from + 1 ? piece : backToNames(words, from, k);
            }
            if (Operative.at(words, k)) {
                return piece > from + 1 ? piece : k;
            }
            if (words.letters[k - 1] > 1 && words.endsSentence(k - 1) || words.gapHas(k, '\n')) {
                if (MatchPattern.prose(words, k, sentenceEnd(words, k, last))) {
                    break;
                }
                piece = k;
            }
        }
        return k;
    }

    private static boolean little(Words words, int k) {
        return words.letters[k] <= 3
                && Character.isLowerCase(words.text.normalized().charAt(words.start[k]));
    }

    /** The start of the words in small letters that reach up to word {@code k}. */
    private static int backToNames(Words words, int from, int k) {
        int start = k;
        while (start > from + 1 && Character.isLowerCase(words.text.normalized().charAt(words.start[start - 1]))) {
            start--;
        }
        return start;
    }

    private static int sentenceEnd(Words words, int from, int last) {
        int k = from;
        while (k + 1 < last && !words.endsSentence(k) && !words.gapHas(k + 1, '\n')) {
            k++;
        }
        return Math.min(k + 1, last);
    }

    /** Whether the notice ends before word {@code k}. */
    private static boolean stops(Words words, int k) {
        String s = words.text.normalized();
        int lines = 0;
        boolean comma = false;
        boolean sentence = false;
        for (int p = words.end[k - 1]; p < words.start[k]; p++) {
            char c = s.charAt(p);
            if (c == '\n') {
                lines++;
            } else if (c == ';' || c == '\u3002') {
                return true;
            } else if (c == ',' && lines == 0) {
                comma = true;
            } else if (c == '.' && p + 1 < words.start[k] && s.charAt(p + 1) <= ' ') {
                boolean shortened = words.letters[k - 1] == 1
                        || SHORTENED.contains(words.hash[k - 1])
                        || SHORTENED.contains(words.hash[k]);
                sentence |= p > words.end[k - 1] || !shortened;
            }
        }
        if (sentence || lines > 1) {
            return true;
        }
        return lines == 1
                && !comma
                && !OPEN.contains(words.hash[k - 1])
                && !year(words, k)
                && !Character.isLowerCase(s.charAt(words.start[k]));
    }
}

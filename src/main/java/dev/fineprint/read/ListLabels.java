// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.Locale;

/** Writes the ordinals of lists as they are shown. */
final class ListLabels {
    static final String BULLET = "\u2022";

    private static final int[] ROMAN_VALUES = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    private static final String[] ROMAN = {"m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"};
    private static final String HAN_DIGITS = "\u96F6\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D";
    private static final String HAN_FORMAL = "\u96F6\u58F9\u8D30\u53C1\u8086\u4F0D\u9646\u67D2\u634C\u7396";
    private static final String STEMS = "\u7532\u4E59\u4E19\u4E01\u620A\u5DF1\u5E9A\u8F9B\u58EC\u7678";
    private static final String[] ONES = {
        "",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "seven",
        "eight",
        "nine",
        "ten",
        "eleven",
        "twelve",
        "thirteen",
        "fourteen",
        "fifteen",
        "sixteen",
        "seventeen",
        "eighteen",
        "nineteen"
    };
    private static final String[] TENS = {
        "", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"
    };
    /** Letters and Roman numerals beyond this make labels that nobody reads. */
    private static final int LARGEST = 3999;

    private ListLabels() {}

    /** a, b, ..., z, then as HTML counts (aa, ab) or as Word does (aa, bb). */
    static String letters(int value, boolean doubled) {
        if (value < 1 || value > LARGEST) {
            return String.valueOf(value);
        }
        if (doubled) {
            return String.valueOf((char) ('a' + (value - 1) % 26)).repeat((value - 1) / 26 + 1);
        }
        StringBuilder letters = new StringBuilder();
        for (int left = value; left > 0; left = (left - 1) / 26) {
            letters.insert(0, (char) ('a' + (left - 1) % 26));
        }
        return letters.toString();
    }

    /** i, ii, iii, iv, ... */
    static String roman(int value) {
        if (value < 1 || value > LARGEST) {
            return String.valueOf(value);
        }
        StringBuilder roman = new StringBuilder();
        int left = value;
        for (int i = 0; i < ROMAN.length; i++) {
            while (left >= ROMAN_VALUES[i]) {
                roman.append(ROMAN[i]);
                left -= ROMAN_VALUES[i];
            }
        }
        return roman.toString();
    }

    static String upper(String label) {
        return label.toUpperCase(Locale.ROOT);
    }

    /** 一, 二, ..., 十, 十一, ..., 九十九, 一百零一. */
    static String han(int value) {
        return han(value, HAN_DIGITS, "\u5341", "\u767E");
    }

    /** 壹, 贰, ..., 拾. */
    static String hanFormal(int value) {
        return han(value, HAN_FORMAL, "\u62FE", "\u4F70");
    }

    private static String han(int value, String digits, String ten, String hundred) {
        if (value < 0 || value > 999) {
            return String.valueOf(value);
        }
        if (value < 10) {
            return digits.substring(value, value + 1);
        }
        StringBuilder han = new StringBuilder();
        if (value >= 100) {
            han.append(digits.charAt(value / 100)).append(hundred);
        }
        int tens = value / 10 % 10;
        if (tens > 0) {
            han.append(tens == 1 && value < 100 ? "" : digits.substring(tens, tens + 1))
                    .append(ten);
        } else if (value % 10 > 0) {
            han.append(digits.charAt(0));
        }
        if (value % 10 > 0) {
            han.append(digits.charAt(value % 10));
        }
        return han.toString();
    }

    /** 甲, 乙, 丙, ... */
    static String stem(int value) {
        return value >= 1 && value <= STEMS.length() ? STEMS.substring(value - 1, value) : String.valueOf(value);
    }

    /** ①, ②, ... */
    static String circled(int value) {
        return value >= 1 && value <= 20 ? String.valueOf((char) ('\u2460' + value - 1)) : String.valueOf(value);
    }

    /** 1st, 2nd, ... */
    static String ordinal(int value) {
        int last = value % 100;
        String suffix = last >= 11 && last <= 13
                ? "th"
                : switch (value % 10) {
                    case 1 -> "st";
                    case 2 -> "nd";
                    case 3 -> "rd";
                    default -> "th";
                };
        return value + suffix;
    }

    /** One, Two, ..., Twenty-One, ... */
    static String words(int value) {
        if (value < 1 || value > 99) {
            return String.valueOf(value);
        }
        String words = value < 20 ? ONES[value] : TENS[value / 10] + (value % 10 == 0 ? "" : "-" + ONES[value % 10]);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}

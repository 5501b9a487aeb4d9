// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes numbers in the notations that licences use; the reader's counterpart, made without it. */
final class Speller {

    private static final String[] SMALL =
            (" one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
                            + " fifteen sixteen seventeen eighteen nineteen")
                    .split(" ");
    private static final String[] TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
    private static final String[] GROUPS = " thousand million billion trillion".split(" ");

    private Speller() {}

    static String grouped(long value, String separator) {
        return String.format(Locale.ROOT, "%,d", value).replace(",", separator);
    }

    static String indian(long value) {
        String digits = Long.toString(value);
        if (digits.length() <= 3) {
            return digits;
        }
        StringBuilder out = new StringBuilder(digits.substring(digits.length() - 3));
        for (int i = digits.length() - 3; i > 0; i -= 2) {
            out.insert(0, digits.substring(Math.max(0, i - 2), i) + ",");
        }
        return out.toString();
    }

    static String words(long value, boolean and) {
        List<String> parts = new ArrayList<>();
        long rest = value;
        for (int group = 0; rest > 0; group++, rest /= 1000) {
            int three = (int) (rest % 1000);
            if (three > 0) {
                parts.add(0, (below1000(three, and) + " " + GROUPS[group]).strip());
            }
        }
        return String.join(" ", parts);
    }

    private static String below1000(int value, boolean and) {
        int hundreds = value / 100;
        int rest = value % 100;
        String tail = rest < 20 ? SMALL[rest] : TENS[rest / 10] + (rest % 10 > 0 ? "-" + SMALL[rest % 10] : "");
        if (hundreds == 0) {
            return tail;
        }
        String head = SMALL[hundreds] + " hundred";
        return rest == 0 ? head : head + (and ? " and " : " ") + tail;
    }

    static String chinese(long value, String digits, String powers) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        long rest = value;
        long[] steps = {1_000_000_000_000L, 100_000_000L, 10_000L, 1L};
        String[] names = {powers.substring(3, 4) + powers.substring(4), powers.substring(4), powers.substring(3, 4), ""
        };
        for (int i = 0; i < steps.length; i++) {
            int four = (int) (rest / steps[i] % 10_000);
            rest %= steps[i];
            if (four == 0) {
                gap |= out.length() > 0;
                continue;
            }
            if (out.length() > 0 && (gap || four < 1000)) {
                out.append(digits.charAt(0));
            }
            out.append(fourDigits(four, digits, powers))
                    .append(i == 0 && rest / 100_000_000L > 0 ? names[2] : names[i]);
            gap = false;
        }
        return out.toString();
    }

    private static String fourDigits(int value, String digits, String powers) {
        StringBuilder out = new StringBuilder();
        boolean gap = false;
        int[] steps = {1000, 100, 10, 1};
        for (int i = 0; i < 4; i++) {
            int digit = value / steps[i] % 10;
            if (digit == 0) {
                gap |= out.length() > 0;
                continue;
            }
            if (gap) {
                out.append(digits.charAt(0));
            }
            gap = false;
            out.append(digits.charAt(digit));
            if (i < 3) {
                out.append(powers.charAt(2 - i));
            }
        }
        return out.toString();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds days in text: 2027-01-31, 31 January 2027, January 31, 2027, 2027年1月31日. */
final class Dates {
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?";

    // every repetition is bounded, so a text costs linear time
    private static final Pattern DAY = Pattern.compile("\\b([0-9]{4})[-/]([0-9]{1,2})[-/]([0-9]{1,2})\\b"
            + "|([0-9]{4}) ?年 ?([0-9]{1,2}) ?月 ?([0-9]{1,2}) ?日"
            + "|\\b([0-9]{1,2})(?:st|nd|rd|th)? (?:of )?" + MONTH + ",? ([0-9]{4})\\b"
            + "|\\b" + MONTH + " ([0-9]{1,2})(?:st|nd|rd|th)?,? ([0-9]{4})\\b");

    private static final int BEHIND = 80;

    private Dates() {}

    /** All days in a text, in its order. */
    static List<LocalDate> in(String text) {
        List<LocalDate> days = new ArrayList<>();
        Matcher matcher = DAY.matcher(text.toLowerCase(Locale.ROOT));
        while (matcher.find()) {
            day(matcher).ifPresent(days::add);
        }
        return days;
    }

    /** The day on which a licence that names a "Change Date" gives way to another one. */
    static Optional<LocalDate> changeDate(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        for (String name : List.of("change date", "变更日期", "转换日期")) {
            for (int at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + 1)) {
                int from = at + name.length();
                String behind = lower.substring(from, Math.min(lower.length(), from + BEHIND))
                        .stripLeading();
                boolean defines = behind.startsWith(":")
                        || behind.startsWith("：")
                        || behind.startsWith("means")
                        || behind.startsWith("is ")
                        || behind.startsWith("为")
                        || behind.startsWith("|");
                List<LocalDate> days = defines ? in(behind) : List.of();
                if (!days.isEmpty()) {
                    return Optional.of(days.get(0));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(Matcher matcher) {
        try {
            if (matcher.group(1) != null) {
                return Optional.of(day(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)));
            }
            if (matcher.group(4) != null) {
                return Optional.of(day(matcher.group(4), Integer.parseInt(matcher.group(5)), matcher.group(6)));
            }
            if (matcher.group(7) != null) {
                return Optional.of(day(matcher.group(9), month(matcher.group(8)), matcher.group(7)));
            }
            return Optional.of(day(matcher.group(12), month(matcher.group(10)), matcher.group(11)));
        } catch (DateTimeException e) {
            return Optional.empty(); // the 31st of February: no day
        }
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }

    private static LocalDate day(String year, int month, String day) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day));
    }
}

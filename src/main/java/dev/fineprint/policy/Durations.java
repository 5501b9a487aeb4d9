// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.LocalizedText;
import java.time.DateTimeException;
import java.time.Period;

/** Says an ISO 8601 duration in words. */
final class Durations {
    private Durations() {}

    static LocalizedText words(String iso) {
        Period period;
        try {
            period = Period.parse(iso);
        } catch (DateTimeException e) {
            return Sentences.same(iso); // hours and minutes
        }
        StringBuilder en = new StringBuilder();
        StringBuilder zh = new StringBuilder();
        part(en, zh, period.getYears(), "year", "年");
        part(en, zh, period.getMonths(), "month", "个月");
        part(en, zh, period.getDays(), "day", "天");
        return en.isEmpty() ? Sentences.same(iso) : new LocalizedText(en.toString(), zh.toString());
    }

    private static void part(StringBuilder en, StringBuilder zh, int count, String name, String chinese) {
        if (count != 0) {
            en.append(en.isEmpty() ? "" : " ")
                    .append(count)
                    .append(' ')
                    .append(name)
                    .append(count == 1 ? "" : "s");
            zh.append(count).append(chinese);
        }
    }
}

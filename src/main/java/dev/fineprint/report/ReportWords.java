// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Finding;
import dev.fineprint.KindInfo;
import dev.fineprint.LicenseReport;
import dev.fineprint.Messages;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.text.NumberFormat;
import java.text.ParsePosition;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The words that several formats share: titles, values and lists in one language. */
final class ReportWords {
    private static final int VALUE_COLUMNS = 120;

    private final Messages messages;

    ReportWords(Locale locale) {
        this.messages = Messages.in(locale);
    }

    Messages messages() {
        return messages;
    }

    Locale locale() {
        return messages.locale();
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    String effect(Effect effect) {
        return text("effect." + effect.code());
    }

    /** The kind's name; of a kind that the report does not explain, its id. */
    String title(LicenseReport report, String kind) {
        if (kind.equals(Finding.UNCLASSIFIED)) {
            return text("kind.unclassified");
        }
        Optional<KindInfo> info = report.kind(kind);
        return info.map(known -> messages.of(known.title())).orElse(kind);
    }

    /** The values read, such as "threshold: 700,000,000; period: month"; empty where there are none. */
    String values(LicenseReport report, Finding finding) {
        List<String> values = new ArrayList<>();
        for (Map.Entry<String, Object> value : finding.params().entrySet()) {
            values.add(named(report, finding.kind(), value));
        }
        return String.join(text("separator.values"), values);
    }

    /** One value with its name, such as "period: month". */
    String named(LicenseReport report, String kind, Map.Entry<String, Object> value) {
        return text("value", name(value.getKey()), value(report, kind, value));
    }

    String name(String parameter) {
        return messages.textOr("param." + parameter, parameter);
    }

    String value(LicenseReport report, String kind, Map.Entry<String, Object> value) {
        Object read = value.getValue();
        if (read instanceof Long number) {
            return number(number);
        }
        if (read instanceof List<?> several) {
            List<String> words = new ArrayList<>();
            for (Object one : several) {
                words.add(word(report, kind, value.getKey(), String.valueOf(one)));
            }
            return list(words);
        }
        return word(report, kind, value.getKey(), String.valueOf(read));
    }

    /** A place by its name, any other value by its word in this language if there is one. */
    private String word(LicenseReport report, String kind, String parameter, String value) {
        Optional<LocalizedText> named =
                report.kind(kind).map(info -> info.values().get(value));
        if (named.isPresent()) {
            return messages.of(named.get());
        }
        if (parameter.equals("territories")) {
            String name = new Locale("", value).getDisplayCountry(locale());
            return messages.textOr("place." + value, name.isEmpty() ? value : name);
        }
        return messages.textOr("value." + parameter + "." + value, SafeText.oneLine(value, VALUE_COLUMNS));
    }

    String number(long number) {
        return messages.number(number);
    }

    /** A number as people say it, 700 million, where that is exact; otherwise all its digits. */
    String figure(long number) {
        boolean chinese = locale().getLanguage().equals("zh");
        if (Math.abs(number) >= (chinese ? 10_000 : 1_000_000)) {
            NumberFormat compact = NumberFormat.getCompactNumberInstance(locale(), NumberFormat.Style.LONG);
            compact.setMaximumFractionDigits(2);
            String said = compact.format(number);
            Number heard = compact.parse(said, new ParsePosition(0));
            if (heard != null && heard.doubleValue() == number) {
                return said;
            }
        }
        return number(number);
    }

    String list(List<String> items) {
        return String.join(text("separator.list"), items);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts what a scan finds into sentences, in both languages at once, from {@code releases.properties}. Immutable. */
final class Sentences {
    private final ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.scan.releases", Locale.ROOT);
    private final ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.scan.releases", Locale.CHINESE);

    /** A message with its placeholders filled; an argument may itself be a text in both languages. */
    LocalizedText message(String key, Object... arguments) {
        return new LocalizedText(
                format(english, Locale.ENGLISH, key, arguments),
                format(chinese, Locale.SIMPLIFIED_CHINESE, key, arguments));
    }

    boolean has(String key) {
        return english.containsKey(key);
    }

    static LocalizedText number(long value) {
        return new LocalizedText(
                NumberFormat.getIntegerInstance(Locale.ENGLISH).format(value),
                NumberFormat.getIntegerInstance(Locale.SIMPLIFIED_CHINESE).format(value));
    }

    LocalizedText list(Collection<LocalizedText> texts) {
        return new LocalizedText(
                texts.stream().map(LocalizedText::en).collect(Collectors.joining(", ")),
                texts.stream().map(LocalizedText::zh).collect(Collectors.joining("、")));
    }

    private static String format(ResourceBundle bundle, Locale locale, String key, Object[] arguments) {
        Object[] inLanguage = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            inLanguage[i] = arguments[i] instanceof LocalizedText text
                    ? locale.getLanguage().equals("zh") ? text.zh() : text.en()
                    : arguments[i];
        }
        return new MessageFormat(bundle.getString(key), locale).format(inLanguage);
    }
}

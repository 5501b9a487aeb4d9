// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.catalog.LocalizedText;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** Puts a decision into sentences, in both languages at once, from {@code decisions.properties}. Immutable. */
final class Sentences {
    private static final int LONGEST_QUOTE = 240;

    private final ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.policy.decisions", Locale.ROOT);
    private final ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.policy.decisions", Locale.CHINESE);

    /** A message with its placeholders filled; an argument may itself be a text in both languages. */
    LocalizedText message(String key, Object... arguments) {
        return new LocalizedText(
                format(english, Locale.ENGLISH, key, arguments),
                format(chinese, Locale.SIMPLIFIED_CHINESE, key, arguments));
    }

    boolean has(String key) {
        return english.containsKey(key);
    }

    LocalizedText list(Collection<LocalizedText> texts) {
        return new LocalizedText(
                texts.stream().map(LocalizedText::en).distinct().collect(Collectors.joining(", ")),
                texts.stream().map(LocalizedText::zh).distinct().collect(Collectors.joining("、")));
    }

    /** The words of ids such as {@code purpose.research}. */
    LocalizedText words(String prefix, Collection<String> ids) {
        return list(ids.stream()
                .map(id -> has(prefix + id) ? message(prefix + id) : same(id))
                .toList());
    }

    LocalizedText places(Collection<String> codes) {
        return list(codes.stream().map(this::place).toList());
    }

    private LocalizedText place(String code) {
        if (has("place." + code)) {
            return message("place." + code);
        }
        if (code.length() != 2) {
            return same(code);
        }
        Locale place = new Locale("", code);
        return new LocalizedText(
                place.getDisplayCountry(Locale.ENGLISH), place.getDisplayCountry(Locale.SIMPLIFIED_CHINESE));
    }

    static LocalizedText same(String text) {
        return new LocalizedText(text, text);
    }

    static LocalizedText number(Number value) {
        return new LocalizedText(
                NumberFormat.getNumberInstance(Locale.ENGLISH).format(value),
                NumberFormat.getNumberInstance(Locale.SIMPLIFIED_CHINESE).format(value));
    }

    /** A clause on one line, shortened. */
    static String quote(ClauseWords words) {
        String text = words.text();
        if (text.length() <= LONGEST_QUOTE) {
            return text;
        }
        int end = LONGEST_QUOTE;
        if (Character.isHighSurrogate(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end).stripTrailing() + "…";
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

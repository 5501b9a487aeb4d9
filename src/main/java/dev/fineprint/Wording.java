// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Puts an analysis into sentences, in both languages at once. Immutable; thread-safe. */
final class Wording {
    /** From here on digits stand in groups. */
    private static final int GROUPED = 1000;

    private final Map<String, LocalizedText> domainTitles = new HashMap<>();
    private final ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.analysis", Locale.ROOT);
    private final ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.analysis", Locale.CHINESE);
    private final Map<String, Template> inEnglish = new ConcurrentHashMap<>();
    private final Map<String, Template> inChinese = new ConcurrentHashMap<>();

    /** Messages without placeholders, as soon as somebody asked for them. */
    private final Map<String, LocalizedText> fixed = new ConcurrentHashMap<>();

    Wording(PatternCatalog catalog) {
        for (Domain domain : catalog.domains()) {
            domainTitles.put(domain.id(), domain.title());
        }
    }

    /** A message with its placeholders filled; an argument may itself be a text in both languages. */
    LocalizedText message(String key, Object... arguments) {
        return arguments.length == 0
                ? fixed.computeIfAbsent(key, fresh -> formatted(fresh))
                : formatted(key, arguments);
    }

    private LocalizedText formatted(String key, Object... arguments) {
        return new LocalizedText(
                format(english, Locale.ENGLISH, key, arguments),
                format(chinese, Locale.SIMPLIFIED_CHINESE, key, arguments));
    }

    /** Whether there is a message of that key. */
    boolean has(String key) {
        return english.containsKey(key);
    }

    private String format(ResourceBundle bundle, Locale locale, String key, Object[] arguments) {
        Template template = (locale.equals(Locale.ENGLISH) ? inEnglish : inChinese)
                .computeIfAbsent(key, k -> Template.of(bundle.getString(k), locale));
        Object[] inLanguage = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            Object argument = arguments[i];
            if (argument instanceof LocalizedText text) {
                inLanguage[i] = in(text, locale);
            } else if (!template.chooses() && argument instanceof Integer number && Math.abs(number) < GROUPED) {
                // It looks the same in all formats; to find the format costs more than the rest of the message.
                inLanguage[i] = number.toString();
            } else {
                inLanguage[i] = argument;
            }
        }
        // A format keeps notes while it is at work: each caller needs its own.
        return ((MessageFormat) template.format().clone()).format(inLanguage);
    }

    /** A message that has been read once, and whether its words depend on numbers. */
    private record Template(MessageFormat format, boolean chooses) {
        static Template of(String pattern, Locale locale) {
            return new Template(new MessageFormat(pattern, locale), pattern.contains(",choice,"));
        }
    }

    /** The texts one after the other, with a separator of each language between. */
    LocalizedText joined(String separatorKey, Collection<LocalizedText> texts) {
        return new LocalizedText(
                texts.stream().map(LocalizedText::en).collect(Collectors.joining(english.getString(separatorKey))),
                texts.stream().map(LocalizedText::zh).collect(Collectors.joining(chinese.getString(separatorKey))));
    }

    /** A kind's explanation with the values of findings filled in; a bracketed part whose value is absent is left out. */
    LocalizedText explanation(ClauseKind kind, Collection<Finding> findings) {
        Map<String, Set<Object>> values = new LinkedHashMap<>();
        for (Finding finding : findings) {
            finding.params().forEach((name, value) -> {
                Set<Object> all = values.computeIfAbsent(name, n -> new LinkedHashSet<>());
                if (value instanceof List<?> list) {
                    all.addAll(list);
                } else {
                    all.add(value);
                }
            });
        }
        return new LocalizedText(
                fill(kind.explanation().en(), values, Locale.ENGLISH),
                fill(kind.explanation().zh(), values, Locale.SIMPLIFIED_CHINESE));
    }

    /** A value as it is told: a number with its separators, places and periods by their names. */
    LocalizedText value(String name, Object value) {
        Collection<?> parts = value instanceof List<?> list ? list : List.of(value);
        return joined(
                "separator.list",
                parts.stream()
                        .map(part -> new LocalizedText(
                                word(name, part, Locale.ENGLISH), word(name, part, Locale.SIMPLIFIED_CHINESE)))
                        .toList());
    }

    private String fill(String template, Map<String, Set<Object>> values, Locale locale) {
        StringBuilder out = new StringBuilder();
        int at = 0;
        while (at < template.length()) {
            char c = template.charAt(at);
            int close = c == '[' ? template.indexOf(']', at) : -1;
            if (close > 0) {
                String part = template.substring(at + 1, close);
                if (placeholders(part).stream().allMatch(values::containsKey)) {
                    out.append(fill(part, values, locale));
                }
                at = close + 1;
                continue;
            }
            close = c == '{' ? template.indexOf('}', at) : -1;
            if (close > 0) {
                String name = template.substring(at + 1, close);
                Set<Object> read = values.getOrDefault(name, Set.of());
                out.append(read.stream()
                        .map(value -> word(name, value, locale))
                        .collect(Collectors.joining(bundle(locale).getString("separator.list"))));
                at = close + 1;
                continue;
            }
            out.append(c);
            at++;
        }
        return out.toString();
    }

    private static List<String> placeholders(String part) {
        List<String> names = new ArrayList<>();
        int open = part.indexOf('{');
        while (open >= 0) {
            int close = part.indexOf('}', open);
            if (close < 0) {
                break;
            }
            names.add(part.substring(open + 1, close));
            open = part.indexOf('{', close);
        }
        return names;
    }

    private String word(String name, Object value, Locale locale) {
        if (value instanceof Long number) {
            return NumberFormat.getIntegerInstance(locale).format(number);
        }
        String text = String.valueOf(value);
        ResourceBundle bundle = bundle(locale);
        return switch (name) {
            case "domains" -> {
                LocalizedText title = domainTitles.get(text);
                yield title == null ? text : in(title, locale);
            }
            case "territories" ->
                bundle.containsKey("territory." + text)
                        ? bundle.getString("territory." + text)
                        : text.length() == 2 ? new Locale("", text).getDisplayCountry(locale) : text;
            case "period" -> bundle.containsKey("period." + text) ? bundle.getString("period." + text) : text;
            default -> text;
        };
    }

    private ResourceBundle bundle(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    private static String in(LocalizedText text, Locale locale) {
        return locale.getLanguage().equals("zh") ? text.zh() : text.en();
    }
}

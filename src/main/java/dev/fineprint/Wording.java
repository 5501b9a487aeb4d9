// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Puts an analysis into sentences, in both languages at once. Immutable; thread-safe. */
final class Wording {
    private final Map<String, LocalizedText> domainTitles = new HashMap<>();
    private final SentenceFile english = SentenceFile.read("analysis");
    private final SentenceFile chinese = SentenceFile.read("analysis_zh");
    private final Map<String, MessageTemplate> inEnglish = new ConcurrentHashMap<>();
    private final Map<String, MessageTemplate> inChinese = new ConcurrentHashMap<>();

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
        return english.has(key);
    }

    private String format(SentenceFile sentences, Locale locale, String key, Object[] arguments) {
        MessageTemplate template = (locale.equals(Locale.ENGLISH) ? inEnglish : inChinese)
                .computeIfAbsent(key, k -> MessageTemplate.of(sentences.get(k), locale));
        Object[] inLanguage = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            inLanguage[i] = arguments[i] instanceof LocalizedText text ? in(text, locale) : arguments[i];
        }
        return template.fill(inLanguage);
    }

    /** The texts one after the other, with a separator of each language between. */
    LocalizedText joined(String separatorKey, Collection<LocalizedText> texts) {
        return new LocalizedText(
                texts.stream().map(LocalizedText::en).collect(Collectors.joining(english.get(separatorKey))),
                texts.stream().map(LocalizedText::zh).collect(Collectors.joining(chinese.get(separatorKey))));
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
                        .collect(Collectors.joining(sentences(locale).get("separator.list"))));
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
            return MessageTemplate.grouped(number);
        }
        String text = String.valueOf(value);
        SentenceFile sentences = sentences(locale);
        return switch (name) {
            case "domains" -> {
                LocalizedText title = domainTitles.get(text);
                yield title == null ? text : in(title, locale);
            }
            case "territories" ->
                sentences.has("territory." + text)
                        ? sentences.get("territory." + text)
                        : text.length() == 2 ? new Locale("", text).getDisplayCountry(locale) : text;
            case "period" -> sentences.has("period." + text) ? sentences.get("period." + text) : text;
            default -> text;
        };
    }

    private SentenceFile sentences(Locale locale) {
        return locale.getLanguage().equals("zh") ? chinese : english;
    }

    private static String in(LocalizedText text, Locale locale) {
        return locale.getLanguage().equals("zh") ? text.zh() : text.en();
    }
}

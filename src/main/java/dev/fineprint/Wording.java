// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.Domain;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.catalog.PatternCatalog;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.ConcurrentHashMap;

/** Puts an analysis into sentences, in both languages at once. Immutable; thread-safe. */
final class Wording {
    private final Map<String, LocalizedText> domainTitles = new HashMap<>();
    private final SentenceFile english = SentenceFile.read("analysis");
    private final SentenceFile chinese = SentenceFile.read("analysis_zh");
    private final Map<String, MessageTemplate> inEnglish = new ConcurrentHashMap<>();
    private final Map<String, MessageTemplate> inChinese = new ConcurrentHashMap<>();

    /** Explanations by what the catalog writes, read when they are first told. */
    private final Map<String, Explanation> explanations = new ConcurrentHashMap<>();

    /** What is told of kinds whose findings carry no values, by their ids. */
    private final Map<String, LocalizedText> withoutValues = new ConcurrentHashMap<>();

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
        LocalizedText separator = message(separatorKey);
        StringJoiner said = new StringJoiner(separator.en());
        StringJoiner saidInChinese = new StringJoiner(separator.zh());
        for (LocalizedText text : texts) {
            said.add(text.en());
            saidInChinese.add(text.zh());
        }
        return new LocalizedText(said.toString(), saidInChinese.toString());
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
        return values.isEmpty()
                ? withoutValues.computeIfAbsent(kind.id(), id -> filled(kind, Map.of()))
                : filled(kind, values);
    }

    private LocalizedText filled(ClauseKind kind, Map<String, Set<Object>> values) {
        return new LocalizedText(
                filled(kind.explanation().en(), values, Locale.ENGLISH),
                filled(kind.explanation().zh(), values, Locale.SIMPLIFIED_CHINESE));
    }

    private String filled(String explanation, Map<String, Set<Object>> values, Locale locale) {
        return explanations
                .computeIfAbsent(explanation, Explanation::of)
                .filled(values.keySet(), name -> listed(name, values.getOrDefault(name, Set.of()), locale));
    }

    /** A value as it is told: a number with its separators, places and periods by their names. */
    LocalizedText value(String name, Object value) {
        Collection<?> parts = value instanceof List<?> list ? list : List.of(value);
        return new LocalizedText(listed(name, parts, Locale.ENGLISH), listed(name, parts, Locale.SIMPLIFIED_CHINESE));
    }

    /** The values of a name in words, one after the other. */
    private String listed(String name, Collection<?> values, Locale locale) {
        StringJoiner list = new StringJoiner(in(message("separator.list"), locale));
        for (Object value : values) {
            list.add(word(name, value, locale));
        }
        return list.toString();
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

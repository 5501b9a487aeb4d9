// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A message whose placeholders are to be filled: what {@link MessageFormat} makes of it, in English or Chinese. Immutable;
 * thread-safe.
 *
 * <p>Nearly all messages have nothing but texts and whole numbers put in, or one of several wordings chosen by a number. That
 * is done here. For everything else there is a {@link MessageFormat}, which first finds out how numbers and dates are written
 * in a language, and that takes a good part of the time of a first report.
 */
final class MessageTemplate {
    private static final String CHOICE = ",choice,";

    private final String pattern;
    private final Locale locale;

    /** What stands in the message one after the other; none where all of it is left to a format. */
    private final @Nullable List<Part> parts;

    private MessageTemplate(String pattern, Locale locale, @Nullable List<Part> parts) {
        this.pattern = pattern;
        this.locale = locale;
        this.parts = parts;
    }

    /**
     * Words, and the placeholder behind them.
     *
     * @param argument what is put in there; -1 where there is no placeholder
     * @param options which wording is put in for which numbers; none where the argument itself is
     */
    private record Part(String words, int argument, List<Option> options) {}

    /** A wording for numbers from the limit on, or above the limit alone, to that of the next one. */
    private record Option(long limit, boolean above, MessageTemplate message) {
        boolean covers(long number) {
            return above ? number > limit : number >= limit;
        }

        boolean startsAfter(Option other) {
            return limit > other.limit || limit == other.limit && above && !other.above;
        }
    }

    /** The message that a pattern of {@link MessageFormat} stands for. */
    static MessageTemplate of(String pattern, Locale locale) {
        return new MessageTemplate(pattern, locale, parts(pattern, locale));
    }

    private static @Nullable List<Part> parts(String pattern, Locale locale) {
        String text = pattern;
        if (pattern.indexOf('\'') >= 0) {
            // what stands between apostrophes is no placeholder; and in a choice an apostrophe is written four times
            if (pattern.contains(CHOICE) || pattern.replace("''", "").indexOf('\'') >= 0) {
                return null;
            }
            text = pattern.replace("''", "'");
        }
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', at)) {
            int close = closing(text, open);
            Part part = close < 0 ? null : part(text.substring(at, open), text.substring(open + 1, close), locale);
            if (part == null) {
                return null;
            }
            parts.add(part);
            at = close + 1;
        }
        parts.add(new Part(text.substring(at), -1, List.of()));
        return parts;
    }

    /** Where the brace that stands here is closed, or -1. */
    private static int closing(String pattern, int open) {
        int depth = 0;
        for (int i = open; i < pattern.length(); i++) {
            char c = pattern.charAt(i);
            if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Part part(String words, String placeholder, Locale locale) {
        if (placeholder.isEmpty() || placeholder.charAt(0) < '0' || placeholder.charAt(0) > '9') {
            return null;
        }
        int argument = placeholder.charAt(0) - '0';
        if (placeholder.length() == 1) {
            return new Part(words, argument, List.of());
        }
        List<Option> options = placeholder.startsWith(CHOICE, 1)
                ? options(placeholder.substring(1 + CHOICE.length()), locale)
                : List.of();
        return options.isEmpty() ? null : new Part(words, argument, options);
    }

    /** The wordings of a choice; empty if it is not as plain as most are. */
    private static List<Option> options(String choices, Locale locale) {
        List<Option> options = new ArrayList<>();
        int start = 0;
        while (start <= choices.length()) {
            int bar = choices.indexOf('|', start);
            int end = bar < 0 ? choices.length() : bar;
            Option option = option(choices.substring(start, end), locale);
            if (option == null || !options.isEmpty() && !option.startsAfter(options.get(options.size() - 1))) {
                return List.of();
            }
            options.add(option);
            start = end + 1;
        }
        return options;
    }

    private static @Nullable Option option(String choice, Locale locale) {
        int digits = 0;
        while (digits < choice.length() && choice.charAt(digits) >= '0' && choice.charAt(digits) <= '9') {
            digits++;
        }
        if (digits == 0 || digits > 9 || digits == choice.length()) {
            return null;
        }
        char relation = choice.charAt(digits);
        MessageTemplate message = of(choice.substring(digits + 1), locale);
        return (relation == '#' || relation == '<') && message.parts != null
                ? new Option(Long.parseLong(choice.substring(0, digits)), relation == '<', message)
                : null;
    }

    /** The message with its placeholders filled; one for which there is no argument stands as it is. */
    String fill(Object... arguments) {
        StringBuilder out = new StringBuilder();
        // A format keeps notes while it is at work: each call has its own.
        return append(out, arguments) ? out.toString() : new MessageFormat(pattern, locale).format(arguments);
    }

    /** Whether the message could be filled here. */
    private boolean append(StringBuilder out, Object[] arguments) {
        if (parts == null) {
            return false;
        }
        for (Part part : parts) {
            out.append(part.words);
            if (part.argument >= 0 && !append(out, part, arguments)) {
                return false;
            }
        }
        return true;
    }

    private static boolean append(StringBuilder out, Part part, Object[] arguments) {
        Object argument = part.argument < arguments.length ? arguments[part.argument] : null;
        if (argument instanceof Integer || argument instanceof Long) {
            long number = ((Number) argument).longValue();
            if (!part.options.isEmpty()) {
                return chosen(part.options, number).append(out, arguments);
            }
            out.append(grouped(number));
            return true;
        }
        if (argument instanceof String text && part.options.isEmpty()) {
            out.append(text);
            return true;
        }
        return false;
    }

    private static MessageTemplate chosen(List<Option> options, long number) {
        MessageTemplate chosen = options.get(0).message;
        for (Option option : options) {
            if (option.covers(number)) {
                chosen = option.message;
            }
        }
        return chosen;
    }

    /** A whole number with its digits in groups of three, as English and Chinese write it. */
    static String grouped(long number) {
        String digits = String.valueOf(number);
        int first = number < 0 ? 1 : 0;
        if (digits.length() - first <= 3) {
            return digits;
        }
        StringBuilder out = new StringBuilder(digits);
        for (int at = digits.length() - 3; at > first; at -= 3) {
            out.insert(at, ',');
        }
        return out.toString();
    }
}

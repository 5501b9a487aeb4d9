// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.LocalizedText;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.Set;

/**
 * The words of reports and of the command, in English or Chinese.
 *
 * <p>The sentences stand in {@code dev/fineprint/messages.properties} and {@code messages_zh.properties}; a placeholder
 * follows {@link MessageFormat}, so an apostrophe is written twice. Immutable.
 */
public final class Messages {
    private final Locale locale;
    private final SentenceFile sentences;

    private Messages(Locale locale, SentenceFile sentences) {
        this.locale = locale;
        this.sentences = sentences;
    }

    private static final class English {
        private static final Messages MESSAGES = new Messages(Locale.ENGLISH, SentenceFile.read("messages"));
    }

    private static final class Chinese {
        private static final Messages MESSAGES = new Messages(Locale.CHINESE, SentenceFile.read("messages_zh"));
    }

    /** The words in the language of a locale: Chinese where it is Chinese, otherwise English. */
    public static Messages in(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return chinese ? Chinese.MESSAGES : English.MESSAGES;
    }

    /** Returns {@link Locale#ENGLISH} or {@link Locale#CHINESE}. */
    public Locale locale() {
        return locale;
    }

    /**
     * Returns a message with its placeholders filled.
     *
     * @throws MissingResourceException if there is no such message
     */
    public String text(String key, Object... arguments) {
        return MessageTemplate.of(sentences.get(key), locale).fill(arguments);
    }

    /** A whole number with its digits in groups, as the language writes it. */
    public String number(long number) {
        return MessageTemplate.grouped(number);
    }

    /** Returns a message without placeholders, or {@code otherwise} if there is none of that key. */
    public String textOr(String key, String otherwise) {
        return sentences.has(key) ? text(key) : otherwise;
    }

    /** Returns the text in this language. */
    public String of(LocalizedText text) {
        return chinese() ? text.zh() : text.en();
    }

    /** Returns the keys of all messages, sorted. */
    public Set<String> keys() {
        return sentences.keys();
    }

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}

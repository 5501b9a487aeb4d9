// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.LocalizedText;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;

/**
 * The words of reports and of the command, in English or Chinese.
 *
 * <p>The sentences stand in {@code dev/fineprint/messages.properties} and {@code messages_zh.properties}; a placeholder
 * follows {@link MessageFormat}, so an apostrophe is written twice. Immutable.
 */
public final class Messages {
    private static final String BUNDLE = "dev.fineprint.messages";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        // ROOT is the base bundle, English; asking for it never falls back to the machine's own language
        this.bundle = ResourceBundle.getBundle(BUNDLE, chinese() ? Locale.CHINESE : Locale.ROOT);
    }

    /** The words in the language of a locale: Chinese where it is Chinese, otherwise English. */
    public static Messages in(Locale locale) {
        boolean chinese = locale.getLanguage().equals(Locale.CHINESE.getLanguage());
        return new Messages(chinese ? Locale.CHINESE : Locale.ENGLISH);
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
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** Returns a message without placeholders, or {@code otherwise} if there is none of that key. */
    public String textOr(String key, String otherwise) {
        return bundle.containsKey(key) ? text(key) : otherwise;
    }

    /** Returns the text in this language. */
    public String of(LocalizedText text) {
        return chinese() ? text.zh() : text.en();
    }

    /** Returns the keys of all messages, sorted. */
    public Set<String> keys() {
        return new TreeSet<>(bundle.keySet());
    }

    private boolean chinese() {
        return locale.getLanguage().equals("zh");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.TreeSet;

/**
 * The sentences of one {@code .properties} file beside these classes. Immutable; thread-safe.
 *
 * <p>A {@code ResourceBundle} says the same, but looks for classes and services in every jar of the class path before it
 * reads the file character by character: in a virtual machine that has just started that takes as long as a fifth of the
 * first report. Hence, too, a sentence is decoded when it is asked for. The files use no more of their format than this:
 * UTF-8, one sentence a line, comments on lines of their own, and letters written as backslash, u and four digits.
 */
final class SentenceFile {
    private final String name;

    /** The sentences as they stand in the file, a character for each byte. */
    private final Map<String, String> sentences;

    private SentenceFile(String name, Map<String, String> sentences) {
        this.name = name;
        this.sentences = sentences;
    }

    /**
     * Reads a file beside these classes.
     *
     * @param name without the folder and {@code .properties}
     */
    static SentenceFile read(String name) {
        try (InputStream in = SentenceFile.class.getResourceAsStream(name + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("not on the class path: dev/fineprint/" + name + ".properties");
            }
            return new SentenceFile(name, parse(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("the sentences in " + name + ".properties cannot be read", e);
        }
    }

    private static Map<String, String> parse(String file) {
        Map<String, String> sentences = new HashMap<>(1024);
        int end;
        for (int start = 0; start < file.length(); start = end + 1) {
            end = file.indexOf('\n', start);
            if (end < 0) {
                end = file.length();
            }
            int equals = file.indexOf('=', start);
            if (equals > 0 && equals < end && file.charAt(start) != '#') {
                sentences.put(
                        file.substring(start, equals).strip(), file.substring(afterBlanks(file, equals + 1), end));
            }
        }
        return sentences;
    }

    private static int afterBlanks(String file, int from) {
        int at = from;
        while (at < file.length() && file.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    /**
     * The sentence of a key.
     *
     * @throws MissingResourceException if there is none
     */
    String get(String key) {
        String sentence = sentences.get(key);
        if (sentence == null) {
            throw new MissingResourceException(name + ".properties has no " + key, name, key);
        }
        return decoded(sentence);
    }

    boolean has(String key) {
        return sentences.containsKey(key);
    }

    /** All keys, sorted. */
    Set<String> keys() {
        return Collections.unmodifiableSortedSet(new TreeSet<>(sentences.keySet()));
    }

    private static String decoded(String raw) {
        String text = new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        int escape = text.indexOf("\\u");
        if (escape < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder();
        int at = 0;
        for (; escape >= 0; escape = text.indexOf("\\u", at)) {
            out.append(text, at, escape).append((char) Integer.parseInt(text, escape + 2, escape + 6, 16));
            at = escape + 6;
        }
        return out.append(text, at, text.length()).toString();
    }
}

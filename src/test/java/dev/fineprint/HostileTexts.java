// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;

/** Texts of any length that invite work which grows faster than they do, and two specimens to compare them with. */
public final class HostileTexts {
    static final String CLAUSE = "You must not use the Model for military purposes";

    private HostileTexts() {}

    /** Each by its name: what makes a text of so many characters. */
    public static Map<String, IntFunction<String>> all() {
        Map<String, IntFunction<String>> texts = new LinkedHashMap<>();
        again(texts, "English specimen, repeated", specimen("heron-community-licence.txt"));
        again(texts, "Chinese specimen, repeated", specimen("heron-community-licence.zh.txt"));
        again(texts, "sentences", CLAUSE + ". The Licensor may change these terms.\n");
        again(texts, "one sentence", CLAUSE + " and a copy of it ");
        again(texts, "one sentence, full of numbers", "1 a 2 b ii ");
        again(texts, "bullets", "- " + CLAUSE + "\n");
        again(texts, "bullets without words", "-\n");
        texts.put("nested lists", length -> {
            StringBuilder text = new StringBuilder("You must not:\n");
            for (int depth = 0; text.length() < length; depth++) {
                text.append(" ".repeat(depth % 300)).append("- do this:\n");
            }
            return text.substring(0, length);
        });
        texts.put("ever deeper lists", length -> {
            StringBuilder text = new StringBuilder("You must not:\n");
            for (int depth = 0; text.length() < length; depth++) {
                text.append(" ".repeat(depth)).append("- do this:\n");
            }
            return text.substring(0, length);
        });
        again(texts, "lead-ins of nothing", "You must not:\n");
        texts.put("items under a long lead-in", length -> {
            StringBuilder text = new StringBuilder((CLAUSE + " and ").repeat(length / 100)).append("such as:\n");
            while (text.length() < length) {
                text.append("- must pay a fee\n");
            }
            return text.substring(0, length);
        });
        texts.put("defined terms", length -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < length; i++) {
                text.append("\"Term ").append(i).append("\" means use for non-commercial research. ");
            }
            return text.substring(0, length);
        });
        texts.put("terms defined by terms", length -> {
            StringBuilder text = new StringBuilder();
            for (int i = 0; text.length() < length; i++) {
                text.append("\"Term ")
                        .append(i)
                        .append("\" means use for Term ")
                        .append(i / 2);
                text.append(".\nYou must not exceed Term ").append(i).append(".\n");
            }
            return text.substring(0, length);
        });
        again(texts, "values", "You pay US$ 10 million for 700 million users a month in the EU. ");
        again(texts, "unbalanced quotes and parentheses", "\"the Model ( may not [ use \u201C for ");
        again(texts, "halves of surrogate pairs", "\uD800 use \uDC00\uDC00 not ");
        again(texts, "NUL", "\0may\0 not \0");
        again(texts, "right to left, and emoji", "\u202E\u05D0\u05D1 may not \uD83D\uDE80 use\u202C ");
        again(texts, "zero-width characters", "u\u200Bs\u200Be\u200B ");
        again(texts, "letters spaced out", "m u s t  n o t ");
        again(texts, "letters spaced out without an end", "u s e t h e m o d e l f o r ");
        again(texts, "one Chinese word", "\u4E0D\u5F97");
        again(texts, "Chinese items", "\u4E0D\u5F97\u7528\u4E8E\u519B\u4E8B\uFF1B\n");
        again(texts, "one English word", "a");
        again(texts, "no blanks", "a.b/c,d;");
        again(texts, "blanks", " ");
        again(texts, "line ends", "\n");
        again(texts, "headings", "# Terms\n\n");
        again(texts, "words broken at line ends", "commer-\ncial ");
        again(texts, "page numbers", "some words\n\n12\n\nand more\n");
        again(texts, "markup", "<a href=\"x\">[x](y/) **b** &amp; | c |\n");
        again(texts, "notices", "Copyright 2020 Heron Works. Permission is hereby granted to use this software. ");
        texts.put("random words", length -> {
            StringBuilder text = new StringBuilder();
            Random random = new Random(1);
            while (text.length() < length) {
                int letters = 1 + random.nextInt(9);
                for (int i = 0; i < letters; i++) {
                    text.append((char) ('a' + random.nextInt(26)));
                }
                text.append(random.nextInt(12) == 0 ? ". " : " ");
            }
            return text.substring(0, length);
        });
        texts.put("random characters", length -> {
            StringBuilder text = new StringBuilder();
            Random random = new Random(1);
            while (text.length() < length) {
                text.append((char) random.nextInt(0x10000));
            }
            return text.toString();
        });
        return texts;
    }

    /** Makes a text of about so many bytes of UTF-8, as which files hold it. */
    public static String ofBytes(IntFunction<String> kind, int bytes) {
        int sample = 1 << 16;
        return kind.apply((int) ((long) bytes * sample / bytes(kind.apply(sample))));
    }

    /** The length of a text in bytes of UTF-8. */
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static void again(Map<String, IntFunction<String>> texts, String name, String once) {
        texts.put(name, length -> once.repeat(length / once.length() + 1).substring(0, length));
    }

    private static String specimen(String name) {
        try {
            return Files.readString(Path.of("corpus/specimens", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

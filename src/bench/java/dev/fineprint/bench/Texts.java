// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bench;

import dev.fineprint.text.LicenseText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The texts that are read: specimens, repeated until they are long enough, and the development corpus. */
final class Texts {
    private static final String ENGLISH = "corpus/specimens/heron-community-licence.txt";
    private static final String CHINESE = "corpus/specimens/heron-community-licence.zh.txt";
    private static final Path CORPUS =
            Path.of(System.getProperty("fineprint.shared", "../shared")).resolve("corpus/texts");

    private Texts() {}

    /** A specimen in a language, {@code en}, {@code zh} or {@code bilingual}, of so many characters. */
    static String specimen(String language, int length) {
        try {
            String once = switch (language) {
                case "en" -> LicenseText.read(Path.of(ENGLISH)).original();
                case "zh" -> LicenseText.read(Path.of(CHINESE)).original();
                default ->
                    LicenseText.read(Path.of(ENGLISH)).original()
                            + "\n\n"
                            + LicenseText.read(Path.of(CHINESE)).original();
            };
            return once.repeat(length / once.length() + 1).substring(0, length);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * The licences of the development corpus in a language, {@code en}, {@code zh} or {@code mixed} with some Chinese in an
     * English text or the other way round; a specimen where there is no corpus.
     */
    static List<String> corpus(String language) {
        if (!Files.isDirectory(CORPUS)) {
            return List.of(specimen(language, 15_000)); // of both languages for "mixed"
        }
        try (Stream<Path> files = Files.list(CORPUS)) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String text = LicenseText.read(file).original();
                if (language.equals(languageOf(text))) {
                    texts.add(text);
                }
            }
            return texts;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** By the share of Chinese characters. */
    private static String languageOf(String text) {
        long han = text.chars().filter(Character::isIdeographic).count();
        return han * 5 > text.length() ? "zh" : han * 100 > text.length() ? "mixed" : "en";
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.fineprint.archive.Archives;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Copies and variants of the specimen licences in folders, archives and JSON Lines: the same for the
 * same number.
 */
final class BulkTexts {
    private static final int IN_A_SOURCE = 500;
    private static final List<String> NAMES =
            List.of("Heron", "Egret", "Bittern", "Ibis", "Stork", "Crane", "Spoonbill");
    private static final List<String> USES = List.of("farming", "teaching", "printing", "sailing", "weaving", "baking");

    private final int size;
    private final Random random = new Random(42);
    private final List<String> specimens = new ArrayList<>();
    private final List<String> made = new ArrayList<>();
    private long bytes;

    private BulkTexts(int size) throws IOException {
        this.size = size;
        try (Stream<Path> files = Files.list(Path.of("corpus/specimens"))) {
            for (Path file : files.sorted().toList()) {
                specimens.add(Files.readString(file));
            }
        }
    }

    /**
     * Writes so many texts below a folder.
     *
     * @param size how many characters each has, on average
     * @return how many bytes they have together
     */
    static long write(Path folder, int count, int size) throws IOException {
        BulkTexts texts = new BulkTexts(size);
        int source = 0;
        for (int left = count; left > 0; source++) {
            int some = Math.min(left, Math.max(10, Math.min(IN_A_SOURCE, count / 8)));
            texts.source(folder, source, some);
            left -= some;
        }
        return texts.bytes;
    }

    private void source(Path folder, int number, int count) throws IOException {
        String name = "source-%03d".formatted(number);
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            texts.put("model-%03d/LICENSE".formatted(i), next());
        }
        switch (number % 4) {
            case 0 -> Archives.tar(folder.resolve(name + ".tar.gz"), texts);
            case 1 -> Archives.zip(folder.resolve(name + ".zip"), texts);
            case 2 -> {
                try (BufferedWriter lines = Files.newBufferedWriter(folder.resolve(name + ".jsonl"))) {
                    for (Map.Entry<String, String> text : texts.entrySet()) {
                        lines.write(new ObjectMapper()
                                .writeValueAsString(Map.of("id", name + "/" + text.getKey(), "text", text.getValue())));
                        lines.newLine();
                    }
                }
            }
            default -> {
                for (Map.Entry<String, String> text : texts.entrySet()) {
                    Path file = folder.resolve(name).resolve(text.getKey());
                    Files.createDirectories(file.getParent());
                    Files.writeString(file, text.getValue());
                }
            }
        }
    }

    /** Every third text is a copy of one of the last hundred, every tenth of any of the first. */
    private String next() {
        int kind = random.nextInt(30);
        String text;
        if (kind < 7 && !made.isEmpty()) {
            text = made.get(made.size() - 1 - random.nextInt(Math.min(100, made.size())));
        } else if (kind < 10 && !made.isEmpty()) {
            text = made.get(random.nextInt(Math.min(1000, made.size())));
        } else {
            text = variant();
            if (made.size() < 2000) {
                made.add(text);
            } else {
                made.set(1000 + random.nextInt(1000), text);
            }
        }
        bytes += text.getBytes(StandardCharsets.UTF_8).length;
        return text;
    }

    /** Specimens in a row until there is enough, under another name, with other figures, in another order. */
    private String variant() {
        StringBuilder text = new StringBuilder();
        int wanted = size / 2 + random.nextInt(size);
        while (text.length() < wanted) {
            List<String> paragraphs = new ArrayList<>(Arrays.asList(
                    specimens.get(random.nextInt(specimens.size())).split("\n\n", -1)));
            for (int swaps = random.nextInt(4); swaps > 0; swaps--) {
                Collections.swap(paragraphs, random.nextInt(paragraphs.size()), random.nextInt(paragraphs.size()));
            }
            paragraphs.add("You must not use the Model for " + USES.get(random.nextInt(USES.size()))
                    + ", nor show it to more than " + random.nextInt(1_000_000) + " people.");
            text.append(String.join("\n\n", paragraphs)).append("\n\n");
        }
        return text.toString().replace("Heron", NAMES.get(random.nextInt(NAMES.size())));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.archive.Archives;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever happens to the bytes of a source: it is read or refused, and never throws or goes on for ever. */
class DamagedSourcesTest {
    private static final int LIMIT = 2000;
    private static final int ROUNDS = 200;
    private static final int MOST = 200;

    @TempDir
    private Path folder = Path.of("");

    private final Random random = new Random(8);

    private static Map<String, String> texts() {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < 5; i++) {
            texts.put("model-" + i + "/LICENSE", "You must not use the Model for gambling. ".repeat(1 + i * 20));
        }
        return texts;
    }

    /** Some bytes are others, some are gone, some come twice. */
    private byte[] damaged(byte[] whole) {
        byte[] bytes = whole.clone();
        for (int i = random.nextInt(8); i >= 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(256) : 0xFF);
        }
        int from = random.nextInt(bytes.length);
        int to = random.nextInt(bytes.length);
        switch (random.nextInt(4)) {
            case 0:
                return Arrays.copyOf(bytes, from);
            case 1:
                System.arraycopy(
                        whole, Math.min(from, to), bytes, to, Math.min(100, bytes.length - Math.max(from, to)));
                return bytes;
            default:
                return bytes;
        }
    }

    private static int[] read(TextSource source) throws IOException {
        int[] textsAndOthers = new int[2];
        try (Items items = source.open(LIMIT, new Words())) {
            for (Item item = items.next(); item != null; item = items.next()) {
                textsAndOthers[item instanceof Item.Text ? 0 : 1]++;
                assertThat(textsAndOthers[0] + textsAndOthers[1]).isLessThan(MOST);
            }
        }
        return textsAndOthers;
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.zip", "a.tar", "a.tar.gz"})
    void archives(String name) throws IOException {
        Path file = folder.resolve(name);
        byte[] whole =
                Files.readAllBytes(name.endsWith("zip") ? Archives.zip(file, texts()) : Archives.tar(file, texts()));
        assertThat(read(TextSource.of(file))).containsExactly(5, 0);
        int refused = 0;
        for (int i = 0; i < ROUNDS; i++) {
            Files.write(file, damaged(whole));
            int[] read = read(TextSource.of(file));
            assertThat(read[0] + read[1]).as("something is said of it").isPositive();
            refused += read[1] > 0 ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(ROUNDS / 10);
    }

    @Test
    void jsonLines() throws IOException {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            lines.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"more\":[1,{\"a\":null}],\"text\":\"You may \\u4e2d use it.\"}\n");
        }
        byte[] whole = lines.toString().getBytes(StandardCharsets.UTF_8);
        int broken = 0;
        for (int i = 0; i < ROUNDS * 4; i++) {
            int[] read = read(TextSource.jsonLines("lines", new ByteArrayInputStream(damaged(whole))));
            assertThat(read[0] + read[1]).isBetween(0, 40);
            broken += read[1] > 0 ? 1 : 0;
        }
        assertThat(broken).isGreaterThan(ROUNDS);
    }
}

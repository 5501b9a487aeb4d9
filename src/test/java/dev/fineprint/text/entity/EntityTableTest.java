// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.fineprint.text.StopSignal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every row of {@code entities.txt}: as written, wrapped, hyphenated, and under a Turkish locale. */
class EntityTableTest {

    private static final String TABLE = "/dev/fineprint/text/entity/entities.txt";
    private static final EntityReader READER = EntityReader.create();

    private record Row(int line, String text, String expected, boolean missed) {

        DynamicTest test() {
            URI place = URI.create("classpath:" + TABLE + "?line=" + line);
            return DynamicTest.dynamicTest("line " + line + ": " + text.replace("\n", "\\n"), place, this::check);
        }

        private void check() {
            String read = show(text, read(text));
            if (missed) {
                assertThat(read)
                        .as("line %d is now read rightly: write => instead of =/>", line)
                        .isNotEqualTo(expected);
            } else {
                assertThat(read).as("line %d of %s: %s", line, TABLE, text).isEqualTo(expected);
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> reads() {
        return rows().stream().map(Row::test);
    }

    @Test
    void tableIsLargeAndHasNoRowTwice() {
        assertThat(rows()).hasSizeGreaterThan(800);
        assertThat(rows()).extracting(Row::text).doesNotHaveDuplicates();
        assertThat(rows().stream().filter(row -> row.expected().equals("-"))).hasSizeGreaterThan(150);
    }

    @Test
    void aBreakInPlaceOfAnyBlankChangesNoValue() {
        List<String> problems = new ArrayList<>();
        for (Row row : rows()) {
            String text = row.text();
            for (int i = text.indexOf(' '); i > 0; i = text.indexOf(' ', i + 1)) {
                compare(row, text.substring(0, i) + "\n" + text.substring(i + 1), problems);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void anIgnorableCharacterInsideAnyWordChangesNoValue() {
        List<String> problems = new ArrayList<>();
        for (Row row : rows()) {
            String text = row.text();
            for (int i = 1; i < text.length(); i++) {
                char before = text.charAt(i - 1);
                char behind = text.charAt(i);
                if (Character.isLetter(before) && Character.isLetter(behind)
                        || Character.isDigit(before) && Character.isDigit(behind)) {
                    compare(row, text.substring(0, i) + "\uFFFF" + text.substring(i), problems);
                }
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void otherBlanksChangeNoValue() {
        List<String> problems = new ArrayList<>();
        for (Row row : rows()) {
            compare(row, row.text().replace(' ', '\u00A0'), problems);
            compare(row, row.text().replace(' ', '\u3000'), problems);
            compare(row, row.text().replace('\'', '\u2019'), problems);
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void fullWidthFormsChangeNoValue() {
        List<String> problems = new ArrayList<>();
        for (Row row : rows()) {
            StringBuilder wide = new StringBuilder();
            for (char c : row.text().toCharArray()) {
                wide.append(c > ' ' && c < 0x7F ? (char) (c + 0xFEE0) : c);
            }
            // an address is told by its ASCII signs
            if (!row.text().contains("//")) {
                compare(row, wide.toString(), problems);
            }
        }
        assertThat(problems).isEmpty();
    }

    @Test
    void aTurkishLocaleChangesNothing() {
        List<String> english =
                rows().stream().map(row -> show(row.text(), read(row.text()))).toList();
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            Lexicon tables = new Lexicon();
            List<String> turkish = new ArrayList<>();
            for (Row row : rows()) {
                String text = row.text();
                EntityScan scan = new EntityScan(text, 0, text.length(), tables, StopSignal.onInterrupt());
                turkish.add(show(text, scan.run()));
            }
            assertThat(turkish).isEqualTo(english);
        } finally {
            Locale.setDefault(before);
        }
    }

    /** Of figures below 100 the case of the words around decides: "ZEPHYR 3 MODELS" is a name. */
    @Test
    void capitalsKeepNumbersAndMoney() {
        List<String> problems = new ArrayList<>();
        for (Row row : rows()) {
            String text = row.text().toUpperCase(Locale.ROOT);
            if (text.length() != row.text().length() || text.equals(row.text())) {
                continue;
            }
            List<String> small = amounts(read(row.text()));
            List<String> large = amounts(read(text));
            if (!large.containsAll(small)) {
                problems.add("line " + row.line() + ": " + text + " gives " + large + ", not " + small);
            }
        }
        assertThat(problems).isEmpty();
    }

    private static List<String> amounts(List<Entity> entities) {
        return entities.stream()
                .filter(e -> e.type() == Entity.Type.NUMBER && e.value() >= 100 || e.type() == Entity.Type.MONEY)
                .map(e -> e.type() + " " + e.value() + e.code())
                .toList();
    }

    private static void compare(Row row, String variant, List<String> problems) {
        String before = values(read(row.text()));
        String now = values(read(variant));
        if (!now.equals(before)) {
            problems.add("line " + row.line() + ": " + variant + " gives " + now + ", not " + before);
        }
    }

    private static List<Entity> read(String text) {
        return READER.read(text, 0, text.length());
    }

    private static String values(List<Entity> entities) {
        return entities.stream().map(EntityTableTest::value).collect(Collectors.joining(" ; "));
    }

    private static String value(Entity e) {
        return switch (e.type()) {
            case NUMBER, AGE -> e.type() + " " + e.value();
            case MONEY -> e.type() + " " + e.value() + " " + e.code();
            case PERIOD, TERRITORY, DURATION -> e.type() + " " + e.code();
        };
    }

    private static String show(String text, List<Entity> entities) {
        return entities.isEmpty()
                ? "-"
                : entities.stream()
                        .map(e -> value(e) + " «" + text.substring(e.start(), e.end()) + "»")
                        .collect(Collectors.joining(" ; "));
    }

    private static List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        try (InputStream in = Objects.requireNonNull(EntityTableTest.class.getResourceAsStream(TABLE), TABLE);
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                boolean missed = line.contains(" =/> ");
                String[] halves = line.replace("\\n", "\n").split(missed ? " =/> " : " => ", 2);
                assertThat(halves).as("line %d: TEXT => ENTITIES", number).hasSize(2);
                rows.add(new Row(number, halves[0], halves[1], missed));
            }
        } catch (IOException e) {
            throw new AssertionError(TABLE + " cannot be read", e);
        }
        return rows;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EntityReaderTest {

    private static final Lexicon LEXICON = new Lexicon();

    private final EntityReader reader = EntityReader.create();

    private List<Entity> read(String text) {
        return reader.read(text, 0, text.length());
    }

    @Test
    void anEmptyRangeHoldsNothing() {
        assertThat(read("")).isEmpty();
        assertThat(reader.read("1 million users", 4, 4)).isEmpty();
        assertThat(read(" \n\uFFFF ")).isEmpty();
    }

    @Test
    void readsOnlyTheRange() {
        String text = "7 million users and 9 million seats";
        assertThat(reader.read(text, 20, 35)).containsExactly(new Entity(Entity.Type.NUMBER, 20, 29, 9_000_000, ""));
        assertThat(reader.read(text, 0, 3))
                .as("\"7 m\" is cut off from its million")
                .isEmpty();
    }

    @Test
    void refusesARangeOutsideTheText() {
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> reader.read("text", 0, 5));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> reader.read("text", 3, 2));
        assertThatExceptionOfType(IndexOutOfBoundsException.class).isThrownBy(() -> reader.read("text", -1, 2));
    }

    @Test
    void theListCannotBeChanged() {
        List<Entity> entities = read("5 million users");
        assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(entities::clear);
    }

    @Test
    @SuppressWarnings("NullAway") // a caller without null checks
    void anEntityRefusesWhatItCannotBe() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Entity(Entity.Type.NUMBER, 3, 3, 1, ""));
        assertThatIllegalArgumentException().isThrownBy(() -> new Entity(Entity.Type.NUMBER, -1, 3, 1, ""));
        assertThatNullPointerException().isThrownBy(() -> new Entity(Entity.Type.NUMBER, 0, 3, 1, null));
    }

    @TestFactory
    Stream<DynamicTest> everyCountryIsReadByItsEnglishAndChineseName() {
        return Stream.of(Locale.getISOCountries())
                .map(code -> DynamicTest.dynamicTest(code, () -> {
                    Locale country = new Locale.Builder().setRegion(code).build();
                    for (Locale language : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                        String name = country.getDisplayCountry(language);
                        String text = language == Locale.ENGLISH
                                ? "residents of " + name + ", for example"
                                : "位于" + name + "的用户";
                        int start = text.indexOf(name);
                        assertThat(read(text))
                                .as(text)
                                .containsExactly(
                                        new Entity(Entity.Type.TERRITORY, start, start + name.length(), 0, code));
                    }
                }));
    }

    @Test
    void manyThreadsReadTheSame() throws Exception {
        String text = "more than 700 million monthly active users, or US$ 1,000,000 a year, outside the EU; 年满18周岁";
        List<Entity> once = read(text);
        assertThat(once).hasSize(6);
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Callable<List<Entity>>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                calls.add(() -> read(text));
            }
            for (Future<List<Entity>> answer : threads.invokeAll(calls)) {
                assertThat(answer.get()).isEqualTo(once);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** What hostile texts are made of: each piece repeated looks like the start of something long. */
    @TestFactory
    Stream<DynamicTest> workGrowsWithTheTextAlone() {
        return Stream.of(
                        "1",
                        "1,",
                        "1,000,",
                        "1.",
                        "1 ",
                        "100 ",
                        "1-",
                        "(1",
                        "(",
                        "one ",
                        "one hundred and ",
                        "million ",
                        "twenty-",
                        "a ",
                        "half a ",
                        "$",
                        "$1",
                        "$1 (",
                        "US$",
                        "¥1",
                        "USD ",
                        "100 USD (",
                        "亿",
                        "一",
                        "十",
                        "一百",
                        "二千万",
                        "1亿",
                        "每",
                        "每月",
                        "上一",
                        "元",
                        "per ",
                        "any one ",
                        "per calendar ",
                        "last 12 ",
                        "age ",
                        "under 18 ",
                        "Section 1, ",
                        "sections 1 and 2 and ",
                        "July ",
                        "United ",
                        "United-",
                        "People's Republic of ",
                        "中国",
                        "\uFFFF",
                        "\n",
                        "x",
                        "x ",
                        "https://",
                        "www.",
                        "18 years ",
                        "第",
                        "零",
                        "1×",
                        "10^",
                        "\uD83D")
                .map(piece -> DynamicTest.dynamicTest("runs of " + escaped(piece), () -> {
                    long small = workOn(piece.repeat(4_000));
                    long large = workOn(piece.repeat(40_000));
                    assertThat(large)
                            .as("ten times the text, ten times the work")
                            .isLessThanOrEqualTo(small * 11);
                    assertThat(large).as("tokens asked for").isLessThanOrEqualTo(150L * piece.length() * 40_000);
                }));
    }

    /** A word that the code compares a token with, but that no table holds, would never be found. */
    @Test
    void everyWordThatIsComparedIsKnown() throws IOException {
        Path sources = Path.of("src", "main", "java", "dev", "fineprint", "text", "entity");
        assumeTrue(Files.isDirectory(sources), "no sources here");
        Pattern comparison = Pattern.compile("\\.is\\(\"([a-z]+)\"\\)");
        Set<String> unknown = new TreeSet<>();
        int compared = 0;
        try (Stream<Path> files = Files.list(sources)) {
            for (Path file : files.toList()) {
                Matcher found = comparison.matcher(Files.readString(file));
                while (found.find()) {
                    compared++;
                    char[] letters = found.group(1).toCharArray();
                    if (LEXICON.word(letters, letters.length, found.group(1).hashCode()) == null) {
                        unknown.add(found.group(1));
                    }
                }
            }
        }
        assertThat(compared).isGreaterThan(100);
        assertThat(unknown).as("to be added to Lexicon.COMPARED").isEmpty();
    }

    private static String escaped(String piece) {
        StringBuilder out = new StringBuilder();
        for (char c : piece.toCharArray()) {
            out.append(c > ' ' && c < 0xD800 || c == ' ' ? "" + c : String.format(Locale.ROOT, "\\u%04X", (int) c));
        }
        return "'" + out + "'";
    }

    private long workOn(String text) {
        EntityScan scan = new EntityScan(text, 0, text.length(), LEXICON, StopSignal.onInterrupt());
        scan.run();
        return scan.tokens.asked();
    }

    @Test
    void millionsOfHostileCharactersAreRead() {
        for (String piece : List.of("1", "亿", "$", "一")) {
            assertThat(read(piece.repeat(2_000_000))).as("a run of %s", piece).isEmpty();
        }
    }

    @Test
    void theListOfChineseNumeralsIsWhole() {
        for (char c = '\u3000'; c < '\uA000'; c++) {
            assertThat(LEXICON.isNumeral(c)).as("%c", c).isEqualTo(NumberWords.isNumeral(c));
        }
    }

    @Test
    void aWordIsKnownInAnyCaseAndWithCharactersThatAreNotRead() {
        for (String text : new String[] {"HALF", "half", "Half", "ha\uFFFFlf"}) {
            Tokens tokens = new Tokens("x " + text, 2, text.length() + 2, LEXICON);
            assertThat(tokens.at(0).is("half")).as(text).isTrue();
            assertThat(tokens.nextStart(0, StopSignal.onInterrupt())).as(text).isZero();
            assertThat(tokens.at(0).allCapitals()).as(text).isEqualTo(text.equals("HALF"));
        }
    }

    /** Pieces that phrases, numbers and rhythms are made of, whole and broken, and what may stand between them. */
    private static final String[] PIECES =
            ("中 国 任 何 任意 一 个 月 每 港 澳 台 法 意 大利 人民币 元 年 度 三 百 万 ， 、 。 - / ( $ US A any of each United"
                            + " States dollars dollar half a month monthly legal age model per ten 5 2.5 www. http://x.y\uFFFF,")
                    .split(" ");

    @Test
    void passesOverNoTokenThatSomethingStartsWith() {
        Random random = new Random(7);
        for (int n = 0; n < 3_000; n++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(PIECES[random.nextInt(PIECES.length)])
                        .append(List.of("", "", " ", "\n", "\uFFFF").get(random.nextInt(5)));
            }
            BitSet starts = new BitSet();
            Tokens tokens = new Tokens(text, 0, text.length(), LEXICON);
            for (int i = tokens.nextStart(0, StopSignal.onInterrupt()); tokens.at(i).kind != Token.Kind.EDGE; ) {
                starts.set(i);
                i = tokens.nextStart(i + 1, StopSignal.onInterrupt());
            }
            for (int i = 0; tokens.at(i).kind != Token.Kind.EDGE; i++) {
                assertThat(!starts.get(i) && starts(tokens, i))
                        .as("token %d of %s", i, escaped(text.toString()))
                        .isFalse();
            }
        }
    }

    private static boolean starts(Tokens tokens, int i) {
        Token t = tokens.at(i);
        PhraseTable.Hit mark = LEXICON.marks.longest(tokens, i);
        return t.kind == Token.Kind.FIGURES
                || t.is('/')
                || t.kind == Token.Kind.HAN && LEXICON.isNumeral(t.sign)
                || t.has(Word.NUMERAL | Word.HALF | Word.RHYTHM)
                || LEXICON.places.longest(tokens, i) != null
                || LEXICON.currencies.longest(tokens, i) != null
                || mark != null && mark.phrase().kind() != Phrase.Kind.PERIOD_LEAD
                || mark != null && NumberWords.isNumeral(tokens.at(mark.next()).sign);
    }
}

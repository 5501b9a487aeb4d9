// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

/** What must hold of every number in every notation, and of every text. */
class EntityPropertiesTest {

    private static final long TRILLION = 1_000_000_000_000L;
    private static final String DIGITS = "零一二三四五六七八九";
    private static final String POWERS = "十百千万亿";
    private static final String FORMAL_DIGITS = "零壹贰叁肆伍陆柒捌玖";
    private static final String FORMAL_POWERS = "拾佰仟万亿";
    private static final EntityReader READER = EntityReader.create();

    private static List<Entity> read(String text) {
        return READER.read(text, 0, text.length());
    }

    private static void isNumber(String notation, long value, String sentence) {
        String text = sentence.replace("#", notation);
        int start = text.indexOf(notation);
        assertThat(read(text))
                .as(text)
                .containsExactly(new Entity(Entity.Type.NUMBER, start, start + notation.length(), value, ""));
    }

    @Property
    void figures(@ForAll @LongRange(min = 2100, max = TRILLION) long value) {
        Assume.that(!isDay(value));
        isNumber(Long.toString(value), value, "with more than # users");
        isNumber(Speller.grouped(value, ","), value, "with more than # users");
        isNumber(Speller.grouped(value, "'"), value, "with more than # users");
        isNumber(Speller.grouped(value, " "), value, "with more than # users");
        isNumber(Speller.indian(value), value, "with more than # users");
        isNumber(Long.toString(value), value, "用户数超过#个");
        isNumber(Speller.grouped(value, ","), value, "用户数超过 # 个");
    }

    /** Whether these figures, without anything between them, are read as a day: 20300131. */
    private static boolean isDay(long value) {
        long month = value / 100 % 100;
        long day = value % 100;
        return value >= 1900_00_00 && value < 2100_00_00 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    }

    @Property
    void pointsGroupThousands(@ForAll @LongRange(min = 1000, max = TRILLION) long value) {
        isNumber(Speller.grouped(value, "."), value, "with more than # users");
    }

    @Property
    void words(@ForAll @LongRange(min = 2, max = TRILLION * 999) long value) {
        isNumber(Speller.words(value, true), value, "with more than # users");
        isNumber(Speller.words(value, false), value, "with more than # users");
        isNumber(Speller.words(value, true).replace(' ', '\n'), value, "with more than # users");
        isNumber(Speller.words(value, true).replace('-', ' '), value, "with more than # users");
        isNumber(Speller.words(value, true).toUpperCase(java.util.Locale.ROOT), value, "WITH MORE THAN # USERS");
    }

    @Property
    void chinese(@ForAll @LongRange(min = 11, max = TRILLION * 9) long value) {
        isNumber(Speller.chinese(value, DIGITS, POWERS), value, "用户数超过#个");
        isNumber(Speller.chinese(value, FORMAL_DIGITS, FORMAL_POWERS), value, "用户数超过#个");
    }

    @Property
    void saidTwice(@ForAll @LongRange(min = 11, max = TRILLION) long value) {
        isNumber(Speller.words(value, true) + " (" + Speller.grouped(value, ",") + ")", value, "up to # users");
        isNumber(Speller.grouped(value, ",") + " (" + Speller.words(value, true) + ")", value, "up to # users");
        isNumber(Speller.chinese(value, DIGITS, POWERS) + "(" + Speller.grouped(value, ",") + ")", value, "至多#用户");
    }

    @Property
    void saidTwiceAndDifferently(
            @ForAll @LongRange(min = 1000, max = TRILLION) long one,
            @ForAll @LongRange(min = 1000, max = TRILLION) long two) {
        String text = "up to " + Speller.words(one, true) + " (" + Speller.grouped(two, ",") + ") users";
        List<Long> values = read(text).stream().map(Entity::value).toList();
        assertThat(values).as(text).isEqualTo(one == two ? List.of(one) : List.of(one, two));
    }

    @Property
    void magnitudes(@ForAll @IntRange(min = 1, max = 9999) int tenths, @ForAll("magnitude") Magnitude magnitude) {
        String figures = tenths % 10 == 0 ? Integer.toString(tenths / 10) : tenths / 10 + "." + tenths % 10;
        isNumber(figures + magnitude.text(), tenths * (magnitude.value() / 10), "exceeding # users");
    }

    /** A word or sign behind figures, and what it multiplies them by. */
    private record Magnitude(String text, long value) {}

    @Provide
    Arbitrary<Magnitude> magnitude() {
        return Arbitraries.of(
                new Magnitude(" thousand", 1000),
                new Magnitude("k", 1000),
                new Magnitude("K", 1000),
                new Magnitude(" million", 1_000_000),
                new Magnitude("M", 1_000_000),
                new Magnitude("m", 1_000_000),
                new Magnitude("-million", 1_000_000),
                new Magnitude(" billion", 1_000_000_000),
                new Magnitude("bn", 1_000_000_000),
                new Magnitude("B", 1_000_000_000),
                new Magnitude("万", 10_000),
                new Magnitude(" 万", 10_000),
                new Magnitude("百万", 1_000_000),
                new Magnitude("千万", 10_000_000),
                new Magnitude("亿", 100_000_000),
                new Magnitude(" 亿", 100_000_000));
    }

    @Property
    void money(@ForAll @LongRange(min = 1, max = TRILLION) long value, @ForAll("currency") String[] currency) {
        for (String number :
                List.of(Long.toString(value), Speller.grouped(value, ","), Speller.grouped(value, ",") + ".00")) {
            String amount = currency[0].replace("#", number);
            String text = "a turnover of " + amount + " at most";
            assertThat(read(text))
                    .as(text)
                    .containsExactly(new Entity(Entity.Type.MONEY, 14, 14 + amount.length(), value, currency[1]));
        }
    }

    @Provide
    Arbitrary<String[]> currency() {
        return Arbitraries.of(
                new String[] {"$#", "USD"},
                new String[] {"US$#", "USD"},
                new String[] {"US$ #", "USD"},
                new String[] {"USD#", "USD"},
                new String[] {"USD #", "USD"},
                new String[] {"# USD", "USD"},
                new String[] {"# dollars", "USD"},
                new String[] {"# US Dollars", "USD"},
                new String[] {"€#", "EUR"},
                new String[] {"EUR #", "EUR"},
                new String[] {"# euros", "EUR"},
                new String[] {"£#", "GBP"},
                new String[] {"RMB #", "CNY"},
                new String[] {"RMB#", "CNY"},
                new String[] {"人民币#元", "CNY"},
                new String[] {"人民币 # 元整", "CNY"},
                new String[] {"#元人民币", "CNY"},
                new String[] {"#美元", "USD"},
                new String[] {"# 日元", "JPY"},
                new String[] {"₩#", "KRW"},
                new String[] {"HK$#", "HKD"},
                new String[] {"#港币", "HKD"});
    }

    @Property
    void durations(@ForAll @IntRange(min = 1, max = 999) int count, @ForAll("unit") String[] unit) {
        String words = Speller.words(count, true);
        for (String number : List.of(Integer.toString(count), words, words + " (" + count + ")")) {
            String stretch = number + unit[0];
            String text = "within " + stretch + " thereafter";
            assertThat(read(text))
                    .as(text)
                    .containsExactly(new Entity(
                            Entity.Type.DURATION, 7, 7 + stretch.length(), count, unit[1].replace("#", "" + count)));
        }
    }

    @Provide
    Arbitrary<String[]> unit() {
        return Arbitraries.of(
                new String[] {" days", "P#D"},
                new String[] {" business days", "P#D"},
                new String[] {" weeks", "P#W"},
                new String[] {" months", "P#M"},
                new String[] {" years", "P#Y"},
                new String[] {" hours", "PT#H"},
                new String[] {" minutes", "PT#M"},
                new String[] {"-day", "P#D"});
    }

    /** Pieces of which nonsense is made that looks like entities at every turn. */
    private static final String[] PIECES = {
        "1",
        "0",
        "23",
        "456",
        "2024",
        "99999999999999999999",
        ",",
        ".",
        "'",
        " ",
        "\n",
        "-",
        "/",
        ":",
        "(",
        ")",
        "%",
        "+",
        "$",
        "€",
        "¥",
        "US",
        "U.S.",
        "USD",
        "million",
        "hundred",
        "thousand",
        "one",
        "twenty",
        "a",
        "half",
        "and",
        "of",
        "per",
        "month",
        "any",
        "calendar",
        "year",
        "years",
        "old",
        "age",
        "under",
        "18",
        "Section",
        "sections",
        "k",
        "M",
        "b",
        "July",
        "the",
        "United",
        "States",
        "New",
        "Jersey",
        "Georgia",
        "Korea",
        "dollars",
        "monthly",
        "万",
        "亿",
        "千",
        "十",
        "一",
        "七",
        "零",
        "元",
        "人民币",
        "美元",
        "每",
        "月",
        "年",
        "日",
        "个",
        "岁",
        "周",
        "第",
        "中国",
        "上一",
        "自然",
        "活",
        "整",
        "\uFFFF",
        "\u00A0",
        "\uD83D\uDE00",
        "\uD83D",
        "é",
        "İ",
        "ı",
        "x",
        "Word",
        "https://a.b/c",
        "www."
    };

    @Provide
    Arbitrary<String> nonsense() {
        Arbitrary<String> piece = Arbitraries.of(PIECES);
        return Combinators.combine(piece.list().ofMaxSize(40), Arbitraries.of("", " "))
                .as((pieces, between) -> String.join(between, pieces));
    }

    @Property(tries = 5000)
    void entitiesLieInOrderInsideTheText(@ForAll("nonsense") String text) {
        List<Entity> entities = read(text);
        for (int i = 0; i < entities.size(); i++) {
            Entity e = entities.get(i);
            assertThat(e.start()).isNotNegative();
            assertThat(e.end()).isLessThanOrEqualTo(text.length());
            assertThat(text.substring(e.start(), e.end()))
                    .as("no blank or ignorable edge")
                    .matches("(?s)[^\\s\\uFFFF](.*[^\\s\\uFFFF])?");
            assertThat(e.value()).isGreaterThanOrEqualTo(e.type() == Entity.Type.AGE ? Entity.MAJORITY : 0);
            if (i > 0) {
                Entity before = entities.get(i - 1);
                assertThat(e.start()).isGreaterThanOrEqualTo(before.start());
                if (e.start() == before.start()) {
                    assertThat(e.end()).as("the longer first").isLessThanOrEqualTo(before.end());
                }
                assertThat(e).as("none twice").isNotEqualTo(before);
            }
        }
    }

    @Property(tries = 5000)
    void noTwoOfOneTypeOverlap(@ForAll("nonsense") String text) {
        List<Entity> entities = read(text);
        for (int i = 0; i < entities.size(); i++) {
            Entity e = entities.get(i);
            assertThat(entities.subList(i + 1, entities.size()))
                    .as(text)
                    .noneMatch(later -> later.type() == e.type() && later.start() < e.end());
        }
    }

    @Property(tries = 5000)
    void noNumberInsideMoneyAgeOrDuration(@ForAll("nonsense") String text) {
        List<Entity> entities = read(text);
        for (Entity number : entities) {
            if (number.type() == Entity.Type.NUMBER) {
                assertThat(entities).as(text).noneMatch(e -> switch (e.type()) {
                    case MONEY, AGE, DURATION -> e.start() <= number.start() && number.end() <= e.end();
                    default -> false;
                });
            }
        }
    }

    @Property(tries = 2000)
    void aRangeReadsLikeItsOwnText(
            @ForAll("nonsense") String before, @ForAll("nonsense") String text, @ForAll("nonsense") String behind) {
        List<Entity> alone = read(text);
        List<Entity> inside = READER.read(before + text + behind, before.length(), before.length() + text.length());
        // the sign of yen or yuan looks around itself, but never beyond the range
        assertThat(inside.stream()
                        .map(e -> new Entity(
                                e.type(), e.start() - before.length(), e.end() - before.length(), e.value(), e.code())))
                .isEqualTo(alone);
    }
}

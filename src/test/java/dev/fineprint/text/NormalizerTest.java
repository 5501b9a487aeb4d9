// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalizerTest {
    /** {@code ~} stands for a character that is not to be read, a pilcrow for a line end. */
    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "“Model” isn’t#\"Model\" isn't",
                "a\u00A0b\u3000c\td#a b c d",
                "（１）；：，！？。《#(1);:,!?。《",
                "non‐commercial – —#non-commercial - -",
                "a␍¶b␍c\u2028d\u0085e#a ¶b¶c¶d¶e",
                "com\u00ADmer\u200Bcial#com~mer~cial",
                "許可條款#许可条款",
                "著作权後#著作权后",
                "cоmmеrcial#commercial",
                "сор β-test#сор β-test",
                "𝐧𝐨𝐧-𝒸ommercial 𝟝#n~o~n~-c~ommercial 5~",
                "ᴍɪʟɪᴛᴀʀʏ ℒicence#military Licence",
                "ⓜⓞⓓⓔⓛ ⓒ 2020#model ⓒ 2020",
                "🅼🅾🅳🅴🅻#M~O~D~E~L~",
                "mo\uDB40\uDC64del mo\0del#mo~~del mo~del",
                "⽤⼾不得⽤于商业⽬的，⻅第⼗⻚#用户不得用于商业目的,见第十页",
            })
    void makesVariantsOfCharactersOne(String original, String normalized) {
        assertNormalized(original, normalized);
    }

    @Test
    void frontMatterIsNoTextOfTheLicence() {
        String matter =
                "---\ntitle: Heron\nusing:\n  - Kestrel: https://x.example\nconditions:\n- no-commercial-use\n---\n";
        assertThat(LicenseText.of("x", matter + "You may use it.\n").normalized())
                .isEqualTo(matter.replaceAll("[^\n]", " ") + "You may use it.\n");
        assertThat(LicenseText.of("x", "\uFEFF" + matter + "Text").normalized().strip())
                .endsWith("Text")
                .doesNotContain("Heron");
        String gate =
                "---\nlicense: other\nextra_gated_prompt: >-\n  You may not sell it.\n\n  Nor lend it.\ntags: x\n---\nText";
        assertThat(LicenseText.of("x", gate).normalized())
                .contains("  You may not sell it.\n\n  Nor lend it.\n")
                .doesNotContain("gated", "license", "tags");
        String prose = "You may not sell it, whoever you are. ".repeat(8);
        assertThat(LicenseText.of("x", "---\ntitle: x\nterms: " + prose + "\n---\nText")
                        .normalized())
                .contains(prose.strip())
                .doesNotContain("terms");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "---\nHERON LICENCE\n---\nYou may use it.",
                "---\nYou may use it: but only so.\nAnd no more.\n---\n",
                "---\ntitle: Heron\nYou may use it.\n",
                "---\n---\nYou may use it.",
                "----\ntitle: Heron\n----\n",
                "Text\n---\ntitle: Heron\n---\n"
            })
    void dashesAloneMakeNoFrontMatter(String text) {
        assertThat(LicenseText.of("x", text).normalized())
                .contains(text.contains("title") ? "Heron" : "You may use it");
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "**No** resale, __ever__#  No   resale,   ever  ",
                "the *Model* and snake_case_name, _must_#the  Model  and snake_case_name,  must ",
                "* item¶* * *¶*** x#* item¶     ¶    x",
                "see [the policy](https://example.org/p_q) now#see  the policy                           now",
                "[insert year](optional)#[insert year](optional)",
                "<p>One</p>two<br/>three#¶¶ One¶¶  two¶    three",
                "<li>cats</li>#¶•  cats¶    ",
                "<year> <name of author> a < b > c#<year> <name of author> a < b > c",
                "<a href=\"x\">y</a> <a brief idea>#            y     <a brief idea>",
                "AT&amp;T &quot;x&quot; a&nbsp;b &rsquo; &bogus;#AT&~~~~T \"~~~~~x\"~~~~~ a      b '~~~~~~ &bogus;",
                "| a | b |¶|---|---|¶| c | d |#  a   b  ¶         ¶  c   d  ",
                "> quoted¶> > twice#  quoted¶    twice",
                "1\\. a \\* b#1~. a ~  b",
            })
    void blanksMarkup(String original, String normalized) {
        assertNormalized(original, normalized);
    }

    @ParameterizedTest(name = "[{index}] {0}")
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '\0',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                // A broken word is joined; a hyphen that belongs to the word stays.
                "a commer-¶  cial use#a commer~~~~cial use",
                "any third-¶party right#any third-~party right",
                "licence fees, low-¶latency; latency and low#licence fees, low-~latency; latency and low",
                "pre-¶and post-training#pre-¶and post-training",
                "Model-¶B#Model-¶B",
                // A page number inside a sentence leaves one line end.
                "you may¶¶12¶¶not sell#you may¶     not sell",
                "The end.¶¶Page 3 of 9¶¶Next#The end.¶¶           ¶¶Next",
                "The end.¶- 4 -¶Next#The end.¶     ¶Next",
                "The end.¶7¶Next#The end.¶7¶Next",
                "第 3 页，共 9 页#           ",
            })
    void mendsWhatPagesAndLinesBroke(String original, String normalized) {
        assertNormalized(original, normalized);
    }

    private static void assertNormalized(String original, String normalized) {
        String result = normalize(plain(original));
        assertThat(result.replace(LicenseText.IGNORABLE, '~')).isEqualTo(plain(normalized));
        assertThat(result).hasSameSizeAs(plain(original));
    }

    private static String plain(String escaped) {
        return escaped.replace('¶', '\n').replace('␍', '\r');
    }

    @Test
    void aRunningHeadIsBlankedWhereTheSentenceGoesOn() {
        String head = "星河大学 模型使用许可";
        String filler = "本条所称的说明文字用来把这一页写满，好让页眉看上去真的隔了一页。".repeat(12);
        String text = head + "\n" + filler + "\n申请人应当妥善保管取得的模型文件并且不得转\n" + head + "\n给其他任何人。\n" + filler
                + "\n申请人在研究工作结束以后应当把模型文件全\n" + head + "\n部删除。\n" + filler;

        String normalized = LicenseText.of("test", text).normalized();

        assertThat(normalized).hasSameSizeAs(text).startsWith(head);
        assertThat(normalized.indexOf(head, 1)).isEqualTo(-1);
        assertThat(normalized.replace(" ", "")).contains("不得转\n给其他任何人", "文件全\n部删除");
    }

    @Test
    void aLineOfALicenceThatIsThereThreeTimesStays() {
        String licence =
                "The reader may copy this text and the\nGarden Almanac as well as all of its\npictures, and may pass both of them on\n"
                        + "to friends, neighbours and colleagues. ".repeat(10) + "\n\n";

        assertThat(LicenseText.of("test", licence.repeat(3)).normalized()).isEqualTo(licence.repeat(3));
    }

    /** The end of a sentence that each of several licences in a text has, with other words behind it. */
    @Test
    void aLineThatGoesOnInSmallLettersIsNoHead() {
        String filler = "The garden is open to all who keep to its paths. ".repeat(10) + "\n\n";
        String text = "Those who copy it keep the\nnotice of the garden and of the\nriver.\n" + filler
                + "Those who print it keep the\nnotice of the garden and of the\nhills.\n" + filler
                + "Those who sing it keep the\nnotice of the garden and of the\nbirds.\n" + filler;
        assertThat(LicenseText.of("test", text).normalized()).isEqualTo(text);
    }

    @Test
    void loneNumbersAPageApartArePageNumbers() {
        String page = "The Licensee keeps records of every deployment. ".repeat(20) + "\n";
        String text = page + "4\n" + page + "5\n" + page + "77\n" + page;
        String normalized = normalize(text);
        assertThat(normalized).doesNotContain("\n4\n").doesNotContain("\n5\n").contains("\n77\n");
    }

    @Test
    void anEscapedCommentStaysEscaped() {
        assertThat(normalize("-\\->")).isEqualTo("-\uFFFF->");
        assertThat(normalize("-\uFFFF->")).isEqualTo("-\uFFFF->");
        assertThat(normalize("<\uFFFF!--")).isEqualTo("<\uFFFF!--");
    }

    @Property(tries = 5000)
    void keepsLengthAndIsIdempotent(@ForAll("texts") String text) {
        String once = normalize(text);
        assertThat(once).hasSameSizeAs(text);
        assertThat(normalize(once)).isEqualTo(once);
    }

    @Property(tries = 1000)
    void anyCharactersKeepLengthAndAreIdempotent(@ForAll String text) {
        String once = normalize(text);
        assertThat(once).hasSameSizeAs(text);
        assertThat(normalize(once)).isEqualTo(once);
    }

    @Property(tries = 1000)
    void keepsEveryLetterOfPlainText(@ForAll("sentences") String text) {
        String normalized = normalize(text);
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                assertThat(normalized.charAt(i)).isEqualTo(text.charAt(i));
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<li>",
                        "<br/>",
                        "<b>",
                        "</h2>",
                        "<h1>",
                        "<a href=\"x\">",
                        "<",
                        ">",
                        "&amp;",
                        "&lt;",
                        "&#95;",
                        "&quot;",
                        "&",
                        ";",
                        "*",
                        "**",
                        "_",
                        "__",
                        "[",
                        "]",
                        "](",
                        "](a/b)",
                        ")",
                        "(",
                        "!",
                        "|",
                        "|---|",
                        "\\",
                        "#",
                        "-",
                        "-\n",
                        "\n",
                        "\n\n",
                        "\r\n",
                        " ",
                        "a",
                        "b",
                        "word",
                        "Word",
                        "12",
                        "3",
                        "Page 3",
                        "- 4 -",
                        "\u00AD",
                        "\u200B",
                        "\u0430",
                        "\u6A21",
                        "\u8A31",
                        "\u3002",
                        "\uFF1B",
                        "'",
                        "```",
                        "\uFFFF",
                        "\uD800",
                        "\u0000",
                        "com-",
                        "-\n  and ",
                        "https://x.y/z",
                        "-->",
                        "<!--",
                        "\u2022",
                        "\t")
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<String> sentences() {
        return Arbitraries.of(
                        "The",
                        "model",
                        "must",
                        "not",
                        "be",
                        "sold",
                        "\u6A21\u578B",
                        "\u4E0D\u5F97",
                        "1,000",
                        "(a)",
                        "x.",
                        ", ",
                        "\n")
                .list()
                .ofMaxSize(60)
                .map(words -> String.join(" ", words))
                .filter(text -> !text.matches("(?s).*(?:^|\n) *[0-9]{1,3} *(?:\n|$).*"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"tr", "th", "ar", "zh"})
    void doesNotDependOnTheLocale(String language) {
        Locale before = Locale.getDefault();
        String text = "<LI>INDEMNITY I\u0307 LIABILITY-\nin &AMP; [X](HTTP://I.I)";
        String expected = normalize(text);
        Locale.setDefault(Locale.forLanguageTag(language));
        try {
            assertThat(normalize(text)).isEqualTo(expected);
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String normalize(String text) {
        return Normalizer.normalize(text, text.toCharArray(), StopSignal.onInterrupt());
    }
}

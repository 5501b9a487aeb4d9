// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessageTemplateTest {
    private static final List<Object> ARGUMENTS = List.of(
            "a licence",
            "it's {0}",
            "",
            0,
            1,
            2,
            3,
            999,
            1000,
            -1,
            -999,
            -1000,
            1234567L,
            Long.MIN_VALUE,
            0.123,
            2.0,
            true);

    @ParameterizedTest
    @ValueSource(strings = {"messages", "messages_zh", "analysis", "analysis_zh"})
    void eachMessageSaysWhatTheFormatSays(String file) {
        Locale locale = file.endsWith("zh") ? Locale.CHINESE : Locale.ENGLISH;
        SentenceFile sentences = SentenceFile.read(file);
        for (String key : sentences.keys()) {
            for (Object first : ARGUMENTS) {
                assertSame(sentences.get(key), locale, first, first, 5, 70000);
                assertSame(sentences.get(key), locale, 1, first, first, "b");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no place",
                "{0}{1}",
                "{1} of {0}, {7} is missing",
                "the licence''s {0}",
                "a quoted '{0}' and {0}",
                "an open '{0}",
                "'''{0}'''",
                "{0,number}",
                "{0,number,0.00}",
                "{0,choice,0#none|1#one|1<{0} of {1}}",
                "{0,choice,1#one|1<{1,choice,0#none|0<some} of {0}}",
                "{0,choice,0#none|1#the licence''s|1<many}",
                "{0,choice,-1#less|0#none}",
                "{0,choice,0.5#less|1#more}",
                "a } b {0}"
            })
    void patternsOfAllKindsSayWhatTheFormatSays(String pattern) {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE)) {
            for (Object first : List.of(0, 1, 2, 2000, -5, 3L)) {
                assertSame(pattern, locale, first, 1, "c");
            }
        }
    }

    @Test
    void numbersAreGroupedAsInBothLanguages() {
        for (long number :
                new long[] {0, 7, -7, 100, 999, -999, 1000, -1000, 12_345, 123_456, 1_234_567, Long.MAX_VALUE}) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                assertThat(MessageTemplate.grouped(number))
                        .isEqualTo(NumberFormat.getIntegerInstance(locale).format(number));
            }
        }
    }

    private static void assertSame(String pattern, Locale locale, Object... arguments) {
        MessageTemplate template = MessageTemplate.of(pattern, locale);
        String expected;
        try {
            expected = new MessageFormat(pattern, locale).format(arguments);
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> template.fill(arguments)).hasMessage(e.getMessage());
            return;
        }
        assertThat(template.fill(arguments))
                .as("%s with %s", pattern, Arrays.toString(arguments))
                .isEqualTo(expected);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(Messages.in(Locale.CHINESE).keys())
                .hasSizeGreaterThan(50)
                .isEqualTo(Messages.in(Locale.ENGLISH).keys());
    }

    @Test
    void nothingFallsBackToTheOtherLanguage() {
        ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.messages", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.messages", Locale.CHINESE);
        for (String key : english.keySet()) {
            assertThat(HAN.matcher(english.getString(key)).find()).as(key).isFalse();
            String text = english.getString(key).replace("Fineprint", "").strip();
            boolean words = text.matches(".*[a-z]{3}.*") && !text.startsWith("fineprint ");
            if (words) {
                assertThat(chinese.getString(key)).as(key).matches("(?s).*\\p{IsHan}.*");
            }
        }
    }

    @Test
    void bothLanguagesFillTheSamePlaces() {
        ResourceBundle english = ResourceBundle.getBundle("dev.fineprint.messages", Locale.ROOT);
        ResourceBundle chinese = ResourceBundle.getBundle("dev.fineprint.messages", Locale.CHINESE);
        for (String key : english.keySet()) {
            for (String text : new String[] {english.getString(key), chinese.getString(key)}) {
                assertThat(LONE_APOSTROPHE.matcher(text).find())
                        .as("lone apostrophe in %s", key)
                        .isFalse();
            }
            int places = new MessageFormat(english.getString(key), Locale.ROOT).getFormatsByArgumentIndex().length;
            assertThat(new MessageFormat(chinese.getString(key), Locale.ROOT).getFormatsByArgumentIndex())
                    .as(key)
                    .hasSize(places);
        }
    }

    @Test
    void theMachinesLanguageChangesNothing() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.CHINA);
            assertThat(Messages.in(Locale.ENGLISH).text("column.kind")).isEqualTo("Clause");
            assertThat(Messages.in(Locale.GERMAN).text("column.kind")).isEqualTo("Clause");
            Locale.setDefault(new Locale("tr", "TR"));
            assertThat(Messages.in(Locale.TRADITIONAL_CHINESE).text("column.kind"))
                    .isEqualTo("条款");
        } finally {
            Locale.setDefault(before);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts that went through a wrong encoding, or stand in the string constants of a program. */
class GarbledTextTest {
    private static final String TEXT =
            "The \u201CModel\u201D isn\u2019t yours \u2013 it is Ren\u00E9\u2019s \u00A9 2024, see \u00A7\u00A02 \u2022 end\u2026";

    /** What a person reads: the normalised text without what it says to pass over. */
    private static String read(String text) {
        String normalized = LicenseText.of("", text).normalized();
        assertThat(normalized).hasSameSizeAs(text);
        assertThat(LicenseText.of("", normalized).normalized()).isEqualTo(normalized);
        return normalized.replace(String.valueOf(LicenseText.IGNORABLE), "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1252", "ISO-8859-1"})
    void readsThroughAWrongEncoding(String charset) {
        String garbled = new String(TEXT.getBytes(StandardCharsets.UTF_8), Charset.forName(charset));
        assertThat(garbled).isNotEqualTo(TEXT);
        assertThat(read(garbled)).contains("\"Model\"", "isn't yours - it is Ren\u00E9's \u00A9 2024", "\u00A7  2");
    }

    @Test
    void readsAClosingQuoteOfWhichTheLastByteIsLost() {
        assertThat(read("the \u00E2\u20AC\u0153Model\u00E2\u20AC\uFFFD and")).isEqualTo("the \"Model\" and");
        assertThat(read("the \u00E2\u20AC\u0153Model\u00E2\u20AC and")).isEqualTo("the \"Model\" and");
        assertThat(read("the Model\u00E2\u20AC")).isEqualTo("the Model\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ch\u00E2teau de l'\u00C2ge, S\u00C3O PAULO, na\u00EFve \u00E2me",
                "\u00E2\u00C3\u00C2",
                "price 5 \u20AC, \u00E2 10",
            })
    void leavesLettersThatAreMeant(String text) {
        assertThat(read(text)).isEqualTo(text);
    }

    @Test
    void readsLinesOfAProgram() {
        assertThat(read("""
                        "You may use it.\\n"
                        "\\n"
                        "You \\"must\\" not sell it.\\n";
                        """))
                .contains("use it. \n\"", "You  \"must \" not sell it. \n\"")
                .doesNotContain("\\");
    }

    @Test
    void readsAStringOfJson() {
        assertThat(read("{\"license\": \"You may use it,\\nbut not\\tsell it.\\r\\nThe end.\"}"))
                .contains("use it, \nbut not  sell it.   \nThe end.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\noindent You may use it.\n\\newline You must not sell it.\n\\name{x}\n",
                "C:\\new\\notes is a folder.\n",
                "Say \\n once.",
            })
    void leavesOtherWritingsWithBackslashes(String text) {
        assertThat(read(text)).contains("\\n");
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LicenseTextTest {
    private static final String ENGLISH =
            "You may not sell the Model.\r\n\r\n\u00A7 2 The \u201CLicensor\u201D \u2013 caf\u00E9 owners.\n";
    private static final String CHINESE =
            "\u672A\u7ECF\u8BB8\u53EF\u65B9\u4E66\u9762\u540C\u610F\uFF0C\u60A8\u4E0D\u5F97\u5C06\u6A21\u578B\u7528\u4E8E\u5546\u4E1A\u7528\u9014\u3002\n"
                    + "\u7B2C\u4E8C\u6761 \u201C\u6A21\u578B\u201D\u662F\u6307 ABC 2.0 \u7684\u6743\u91CD\u3002\n";

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, true",
        "UTF-8, UTF-8, false",
        "UTF-16LE, UTF-16LE, true",
        "UTF-16LE, UTF-16LE, false",
        "UTF-16BE, UTF-16BE, true",
        "UTF-16BE, UTF-16BE, false",
        "UTF-32LE, UTF-32LE, true",
        "windows-1252, windows-1252, false"
    })
    void findsOutTheEncodingOfEnglish(String written, String read, boolean mark) throws Exception {
        assertDecoded(ENGLISH, written, read, mark);
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8, UTF-8, true",
        "UTF-8, UTF-8, false",
        "UTF-16LE, UTF-16LE, true",
        "UTF-16LE, UTF-16LE, false",
        "UTF-16BE, UTF-16BE, false",
        "GB18030, GB18030, false",
        "GBK, GB18030, false",
        "GB2312, GB18030, false"
    })
    void findsOutTheEncodingOfChinese(String written, String read, boolean mark) throws Exception {
        assertDecoded(CHINESE, written, read, mark);
        assertDecoded(CHINESE.repeat(50) + ENGLISH.substring(0, 27), written, read, mark);
    }

    private static void assertDecoded(String text, String written, String read, boolean mark) throws Exception {
        byte[] bytes = (mark ? "\uFEFF" + text : text).getBytes(Charset.forName(written));
        LicenseText decoded = LicenseText.decode("LICENSE", bytes);
        assertThat(decoded.original()).isEqualTo(text);
        assertThat(decoded.charset()).isEqualTo(Charset.forName(read));
        assertThat(decoded.normalized()).hasSameSizeAs(text);
    }

    @Test
    void westernLettersAreNotTakenForChinese() throws Exception {
        String text =
                "Les \u00E9l\u00E8ves \u00AB fran\u00E7ais \u00BB n\u2019ont pas \u00E9t\u00E9 cr\u00E9\u00E9s \u00E0"
                        + " No\u00EBl \u2014 \u201CModel\u201D.";
        assertThat(LicenseText.decode("x", text.getBytes("windows-1252")).original())
                .isEqualTo(text);
        String quotes = "The \u201CLicensor\u201D and the \u201CModel\u201D and \u201Cyou\u201D.";
        assertThat(LicenseText.decode("x", quotes.getBytes("windows-1252")).original())
                .isEqualTo(quotes);
    }

    @Test
    void damagedUtf8IsReadAsUtf8() throws Exception {
        byte[] bytes = CHINESE.repeat(3).getBytes(StandardCharsets.UTF_8);
        byte[] cut = Arrays.copyOf(bytes, bytes.length - 3);
        LicenseText text = LicenseText.decode("LICENSE", cut);
        assertThat(text.charset()).isEqualTo(StandardCharsets.UTF_8);
        assertThat(text.original()).startsWith(CHINESE).endsWith("\uFFFD");
    }

    @Test
    void emptyTextIsAllowed() throws Exception {
        LicenseText text = LicenseText.decode("LICENSE", new byte[0]);
        assertThat(text.original()).isEmpty();
        assertThat(text.normalized()).isEmpty();
        assertThat(text.line(0)).isEqualTo(1);
        assertThat(text.column(0)).isEqualTo(1);
        assertThat(text.sha256()).isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void refusesBinaryWithAdvice() {
        byte[] noise = new byte[5000];
        new Random(7).nextBytes(noise);
        assertThatThrownBy(() -> LicenseText.decode("model.bin", noise))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("model.bin")
                .hasMessageContaining("offset")
                .hasMessageContaining("plain text");
        assertThatThrownBy(() -> LicenseText.decode("x.pdf", "%PDF-1.7\n...".getBytes(StandardCharsets.US_ASCII)))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("PDF");
        assertThatThrownBy(() -> LicenseText.decode("nul", new byte[64])).isInstanceOf(UnreadableTextException.class);
    }

    @Test
    void fewControlCharactersAreNoBinary() throws Exception {
        String text = ENGLISH.repeat(10) + "\u0000" + ENGLISH;
        assertThat(LicenseText.decode("x", text.getBytes(StandardCharsets.UTF_8))
                        .original())
                .isEqualTo(text);
    }

    @Test
    void readsAFileUpToTheLimit(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("LICENSE.txt"), ENGLISH);
        LicenseText text = LicenseText.read(file);
        assertThat(text.name()).isEqualTo("LICENSE.txt");
        assertThat(text.original()).isEqualTo(ENGLISH);
        int size = (int) Files.size(file);
        assertThat(LicenseText.read(file, size).original()).isEqualTo(ENGLISH);
        assertThatThrownBy(() -> LicenseText.read(file, size - 1))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("LICENSE.txt")
                .hasMessageContaining(String.valueOf(size - 1));
        assertThatIllegalArgumentException().isThrownBy(() -> LicenseText.read(file, -1));
        assertThatThrownBy(() -> LicenseText.read(folder.resolve("none"))).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void checksumIsThatOfTheBytes() throws Exception {
        byte[] bytes = CHINESE.getBytes("GB18030");
        assertThat(LicenseText.decode("a", bytes).sha256())
                .isNotEqualTo(LicenseText.of("a", CHINESE).sha256());
        assertThat(LicenseText.of("a", "abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void countsLinesAndColumnsFromOne() {
        LicenseText text = LicenseText.of("x", "ab\nc\r\nd\re\n\nf");
        String positions = "";
        for (int i = 0; i <= text.original().length(); i++) {
            positions += text.line(i) + ":" + text.column(i) + " ";
        }
        assertThat(positions).isEqualTo("1:1 1:2 1:3 2:1 2:2 2:3 3:1 3:2 4:1 4:2 5:1 6:1 6:2 ");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void offsetsOutsideTheTextAreRefused(int offset) {
        LicenseText text = LicenseText.of("x", "abc");
        assertThatThrownBy(() -> text.line(offset)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void itsCharactersAreThoseOfTheNormalizedText() {
        for (String text : new String[] {"", "**You** may\r\nnot \u201Cuse\u201D it.", "\u6A21\u578B\uFF1A<b>x</b>"}) {
            LicenseText read = LicenseText.of("text", text);
            assertThat(new String(read.characters())).isEqualTo(read.normalized());
        }
        assertThat(LicenseText.of("text", "\u201Cuse\u201D").mayBeWide()).isFalse();
        assertThat(LicenseText.of("text", "use \u6A21").mayBeWide()).isTrue();
    }
}

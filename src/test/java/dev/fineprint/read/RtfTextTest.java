// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An RTF document says what its plain text says, with the labels of its lists. */
class RtfTextTest {
    private static final String HEAD =
            "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\froman Times;}{\\f1\\fnil\\fcharset134 SimSun;}}"
                    + "{\\colortbl;\\red0\\green0\\blue0;}{\\stylesheet{\\s0 Normal;}{\\s1\\b heading 1;}{\\s2\\b heading 2;}}"
                    + "{\\info{\\title No text}{\\author Nobody}}{\\*\\generator Test 1.0;}\\viewkind4\n";

    private static String text(String body) throws IOException {
        LicenseText text = Documents.read("LICENSE.rtf", (HEAD + body + "}").getBytes(StandardCharsets.ISO_8859_1));
        assertThat(text.mediaType()).isEqualTo("application/rtf");
        return text.original();
    }

    /** How a word processor writes a specimen: list labels apart, everything beyond ASCII escaped in one way or another. */
    private static byte[] document(Path specimen, boolean unicode) throws IOException {
        StringBuilder rtf = new StringBuilder(HEAD);
        List<String> paragraphs = Specimens.paragraphs(specimen);
        for (int i = 0; i < paragraphs.size(); i++) {
            String words = paragraphs.get(i).strip();
            rtf.append("\\pard").append(i == 0 ? "\\s1\\b" : "\\s0\\b0").append("\\f1\\fs24\\lang2052 ");
            if (words.startsWith("(") || words.startsWith("\uFF08")) {
                rtf.append("{\\listtext\\pard\\plain ")
                        .append(escaped(words.substring(0, 3), unicode))
                        .append("\\tab}\\ilvl0\\ls1 ");
                words = words.substring(3).strip();
            }
            rtf.append(escaped(words, unicode)).append("\\par\r\n");
        }
        return rtf.append("}").toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String escaped(String words, boolean unicode) {
        StringBuilder escaped = new StringBuilder();
        for (char c : words.toCharArray()) {
            if (c == '{' || c == '}' || c == '\\') {
                escaped.append('\\').append(c);
            } else if (c < 0x80) {
                escaped.append(c);
            } else if (unicode) {
                escaped.append("\\u").append((int) (short) c).append('?');
            } else {
                for (byte b : String.valueOf(c).getBytes(Charset.forName("GBK"))) {
                    escaped.append("\\'").append(HexFormat.of().toHexDigits(b));
                }
            }
        }
        return escaped.toString();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aLicenceSaysTheSame(boolean unicode) throws IOException {
        for (Path specimen : List.of(Specimens.ENGLISH, Specimens.CHINESE)) {
            LicenseReport report = Specimens.analyze(Documents.read("LICENSE.rtf", document(specimen, unicode)));
            assertThat(Specimens.found(report)).containsExactlyElementsOf(Specimens.found(specimen));
        }
    }

    @Test
    void labelsHeadingsAndBoldTypeAreKept() throws IOException {
        assertThat(
                        text(
                                "\\pard\\s1\\b Licence\\par\\pard\\s2 {\\listtext 1.\\tab}Use\\par\\pard\\plain{\\listtext\\f2 \\'b7\\tab}one\\par{\\pntext (b)\\tab}\\ilvl1 two\\par\\pard{\\b No sale.} Not at all.\\par"))
                .isEqualTo("# Licence\n\n## 1. Use\n\n\u2022 one\n(b) two\n\n**No sale.** Not at all.");
    }

    @Test
    void whatIsNoTextIsLeftOut() throws IOException {
        assertThat(
                        text(
                                "{\\header Head\\par}{\\footer Page \\chpgn\\par}\\pard Read {\\v hidden }this{\\deleted  not}.{\\*\\unknown gone}"
                                        + "{\\pict\\wmetafile8 0102030405}{\\field{\\*\\fldinst HYPERLINK \"http://x\"}{\\fldrslt  link}}{\\footnote A note.}\\par"))
                .isEqualTo("Read this. link\n\n[1] A note.");
    }

    @Test
    void signsAreWhatTheyShow() throws IOException {
        assertThat(
                        text(
                                "\\pard a\\~b non\\_x soft\\-ly \\ldblquote q\\rdblquote  \\u8212?\\emdash  \\{c\\}\\line next\\tab tab\\par"))
                .isEqualTo("a\u00A0b non\u2011x soft\u00ADly \u201Cq\u201D \u2014\u2014 {c}\nnext tab");
        assertThat(
                        text(
                                "\\trowd\\pard\\intbl Use\\cell no\\cell\\row\\trowd\\pard\\intbl War\\cell yes\\cell\\row\\pard end\\par"))
                .isEqualTo("Use\tno\n\nWar\tyes\n\nend");
    }

    /** Long runs are parted on their way to the parser, which nobody may see. */
    @Test
    void aLongRunOfCharactersWrittenAsCommandsIsReadWhole() throws IOException {
        assertThat(text("{\\b " + "\\u19981?\\{\\'41".repeat(2000) + "}\\par " + "\\b x\\b0 y".repeat(400)))
                .isEqualTo("\u4E0D{A".repeat(2000) + "\n\n" + "xy".repeat(400));
        assertThat(text("{\\*\\unknown " + "\\a".repeat(600) + "\\bin7 {\\a}{{{" + "\\u19981?".repeat(600) + "}Use"))
                .isEqualTo("Use");
        assertThat(text("\\~".repeat(501) + "{" + "\\b0".repeat(500) + "\\*\\unknown gone}Use"))
                .isEqualTo("\u00A0".repeat(501) + "Use");
    }

    @Test
    void aDocumentThatWasCutOffIsRefused() throws IOException {
        byte[] whole = document(Specimens.ENGLISH, true);
        for (int part = 1; part < 10; part++) {
            byte[] cut = java.util.Arrays.copyOf(whole, whole.length * part / 10);
            assertThatThrownBy(() -> Documents.read("cut.rtf", cut))
                    .isInstanceOf(UnreadableTextException.class)
                    .hasMessageStartingWith("cut.rtf: a damaged RTF document");
        }
    }
}

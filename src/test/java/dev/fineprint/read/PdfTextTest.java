// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.read.PdfMaker.Setting;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A PDF file says what the plain text says that it was set from, and on which page. */
class PdfTextTest {
    @ParameterizedTest(name = "columns {0}, lines {1}, interleaved {2}, hyphens {3}")
    @CsvSource({
        "1, 50, false, false, '', ''",
        "1, 20, false, true, 'Heron Works, terms for the Heron model', 'Page #'",
        "1, 11, false, true, 'Terms for the Heron model', '- # -'",
        "1, 17, false, false, 'Heron - page #', '#'",
        "2, 40, false, true, '', 'Page # of 9'",
        "2, 24, false, false, 'Heron Works', '#'",
        "2, 24, true, false, 'Heron Works', '#'",
        "2, 40, true, true, '', ''",
        "3, 30, false, true, '', '#'"
    })
    void anEnglishLicenceSaysTheSame(
            int columns, int lines, boolean interleaved, boolean hyphens, String head, String foot) throws IOException {
        Setting setting = new Setting(columns, lines, interleaved, hyphens, head, foot);
        byte[] pdf = PdfMaker.english()
                .set(Specimens.paragraphs(Specimens.ENGLISH), setting)
                .bytes();
        LicenseText text = Documents.read("LICENSE.pdf", pdf);
        assertThat(text.mediaType()).isEqualTo("application/pdf");
        LicenseReport report = Specimens.analyze(text);
        assertThat(Specimens.found(report)).containsExactlyElementsOf(Specimens.found(Specimens.ENGLISH));
    }

    @ParameterizedTest(name = "columns {0}, lines {1}, interleaved {2}")
    @CsvSource({
        "1, 50, false, '', ''",
        "1, 9, false, '苍鹭模型社区许可 2026 年版', '第 # 页'",
        "2, 16, false, '苍鹭工坊', '第 # 页 共 9 页'",
        "2, 16, true, '', '- # -'"
    })
    void aChineseLicenceSaysTheSame(int columns, int lines, boolean interleaved, String head, String foot)
            throws IOException {
        Setting setting = new Setting(columns, lines, interleaved, false, head, foot);
        byte[] pdf = PdfMaker.chinese()
                .set(Specimens.paragraphs(Specimens.CHINESE), setting)
                .bytes();
        LicenseReport report = Specimens.analyze(Documents.read("许可协议.pdf", pdf));
        assertThat(Specimens.found(report)).containsExactlyElementsOf(Specimens.found(Specimens.CHINESE));
    }

    @Test
    void eachPageIsSaid() throws IOException {
        PdfMaker pdf = PdfMaker.english();
        for (int page = 1; page <= 4; page++) {
            pdf.page().line(60, 700, "Sentence of page " + page + " stands here.");
        }
        LicenseText text = Documents.read("x.pdf", pdf.bytes());
        assertThat(text.pages()).isEqualTo(4);
        for (int page = 1; page <= 4; page++) {
            int start = text.original().indexOf("Sentence of page " + page);
            assertThat(text.page(start)).isEqualTo(page);
            assertThat(text.page(start + 10)).isEqualTo(page);
        }
        assertThat(text.page(text.original().length())).isEqualTo(4);
    }

    @Test
    void aWordBrokenAtThePagesEndIsOneWord() throws IOException {
        byte[] pdf = PdfMaker.english()
                .page()
                .line(60, 120, "The Model and everything that was made from it must never be used for any com-")
                .line(60, 30, "Heron Works 1")
                .page()
                .line(60, 760, "mercial purpose, and nobody may pass it on.")
                .line(60, 30, "Heron Works 2")
                .bytes();
        LicenseReport report = Specimens.analyze(Documents.read("x.pdf", pdf));
        assertThat(report.findings()).anySatisfy(finding -> {
            assertThat(finding.kind()).isEqualTo("commercial.prohibited");
            assertThat(finding.span().page()).isEqualTo(1);
            assertThat(finding.text()).contains("com-\nmercial");
        });
        assertThat(report.text().orElseThrow()).endsWith("Heron Works 2").doesNotContain("Heron Works 1");
    }

    @Test
    void aRunningHeadIsReadOnceAndAPageNumberNever() throws IOException {
        PdfMaker pdf = PdfMaker.english();
        for (int page = 1; page <= 5; page++) {
            pdf.page()
                    .line(60, 800, "No use for gambling | revision 3")
                    .line(60, 400, "Words of the page with the number " + page + " and no more.")
                    .line(300, 20, "Page " + page + " of 5");
        }
        String text = Documents.read("x.pdf", pdf.bytes()).original();
        assertThat(text).startsWith("No use for gambling | revision 3\n\nWords of the page with the number 1");
        assertThat(text).containsOnlyOnce("gambling").doesNotContain("of 5");
        assertThat(text.split("Words of")).hasSize(6);
    }

    @Test
    void wordsAreNeitherGluedNorTorn() throws IOException {
        // Words drawn one by one without blanks, a ligature, letters moved apart, a raised number of a note.
        byte[] pdf = PdfMaker.english()
                .page()
                .raw("BT /F1 11 Tf 60 700 Td [(You)-278(may)-278(not)-278(use)] TJ ET\n")
                .raw("BT /F1 11 Tf 60 680 Td [(t)-20(h)15(e M)-20(o)10(del)] TJ 4 Ts /F1 6 Tf (2) Tj 0 Ts ET\n")
                .raw("BT /F1 11 Tf 60 660 Td (for) Tj 22 0 Td (military) Tj 42 0 Td (purposes.) Tj ET\n")
                .bytes();
        assertThat(Documents.read("x.pdf", pdf).original())
                .isEqualTo("You may not use\nthe Model 2\nfor military purposes.");
    }

    @Test
    void theCellsOfATableAreReadAsTheyAreDrawn() throws IOException {
        PdfMaker pdf = PdfMaker.english().page();
        float y = 760;
        for (int row = 1; row <= 8; row++) {
            pdf.line(60, y, "Use number " + row);
            pdf.line(200, y, "is not allowed to anybody under these terms, whoever")
                    .line(200, y - 14, "it may be, in row " + row);
            y -= 40;
        }
        String text = Documents.read("x.pdf", pdf.bytes()).original();
        for (int row = 1; row <= 8; row++) {
            String squeezed = text.replaceAll("\\s+", " ");
            assertThat(squeezed)
                    .contains("Use number " + row
                            + " is not allowed to anybody under these terms, whoever it may be, in row " + row);
        }
    }

    @Test
    void linesDrawnInAnyOrderAreReadFromTheTop() throws IOException {
        List<Integer> order = Arrays.asList(7, 2, 11, 5, 0, 9, 3, 8, 1, 10, 4, 6);
        PdfMaker pdf = PdfMaker.english().page();
        for (int row : order) {
            pdf.line(60, 760 - 14 * row, "Row " + row + " of this text goes on in the next");
        }
        String text = Documents.read("x.pdf", pdf.bytes()).original();
        assertThat(text.lines().map(line -> line.split(" ")[1]))
                .containsExactly("0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11");
    }

    @Test
    void aPageThatIsAPictureIsSaid() throws IOException {
        byte[] pdf = PdfMaker.english()
                .page()
                .line(60, 700, "You may use the Model.")
                .page()
                .raw("q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n")
                .bytes();
        LicenseText text = Documents.read("x.pdf", pdf);
        assertThat(text.original()).isEqualTo("You may use the Model.\n\n[Page 2: a picture, no text]");
        assertThat(text.page(text.original().length())).isEqualTo(2);
    }

    @Test
    void aFileOfPicturesAloneIsRefused() throws IOException {
        byte[] pdf = PdfMaker.english()
                .page()
                .raw("q 10 0 0 10 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q\n")
                .bytes();
        assertThatThrownBy(() -> Documents.read("scan.pdf", pdf))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageStartingWith("scan.pdf: a PDF file without text");
    }

    @Test
    void aPasswordIsAskedForOnlyWhereOneIsNeeded() throws IOException {
        PdfMaker pdf = PdfMaker.english().page().line(60, 700, "You may use the Model.");
        byte[] secret = pdf.password("heron").bytes();
        assertThatThrownBy(() -> Documents.read("secret.pdf", secret))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("secret.pdf: an encrypted PDF file that asks for a password");
        byte[] open = pdf.password("").bytes();
        assertThat(Documents.read("open.pdf", open).original()).isEqualTo("You may use the Model.");
    }

    @Test
    void aFileThatWasCutOffIsRefused() throws IOException {
        byte[] pdf = PdfMaker.english()
                .set(Specimens.paragraphs(Specimens.ENGLISH), Setting.plain())
                .bytes();
        for (int part = 1; part < 10; part++) {
            byte[] cut = Arrays.copyOf(pdf, pdf.length * part / 10);
            assertThatThrownBy(() -> Documents.read("cut.pdf", cut))
                    .isInstanceOf(UnreadableTextException.class)
                    .hasMessageStartingWith("cut.pdf: a damaged PDF file");
        }
    }

    @Test
    void moreThanTheLimitsIsRefused() throws IOException {
        PdfMaker pdf = PdfMaker.english();
        for (int page = 0; page < 12; page++) {
            pdf.page().line(60, 700, "Words of a page.");
        }
        byte[] bytes = pdf.bytes();
        assertThatThrownBy(() ->
                        Documents.read("x.pdf", bytes, new ReadLimits(1000, 1 << 20, 11), StopSignal.onInterrupt()))
                .hasMessageContaining("x.pdf: has 12 pages, more than the limit of 11");
        assertThatThrownBy(() ->
                        Documents.read("x.pdf", bytes, new ReadLimits(100, 1 << 20, 20), StopSignal.onInterrupt()))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageContaining("more than 100 characters");
        assertThatThrownBy(
                        () -> Documents.read("x.pdf", bytes, new ReadLimits(1000, 100, 20), StopSignal.onInterrupt()))
                .hasMessageContaining("larger than the limit of 100 bytes");
        assertThat(Documents.read("x.pdf", bytes, new ReadLimits(1000, 1 << 20, 12), StopSignal.onInterrupt())
                        .pages())
                .isEqualTo(12);
    }

    @Test
    void spansOfOnePageHaveNone() throws IOException {
        LicenseReport plain = Specimens.ANALYZER.analyze("You may not use the Model for military purposes.");
        assertThat(plain.findings())
                .isNotEmpty()
                .allSatisfy(finding ->
                        assertThat(finding.spans()).extracting(Span::page).containsOnly(0));
    }
}

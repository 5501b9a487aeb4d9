// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.LicenseReport;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFAbstractNum;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFNumbering;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTAbstractNum;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTLvl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STNumberFormat;

/** A Word document says what its plain text says, with the labels that Word shows and the document does not hold. */
class WordTextTest {
    private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static byte[] bytes(XWPFDocument document) throws IOException {
        try (document) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }

    private static String text(XWPFDocument document) throws IOException {
        LicenseText text = Documents.read("LICENSE.docx", bytes(document));
        assertThat(text.mediaType()).endsWith("wordprocessingml.document");
        return text.original();
    }

    /** A list whose levels count by these formats and are written like these texts. */
    private static BigInteger list(XWPFDocument document, int id, Object... formatsAndTexts) {
        CTAbstractNum list = CTAbstractNum.Factory.newInstance();
        list.setAbstractNumId(BigInteger.valueOf(id));
        for (int i = 0; i < formatsAndTexts.length; i += 2) {
            CTLvl level = list.addNewLvl();
            level.setIlvl(BigInteger.valueOf(i / 2));
            level.addNewStart().setVal(BigInteger.ONE);
            level.addNewNumFmt().setVal((STNumberFormat.Enum) formatsAndTexts[i]);
            level.addNewLvlText().setVal((String) formatsAndTexts[i + 1]);
        }
        XWPFNumbering numbering = document.createNumbering();
        return numbering.addNum(numbering.addAbstractNum(new XWPFAbstractNum(list)));
    }

    private static XWPFParagraph paragraph(XWPFDocument document, String words) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.createRun().setText(words);
        return paragraph;
    }

    private static void item(XWPFDocument document, BigInteger list, int level, String words) {
        XWPFParagraph paragraph = paragraph(document, words);
        paragraph.setNumID(list);
        paragraph.setNumILvl(BigInteger.valueOf(level));
    }

    @Test
    void aLicenceSaysTheSame() throws IOException {
        for (Path specimen : List.of(Specimens.ENGLISH, Specimens.CHINESE)) {
            boolean chinese = specimen.equals(Specimens.CHINESE);
            XWPFDocument document = new XWPFDocument();
            BigInteger list = list(
                    document,
                    1,
                    chinese ? STNumberFormat.CHINESE_COUNTING : STNumberFormat.LOWER_LETTER,
                    chinese ? "（%1）" : "(%1)");
            for (String words : Specimens.paragraphs(specimen)) {
                String stripped = words.strip();
                if (stripped.startsWith("(") || stripped.startsWith("\uFF08")) {
                    item(document, list, 0, stripped.substring(3).strip());
                } else {
                    paragraph(document, stripped);
                }
            }
            LicenseText text = Documents.read("LICENSE.docx", bytes(document));
            assertThat(text.original()).contains(chinese ? "（六） 危害" : "(f) to give");
            LicenseReport report = Specimens.analyze(text);
            assertThat(Specimens.found(report)).containsExactlyElementsOf(Specimens.found(specimen));
        }
    }

    @Test
    void labelsAreCountedLevelByLevel() throws IOException {
        XWPFDocument document = new XWPFDocument();
        BigInteger list = list(
                document,
                7,
                STNumberFormat.DECIMAL,
                "%1.",
                STNumberFormat.DECIMAL,
                "%1.%2",
                STNumberFormat.LOWER_LETTER,
                "(%3)",
                STNumberFormat.LOWER_ROMAN,
                "(%4)",
                STNumberFormat.BULLET,
                "\uF0B7");
        int[] levels = {0, 1, 1, 2, 2, 3, 3, 4, 2, 1, 0, 1, 2};
        for (int level : levels) {
            item(document, list, level, "level " + level);
        }
        paragraph(document, "between");
        item(document, list, 0, "goes on");
        assertThat(text(document).lines().map(line -> line.strip().split(" ")[0]))
                .containsExactly(
                        "1.", "1.1", "1.2", "(a)", "(b)", "(i)", "(ii)", "\u2022", "(c)", "1.3", "2.", "2.1", "(a)", "",
                        "between", "", "3.");
    }

    @Test
    void otherListsCountOnTheirOwnAndInTheirWay() throws IOException {
        XWPFDocument document = new XWPFDocument();
        BigInteger article = list(document, 1, STNumberFormat.CHINESE_COUNTING_THOUSAND, "第%1条");
        BigInteger roman = list(document, 2, STNumberFormat.UPPER_ROMAN, "Article %1");
        BigInteger words = list(document, 3, STNumberFormat.CARDINAL_TEXT, "Section %1:");
        BigInteger circled = list(document, 4, STNumberFormat.DECIMAL_ENCLOSED_CIRCLE, "%1");
        for (int i = 1; i <= 21; i++) {
            item(document, article, 0, "条");
        }
        item(document, roman, 0, "r");
        item(document, roman, 0, "r");
        item(document, words, 0, "w");
        item(document, circled, 0, "c");
        assertThat(text(document))
                .startsWith("第一条 条\n第二条 条\n")
                .contains("\n第十条 条\n第十一条 条\n", "\n第二十条 条\n第二十一条 条\n")
                .endsWith("Article I r\nArticle II r\nSection One: w\n\u2460 c");
    }

    /** The parts that Word writes, as text: what no library for writing offers. */
    private static byte[] raw(String body, String styles, String numbering, String notes) throws IOException {
        String types = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/word/document.xml' ContentType='" + types + "document.main+xml'/>"
                            + "<Override PartName='/word/styles.xml' ContentType='" + types + "styles+xml'/>"
                            + "<Override PartName='/word/numbering.xml' ContentType='" + types + "numbering+xml'/>"
                            + "<Override PartName='/word/footnotes.xml' ContentType='" + types
                            + "footnotes+xml'/></Types>");
            String rel = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
            String head = "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>";
            part(
                    zip,
                    "_rels/.rels",
                    head + "<Relationship Id='r1' Type='" + rel
                            + "officeDocument' Target='word/document.xml'/></Relationships>");
            part(
                    zip,
                    "word/_rels/document.xml.rels",
                    head + "<Relationship Id='r1' Type='" + rel + "styles' Target='styles.xml'/>"
                            + "<Relationship Id='r2' Type='" + rel + "numbering' Target='numbering.xml'/>"
                            + "<Relationship Id='r3' Type='" + rel
                            + "footnotes' Target='footnotes.xml'/></Relationships>");
            part(
                    zip,
                    "word/document.xml",
                    "<w:document xmlns:w='" + W + "' xmlns:mc='mc'><w:body>" + body + "</w:body></w:document>");
            part(zip, "word/styles.xml", "<w:styles xmlns:w='" + W + "'>" + styles + "</w:styles>");
            part(zip, "word/numbering.xml", "<w:numbering xmlns:w='" + W + "'>" + numbering + "</w:numbering>");
            part(zip, "word/footnotes.xml", "<w:footnotes xmlns:w='" + W + "'>" + notes + "</w:footnotes>");
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String p(String properties, String words) {
        return "<w:p><w:pPr>" + properties + "</w:pPr><w:r><w:t xml:space='preserve'>" + words + "</w:t></w:r></w:p>";
    }

    private static String readRaw(String body) throws IOException {
        return readRaw(body, "", "");
    }

    private static String readRaw(String body, String styles, String numbering) throws IOException {
        String note = "<w:footnote w:type='separator' w:id='0'><w:p><w:r><w:t>no</w:t></w:r></w:p></w:footnote>"
                + "<w:footnote w:id='1'><w:p><w:r><w:t>The note says more.</w:t></w:r></w:p></w:footnote>";
        return Documents.read("x.docx", raw(body, styles, numbering, note)).original();
    }

    @Test
    void stylesMakeHeadingsAndNumberThem() throws IOException {
        String styles =
                "<w:style w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style>"
                        + "<w:style w:styleId='H2'><w:name w:val='heading 2'/><w:basedOn w:val='H1'/></w:style>"
                        + "<w:style w:styleId='Mine'><w:name w:val='Mine'/><w:basedOn w:val='H2'/></w:style>"
                        + "<w:style w:styleId='Toc'><w:name w:val='toc 1'/></w:style>"
                        + "<w:style w:styleId='Strong'><w:name w:val='Strong'/><w:rPr><w:b/></w:rPr></w:style>";
        String numbering =
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:pStyle w:val='H1'/><w:lvlText w:val='%1.'/></w:lvl>"
                        + "<w:lvl w:ilvl='1'><w:numFmt w:val='decimal'/><w:pStyle w:val='H2'/><w:lvlText w:val='%1.%2'/></w:lvl></w:abstractNum>"
                        + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>";
        assertThat(readRaw(
                        p("<w:pStyle w:val='Toc'/>", "1. Grant 3")
                                + p("<w:pStyle w:val='H1'/>", "Grant")
                                + p("<w:pStyle w:val='H2'/>", "Who")
                                + p("<w:pStyle w:val='H1'/>", "Use")
                                + p("<w:pStyle w:val='H2'/>", "What")
                                + p("<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>", "Annex")
                                + p("<w:pStyle w:val='Strong'/>", "Prohibited uses")
                                + p("", "No war."),
                        styles,
                        numbering))
                .isEqualTo(
                        "# 1. Grant\n\n## 1.1 Who\n\n# 2. Use\n\n## 2.1 What\n\n# Annex\n\n**Prohibited uses**\n\nNo war.\n\n[1] The note says more.");
    }

    @Test
    void listsBeginAnewWhereTheySaySo() throws IOException {
        String numbering =
                "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='3'/><w:numFmt w:val='lowerLetter'/><w:lvlText w:val='(%1)'/></w:lvl></w:abstractNum>"
                        + "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
                        + "<w:num w:numId='2'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>";
        String one = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='1'/></w:numPr>";
        String two = "<w:numPr><w:ilvl w:val='0'/><w:numId w:val='2'/></w:numPr>";
        assertThat(readRaw(p(one, "x") + p(one, "x") + p(two, "y") + p(two, "y") + p(one, "z"), "", numbering))
                .startsWith("(c) x\n(d) x\n(a) y\n(b) y\n(c) z");
    }

    @Test
    void changesAreAcceptedAndWhatIsHiddenIsNotRead() throws IOException {
        assertThat(
                        readRaw(
                                "<w:p><w:r><w:t>You may </w:t></w:r><w:del><w:r><w:delText>always </w:delText></w:r></w:del>"
                                        + "<w:ins><w:r><w:t>never </w:t></w:r></w:ins><w:moveFrom><w:r><w:t>gone </w:t></w:r></w:moveFrom>"
                                        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden </w:t></w:r><w:r><w:rPr><w:strike/></w:rPr><w:t>struck </w:t></w:r>"
                                        + "<w:hyperlink><w:r><w:t>use</w:t></w:r></w:hyperlink><w:r><w:fldChar/><w:instrText>PAGE</w:instrText></w:r>"
                                        + "<w:r><w:noBreakHyphen/><w:t>it</w:t><w:br/><w:t>today</w:t><w:tab/><w:t>or</w:t><w:softHyphen/></w:r>"
                                        + "<w:sdt><w:sdtPr><w:alias w:val='no'/></w:sdtPr><w:sdtContent><w:r><w:t xml:space='preserve'> later</w:t></w:r></w:sdtContent></w:sdt></w:p>"))
                .isEqualTo("You may never use\u2011it\ntoday or\u00AD later\n\n[1] The note says more.");
    }

    @Test
    void tablesAndTextBoxesAreRead() throws IOException {
        XWPFDocument document = new XWPFDocument();
        XWPFTable table = document.createTable(2, 2);
        table.getRow(0).getCell(0).setText("Use");
        table.getRow(0).getCell(1).setText("Allowed");
        table.getRow(1).getCell(0).setText("War");
        table.getRow(1).getCell(1).setText("no");
        table.getRow(1).getCell(1).addParagraph().createRun().setText("never");
        paragraph(document, "After.");
        assertThat(text(document)).isEqualTo("Use\tAllowed\n\nWar\n\nno\n\nnever\n\nAfter.");
        String box = "<w:txbxContent>" + p("", "In the box.") + "</w:txbxContent>";
        assertThat(readRaw("<w:p><w:r><w:t>Around </w:t></w:r><w:r><mc:AlternateContent><mc:Choice>" + box
                        + "</mc:Choice><mc:Fallback>" + box
                        + "</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>the box.</w:t></w:r></w:p>"))
                .startsWith("Around the box.\n\nIn the box.\n\n[1]");
    }

    @Test
    void aDocumentThatWasCutOffIsRefused() throws IOException {
        XWPFDocument document = new XWPFDocument();
        for (String words : Specimens.paragraphs(Specimens.ENGLISH)) {
            paragraph(document, words);
        }
        byte[] whole = bytes(document);
        for (int part = 1; part < 10; part++) {
            byte[] cut = Arrays.copyOf(whole, whole.length * part / 10);
            assertThatThrownBy(() -> Documents.read("cut.docx", cut))
                    .isInstanceOf(UnreadableTextException.class)
                    .hasMessageStartingWith("cut.docx: a ");
        }
    }
}

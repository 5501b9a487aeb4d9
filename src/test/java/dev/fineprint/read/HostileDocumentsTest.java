// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that mean harm, or met with some: each is refused with a reason or read, soon and in little memory. */
@Timeout(60)
class HostileDocumentsTest {
    private static final int MEGABYTE = 1 << 20;

    private static void assertRefused(String name, byte[] bytes, String why) {
        assertThatThrownBy(() -> Documents.read(name, bytes))
                .isInstanceOf(UnreadableTextException.class)
                .hasMessageStartingWith(name + ": ")
                .hasMessageContaining(why);
    }

    @Test
    void aPdfFileThatUnpacksToVeryMuchIsRefused() throws IOException {
        assertRefused("one.pdf", pdf(spaces(80 * MEGABYTE), COSName.FLATE_DECODE), "unpacks to far more");
        COSArray twice = new COSArray(List.of(COSName.FLATE_DECODE, COSName.FLATE_DECODE));
        assertRefused("twice.pdf", pdf(spaces(MEGABYTE), twice), "unpacks to far more");
        assertRefused("lzw.pdf", byHand("/Filter/LZWDecode", "\u00ff\u0001".repeat(MEGABYTE)), "unpacks to far more");
        byte[] open = pdf(spaces(80 * MEGABYTE), COSName.FLATE_DECODE);
        try (PDDocument document = Loader.loadPDF(open)) {
            document.protect(new StandardProtectionPolicy("owner", "", new AccessPermission()));
            assertRefused("ciphered.pdf", saved(document), "unpacks to far more");
        }
        assertThat(Documents.read("fair.pdf", pdf(spaces(2 * MEGABYTE), COSName.FLATE_DECODE))
                        .original())
                .isEqualTo("Fair use");
    }

    private static byte[] spaces(int count) {
        byte[] spaces = new byte[count];
        Arrays.fill(spaces, (byte) ' ');
        byte[] words = "BT /F1 11 Tf 60 700 Td (Fair use) Tj ET".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(words, 0, spaces, 0, words.length);
        return spaces;
    }

    private static byte[] pdf(byte[] content, COSBase filters) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            COSStream stream = document.getDocument().createCOSStream();
            try (OutputStream out = stream.createOutputStream(filters)) {
                out.write(content);
            }
            COSDictionary font = new COSDictionary();
            font.setItem(COSName.TYPE, COSName.FONT);
            font.setItem(COSName.SUBTYPE, COSName.TYPE1);
            font.setItem(COSName.BASE_FONT, COSName.getPDFName("Helvetica"));
            COSDictionary fonts = new COSDictionary();
            fonts.setItem("F1", font);
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.FONT, fonts);
            page.getCOSObject().setItem(COSName.RESOURCES, resources);
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
            document.addPage(page);
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Test
    void formsThatDrawEachOtherAreNotFollowedForEver() throws IOException {
        try (PDDocument document = new PDDocument()) {
            assertRefused("doubling.pdf", forms(document, 30), "draws more than 2000");
        }
        assertRefused("form.pdf", byHand("", "/X Do"), "");
        assertRefused(
                "pages.pdf",
                file(
                        "1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[2 0 R 2 0 R]/Count 2>> endobj\n"),
                "");
    }

    /** A page with a form that draws itself, with a content of any kind. */
    private static byte[] byHand(String filter, String content) {
        return file("1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n"
                + "2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj\n"
                + "3 0 obj <</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Resources<</XObject<</X 4 0 R>>>>/Contents 5 0 R>> endobj\n"
                + "4 0 obj <</Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X 4 0 R>>>>/Length 12>>\nstream\n"
                + "/X Do /X Do \nendstream\nendobj\n"
                + "5 0 obj <<" + filter + "/Length " + content.length() + ">>\nstream\n" + content
                + "\nendstream\nendobj\n");
    }

    private static byte[] file(String objects) {
        String whole = "%PDF-1.4\n" + objects + "trailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF\n";
        return whole.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** A page with a form that draws another one twice, and so on. */
    private static byte[] forms(PDDocument document, int depth) throws IOException {
        List<COSStream> forms = new ArrayList<>();
        for (int i = 0; i <= depth; i++) {
            COSStream form = document.getDocument().createCOSStream();
            form.setItem(COSName.TYPE, COSName.XOBJECT);
            form.setItem(COSName.SUBTYPE, COSName.FORM);
            try (OutputStream out = form.createOutputStream()) {
                out.write("/X Do /X Do ".getBytes(StandardCharsets.US_ASCII));
            }
            forms.add(form);
        }
        for (int i = 0; i < depth; i++) {
            COSDictionary drawn = new COSDictionary();
            drawn.setItem("X", forms.get(i + 1));
            COSDictionary resources = new COSDictionary();
            resources.setItem(COSName.XOBJECT, drawn);
            forms.get(i).setItem(COSName.RESOURCES, resources);
        }
        PDPage page = new PDPage();
        page.getCOSObject().setItem(COSName.CONTENTS, forms.get(0));
        page.getCOSObject().setItem(COSName.RESOURCES, forms.get(0).getDictionaryObject(COSName.RESOURCES));
        document.addPage(page);
        return saved(document);
    }

    @Test
    void tenThousandPagesAreRefusedUnread() throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (int i = 0; i < 10_000; i++) {
                document.addPage(new PDPage());
            }
            assertRefused("long.pdf", saved(document), "has 10000 pages, more than the limit of 2000");
        }
    }

    @Test
    void aWordDocumentThatUnpacksToVeryMuchIsRefused() throws IOException {
        byte[] much = new byte[MEGABYTE];
        Arrays.fill(much, (byte) ' ');
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            for (int i = 0; i < 200; i++) {
                zip.write(much);
            }
        }
        assertThat(out.size()).isLessThan(MEGABYTE);
        assertRefused("bomb.docx", out.toByteArray(), "unpacks to more than");
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(many)) {
            for (int i = 0; i < 20_000; i++) {
                zip.putNextEntry(new ZipEntry("word/" + i));
            }
        }
        assertRefused("many.docx", many.toByteArray(), "more than 10000 parts");
    }

    @Test
    void entitiesAreNotFollowedAndDepthIsBounded() throws IOException {
        String laughs = "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]>";
        assertRefused("laughs.docx", word(laughs + "<document><p><r><t>&b;</t></r></p></document>"), "damaged");
        String file = "<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>";
        assertRefused("file.docx", word(file + "<document><p><r><t>&a;</t></r></p></document>"), "damaged");
        assertRefused("deep.docx", word("<document>" + "<sdt>".repeat(50_000)), "damaged");
        assertThat(Documents.read("fine.docx", word("<document><p><r><t>Fine</t></r></p></document>"))
                        .original())
                .isEqualTo("Fine");
    }

    private static byte[] word(String main) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            part(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'>"
                            + "<Default Extension='rels' ContentType='application/vnd.openxmlformats-package.relationships+xml'/>"
                            + "<Override PartName='/d.xml' ContentType='application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'/></Types>");
            part(
                    zip,
                    "_rels/.rels",
                    "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'><Relationship Id='r1'"
                            + " Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' Target='d.xml'/></Relationships>");
            part(zip, "d.xml", main);
        }
        return out.toByteArray();
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void groupsNestedForEverAreRefused() {
        byte[] deep = ("{\\rtf1 " + "{".repeat(3 * MEGABYTE)).getBytes(StandardCharsets.US_ASCII);
        assertRefused("deep.rtf", deep, "nested more than 500 deep");
        byte[] binary = "{\\rtf1 \\bin2000000000 x}".getBytes(StandardCharsets.US_ASCII);
        assertRefused("binary.rtf", binary, "more bytes than it has");
    }

    @Test
    void pagesNestedForEverAreRead() throws IOException {
        for (String tag : List.of(
                "<div>", "<table><tr><td>", "<ul><li>", "<header>", "<b>", "<nav>", "<a href=x><p>", "<main>")) {
            String html = "<html><body>Start " + tag.repeat(15_000) + "You may not use it.";
            assertThat(Documents.read("deep.html", html.getBytes(StandardCharsets.US_ASCII))
                            .original())
                    .as(tag)
                    .startsWith("Start");
        }
        assertRefused(
                "wide.html", ("<html>" + "<b>".repeat(500_001)).getBytes(StandardCharsets.US_ASCII), "500000 tags");
        String wide = "<html><body>" + "<ol><li>x</ol><table><tr><td>y</table>".repeat(10_000);
        assertThat(Documents.read("wide.html", wide.getBytes(StandardCharsets.US_ASCII))
                        .original())
                .hasLineCount(39_999);
    }

    @Test
    void moreTextThanAllowedIsRefusedWhereverItComesFrom() throws IOException {
        ReadLimits limits = new ReadLimits(2000, MEGABYTE, 10);
        String words = "You may not. ".repeat(300);
        for (byte[] bytes : List.of(
                word("<document><p><r><t>" + words + "</t></r></p></document>"),
                ("{\\rtf1 " + words + "}").getBytes(StandardCharsets.US_ASCII),
                ("<html>" + words).getBytes(StandardCharsets.US_ASCII))) {
            assertThatThrownBy(() -> Documents.read("LICENSE", bytes, limits, StopSignal.onInterrupt()))
                    .isInstanceOf(UnreadableTextException.class)
                    .hasMessageContaining("limit of 2000");
        }
    }

    @Test
    void aSignalStopsTheWork() throws IOException {
        byte[] pdf = PdfMaker.english()
                .set(Specimens.paragraphs(Specimens.ENGLISH), PdfMaker.Setting.plain())
                .bytes();
        for (byte[] bytes : List.of(
                pdf,
                word("<document><p><r><t>Words</t></r></p></document>"),
                "{\\rtf1 Words}".getBytes(StandardCharsets.US_ASCII),
                "<html>Words".getBytes(StandardCharsets.US_ASCII))) {
            StopSignal over = StopSignal.after(Duration.ZERO);
            assertThatThrownBy(() -> Documents.read("LICENSE", bytes, ReadLimits.usual(), over))
                    .isInstanceOf(AnalysisStoppedException.class);
        }
    }

    /** Bytes changed, cut out and repeated at random, the same in every run. */
    @Test
    void damageNeverThrowsAnythingElse() throws IOException {
        List<byte[]> documents = List.of(
                PdfMaker.english()
                        .set(Specimens.paragraphs(Specimens.ENGLISH), PdfMaker.Setting.plain())
                        .bytes(),
                PdfMaker.chinese().page().line(60, 700, "您不得将模型用于军事目的。").bytes(),
                uncompressed(),
                document(),
                "{\\rtf1\\ansi{\\fonttbl{\\f0 Times;}}{\\listtext (a)\\tab}You may \\'b2\\u8212? not {\\b use} it.\\par}"
                        .getBytes(StandardCharsets.US_ASCII),
                "<!doctype html><meta charset=gbk><ol type=a><li>You <table><td>may<p>x &amp; y</ol></main>"
                        .getBytes(StandardCharsets.US_ASCII));
        Random random = new Random(20261122);
        int read = 0;
        int refused = 0;
        for (byte[] whole : documents) {
            for (int i = 0; i < 120; i++) {
                byte[] damaged = damaged(whole, random);
                try {
                    LicenseText text = Documents.read("LICENSE", damaged);
                    assertThat(text.page(text.original().length())).isEqualTo(text.pages());
                    read++;
                } catch (UnreadableTextException e) {
                    assertThat(e.getMessage()).startsWith("LICENSE: ");
                    refused++;
                }
            }
        }
        assertThat(read).isGreaterThan(50);
        assertThat(refused).isGreaterThan(50);
    }

    private static byte[] damaged(byte[] whole, Random random) {
        byte[] damaged = whole.clone();
        int changes = 1 + random.nextInt(8);
        for (int i = 0; i < changes; i++) {
            int at = random.nextInt(damaged.length);
            int length = Math.min(1 + random.nextInt(6), damaged.length - at);
            int from = random.nextInt(damaged.length - length + 1);
            switch (random.nextInt(3)) {
                case 0 -> damaged[at] = (byte) random.nextInt(256);
                case 1 -> System.arraycopy(damaged, from, damaged, at, length);
                default -> damaged[at] = (byte) ('0' + random.nextInt(10));
            }
        }
        return random.nextInt(10) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static byte[] uncompressed() throws IOException {
        try (PDDocument document = Loader.loadPDF(
                PdfMaker.english().page().line(60, 700, "You may not use it.").bytes())) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static byte[] document() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("You may not use it.");
            document.createTable(2, 2).getRow(0).getCell(0).setText("x");
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        }
    }
}

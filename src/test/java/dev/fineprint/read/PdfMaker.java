// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** Writes PDF files for tests, drawing each line where and when it is told to: no font needs to be at hand. */
final class PdfMaker {
    static final float SIZE = 11;
    private static final float LEADING = 14;
    private static final float LEFT = 60;
    private static final float TOP = 760;
    private static final PDType1Font LATIN = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private final boolean chinese;
    private final List<StringBuilder> pages = new ArrayList<>();
    private String password = "";
    private boolean encrypted;

    private PdfMaker(boolean chinese) {
        this.chinese = chinese;
    }

    static PdfMaker english() {
        return new PdfMaker(false);
    }

    /** Names a font that readers of PDF files know without its being there, in an encoding that is Unicode. */
    static PdfMaker chinese() {
        return new PdfMaker(true);
    }

    PdfMaker page() {
        pages.add(new StringBuilder());
        return this;
    }

    /** Draws a line; points from the lower left corner. */
    PdfMaker line(float x, float y, String words) {
        return line(x, y, SIZE, words);
    }

    PdfMaker line(float x, float y, float size, String words) {
        byte[] bytes = words.getBytes(chinese ? StandardCharsets.UTF_16BE : WINDOWS);
        return raw(String.format(
                Locale.ROOT,
                "BT /F1 %.1f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET\n",
                size,
                x,
                y,
                HexFormat.of().formatHex(bytes)));
    }

    PdfMaker raw(String operators) {
        pages.get(pages.size() - 1).append(operators);
        return this;
    }

    PdfMaker password(String toOpen) {
        encrypted = true;
        password = toOpen;
        return this;
    }

    /** How a text is set. */
    record Setting(int columns, int linesOfPage, boolean interleaved, boolean hyphens, String head, String foot) {
        static Setting plain() {
            return new Setting(1, 48, false, false, "", "");
        }
    }

    /**
     * Sets paragraphs in columns, each wrapped to its width, with the running head and foot of the setting ({@code #} is the
     * page's number).
     */
    PdfMaker set(List<String> paragraphs, Setting setting) throws IOException {
        float width = (480f - (setting.columns() - 1) * 24) / setting.columns();
        List<String> lines = new ArrayList<>();
        for (String paragraph : paragraphs) {
            lines.addAll(wrap(paragraph, width, setting.hyphens()));
            lines.add("");
        }
        int perPage = setting.linesOfPage() * setting.columns();
        int number = 0;
        for (int start = 0; start < lines.size(); start += perPage) {
            page();
            number++;
            if (!setting.head().isEmpty()) {
                line(LEFT, 805, setting.head().replace("#", String.valueOf(number)));
            }
            if (!setting.foot().isEmpty()) {
                line(LEFT + 200, 30, setting.foot().replace("#", String.valueOf(number)));
            }
            for (int step = 0; step < perPage; step++) {
                int column = setting.interleaved() ? step % setting.columns() : step / setting.linesOfPage();
                int row = setting.interleaved() ? step / setting.columns() : step % setting.linesOfPage();
                int at = start + column * setting.linesOfPage() + row;
                if (at < lines.size() && !lines.get(at).isEmpty()) {
                    String words = lines.get(at);
                    int indent = words.length() - words.stripLeading().length();
                    line(LEFT + column * (width + 24) + indent * 5, TOP - row * LEADING, words.strip());
                }
            }
        }
        return this;
    }

    private List<String> wrap(String paragraph, float width, boolean hyphens) throws IOException {
        List<String> lines = new ArrayList<>();
        int indent = paragraph.length() - paragraph.stripLeading().length();
        String margin = " ".repeat(indent);
        float room = width - indent * 5;
        StringBuilder line = new StringBuilder();
        for (String word :
                chinese ? paragraph.strip().split("") : paragraph.strip().split("\\s+")) {
            String rest = word;
            if (!line.isEmpty() && width(line + (chinese ? "" : " ") + rest) > room) {
                int cut = hyphens && !rest.contains("-") && !rest.contains("/") && rest.length() >= 8
                        ? rest.length() / 2
                        : 0;
                if (cut > 0 && width(line + " " + rest.substring(0, cut) + "-") <= room) {
                    line.append(' ').append(rest, 0, cut).append('-');
                    rest = rest.substring(cut);
                }
                lines.add(margin + line);
                line.setLength(0);
            }
            line.append(line.isEmpty() || chinese ? "" : " ").append(rest);
        }
        lines.add(margin + line);
        return lines;
    }

    private float width(String words) throws IOException {
        return chinese ? words.length() * SIZE : LATIN.getStringWidth(words) / 1000 * SIZE;
    }

    byte[] bytes() throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            COSDictionary font = chinese ? chineseFont() : LATIN.getCOSObject();
            for (StringBuilder operators : pages) {
                PDPage page = new PDPage(PDRectangle.A4);
                COSDictionary fonts = new COSDictionary();
                fonts.setItem("F1", font);
                COSDictionary resources = new COSDictionary();
                resources.setItem("Font", fonts);
                page.getCOSObject().setItem(COSName.RESOURCES, resources);
                COSStream content = document.getDocument().createCOSStream();
                try (OutputStream to = content.createOutputStream(COSName.FLATE_DECODE)) {
                    to.write(operators.toString().getBytes(StandardCharsets.US_ASCII));
                }
                page.getCOSObject().setItem(COSName.CONTENTS, content);
                document.addPage(page);
            }
            if (encrypted) {
                document.protect(new StandardProtectionPolicy("owner", password, new AccessPermission()));
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static COSDictionary chineseFont() {
        COSDictionary system = new COSDictionary();
        system.setItem("Registry", new COSString("Adobe"));
        system.setItem("Ordering", new COSString("GB1"));
        system.setItem("Supplement", COSInteger.get(4));
        COSDictionary descriptor = new COSDictionary();
        descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
        descriptor.setName("FontName", "STSong-Light");
        descriptor.setInt("Flags", 4);
        COSDictionary glyphs = new COSDictionary();
        glyphs.setItem(COSName.TYPE, COSName.FONT);
        glyphs.setName("Subtype", "CIDFontType0");
        glyphs.setName("BaseFont", "STSong-Light");
        glyphs.setItem("CIDSystemInfo", system);
        glyphs.setItem("FontDescriptor", descriptor);
        glyphs.setInt("DW", 1000);
        COSArray descendants = new COSArray();
        descendants.add(glyphs);
        COSDictionary font = new COSDictionary();
        font.setItem(COSName.TYPE, COSName.FONT);
        font.setName("Subtype", "Type0");
        font.setName("BaseFont", "STSong-Light");
        font.setName("Encoding", "UniGB-UCS2-H");
        font.setItem("DescendantFonts", descendants);
        return font;
    }
}

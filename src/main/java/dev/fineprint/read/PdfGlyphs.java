// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.pdmodel.graphics.form.PDTransparencyGroup;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.pdfbox.util.Matrix;
import org.apache.pdfbox.util.Vector;
import org.jspecify.annotations.Nullable;

/** Gathers the glyphs of each page of a PDF file, in the order in which they are drawn, as pieces of lines. */
final class PdfGlyphs extends PDFTextStripper {
    /** A page or a document that asks for more than any document does. */
    static final class TooMuch extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooMuch(String message) {
            super(message, null, false, false);
        }
    }

    private static final int MOST_GLYPHS_OF_PAGE = 300_000;
    /** Each of them may draw others, which is how a few bytes become endless work. */
    private static final int MOST_DRAWN_ON_PAGE = 2000;

    private static final int MOST_OPERATORS = 20_000_000;
    /** Bytes that all pages draw, unpacked, and the contents of one page that are several streams. */
    private static final long MOST_DRAWN = 256L << 20;

    private static final long MOST_IN_PARTS = 64L << 20;
    /** Characters that a font tells the widths of. */
    private static final long MOST_WIDTHS = 1 << 20;

    /** Gaps wider than so many times the size of the type part two pieces: columns, a label and its text. */
    private static final float PIECE_GAP = 1.3f;

    private static final float HAN_GAP = 0.6f;
    private static final int BOLD_WEIGHT = 600;

    private final ReadLimits limits;
    private final StopSignal stop;
    private final List<PdfPage> pages = new ArrayList<>();
    private PdfPage page = new PdfPage(0, 0);
    private final AskingRead.Budget drawing = new AskingRead.Budget(MOST_DRAWN);
    private final Set<COSDictionary> knownFonts = Collections.newSetFromMap(new IdentityHashMap<>());
    private int operators;
    private int glyphsOfPage;
    private int drawn;
    private int glyphs;
    private int unknown;

    PdfGlyphs(ReadLimits limits, StopSignal stop) {
        this.limits = limits;
        this.stop = stop;
        setShouldSeparateByBeads(false);
    }

    List<PdfPage> pages() {
        return pages;
    }

    /** Whether so many glyphs stand for no known character that the text cannot be trusted. */
    boolean isUnreadable() {
        return unknown > 20 && unknown * 20L > glyphs;
    }

    @Override
    protected void startPage(PDPage started) throws IOException {
        super.startPage(started);
        stop.check();
        var box = started.getCropBox();
        boolean turned = started.getRotation() % 180 != 0;
        page = new PdfPage(turned ? box.getHeight() : box.getWidth(), turned ? box.getWidth() : box.getHeight());
        glyphsOfPage = 0;
        drawn = 0;
        pages.add(page);
        if (pages.size() > limits.pages()) {
            throw new TooMuch("it has more than " + limits.pages() + " pages");
        }
    }

    /** A page whose contents ask whether to stop, and are counted. */
    private final class AskingPage extends PDPage {
        private final PDPage page;

        AskingPage(PDPage page) {
            super(page.getCOSObject());
            this.page = page;
        }

        @Override
        public PDResources getResources() {
            return page.getResources();
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() throws IOException {
            checkParts(page.getCOSObject());
            return new AskingRead(super.getContentsForStreamParsing(), stop, drawing);
        }
    }

    /** Contents in parts are put together in memory. */
    private void checkParts(COSDictionary dictionary) throws IOException {
        long sum = 0;
        IdentityHashMap<COSStream, Long> lengths = new IdentityHashMap<>();
        COSArray parts = dictionary.getCOSArray(COSName.CONTENTS);
        for (int i = 0; parts != null && i < parts.size(); i++) {
            stop.check();
            if (parts.getObject(i) instanceof COSStream part) {
                Long length = lengths.get(part);
                if (length == null) {
                    long unpacked = PdfGuard.length(part.createRawInputStream(), MOST_IN_PARTS, stop);
                    length = Math.max(part.getLength(), unpacked);
                    lengths.put(part, length);
                }
                sum += length;
            }
            if (sum > MOST_IN_PARTS) {
                throw new TooMuch("page " + pages.size() + " draws more than " + MOST_IN_PARTS + " bytes");
            }
        }
    }

    @Override
    public void processPage(PDPage each) throws IOException {
        super.processPage(new AskingPage(each));
    }

    /** The same of what a page draws in turn. */
    private final class AskingForm extends PDFormXObject {
        private final PDFormXObject form;

        AskingForm(PDFormXObject form) {
            super(form.getCOSObject());
            this.form = form;
        }

        @Override
        public PDResources getResources() {
            return form.getResources();
        }

        @Override
        public RandomAccessRead getContentsForStreamParsing() throws IOException {
            return new AskingRead(super.getContentsForStreamParsing(), stop, drawing);
        }
    }

    @Override
    public void showForm(PDFormXObject form) throws IOException {
        super.showForm(new AskingForm(form));
    }

    /** Drawn like any form: what it lets through makes no difference to its words. */
    @Override
    public void showTransparencyGroup(PDTransparencyGroup form) throws IOException {
        showForm(form);
    }

    /** Leaves out the widths of a font that tells them for more characters than there are: PDFBox would note each. */
    private void checkFont(@Nullable COSBase font) {
        if (!(font instanceof COSDictionary dictionary) || !knownFonts.add(dictionary)) {
            return;
        }
        COSArray descendants = dictionary.getCOSArray(COSName.DESCENDANT_FONTS);
        if (descendants != null
                && descendants.size() > 0
                && descendants.getObject(0) instanceof COSDictionary descendant) {
            if (count(descendant.getCOSArray(COSName.W), 1) > MOST_WIDTHS) {
                descendant.removeItem(COSName.W);
            }
            if (count(descendant.getCOSArray(COSName.W2), 3) > MOST_WIDTHS) {
                descendant.removeItem(COSName.W2);
            }
        }
    }

    /** For how many characters widths are told: first and last character with so many numbers, or the first with a list. */
    private static long count(@Nullable COSArray widths, int numbers) {
        long count = 0;
        int i = 0;
        while (widths != null && i + 1 < widths.size()) {
            COSBase next = widths.getObject(i + 1);
            if (next instanceof COSArray list) {
                count += list.size();
                i += 2;
            } else {
                boolean range = widths.getObject(i) instanceof COSNumber && next instanceof COSNumber;
                count += range ? Math.max(0L, (long) widths.getInt(i + 1) - widths.getInt(i)) : 0;
                i += 2 + numbers;
            }
        }
        return count;
    }

    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        if (++operators > MOST_OPERATORS) {
            throw new TooMuch("its pages take more than " + MOST_OPERATORS + " steps to draw");
        }
        stop.checkAt(operators);
        String name = operator.getName();
        if (name.equals("Do") && ++drawn > MOST_DRAWN_ON_PAGE) {
            throw new TooMuch(
                    "page " + pages.size() + " draws more than " + MOST_DRAWN_ON_PAGE + " pictures and forms");
        }
        if (name.equals("BI")
                || name.equals("Do")
                        && !operands.isEmpty()
                        && operands.get(0) instanceof COSName image
                        && getResources() != null
                        && getResources().isImageXObject(image)) {
            page.hasPicture = true;
        }
        if (!operands.isEmpty() && operands.get(0) instanceof COSName resource && getResources() != null) {
            COSDictionary resources = getResources().getCOSObject();
            if (name.equals("Tf")) {
                COSDictionary fonts = resources.getCOSDictionary(COSName.FONT);
                checkFont(fonts == null ? null : fonts.getDictionaryObject(resource));
            } else if (name.equals("gs")) {
                COSDictionary states = resources.getCOSDictionary(COSName.EXT_G_STATE);
                COSDictionary state = states == null ? null : states.getCOSDictionary(resource);
                COSArray font = state == null ? null : state.getCOSArray(COSName.FONT);
                checkFont(font == null || font.size() == 0 ? null : font.getObject(0));
            }
        }
        super.processOperator(operator, operands);
    }

    @Override
    protected void showGlyph(Matrix matrix, PDFont font, int code, Vector displacement) throws IOException {
        if (++glyphs > limits.text()) {
            throw new TooMuch("it has more than " + limits.text() + " characters");
        }
        if (++glyphsOfPage > MOST_GLYPHS_OF_PAGE) {
            throw new TooMuch("page " + pages.size() + " has more than " + MOST_GLYPHS_OF_PAGE + " characters");
        }
        String unicode = font.toUnicode(code);
        if (unicode == null || unicode.indexOf('\uFFFD') >= 0 || unicode.equals("\0")) {
            unknown++;
        }
        super.showGlyph(matrix, font, code, displacement);
    }

    /** Instead of writing the page out, puts its glyphs together to pieces of lines. */
    @Override
    protected void writePage() {
        for (List<TextPosition> article : getCharactersByArticle()) {
            TextPosition last = null;
            PdfPiece piece = null;
            boolean space = false;
            for (TextPosition glyph : article) {
                String unicode = glyph.getUnicode();
                if (unicode == null || unicode.isEmpty()) {
                    continue;
                }
                if (isSpace(unicode)) {
                    space = true;
                    continue;
                }
                if (piece == null || last == null || isApart(last, glyph, piece)) {
                    piece = new PdfPiece(glyph.getDir(), isBold(glyph.getFont()));
                    page.pieces.add(piece);
                } else if (isSpaced(last, glyph, space, unicode)) {
                    piece.text.append(' ');
                }
                piece.add(
                        expanded(unicode),
                        glyph.getXDirAdj(),
                        glyph.getXDirAdj() + glyph.getWidthDirAdj(),
                        glyph.getYDirAdj(),
                        size(glyph));
                last = glyph;
                space = false;
            }
        }
    }

    private static boolean isSpace(String unicode) {
        for (int i = 0; i < unicode.length(); i++) {
            char c = unicode.charAt(i);
            if (!Character.isWhitespace(c) && c != '\u00A0' && c != '\u3000' && c != '\0') {
                return false;
            }
        }
        return true;
    }

    /** Whether a glyph does not go on with the piece: another line, another column, another direction. */
    private static boolean isApart(TextPosition last, TextPosition next, PdfPiece piece) {
        if (last.getDir() != next.getDir()) {
            return true;
        }
        float size = Math.max(size(last), size(next));
        // Notes' numbers and exponents are raised by less than half of the size.
        if (Math.abs(next.getYDirAdj() - piece.y) > size * 0.55f) {
            return true;
        }
        float gap = next.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
        return gap > size * PIECE_GAP || next.getXDirAdj() < last.getXDirAdj() - size * 0.3f;
    }

    private static boolean isSpaced(TextPosition last, TextPosition next, boolean space, String unicode) {
        float size = Math.max(size(last), size(next));
        float gap = next.getXDirAdj() - (last.getXDirAdj() + last.getWidthDirAdj());
        char before = last.getUnicode().charAt(last.getUnicode().length() - 1);
        char after = unicode.charAt(0);
        if (isEast(before) && isEast(after)) {
            return gap > size * HAN_GAP;
        }
        if (space) {
            return true;
        }
        boolean raised = next.getYDirAdj() < last.getYDirAdj() - size * 0.15f && size(next) < size(last) * 0.85f;
        if (raised && Character.isDigit(after) && !Character.isDigit(before)) {
            return true;
        }
        float width = last.getWidthDirAdj() / Math.max(1, last.getUnicode().length());
        float blank = last.getWidthOfSpace() > 0 ? last.getWidthOfSpace() : size * 0.25f;
        return gap > Math.min(blank * 0.5f, Math.max(width, size * 0.4f) * 0.35f);
    }

    private static boolean isEast(char c) {
        return c >= '\u2E80' && c <= '\u9FFF' || c >= '\uF900' && c <= '\uFAFF' || c >= '\uFF00' && c <= '\uFFEF';
    }

    /** The size as it is seen: what fonts call their size is scaled further by the page. */
    private static float size(TextPosition glyph) {
        float size = Math.abs(glyph.getYScale());
        return size > 0 ? size : Math.max(1, glyph.getHeightDir());
    }

    private static boolean isBold(@Nullable PDFont font) {
        if (font == null) {
            return false;
        }
        PDFontDescriptor descriptor = font.getFontDescriptor();
        String name = String.valueOf(font.getName());
        return name.contains("Bold")
                || name.contains("Black")
                || name.contains("Heavy")
                || descriptor != null && descriptor.getFontWeight() >= BOLD_WEIGHT;
    }

    /** Takes ligatures apart: fi, ffl, st. */
    private static String expanded(String unicode) {
        for (int i = 0; i < unicode.length(); i++) {
            char c = unicode.charAt(i);
            if (c >= '\uFB00' && c <= '\uFB06') {
                return Normalizer.normalize(unicode, Normalizer.Form.NFKC);
            }
        }
        return unicode;
    }
}

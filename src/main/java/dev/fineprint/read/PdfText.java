// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSDocument;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.jspecify.annotations.Nullable;

/** Takes the text out of a PDF file, line by line as it is printed, with blank lines between paragraphs. */
final class PdfText {
    private final String name;
    private final int limit;
    private final StringBuilder out = new StringBuilder();
    private final List<Integer> pageStarts = new ArrayList<>();
    /** The left edge that indents are counted from. */
    private final float margin;

    private final float leading;
    /** Whether the columns are so narrow that their lines say nothing about paragraphs: they are joined, then. */
    private final boolean narrow;

    private PdfPage.@Nullable Line last;

    private PdfText(String name, int limit, List<List<PdfPage.Line>> pages) {
        this.name = name;
        this.limit = limit;
        this.margin = PdfMeasures.margin(pages);
        this.leading = PdfMeasures.leading(pages);
        this.narrow = PdfMeasures.isNarrow(pages);
    }

    static Documents.Extract read(String name, byte[] bytes, ReadLimits limits, StopSignal stop)
            throws UnreadableTextException {
        PdfGuard.check(name, bytes, stop);
        List<PdfPage> pages;
        try {
            pages = PdfFonts.with(() -> glyphs(name, bytes, limits, stop));
        } catch (InvalidPasswordException e) {
            throw new UnreadableTextException(
                    name + ": an encrypted PDF file that asks for a password; save it without one");
        } catch (UnreadableTextException e) {
            throw e;
        } catch (PdfGlyphs.TooMuch e) {
            throw new UnreadableTextException(name + ": a PDF file that no licence is: " + e.getMessage());
        } catch (AnalysisStoppedException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // PDFBox meets damage with exceptions of many kinds.
            throw new UnreadableTextException(
                    name + ": a damaged PDF file: it cannot be parsed; get it again, or save it as plain text");
        }
        List<List<PdfPage.Line>> lines = new ArrayList<>();
        for (PdfPage page : pages) {
            stop.check();
            lines.add(page.lines());
        }
        PdfRunningHeads.remove(pages, lines);
        lines.forEach(PdfPage::edges);
        PdfText text = new PdfText(name, limits.text(), lines);
        for (int i = 0; i < pages.size(); i++) {
            text.page(i, pages.get(i), lines.get(i));
        }
        String whole = text.out.toString();
        boolean words = lines.stream().anyMatch(page -> !page.isEmpty());
        return new Documents.Extract(words ? whole : "", text.pageStarts);
    }

    private static List<PdfPage> glyphs(String name, byte[] bytes, ReadLimits limits, StopSignal stop)
            throws IOException {
        AskingRead.Budget endless = new AskingRead.Budget(Long.MAX_VALUE);
        try (PDDocument document = Loader.loadPDF(new AskingRead(new RandomAccessReadBuffer(bytes), stop, endless))) {
            if (document.getNumberOfPages() > limits.pages()) {
                throw new UnreadableTextException(name + ": has " + document.getNumberOfPages()
                        + " pages, more than the limit of " + limits.pages() + "; give the licence alone");
            }
            if (document.isEncrypted()) {
                measure(name, document.getDocument(), stop);
            }
            PdfGlyphs glyphs = new PdfGlyphs(limits, stop);
            glyphs.getText(document);
            if (glyphs.isUnreadable()) {
                throw new UnreadableTextException(
                        name
                                + ": a PDF file whose fonts do not tell which characters they show; give the licence as plain text");
            }
            return glyphs.pages();
        }
    }

    /** Counts what the streams of an encrypted file unpack to, which its bytes did not show. */
    private static void measure(String name, COSDocument document, StopSignal stop) throws IOException {
        for (COSObjectKey key : List.copyOf(document.getXrefTable().keySet())) {
            if (document.getObjectFromPool(key).getObject() instanceof COSStream stream) {
                try (InputStream packed = stream.createRawInputStream()) {
                    PdfGuard.check(name, packed, stop);
                }
            }
        }
    }

    private void page(int index, PdfPage page, List<PdfPage.Line> lines) throws UnreadableTextException {
        if (lines.isEmpty()) {
            if (page.hasPicture) {
                out.append(out.isEmpty() ? "" : "\n\n");
                pageStarts.add(out.length());
                out.append("[Page ").append(index + 1).append(": a picture, no text]");
            } else {
                pageStarts.add(out.length());
            }
            last = null;
            return;
        }
        boolean first = true;
        for (PdfPage.Line line : lines) {
            separate(first, line);
            if (first) {
                pageStarts.add(out.length());
                first = false;
            }
            write(line);
            if (out.length() > limit) {
                throw BlockWriter.tooLong(name, limit);
            }
        }
    }

    private void separate(boolean newPage, PdfPage.Line line) {
        if (out.isEmpty()) {
            last = line;
            return;
        }
        PdfPage.Line before = last;
        last = line;
        if (before == null) {
            out.append("\n\n");
            return;
        }
        PdfPiece one = before.piece;
        PdfPiece next = line.piece;
        boolean otherType = Math.abs(one.size - next.size) > one.size * 0.12f;
        boolean goesOn;
        if (newPage || before.run != line.run) {
            goesOn = !otherType && PdfMeasures.goesOn(one.text, next.text);
        } else {
            float gap = next.y - one.y;
            boolean beside = next.left > one.right || next.right < one.left;
            boolean close = gap <= Math.max(leading * next.size, next.size) * 1.28f;
            goesOn = close && !beside && (!otherType || PdfMeasures.goesOn(one.text, next.text));
        }
        if (!goesOn) {
            out.append("\n\n");
        } else if (narrow && !isBroken(one.text) && !HtmlText.startsWithMarker(next.text.toString())) {
            out.append(PdfMeasures.isHan(one.text.charAt(one.text.length() - 1)) ? "" : " ");
        } else {
            out.append('\n');
        }
    }

    private static boolean isBroken(CharSequence words) {
        char last = words.charAt(words.length() - 1);
        return last == '-' || last == '\u2010' || last == '\u00AD';
    }

    private void write(PdfPage.Line line) {
        boolean starts = out.isEmpty() || out.charAt(out.length() - 1) == '\n';
        out.append(starts ? " ".repeat(PdfMeasures.indent(line, margin)) : "");
        out.append(line.piece.text.toString().strip());
    }
}

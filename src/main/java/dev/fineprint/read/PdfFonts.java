// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.FontBoxFont;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.font.CIDFontMapping;
import org.apache.pdfbox.pdmodel.font.FontMapper;
import org.apache.pdfbox.pdmodel.font.FontMappers;
import org.apache.pdfbox.pdmodel.font.FontMapping;
import org.apache.pdfbox.pdmodel.font.PDCIDSystemInfo;
import org.apache.pdfbox.pdmodel.font.PDFontDescriptor;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for fonts that a PDF file names and does not hold. PDFBox would search the computer for them, which takes
 * seconds and leaves a file in the user's folder, to learn shapes that the text does not depend on; here it gets the font
 * that it brings along. Only for threads that take out text: whoever else uses PDFBox in this process gets what they did before.
 */
final class PdfFonts implements FontMapper {
    private static final String FONT = "/org/apache/pdfbox/resources/ttf/LiberationSans-Regular.ttf";

    private final FontMapper others;
    private final ThreadLocal<Boolean> here = ThreadLocal.withInitial(() -> false);

    private PdfFonts(FontMapper others) {
        this.others = others;
    }

    /** Work that may fail to read. */
    interface Work<T> {
        T run() throws IOException;
    }

    /** Does work with these fonts. */
    static <T> T with(Work<T> work) throws IOException {
        PdfFonts fonts = installed();
        fonts.here.set(true);
        try {
            return work.run();
        } finally {
            fonts.here.remove();
        }
    }

    private static PdfFonts installed() {
        synchronized (PdfFonts.class) {
            if (FontMappers.instance() instanceof PdfFonts installed) {
                return installed;
            }
            PdfFonts fonts = new PdfFonts(FontMappers.instance());
            FontMappers.set(fonts);
            return fonts;
        }
    }

    @Override
    public @Nullable FontMapping<TrueTypeFont> getTrueTypeFont(String baseFont, PDFontDescriptor descriptor) {
        return here.get() ? new FontMapping<>(Fallback.FONT, true) : others.getTrueTypeFont(baseFont, descriptor);
    }

    @Override
    public @Nullable FontMapping<FontBoxFont> getFontBoxFont(String baseFont, PDFontDescriptor descriptor) {
        return here.get() ? new FontMapping<>(Fallback.FONT, true) : others.getFontBoxFont(baseFont, descriptor);
    }

    @Override
    public @Nullable CIDFontMapping getCIDFont(
            String baseFont, PDFontDescriptor descriptor, PDCIDSystemInfo characters) {
        return here.get()
                ? new CIDFontMapping(null, Fallback.FONT, true)
                : others.getCIDFont(baseFont, descriptor, characters);
    }

    /** Loaded when the first font is missing. */
    private static final class Fallback {
        static final TrueTypeFont FONT = load();

        private static TrueTypeFont load() {
            try (InputStream in = FontMappers.class.getResourceAsStream(PdfFonts.FONT)) {
                if (in == null) {
                    throw new IllegalStateException("PDFBox does not bring its font along: " + PdfFonts.FONT);
                }
                return new TTFParser().parse(new RandomAccessReadBuffer(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

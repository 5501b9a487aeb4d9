// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.AnalysisStoppedException;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the text of a document in any {@link DocumentFormat}. Thread-safe. */
public final class Documents {
    private Documents() {}

    /**
     * Reads a file within the {@linkplain ReadLimits#usual() usual limits}.
     *
     * @throws UnreadableTextException if the document is damaged, encrypted, of an unknown format, holds no text or is
     *     larger than a limit, or if the library for its format is not there; the message says which and what to do
     * @throws IOException if the file cannot be read
     */
    public static LicenseText read(Path file) throws IOException {
        return read(file, ReadLimits.usual(), StopSignal.onInterrupt());
    }

    /**
     * Reads a file.
     *
     * @throws UnreadableTextException as {@link #read(Path)} does
     * @throws IOException if the file cannot be read
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText read(Path file, ReadLimits limits, StopSignal stop) throws IOException {
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        try (InputStream in = Files.newInputStream(file)) {
            return read(name, in, limits, stop);
        }
    }

    /**
     * Reads a document from a stream, which is left open.
     *
     * @param name how reports call it, usually a file name; its extension may tell the format
     * @throws UnreadableTextException as {@link #read(Path)} does
     * @throws IOException if the stream cannot be read
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText read(String name, InputStream in, ReadLimits limits, StopSignal stop) throws IOException {
        Objects.requireNonNull(name, "name");
        byte[] head = in.readNBytes(DocumentFormat.HEAD);
        // One byte more than is allowed, so that too large is told from just large enough.
        int limit = limit(DocumentFormat.of(name, head), limits);
        byte[] rest = in.readNBytes(Math.max(0, (limit == Integer.MAX_VALUE ? limit : limit + 1) - head.length));
        byte[] bytes = new byte[head.length + rest.length];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return read(name, bytes, limits, stop);
    }

    /**
     * Reads a document that is at hand as bytes, within the usual limits.
     *
     * @param name how reports call it, usually a file name; its extension may tell the format
     * @throws UnreadableTextException as {@link #read(Path)} does
     */
    public static LicenseText read(String name, byte[] bytes) throws UnreadableTextException {
        return read(name, bytes, ReadLimits.usual(), StopSignal.onInterrupt());
    }

    /**
     * Reads a document that is at hand as bytes.
     *
     * @param name how reports call it, usually a file name; its extension may tell the format
     * @throws UnreadableTextException as {@link #read(Path)} does
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText read(String name, byte[] bytes, ReadLimits limits, StopSignal stop)
            throws UnreadableTextException {
        Objects.requireNonNull(name, "name");
        DocumentFormat format = DocumentFormat.of(name, bytes);
        int limit = limit(format, limits);
        if (bytes.length > limit) {
            throw new UnreadableTextException(name + ": larger than the limit of " + limit
                    + " bytes; give the licence alone, or raise the limit");
        }
        if (isOldWord(bytes)) {
            throw new UnreadableTextException(
                    name + ": a document of an old Office format; save it as DOCX, PDF or plain text");
        }
        if (format == DocumentFormat.TEXT) {
            return LicenseText.decode(name, bytes, limit, stop);
        }
        Extract extract = extract(format, name, bytes, limits, stop);
        if (extract.text().isBlank()) {
            throw new UnreadableTextException(name
                    + (format == DocumentFormat.PDF
                            ? ": a PDF file without text, as a scanner makes them; give one with text, or the text itself"
                            : ": a document without text"));
        }
        return LicenseText.extracted(name, bytes, format.mediaType(), extract.text(), extract.pageStarts(), stop);
    }

    /** A text that was taken out of a document, and where its pages start. */
    record Extract(String text, List<Integer> pageStarts) {
        Extract {
            pageStarts = List.copyOf(pageStarts);
        }
    }

    private static int limit(DocumentFormat format, ReadLimits limits) {
        return format == DocumentFormat.TEXT || format == DocumentFormat.HTML ? limits.text() : limits.document();
    }

    private static Extract extract(DocumentFormat format, String name, byte[] bytes, ReadLimits limits, StopSignal stop)
            throws UnreadableTextException {
        // Each library is touched in a class of its own alone, which is loaded when the first such document comes.
        try {
            return switch (format) {
                case PDF -> PdfText.read(name, bytes, limits, stop);
                case DOCX -> new Extract(WordText.read(name, bytes, limits.text(), stop), List.of());
                case RTF -> new Extract(RtfText.read(name, bytes, limits.text(), stop), List.of());
                case HTML -> new Extract(HtmlText.read(name, bytes, limits.text(), stop), List.of());
                case TEXT -> throw new AssertionError("plain text needs no extraction");
            };
        } catch (NoClassDefFoundError e) {
            throw new UnreadableTextException(name + ": to read " + format.mediaType() + ", add " + library(format)
                    + " to the class path, with what it depends on (missing: " + e.getMessage() + ")");
        } catch (StackOverflowError e) {
            throw new UnreadableTextException(
                    name + ": its structure is nested deeper than can be read; give the licence as plain text");
        } catch (OutOfMemoryError e) {
            // A hostile document unpacks to one large block, which is what could not be had; it is gone with the
            // exception.
            throw new UnreadableTextException(
                    name + ": takes more memory than there is; give the licence as plain text");
        }
    }

    private static String library(DocumentFormat format) {
        return switch (format) {
            case PDF -> "org.apache.pdfbox:pdfbox (3.0 or newer)";
            case DOCX -> "org.apache.poi:poi-ooxml (5.5 or newer)";
            case RTF -> "com.github.joniles:rtfparserkit (1.16 or newer)";
            case HTML, TEXT -> "org.jsoup:jsoup";
        };
    }

    /** The container that Word, Excel and others wrote up to 2003. */
    private static boolean isOldWord(byte[] bytes) {
        return bytes.length >= 4
                && bytes[0] == (byte) 0xD0
                && bytes[1] == (byte) 0xCF
                && bytes[2] == 0x11
                && bytes[3] == (byte) 0xE0;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A decoded licence text, as published and normalised. Immutable.
 *
 * <p>The normalised text has the length of the published one, character for character, so that an offset into one is
 * an offset into the other.
 */
public final class LicenseText {
    /**
     * Stands in {@link #normalized()} for a character that is not to be read: soft hyphens, zero-width characters,
     * and the hyphen and line break inside a word broken at a line's end. Words go on across it.
     */
    public static final char IGNORABLE = '\uFFFF';

    /** The number of bytes that a text may have unless the caller says otherwise: 16 MiB. */
    public static final int DEFAULT_LIMIT = 16 << 20;

    private static final String PLAIN = "text/plain";
    /** So many bytes of the checksum are made before the work is asked to go on. */
    private static final int DIGESTED = 1 << 20;

    private static final int[] NO_PAGES = {};

    private final String name;
    private final String original;
    private final String normalized;
    private final Charset charset;
    private final String sha256;
    /** The normalised text once more: for those who read it character by character, none of whom changes it. */
    private final char[] characters;

    private final Published published;
    private final String mediaType;
    /** Where each page starts, in ascending order; empty for a text without pages. */
    private final int[] pageStarts;

    /** @param document the bytes that the text was read from; null if it is at hand as a string */
    private LicenseText(
            String name,
            String original,
            Charset charset,
            byte @Nullable [] document,
            String mediaType,
            int[] pageStarts,
            StopSignal stop) {
        this.name = name;
        this.original = original;
        this.charset = charset;
        this.mediaType = mediaType;
        this.pageStarts = pageStarts;
        this.characters = original.toCharArray();
        this.published = Published.of(characters, stop);
        stop.check();
        byte[] bytes = document != null ? document : original.getBytes(StandardCharsets.UTF_8);
        this.sha256 = sha256(bytes, stop);
        this.normalized = Normalizer.normalize(original, characters, stop);
        stop.check();
    }

    /**
     * A text that is already decoded.
     *
     * @param name how reports call it, usually a file name
     */
    public static LicenseText of(String name, String text) {
        return of(name, text, StopSignal.onInterrupt());
    }

    /**
     * The same, within a limit of time.
     *
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText of(String name, String text, StopSignal stop) {
        Objects.requireNonNull(name, "name");
        return new LicenseText(name, text, StandardCharsets.UTF_8, null, PLAIN, NO_PAGES, stop);
    }

    /**
     * The text of a document of another kind, such as a PDF file, taken out of it already.
     *
     * @param name how reports call it, usually a file name
     * @param document the document's bytes, for the checksum
     * @param mediaType what the document is, such as {@code application/pdf}
     * @param text the text; every offset points into it
     * @param pageStarts where each page starts in the text, the first at 0; empty for a document without pages
     * @throws IllegalArgumentException if the pages do not start at 0, are not in ascending order or lie outside the text
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText extracted(
            String name, byte[] document, String mediaType, String text, List<Integer> pageStarts, StopSignal stop) {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(mediaType, "mediaType");
        int[] starts = pageStarts.stream().mapToInt(Integer::intValue).toArray();
        for (int i = 0; i < starts.length; i++) {
            boolean right = i == 0 ? starts[0] == 0 : starts[i] >= starts[i - 1] && starts[i] <= text.length();
            if (!right) {
                throw new IllegalArgumentException("Page " + (i + 1) + " of " + name + " cannot start at " + starts[i]);
            }
        }
        return new LicenseText(name, text, StandardCharsets.UTF_8, document, mediaType, starts, stop);
    }

    /**
     * Decodes bytes whose encoding is not known: UTF-8, UTF-16, GB18030 or windows-1252, with or without byte-order
     * mark.
     *
     * @param name how reports call it, usually a file name
     * @throws UnreadableTextException if the bytes are no text, or more than {@link #DEFAULT_LIMIT}
     */
    public static LicenseText decode(String name, byte[] bytes) throws UnreadableTextException {
        return decode(name, bytes, DEFAULT_LIMIT, StopSignal.onInterrupt());
    }

    /**
     * The same, of at most {@code maxBytes} bytes and within a limit of time.
     *
     * @param name how reports call it, usually a file name
     * @throws UnreadableTextException if the bytes are no text, or more than {@code maxBytes}
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText decode(String name, byte[] bytes, int maxBytes, StopSignal stop)
            throws UnreadableTextException {
        Objects.requireNonNull(name, "name");
        checkSize(name, bytes.length, maxBytes);
        Decoder.Decoded decoded = Decoder.decode(name, bytes);
        return new LicenseText(name, decoded.text(), decoded.charset(), bytes, PLAIN, NO_PAGES, stop);
    }

    /**
     * Reads a file of at most {@link #DEFAULT_LIMIT} bytes.
     *
     * @throws UnreadableTextException if the file is no text, or too large
     * @throws IOException if it cannot be read
     */
    public static LicenseText read(Path file) throws IOException {
        return read(file, DEFAULT_LIMIT);
    }

    /**
     * Reads a file of at most {@code maxBytes} bytes.
     *
     * @throws UnreadableTextException if the file is no text, or too large
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if {@code maxBytes} is negative
     */
    public static LicenseText read(Path file, int maxBytes) throws IOException {
        return read(file, maxBytes, StopSignal.onInterrupt());
    }

    /**
     * The same, within a limit of time.
     *
     * @throws UnreadableTextException if the file is no text, or too large
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if {@code maxBytes} is negative
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public static LicenseText read(Path file, int maxBytes, StopSignal stop) throws IOException {
        if (maxBytes < 0) {
            throw new IllegalArgumentException("maxBytes must not be negative: " + maxBytes);
        }
        Path fileName = file.getFileName();
        String name = fileName == null ? file.toString() : fileName.toString();
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(maxBytes == Integer.MAX_VALUE ? maxBytes : maxBytes + 1);
        }
        checkSize(name, bytes.length, maxBytes);
        Decoder.Decoded decoded = Decoder.decode(name, bytes);
        return new LicenseText(name, decoded.text(), decoded.charset(), bytes, PLAIN, NO_PAGES, stop);
    }

    /** How reports call the text, usually its file name. */
    public String name() {
        return name;
    }

    /** What the document is that the text was read from: {@code text/plain} unless it was {@link #extracted}. */
    public String mediaType() {
        return mediaType;
    }

    /** The number of the document's pages; 0 if it has none. */
    public int pages() {
        return pageStarts.length;
    }

    /**
     * The 1-based page of an offset into {@link #original()}; 0 if the document has no pages.
     *
     * @throws IndexOutOfBoundsException if the offset is negative or beyond the text's length
     */
    public int page(int offset) {
        Objects.checkIndex(offset, original.length() + 1);
        // The last of several pages that start here: those before it are empty.
        int page = 0;
        int low = 0;
        int high = pageStarts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (pageStarts[middle] <= offset) {
                page = middle + 1;
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return page;
    }

    /** The text as published, without byte-order mark; or as it was {@link #extracted}. */
    public String original() {
        return original;
    }

    /** The encoding that the bytes were read in; UTF-8 for {@link #of}. */
    public Charset charset() {
        return charset;
    }

    /** The SHA-256 checksum of the bytes, in lower-case hexadecimal; of the UTF-8 bytes for {@link #of}. */
    public String sha256() {
        return sha256;
    }

    /**
     * The text with variants of writing made one, in the same length as {@link #original()}: ASCII quotes, dashes and
     * blanks, half-width forms, simplified Han characters; markup and page numbers blanked; characters that are not to
     * be read replaced with {@link #IGNORABLE}. Letter case is kept.
     */
    public String normalized() {
        return normalized;
    }

    /** The characters of {@link #normalized()}, to be read only. */
    char[] characters() {
        return characters;
    }

    /** Whether a published character may take two columns of a page: false only if none does. */
    boolean mayBeWide() {
        return published.bits >= Lines.FIRST_WIDE;
    }

    /**
     * The 1-based line of an offset into {@link #original()}. Lines end with LF, CR LF, or CR.
     *
     * @throws IndexOutOfBoundsException if the offset is negative or beyond the text's length
     */
    public int line(int offset) {
        Objects.checkIndex(offset, original.length() + 1);
        int found = Arrays.binarySearch(published.lineStarts, offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /**
     * The 1-based column, in UTF-16 code units, of an offset into {@link #original()}.
     *
     * @throws IndexOutOfBoundsException if the offset is negative or beyond the text's length
     */
    public int column(int offset) {
        return offset - published.lineStarts[line(offset) - 1] + 1;
    }

    @Override
    public String toString() {
        return name + " (" + original.length() + " characters, " + charset + ")";
    }

    private static void checkSize(String name, int length, int limit) throws UnreadableTextException {
        if (length > limit) {
            throw new UnreadableTextException(name + ": larger than the limit of " + limit
                    + " bytes; give the licence alone, or raise the limit");
        }
    }

    private static String sha256(byte[] bytes, StopSignal stop) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (int at = 0; at < bytes.length; at += DIGESTED) {
                stop.check();
                digest.update(bytes, at, Math.min(DIGESTED, bytes.length - at));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    /** What is noted of the published characters: where lines start, and the bits that any of them has. */
    private static final class Published {
        private final int[] lineStarts;
        private final int bits;

        private Published(int[] lineStarts, int bits) {
            this.lineStarts = lineStarts;
            this.bits = bits;
        }

        static Published of(char[] c, StopSignal stop) {
            int[] starts = new int[16 + c.length / 64];
            int count = 1;
            int bits = 0;
            for (int i = 0; i < c.length; i++) {
                stop.checkAt(i);
                bits |= c[i];
                if (c[i] > '\r' || c[i] != '\n' && (c[i] != '\r' || i + 1 < c.length && c[i + 1] == '\n')) {
                    continue;
                }
                if (count == starts.length) {
                    starts = Arrays.copyOf(starts, count * 2);
                }
                starts[count++] = i + 1;
            }
            return new Published(Arrays.copyOf(starts, count), bits);
        }
    }
}

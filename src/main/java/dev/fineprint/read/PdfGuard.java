// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Looks through the bytes of a PDF file before any of it is unpacked to memory: whether it is whole, and whether a few
 * packed bytes stand for very many. One pass; what is unpacked is counted and dropped.
 */
final class PdfGuard {
    /** What one stream of the file, and all of them together, may unpack to. */
    private static final long MOST_IN_ONE = 64L << 20;

    private static final long MOST_IN_ALL = 512L << 20;
    /** Of packings that can be a thousand times smaller than what they stand for, and which hardly anything uses. */
    private static final int MOST_OLD = 1 << 18;

    /** So many bytes at the end must hold the mark of the end. */
    private static final int TAIL = 4096;

    private static final Pattern ESCAPED = Pattern.compile("#([0-9A-Fa-f]{2})");
    private static final Pattern FIELDS = Pattern.compile("/W\\s*\\[([^\\]]*)\\]");

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final byte[] bytes;
    private final StopSignal stop;
    private final byte[] buffer = new byte[1 << 16];
    private long left = MOST_IN_ALL;
    /** Where the stream ends that was looked for last, and the dictionary of the next one may start. */
    private int endStream = -1;

    private int lastData;

    private PdfGuard(String name, byte[] bytes, StopSignal stop) {
        this.name = name;
        this.bytes = bytes;
        this.stop = stop;
    }

    static void check(String name, byte[] bytes, StopSignal stop) throws UnreadableTextException {
        new PdfGuard(name, bytes, stop).check();
    }

    /** The same of one stream, which is deciphered but packed. */
    static void check(String name, InputStream packed, StopSignal stop) throws UnreadableTextException {
        if (length(packed, MOST_IN_ONE, stop) > MOST_IN_ONE) {
            throw bomb(name);
        }
    }

    /** The length of a stream, unpacked as far as it can be; of a longer one, some length above the most. */
    static long length(InputStream packed, long most, StopSignal stop) {
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try (InflaterInputStream unpacked = new InflaterInputStream(packed)) {
            for (int read = unpacked.read(buffer); read >= 0 && count <= most; read = unpacked.read(buffer)) {
                stop.check();
                count += read;
            }
            return count;
        } catch (IOException e) {
            // Not packed, or not in this way, or damaged, which its reader will say.
            return count;
        }
    }

    private void check() throws UnreadableTextException {
        // A file that was cut off can often be repaired, but not what is missing: a verdict about half of a licence
        // misleads.
        String tail = ascii(Math.max(0, bytes.length - TAIL), bytes.length);
        if (!tail.contains("startxref") || !tail.contains("%%EOF")) {
            throw new UnreadableTextException(
                    name + ": a damaged PDF file: it ends before its end, so something is missing; get it again");
        }
        int at = 0;
        while (true) {
            stop.check();
            int stream = find(STREAM, at);
            if (stream < 0) {
                return;
            }
            int data = stream + STREAM.length;
            at = data;
            boolean ends =
                    stream >= 3 && bytes[stream - 1] == 'd' && bytes[stream - 2] == 'n' && bytes[stream - 3] == 'e';
            if (ends || data >= bytes.length || bytes[data] != '\r' && bytes[data] != '\n') {
                continue;
            }
            data += bytes[data] == '\r' && data + 1 < bytes.length && bytes[data + 1] == '\n' ? 2 : 1;
            String dictionary = dictionary(stream);
            lastData = data;
            at = Math.max(data, measure(dictionary, data));
        }
    }

    /** Counts what a stream unpacks to; where it ends, as far as that is known. */
    private int measure(String dictionary, int data) throws UnreadableTextException {
        boolean old = dictionary.contains("/LZW") || dictionary.contains("/RunLength") || dictionary.contains("/RL");
        if (old) {
            if (endStream < data) {
                int end = find(END_STREAM, data);
                endStream = end < 0 ? bytes.length : end;
            }
            if (endStream - data > MOST_OLD) {
                throw bomb(name);
            }
        }
        if (dictionary.contains("/XRef") && hasNoFields(dictionary)) {
            throw new UnreadableTextException(
                    name + ": a damaged PDF file: a list of its objects has entries of no bytes; get it again");
        }
        int packings = count(dictionary, "/FlateDecode")
                + count(dictionary, "/LZWDecode")
                + count(dictionary, "/RunLengthDecode");
        if (packings > 1 && !dictionary.contains("/Image")) {
            throw bomb(name);
        }
        if (data + 1 >= bytes.length
                || (bytes[data] & 0x0F) != 8
                || ((bytes[data] & 0xFF) << 8 | bytes[data + 1] & 0xFF) % 31 != 0) {
            return data;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(bytes, data, bytes.length - data);
            long count = 0;
            while (!inflater.finished()) {
                int read = inflater.inflate(buffer);
                if (read == 0) {
                    break;
                }
                stop.check();
                count += read;
                left -= read;
                if (count > MOST_IN_ONE || left < 0) {
                    throw bomb(name);
                }
            }
            return data + (int) inflater.getBytesRead();
        } catch (DataFormatException e) {
            return data;
        } finally {
            inflater.end();
        }
    }

    /** Whether the entries of a list of objects take no bytes, so that a list of any length goes on without an end. */
    private static boolean hasNoFields(String dictionary) {
        Matcher fields = FIELDS.matcher(dictionary);
        while (fields.find()) {
            String widths = fields.group(1);
            if (widths.indexOf('%') >= 0 || widths.chars().noneMatch(c -> c >= '1' && c <= '9')) {
                return true;
            }
        }
        return false;
    }

    private static UnreadableTextException bomb(String name) {
        return new UnreadableTextException(
                name
                        + ": a PDF file that unpacks to far more than a licence needs; give the licence alone, or as plain text");
    }

    /** What stands between the start of the object and its stream, with names written out. */
    private String dictionary(int stream) {
        String before = ascii(lastData, stream);
        String own = before.substring(Math.max(0, before.lastIndexOf(" obj")));
        return own.indexOf('#') < 0
                ? own
                : ESCAPED.matcher(own)
                        .replaceAll(code ->
                                Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(code.group(1), 16))));
    }

    private String ascii(int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private static int count(String text, String part) {
        int count = 0;
        for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) {
            count++;
        }
        return count;
    }

    private int find(byte[] wanted, int from) {
        for (int i = from; i <= bytes.length - wanted.length; i++) {
            int k = 0;
            while (k < wanted.length && bytes[i + k] == wanted[k]) {
                k++;
            }
            if (k == wanted.length) {
                return i;
            }
        }
        return -1;
    }
}

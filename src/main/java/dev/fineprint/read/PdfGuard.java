// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    /** A stream's dictionary is looked for so far before it. */
    private static final int DICTIONARY = 2048;

    private static final byte[] STREAM = "stream".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END_STREAM = "endstream".getBytes(StandardCharsets.US_ASCII);

    private final String name;
    private final byte[] bytes;
    private final StopSignal stop;
    private final byte[] buffer = new byte[1 << 16];
    private long left = MOST_IN_ALL;

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
        byte[] buffer = new byte[1 << 16];
        long count = 0;
        try (InflaterInputStream unpacked = new InflaterInputStream(packed)) {
            for (int read = unpacked.read(buffer); read >= 0; read = unpacked.read(buffer)) {
                stop.check();
                count += read;
                if (count > MOST_IN_ONE) {
                    throw bomb(name);
                }
            }
        } catch (UnreadableTextException e) {
            throw e;
        } catch (IOException e) {
            // Not packed, or not in this way, or damaged, which its reader will say.
            return;
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
            at = Math.max(data, measure(dictionary(stream), data));
        }
    }

    /** Counts what a stream unpacks to; where it ends, as far as that is known. */
    private int measure(String dictionary, int data) throws UnreadableTextException {
        boolean old = dictionary.contains("/LZW") || dictionary.contains("/RunLength") || dictionary.contains("/RL");
        if (old) {
            int end = find(END_STREAM, data);
            if ((end < 0 ? bytes.length : end) - data > MOST_OLD) {
                throw bomb(name);
            }
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

    private static UnreadableTextException bomb(String name) {
        return new UnreadableTextException(
                name
                        + ": a PDF file that unpacks to far more than a licence needs; give the licence alone, or as plain text");
    }

    /** What stands between the start of the object and its stream. */
    private String dictionary(int stream) {
        String before = ascii(Math.max(0, stream - DICTIONARY), stream);
        return before.substring(Math.max(0, before.lastIndexOf(" obj")));
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

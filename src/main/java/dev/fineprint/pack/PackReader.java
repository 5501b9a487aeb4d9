// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link PackWriter} wrote, in the same order: whole rows, as they lie in memory. Not thread-safe.
 *
 * <p>What ends too early, or has a row of another length than it says, is answered by an {@link IllegalStateException}.
 */
public final class PackReader {
    private final String name;
    private final ByteBuffer in;

    private PackReader(String name, byte[] bytes) {
        this.name = name;
        this.in = ByteBuffer.wrap(bytes);
    }

    /**
     * Begins to read a pack.
     *
     * @param name how errors call it
     * @param magic the number that it starts with
     * @throws IllegalStateException if it starts with another one
     */
    public static PackReader of(String name, byte[] bytes, int magic) {
        PackReader reader = new PackReader(name, bytes);
        if (bytes.length < Integer.BYTES || reader.in.getInt() != magic) {
            throw new IllegalStateException(name + " is no pack of this version; build the library anew");
        }
        return reader;
    }

    /**
     * Begins to read the pack in a file beside a class.
     *
     * @throws IllegalStateException if it cannot be read, or starts with another number
     */
    public static PackReader beside(Class<?> type, String name, int magic) {
        try {
            return of(name, bytes(type, name), magic);
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be read; build the library anew", e);
        }
    }

    /**
     * Whether there is a file in the jar of a class, and not in a folder: a jar is of one piece, in a folder of classes
     * those that a pack was made by may be others by now.
     */
    public static boolean isInJar(Class<?> type, String name) {
        URL file = type.getResource(name);
        return file != null && !file.getProtocol().equals("file");
    }

    /**
     * What stands in a file beside a class.
     *
     * @throws FileNotFoundException if there is none
     */
    public static byte[] bytes(Class<?> type, String name) throws IOException {
        try (InputStream in = type.getResourceAsStream(name)) {
            if (in == null) {
                throw new FileNotFoundException(
                        "not on the class path: " + type.getPackageName().replace('.', '/') + "/" + name);
            }
            // A jar tells how much there is, so that it need not be put together out of small pieces.
            byte[] bytes = new byte[in.available()];
            int length = in.readNBytes(bytes, 0, bytes.length);
            byte[] rest = in.readAllBytes();
            if (length == bytes.length && rest.length == 0) {
                return bytes;
            }
            byte[] all = new byte[length + rest.length];
            System.arraycopy(bytes, 0, all, 0, length);
            System.arraycopy(rest, 0, all, length, rest.length);
            return all;
        }
    }

    /** A number. */
    public int number() {
        try {
            return in.getInt();
        } catch (BufferUnderflowException e) {
            throw tooShort(e);
        }
    }

    /** A row of numbers. */
    public int[] ints() {
        int[] row = new int[length(Integer.BYTES)];
        in.asIntBuffer().get(row);
        skip(row.length * Integer.BYTES);
        return row;
    }

    /** A row of long numbers. */
    public long[] longs() {
        long[] row = new long[length(Long.BYTES)];
        in.asLongBuffer().get(row);
        skip(row.length * Long.BYTES);
        return row;
    }

    /** A row of short numbers. */
    public short[] shorts() {
        short[] row = new short[length(Short.BYTES)];
        in.asShortBuffer().get(row);
        skip(row.length * Short.BYTES);
        return row;
    }

    /** A row of characters, or of numbers up to 65,535. */
    public char[] chars() {
        char[] row = new char[length(Character.BYTES)];
        in.asCharBuffer().get(row);
        skip(row.length * Character.BYTES);
        return row;
    }

    /** A row of bytes. */
    public byte[] bytes() {
        byte[] row = new byte[length(1)];
        in.get(row);
        return row;
    }

    /** A row of texts. */
    public String[] texts() {
        char[] ends = chars();
        // characters of one byte need no decoding, and are copied as they are
        String narrow = new String(bytes(), StandardCharsets.ISO_8859_1);
        String wide = String.valueOf(chars());
        String[] texts = new String[ends.length];
        int inNarrow = 0;
        int inWide = 0;
        for (int i = 0; i < texts.length; i++) {
            int length = ends[i] >> 1;
            if ((ends[i] & 1) == 0) {
                texts[i] = narrow.substring(inNarrow, inNarrow += length);
            } else {
                texts[i] = wide.substring(inWide, inWide += length);
            }
        }
        return texts;
    }

    private int length(int size) {
        int length = number();
        if (length < 0 || length > in.remaining() / size) {
            throw tooShort(null);
        }
        return length;
    }

    private void skip(int bytes) {
        in.position(in.position() + bytes);
    }

    private IllegalStateException tooShort(@Nullable Throwable cause) {
        return new IllegalStateException(name + " ends too early; build the library anew", cause);
    }
}

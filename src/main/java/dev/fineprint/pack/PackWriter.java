// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.pack;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes what a {@link PackReader} reads. Runs in the build, and in tests. Not thread-safe. */
public final class PackWriter {
    private static final int LONGEST_TEXT = Character.MAX_VALUE >> 1;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** Begins a pack with the number by which its kind and version are told. */
    public PackWriter(int magic) {
        number(magic);
    }

    /** All that was written. */
    public byte[] toBytes() {
        return out.toByteArray();
    }

    /** A number. */
    public void number(int number) {
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(number).array());
    }

    /** A row of numbers. */
    public void ints(int... row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Integer.BYTES);
        bytes.asIntBuffer().put(row);
        row(row.length, bytes.array());
    }

    /** A row of long numbers. */
    public void longs(long... row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Long.BYTES);
        bytes.asLongBuffer().put(row);
        row(row.length, bytes.array());
    }

    /** A row of short numbers. */
    public void shorts(short... row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Short.BYTES);
        bytes.asShortBuffer().put(row);
        row(row.length, bytes.array());
    }

    /** A row of characters, or of numbers up to 65,535. */
    public void chars(char... row) {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Character.BYTES);
        bytes.asCharBuffer().put(row);
        row(row.length, bytes.array());
    }

    /** A row of bytes. */
    public void bytes(byte... row) {
        row(row.length, row);
    }

    private void row(int length, byte[] bytes) {
        number(length);
        out.writeBytes(bytes);
    }

    /**
     * A row of texts.
     *
     * @throws IllegalArgumentException if one of them has more than 32,767 characters
     */
    public void texts(List<String> texts) {
        char[] ends = new char[texts.size()];
        StringBuilder narrow = new StringBuilder();
        StringBuilder wide = new StringBuilder();
        for (int i = 0; i < ends.length; i++) {
            String text = texts.get(i);
            if (text.length() > LONGEST_TEXT) {
                throw new IllegalArgumentException("too long to be packed: " + text.length() + " characters");
            }
            boolean isWide = text.chars().anyMatch(c -> c > 0xFF);
            (isWide ? wide : narrow).append(text);
            ends[i] = (char) (text.length() << 1 | (isWide ? 1 : 0));
        }
        chars(ends);
        bytes(narrow.toString().getBytes(StandardCharsets.ISO_8859_1));
        chars(wide.toString().toCharArray());
    }
}

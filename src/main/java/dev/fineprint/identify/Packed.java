// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Numbers and rows of numbers in files: single ones in as few bytes as they need, rows as they lie in memory. */
final class Packed {
    private Packed() {}

    static void write(DataOutput out, int[] row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Integer.BYTES);
        bytes.asIntBuffer().put(row);
        out.writeInt(row.length);
        out.write(bytes.array());
    }

    static int[] readInts(DataInput in) throws IOException {
        int[] row = new int[in.readInt()];
        byte[] bytes = new byte[row.length * Integer.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asIntBuffer().get(row);
        return row;
    }

    static void write(DataOutput out, long[] row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Long.BYTES);
        bytes.asLongBuffer().put(row);
        out.writeInt(row.length);
        out.write(bytes.array());
    }

    static long[] readLongs(DataInput in) throws IOException {
        long[] row = new long[in.readInt()];
        byte[] bytes = new byte[row.length * Long.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asLongBuffer().get(row);
        return row;
    }

    static void write(DataOutput out, short[] row) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(row.length * Short.BYTES);
        bytes.asShortBuffer().put(row);
        out.writeInt(row.length);
        out.write(bytes.array());
    }

    static short[] readShorts(DataInput in) throws IOException {
        short[] row = new short[in.readInt()];
        byte[] bytes = new byte[row.length * Short.BYTES];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asShortBuffer().get(row);
        return row;
    }

    static void write(DataOutput out, long number) throws IOException {
        long rest = number;
        while ((rest & ~0x7FL) != 0) {
            out.writeByte((int) (rest & 0x7F | 0x80));
            rest >>>= 7;
        }
        out.writeByte((int) rest);
    }

    static long read(DataInput in) throws IOException {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            byte b = in.readByte();
            number |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return number;
            }
        }
        throw new IOException("number too long");
    }
}

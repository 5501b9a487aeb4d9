// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream of which only so many bytes may be taken. */
final class Budget extends FilterInputStream {
    private long left;

    Budget(InputStream in, long bytes) {
        super(in);
        this.left = bytes;
    }

    /** More was asked for than may be taken. */
    static final class Spent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    @Override
    public int read() throws IOException {
        take(1);
        return super.read();
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        take(count);
        return super.read(into, from, count);
    }

    @Override
    public byte[] readNBytes(int count) throws IOException {
        take(count);
        return in.readNBytes(count);
    }

    byte[] bytes(int count) throws IOException {
        byte[] read = readNBytes(count);
        if (read.length < count) {
            throw new EOFException();
        }
        return read;
    }

    void skipExactly(long count) throws IOException {
        take(count);
        in.skipNBytes(count);
    }

    private void take(long count) throws Spent {
        left -= count;
        if (left < 0) {
            throw new Spent();
        }
    }
}

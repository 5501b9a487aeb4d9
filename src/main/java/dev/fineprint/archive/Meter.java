// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import dev.fineprint.archive.ArchiveException.Reason;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what an archive unpacks to, even where it is only skipped, and stops what is too much. */
final class Meter {
    /** What stands in front of a file: its name and dates, at most a few kilobytes. */
    private static final long LARGEST_HEADER = 1 << 20;

    private final String name;
    private final long packed;
    private final ArchiveLimits limits;
    private long unpacked;
    private long header = Long.MAX_VALUE;

    Meter(String name, long packed, ArchiveLimits limits) {
        this.name = name;
        this.packed = packed;
        this.limits = limits;
    }

    String name() {
        return name;
    }

    /** From now on a header is read, which a reader may have to keep in memory. */
    void headerBegins() {
        header = LARGEST_HEADER;
    }

    void headerEnds() {
        header = Long.MAX_VALUE;
    }

    InputStream measured(InputStream in) {
        return new Measured(in);
    }

    private void count(long bytes) throws ArchiveException {
        unpacked += bytes;
        if (unpacked > limits.harmless() && unpacked / limits.ratio() > packed) {
            throw new ArchiveException(
                    Reason.TOO_DENSE, name + ": unpacks to more than " + limits.ratio() + " times its size", null);
        }
        header -= bytes;
        if (header < 0) {
            throw new ArchiveException(
                    Reason.TOO_LARGE_A_LIST, name + ": says more of a file than any honest archive does", null);
        }
    }

    private final class Measured extends FilterInputStream {
        Measured(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            int read = super.read(into, from, count);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        @Override
        public boolean markSupported() {
            return false;
        }
    }
}

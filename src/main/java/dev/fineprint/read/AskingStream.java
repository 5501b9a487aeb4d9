// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes for a library that does not ask whether to stop: they ask, each time that it reads on. */
final class AskingStream extends FilterInputStream {
    private static final int PIECE = 1 << 14;

    private final StopSignal stop;
    private int step;

    AskingStream(InputStream in, StopSignal stop) {
        super(in);
        this.stop = stop;
    }

    @Override
    public int read() throws IOException {
        stop.checkAt(step++);
        return super.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        stop.check();
        return super.read(into, offset, Math.min(length, PIECE));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.io.IOException;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadView;

/** What PDFBox reads, a file or what its pages draw: it asks whether to stop, and counts what is read of all that share a budget. */
final class AskingRead implements RandomAccessRead {
    /** So many bytes may be read. */
    static final class Budget {
        private long left;

        Budget(long bytes) {
            left = bytes;
        }

        private void take(int bytes) {
            left -= bytes;
            if (left < 0) {
                throw new PdfGlyphs.TooMuch("its pages draw the same again and again");
            }
        }
    }

    private final RandomAccessRead read;
    private final StopSignal stop;
    private final Budget budget;
    private int step;

    AskingRead(RandomAccessRead read, StopSignal stop, Budget budget) {
        this.read = read;
        this.stop = stop;
        this.budget = budget;
    }

    @Override
    public int read() throws IOException {
        stop.checkAt(step++);
        budget.take(1);
        return read.read();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        stop.checkAt(step++);
        int count = read.read(into, offset, length);
        budget.take(Math.max(count, 0));
        return count;
    }

    @Override
    public int peek() throws IOException {
        return read.peek();
    }

    @Override
    public long getPosition() throws IOException {
        return read.getPosition();
    }

    @Override
    public void seek(long position) throws IOException {
        read.seek(position);
    }

    @Override
    public void rewind(int bytes) throws IOException {
        read.rewind(bytes);
    }

    @Override
    public long length() throws IOException {
        return read.length();
    }

    @Override
    public boolean isClosed() {
        return read.isClosed();
    }

    @Override
    public boolean isEOF() throws IOException {
        return read.isEOF();
    }

    @Override
    public RandomAccessReadView createView(long start, long length) throws IOException {
        return new RandomAccessReadView(new AskingRead(read.createView(0, length()), stop, budget), start, length);
    }

    @Override
    public void close() throws IOException {
        read.close();
    }
}

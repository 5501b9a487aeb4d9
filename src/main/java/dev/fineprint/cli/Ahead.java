// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Documents that are written into memory before their turn comes, as many as there is room for. Thread-safe.
 */
final class Ahead {
    private static final int CHUNK = 1 << 14;

    private final AtomicLong room;

    /**
     * @param room how many bytes all of them may have together
     */
    Ahead(long room) {
        this.room = new AtomicLong(room);
    }

    /** With as much room as a run of many texts should take for it. */
    static Ahead usual() {
        return new Ahead(Runtime.getRuntime().maxMemory() / 16);
    }

    /**
     * Writes a document into memory.
     *
     * @return the document; empty if there is no room for it or it cannot be written: it is to be written when its turn
     *     comes, and what is wrong will be told then
     */
    Optional<Written> write(OutputFolder.Content content) {
        Written written = new Written();
        try {
            content.writeTo(written);
            return Optional.of(written);
        } catch (IOException | RuntimeException | Error e) {
            written.close();
            return Optional.empty();
        }
    }

    /** A document in memory; to be closed, which gives its room to others. Belongs to one thread at a time. */
    final class Written extends OutputStream {
        private final List<byte[]> chunks = new ArrayList<>();
        private int inLast = CHUNK;

        private Written() {}

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            int at = from;
            for (int left = count; left > 0; ) {
                if (inLast == CHUNK) {
                    if (room.addAndGet(-CHUNK) < 0) {
                        room.addAndGet(CHUNK);
                        throw new IOException("No room for a document of more than " + chunks.size() * (long) CHUNK);
                    }
                    chunks.add(new byte[CHUNK]);
                    inLast = 0;
                }
                int some = Math.min(left, CHUNK - inLast);
                System.arraycopy(bytes, at, chunks.get(chunks.size() - 1), inLast, some);
                inLast += some;
                at += some;
                left -= some;
            }
        }

        void writeTo(OutputStream out) throws IOException {
            for (int i = 0; i < chunks.size(); i++) {
                out.write(chunks.get(i), 0, i < chunks.size() - 1 ? CHUNK : inLast);
            }
        }

        @Override
        public void close() {
            room.addAndGet((long) CHUNK * chunks.size());
            chunks.clear();
            inLast = CHUNK;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that is one text. */
final class StreamItems implements Items {
    private final String name;
    private final InputStream in;
    private final int limit;
    private boolean done;

    StreamItems(String name, InputStream in, int limit) {
        this.name = name;
        this.in = in;
        this.limit = limit;
    }

    @Override
    public @Nullable Item next() {
        if (done) {
            return null;
        }
        done = true;
        BulkText text = new BulkText(name, List.of(name));
        try {
            return new Item.Text(text, new Content.Bytes(readAtMost(in, limit)));
        } catch (IOException e) {
            return Item.failed(text, e);
        }
    }

    /** The bytes of a stream; one more than the limit where there are more, so that too large is told. */
    static byte[] readAtMost(InputStream in, int limit) throws IOException {
        return in.readNBytes(limit == Integer.MAX_VALUE ? limit : limit + 1);
    }

    @Override
    public void close() {}
}

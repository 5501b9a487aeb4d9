// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.read.DocumentFormat;
import dev.fineprint.read.ReadLimits;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stream that is one text. */
final class StreamItems implements Items {
    /** So many bytes tell the format of a document. */
    private static final int HEAD = 4096;

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
            return new Item.Text(text, new Content.Bytes(readAtMost(name, in, limit)));
        } catch (IOException e) {
            return Item.failed(text, e);
        }
    }

    /**
     * The bytes of a document; one more than its format may have where there are more, so that too large is told.
     *
     * @param limit how many bytes a text may have; documents of other formats may have more, for what else is in them
     */
    static byte[] readAtMost(String name, InputStream in, int limit) throws IOException {
        byte[] head = in.readNBytes(HEAD);
        DocumentFormat format = DocumentFormat.of(name, head);
        boolean text = format == DocumentFormat.TEXT || format == DocumentFormat.HTML;
        int most = text ? limit : ReadLimits.usual().document();
        byte[] rest = in.readNBytes(Math.max(0, Math.min(most, Integer.MAX_VALUE - 9) + 1 - head.length));
        byte[] bytes = Arrays.copyOf(head, head.length + rest.length);
        System.arraycopy(rest, 0, bytes, head.length, rest.length);
        return bytes;
    }

    @Override
    public void close() {}
}

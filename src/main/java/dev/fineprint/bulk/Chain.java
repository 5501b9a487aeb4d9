// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.io.IOException;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/** Several sources, one after another, only one of them open. */
final class Chain implements Items {
    private final Iterator<TextSource> sources;
    private final int limit;
    private final Words words;
    private @Nullable Items open;

    Chain(Iterator<TextSource> sources, int limit, Words words) {
        this.sources = sources;
        this.limit = limit;
        this.words = words;
    }

    @Override
    public @Nullable Item next() {
        while (true) {
            Items current = open;
            if (current == null) {
                if (!sources.hasNext()) {
                    return null;
                }
                current = sources.next().open(limit, words);
                open = current;
            }
            Item item = current.next();
            if (item != null) {
                return item;
            }
            close(current);
            open = null;
        }
    }

    /** A source that was read to its end has nothing to lose. */
    static void close(Items items) {
        try {
            items.close();
        } catch (IOException e) {
            // nothing is written to it
        }
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
        }
    }
}

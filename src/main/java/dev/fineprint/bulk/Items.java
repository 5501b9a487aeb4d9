// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The texts of a source one after another; belongs to one thread. */
interface Items extends AutoCloseable {
    /**
     * Returns the next one, or null at the end. What goes wrong is an item, too: nothing is thrown for what a source
     * holds.
     */
    @Nullable
    Item next();

    @Override
    void close() throws IOException;
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Iterator;

/**
 * The results of one run, in the order of the texts. Belongs to one thread, which reads the sources while it asks for
 * results; the texts are analysed on others. Closing it ends them.
 */
public final class BulkResults implements Iterator<BulkResult>, AutoCloseable {
    private final BulkAnswers<BulkResult> answers;

    BulkResults(BulkAnswers<BulkResult> answers) {
        this.answers = answers;
    }

    /** {@inheritDoc} Reads on in the source. */
    @Override
    public boolean hasNext() {
        return answers.hasNext();
    }

    /**
     * Waits for the next result.
     *
     * @throws UncheckedIOException with an {@link InterruptedIOException} if the thread is interrupted; it stays
     *     interrupted
     */
    @Override
    public BulkResult next() {
        return answers.next();
    }

    /** Ends the threads and closes the source. Texts that are being analysed are given up. */
    @Override
    public void close() throws IOException {
        answers.close();
    }
}

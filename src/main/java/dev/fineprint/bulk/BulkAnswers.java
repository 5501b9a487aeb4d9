// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.BiPredicate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody makes of each result of one run, in the order of the texts. Belongs to one thread, which reads the sources
 * while it asks for answers; the texts are analysed on others, and the answers are made there. Closing it ends them.
 *
 * @param <A> what is made of a result
 */
public final class BulkAnswers<A> implements Iterator<A>, AutoCloseable {
    /** Texts that wait for their turn or for being handed out, for each thread: enough that none idles. */
    private static final int AHEAD = 8;

    private final BulkAnalyzer settings;
    private final @Nullable BiPredicate<String, String> finished;
    private final Function<BulkResult, A> answer;
    private final Items items;
    private final Desk desk;
    private final ExecutorService threads;
    private final ArrayDeque<Waiting<A>> waiting = new ArrayDeque<>();
    private Item.@Nullable Text held;
    private long inFlight;
    private boolean ended;

    BulkAnswers(
            BulkAnalyzer settings,
            TextSource source,
            @Nullable BiPredicate<String, String> finished,
            Function<BulkResult, A> answer) {
        this.settings = settings;
        this.finished = finished;
        this.answer = answer;
        this.items = source.open(settings.analyzer().limit(), new Words());
        this.desk = new Desk(settings);
        this.threads = Executors.newFixedThreadPool(settings.jobs(), task -> {
            Thread thread = new Thread(task, "fineprint-bulk");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** An answer to come, and what it takes until it is handed out. */
    private record Waiting<A>(CompletableFuture<A> answer, long size) {}

    /** {@inheritDoc} Reads on in the source. */
    @Override
    public boolean hasNext() {
        fill();
        return !waiting.isEmpty();
    }

    /**
     * Waits for the next answer.
     *
     * @throws IllegalStateException with what the answer's making threw, if it threw
     * @throws UncheckedIOException with an {@link InterruptedIOException} if the thread is interrupted; it stays
     *     interrupted
     */
    @Override
    public A next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        Waiting<A> first = waiting.remove();
        inFlight -= first.size();
        try {
            return first.answer().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new InterruptedIOException("Interrupted while texts were analysed"));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private void fill() {
        while (waiting.size() < AHEAD * settings.jobs()) {
            Item item = held == null ? pull() : held;
            if (item == null) {
                return;
            }
            if (item instanceof Item.Other other) {
                add(CompletableFuture.completedFuture(other.result()).thenApply(answer), 0);
            } else if (item instanceof Item.Text text) {
                long size = text.content().size();
                if (inFlight > 0 && inFlight + size > settings.inFlight()) {
                    held = text;
                    return;
                }
                held = null;
                submit(text, size);
            }
        }
    }

    private @Nullable Item pull() {
        Item item = ended ? null : items.next();
        ended = item == null;
        if (finished == null || !(item instanceof Item.Text text)) {
            return item;
        }
        try {
            Content content = desk.load(text.text().name(), text.content());
            String sha256 = Desk.sha256(content);
            return finished.test(text.text().name(), sha256)
                    ? new Item.Other(new BulkResult.Finished(text.text(), sha256))
                    : new Item.Text(text.text(), content);
        } catch (IOException e) {
            return Item.failed(text.text(), e);
        }
    }

    private void submit(Item.Text text, long size) {
        CompletableFuture<BulkResult> result = new CompletableFuture<>();
        add(result.thenApply(answer), size); // before there is a result, so that its thread makes the answer
        threads.execute(() -> desk.work(text, result));
    }

    private void add(CompletableFuture<A> coming, long size) {
        waiting.add(new Waiting<>(coming, size));
        inFlight += size;
    }

    /** Ends the threads and closes the source. Texts that are being analysed are given up. */
    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        ended = true;
        items.close();
    }
}

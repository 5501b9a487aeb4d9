// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/**
 * Does the same with each of many things on a few threads, and hands the answers out in the order of the things. Only a
 * handful of answers wait at any time, however many things there are.
 */
final class Ordered<A, B> implements Iterator<B>, AutoCloseable {
    private static final int THREADS = Math.min(2, Runtime.getRuntime().availableProcessors());
    private static final int AHEAD = 4 * THREADS;

    private final Iterator<A> things;
    private final Function<A, B> work;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        Thread thread = new Thread(task, "fineprint");
        thread.setDaemon(true);
        return thread;
    });
    private final ArrayDeque<Future<B>> waiting = new ArrayDeque<>();

    /**
     * @param work must not throw: what goes wrong is part of the answer
     */
    Ordered(Iterable<A> things, Function<A, B> work) {
        this.things = things.iterator();
        this.work = work;
    }

    @Override
    public boolean hasNext() {
        while (waiting.size() < AHEAD && things.hasNext()) {
            A thing = things.next();
            Callable<B> task = () -> work.apply(thing);
            waiting.add(threads.submit(task));
        }
        return !waiting.isEmpty();
    }

    @Override
    public B next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        try {
            return waiting.remove().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}

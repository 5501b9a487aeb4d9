// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with each of several things, on all processors. */
final class InParallel {
    private InParallel() {}

    /** What is done, and may fail. */
    interface Work<A, B> {
        B on(A thing) throws Exception;
    }

    /** What came of it. */
    record Attempt<B>(Optional<B> done, Optional<Throwable> failure) {}

    /** The answers in the order of the things. */
    static <A, B> List<Attempt<B>> each(List<A> things, Work<A, B> work) {
        int processors = Runtime.getRuntime().availableProcessors();
        ExecutorService threads =
                Executors.newFixedThreadPool(Math.max(1, Math.min(processors, things.size())), task -> {
                    Thread thread = new Thread(task, "fineprint-scan");
                    thread.setDaemon(true);
                    return thread;
                });
        try {
            List<Future<B>> waiting = new ArrayList<>();
            for (A thing : things) {
                waiting.add(threads.submit(() -> work.on(thing)));
            }
            List<Attempt<B>> all = new ArrayList<>();
            for (Future<B> one : waiting) {
                all.add(attempt(one));
            }
            return all;
        } finally {
            threads.shutdownNow();
        }
    }

    private static <B> Attempt<B> attempt(Future<B> one) {
        try {
            return new Attempt<>(Optional.of(one.get()), Optional.empty());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Attempt<>(Optional.empty(), Optional.of(e));
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            return new Attempt<>(Optional.empty(), Optional.of(cause == null ? e : cause));
        }
    }
}

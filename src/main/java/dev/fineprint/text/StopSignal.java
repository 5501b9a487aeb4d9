// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.time.Duration;
import java.util.Objects;
import java.util.function.LongSupplier;

/**
 * Tells work on a text to stop: when its time is over, or when the thread that does it is interrupted. Whoever works asks
 * often, by {@link #check()}; the answer costs some ten nanoseconds. Immutable; thread-safe.
 */
public final class StopSignal {
    private static final StopSignal ON_INTERRUPT = new StopSignal(Duration.ZERO, Long.MAX_VALUE, SystemClock.INSTANCE);

    private final Duration allowed;

    /** When the time is over, by the clock; {@link Long#MAX_VALUE} for never. */
    private final long end;

    private final LongSupplier clock;

    private StopSignal(Duration allowed, long end, LongSupplier clock) {
        this.allowed = allowed;
        this.end = end;
        this.clock = clock;
    }

    /** No limit of time: only an interruption of the thread stops the work. */
    public static StopSignal onInterrupt() {
        return ON_INTERRUPT;
    }

    /**
     * So much time from now on.
     *
     * @throws IllegalArgumentException if the time is negative
     */
    public static StopSignal after(Duration allowed) {
        return after(allowed, SystemClock.INSTANCE);
    }

    /** So much time from now on by another clock, which counts nanoseconds. */
    static StopSignal after(Duration allowed, LongSupplier clock) {
        Objects.requireNonNull(allowed, "allowed");
        if (allowed.isNegative()) {
            throw new IllegalArgumentException("An analysis cannot take a negative time: " + allowed);
        }
        // Longer than a century is for ever; nanoseconds would not hold it.
        long most = Duration.ofDays(36_500).toNanos();
        long nanos = allowed.compareTo(Duration.ofNanos(most)) < 0 ? allowed.toNanos() : most;
        return new StopSignal(allowed, clock.getAsLong() + nanos, clock);
    }

    /** Asks at every 65,536th of many small steps: for loops whose steps cost less than the question. */
    public void checkAt(int step) {
        if ((step & 0xFFFF) == 0) {
            check();
        }
    }

    /**
     * Goes on if the work may go on.
     *
     * @throws AnalysisStoppedException if the time is over or the thread is interrupted; it stays interrupted
     */
    public void check() {
        if (Thread.currentThread().isInterrupted()) {
            throw new AnalysisStoppedException("The analysis was stopped: its thread was interrupted");
        }
        if (end != Long.MAX_VALUE && clock.getAsLong() - end >= 0) {
            throw new AnalysisStoppedException("The analysis was stopped: it may take "
                    + allowed.toMillis()
                    + " milliseconds and was not finished by then; allow more time or give a shorter text");
        }
    }

    /** Written out: a method reference would cost every process that starts the machinery of lambdas. */
    private static final class SystemClock implements LongSupplier {
        static final LongSupplier INSTANCE = new SystemClock();

        @Override
        public long getAsLong() {
            return System.nanoTime();
        }
    }
}

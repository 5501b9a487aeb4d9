// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Watches how often an analysis asks whether to stop, and counts in processor time: what other processes do meanwhile
 * does not count. Serves one thread.
 */
public final class StopWatch {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final StackWalker STACK = StackWalker.getInstance();

    private final StopSignal signal;
    private final Map<String, Integer> questions = new TreeMap<>();
    private long last = THREADS.getCurrentThreadCpuTime();
    private long longest;
    private String where = "nowhere";

    /** Stops an analysis when it has taken so much processor time. */
    public StopWatch(Duration allowed) {
        signal = StopSignal.after(allowed, new LongSupplier() {
            @Override
            public long getAsLong() {
                return asked();
            }
        });
    }

    private long asked() {
        long now = THREADS.getCurrentThreadCpuTime();
        String caller = STACK.walk(frames -> frames.filter(
                        frame -> !frame.getClassName().startsWith(StopWatch.class.getName())
                                && !frame.getClassName().equals(StopSignal.class.getName()))
                .map(frame -> frame.getClassName()
                                .substring(frame.getClassName().lastIndexOf('.') + 1) + ":" + frame.getLineNumber())
                .findFirst()
                .orElse(""));
        questions.merge(caller.replaceFirst("[$:].*", ""), 1, Integer::sum);
        if (now - last > longest) {
            longest = now - last;
            where = caller;
        }
        last = THREADS.getCurrentThreadCpuTime();
        return now;
    }

    /** What to give the analysis. */
    public StopSignal signal() {
        return signal;
    }

    /** Notes that the analysis has ended. */
    public void stop() {
        asked();
    }

    /** Nanoseconds of processor time of the longest stretch between two questions. */
    public long longest() {
        return longest;
    }

    /** The class and line of the question at the end of that stretch. */
    public String where() {
        return where;
    }

    /** How often each class asked. */
    public Map<String, Integer> questions() {
        return questions;
    }
}

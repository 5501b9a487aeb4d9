// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.LicenseReport;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The reports of texts that may come again: those used last, as many as fit. A text that is being analysed has its place
 * already, so that a copy waits for the report instead of making another. Thread-safe.
 */
final class Memory {
    /** What a report takes besides its strings, and each finding of it; about twice what was measured. */
    private static final int REPORT = 4_000;

    private static final int FINDING = 1_000;
    /** The text, the findings' parts of it and what identification says, in bytes for each character. */
    private static final int CHARACTER = 6;

    private static final int FAILURE = 1_000;

    private final long most;
    private final Map<String, Place> places = new LinkedHashMap<>(16, 0.75f, true);
    private long used;

    Memory(long most) {
        this.most = most;
    }

    /** The place of a report that is there or in the making. */
    static final class Place {
        private final CompletableFuture<LicenseReport> report = new CompletableFuture<>();
        private long weight;

        CompletableFuture<LicenseReport> report() {
            return report;
        }
    }

    /** Returns the place of a text that is there, or makes one, which is {@code fresh} then. */
    synchronized Place place(String key, Place fresh) {
        Place there = places.putIfAbsent(key, fresh);
        return there == null ? fresh : there;
    }

    /** The report is made. */
    void keep(Place place, LicenseReport report) {
        settle(place, weight(report));
        place.report().complete(report);
    }

    /** There is no report; who asks again is told the same or tries again. */
    void fail(String key, Place place, Throwable problem, boolean again) {
        if (again) {
            forget(key);
        } else {
            settle(place, FAILURE);
        }
        place.report().completeExceptionally(problem);
    }

    private synchronized void forget(String key) {
        places.remove(key);
    }

    /** Those in the making weigh nothing and stay. */
    private synchronized void settle(Place place, long weight) {
        place.weight = weight;
        used += weight;
        Iterator<Map.Entry<String, Place>> oldest = places.entrySet().iterator();
        while (used > most && oldest.hasNext()) {
            Place other = oldest.next().getValue();
            if (other.weight > 0) {
                used -= other.weight;
                oldest.remove();
            }
        }
    }

    private static long weight(LicenseReport report) {
        return REPORT
                + (long) FINDING * report.findings().size()
                + (long) CHARACTER * report.document().length();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import dev.fineprint.LicenseAnalyzer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The analyzers of one virtual machine, each made when it is first wanted and shared by all tasks that want the same. The
 * last few are kept: a session that lives for weeks may have seen many house catalogs. Thread-safe.
 */
final class Analyzers {
    private static final int MOST = 4;

    /** An executor hands out nothing that tasks could share, so they meet here. */
    private static final Analyzers OF_THIS_MACHINE = new Analyzers(MOST);

    private final int most;
    private final AtomicInteger made = new AtomicInteger();
    private final Map<Settings.Parts, Place> places = new LinkedHashMap<>(16, 0.75f, true);

    Analyzers(int most) {
        this.most = most;
    }

    static Analyzers ofThisMachine() {
        return OF_THIS_MACHINE;
    }

    /** The analyzer for these settings; who comes while it is made waits for it. */
    LicenseAnalyzer get(Settings settings) {
        return place(settings.parts()).analyzer(settings);
    }

    /** How many were made so far. */
    int made() {
        return made.get();
    }

    private synchronized Place place(Settings.Parts parts) {
        Place place = places.computeIfAbsent(parts, key -> new Place());
        if (places.size() > most) {
            places.remove(places.keySet().iterator().next());
        }
        return place;
    }

    /** Where one analyzer will be: others are not kept waiting while it is made. */
    private final class Place {
        private @Nullable LicenseAnalyzer analyzer;

        synchronized LicenseAnalyzer analyzer(Settings settings) {
            if (analyzer == null) {
                analyzer = settings.newAnalyzer();
                made.incrementAndGet();
            }
            return analyzer;
        }
    }
}

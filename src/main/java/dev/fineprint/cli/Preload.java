// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.osi.OsiReference;
import dev.fineprint.osi.Precedents;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.entity.EntityReader;
import java.text.BreakIterator;
import java.util.Locale;
import java.util.Set;

/**
 * Makes ready, on two threads of their own, what every analysis needs, while the command's arguments are still being read:
 * the first report is there the sooner. A library must not start threads unasked; the command may.
 */
final class Preload {
    private static final Set<String> ANALYSING = Set.of("analyze", "compare", "decide", "scan");
    private static final String SENTENCE = "This licence ends with the year 2026.";

    private Preload() {}

    private static final class Bundled {
        private static final LicenseAnalyzer ANALYZER = LicenseAnalyzer.create();
    }

    /** The analyzer with the bundled catalog, made once. */
    static LicenseAnalyzer analyzer() {
        try {
            return Bundled.ANALYZER;
        } catch (ExceptionInInitializerError e) {
            if (e.getCause() instanceof RuntimeException reason) {
                throw reason;
            }
            throw e;
        }
    }

    /** Begins, if the command is one that analyses. */
    static void start(String... args) {
        if (args.length > 0 && ANALYSING.contains(args[0])) {
            start(Preload::analyzer);
            start(Preload::readIndex);
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "fineprint-preload");
        thread.setDaemon(true);
        // what is missing or damaged is told by the thread that needs it
        thread.setUncaughtExceptionHandler((failed, problem) -> {});
        thread.start();
    }

    private static void readIndex() {
        LicenseIndex index = LicenseIndex.bundled();
        EntityReader.create().read(SENTENCE, 0, SENTENCE.length());
        LicenseText text = LicenseText.of("", SENTENCE);
        Segmenter.create().segment(text);
        index.identify(text);
        OsiReference.bundled().coverage(text, 0, SENTENCE.length());
        Precedents.bundled();
        // for the report, which is in English unless something else is said: where lines break, what countries are
        // called
        BreakIterator.getLineInstance(Locale.ENGLISH).setText(SENTENCE);
        Locale.UK.getDisplayCountry(Locale.ENGLISH);
    }
}

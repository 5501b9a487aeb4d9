// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.identify.LicenseIndex;
import dev.fineprint.osi.OsiReference;
import dev.fineprint.osi.Precedents;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmenter;
import dev.fineprint.text.entity.EntityReader;

/**
 * Reads on a thread of its own what every analysis needs beside the catalog, while the catalog is read and compiled: the
 * first report is there the sooner. A library must not start threads unasked; the command may.
 */
final class Preload implements Runnable {
    private static final String SENTENCE = "The year 2026.";

    private Preload() {}

    static void start() {
        Thread thread = new Thread(new Preload(), "fineprint-preload");
        thread.setDaemon(true);
        // what is missing or damaged is told by the thread that needs it
        thread.setUncaughtExceptionHandler((failed, problem) -> {});
        thread.start();
    }

    @Override
    public void run() {
        LicenseIndex index = LicenseIndex.bundled();
        OsiReference.bundled();
        EntityReader.create().read(SENTENCE, 0, SENTENCE.length());
        LicenseText text = LicenseText.of("", SENTENCE);
        Segmenter.create().segment(text);
        index.identify(text);
        Precedents.bundled();
    }
}

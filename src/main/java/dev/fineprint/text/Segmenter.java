// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import opennlp.tools.sentdetect.SentenceModel;
import org.jspecify.annotations.Nullable;

/** Cuts a licence text into sections and clauses. Thread-safe; the sentence model is loaded once, when first needed. */
public final class Segmenter {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    private volatile @Nullable SentenceModel model;

    private Segmenter() {}

    /** A segmenter with the bundled sentence model. */
    public static Segmenter create() {
        return new Segmenter();
    }

    /** Cuts a text into sections and clauses. Never throws because of what the text says. */
    public Segmentation segment(LicenseText text) {
        return segment(text, StopSignal.onInterrupt());
    }

    /**
     * Cuts a text into sections and clauses, as long as it may.
     *
     * @throws AnalysisStoppedException if the signal tells to stop
     */
    public Segmentation segment(LicenseText text, StopSignal stop) {
        return Reading.of(text, this::model, stop);
    }

    private SentenceModel model() {
        SentenceModel loaded = model;
        if (loaded == null) {
            synchronized (this) {
                loaded = model;
                if (loaded == null) {
                    loaded = load();
                    model = loaded;
                }
            }
        }
        return loaded;
    }

    private static SentenceModel load() {
        try (InputStream in = Objects.requireNonNull(SentenceModel.class.getResourceAsStream(MODEL), MODEL)) {
            return new SentenceModel(in);
        } catch (IOException e) {
            throw new UncheckedIOException("The sentence model " + MODEL + " on the class path cannot be read", e);
        }
    }
}

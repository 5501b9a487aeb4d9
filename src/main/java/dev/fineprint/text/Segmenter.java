// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import opennlp.tools.dictionary.Dictionary;
import opennlp.tools.sentdetect.SentenceDetectorME;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;

/** Cuts a licence text into sections and clauses. Thread-safe; the sentence model is loaded once, when first needed. */
public final class Segmenter {
    private static final String MODEL = "/opennlp-en-ud-ewt-sentence-1.3-2.5.4.bin";

    private volatile @Nullable SentenceModel model;

    private Segmenter() {}

    public static Segmenter create() {
        return new Segmenter();
    }

    /** Cuts a text into sections and clauses. Never throws because of what the text says. */
    public Segmentation segment(LicenseText text) {
        String s = text.normalized();
        SentenceDetectorME detector = new SentenceDetectorME(model(), (Dictionary) null);
        List<Clause> clauses = new ArrayList<>();
        int leadIn = -1;
        int at = 0;
        while (at < s.length()) {
            int end = at;
            boolean blank = true;
            boolean item = false;
            int start = -1;
            // A block ends at a blank line or before a line that starts with a list marker.
            while (end < s.length()) {
                int eol = s.indexOf('\n', end);
                eol = eol < 0 ? s.length() : eol;
                int first = end;
                while (first < eol && s.charAt(first) == ' ') {
                    first++;
                }
                if (first == eol) {
                    if (!blank) {
                        break;
                    }
                    end = Math.min(s.length(), eol + 1);
                    continue;
                }
                int marker = markerEnd(s, first, eol);
                if (marker > first && !blank) {
                    break;
                }
                if (blank) {
                    item = marker > first;
                    start = marker;
                    blank = false;
                }
                end = Math.min(s.length(), eol + 1);
            }
            if (!blank) {
                boolean rest = false;
                for (Span span : detector.sentPosDetect(s.substring(start, end))) {
                    int from = start + span.getStart();
                    int to = start + span.getEnd();
                    int index = clauses.size();
                    List<Integer> leadIns = item && leadIn >= 0 ? List.of(leadIn) : List.of();
                    Clause.Type type = item ? Clause.Type.ITEM : Clause.Type.SENTENCE;
                    clauses.add(new Clause(
                            index, type, from, to, 0, leadIns, item && rest, item ? 1 : 0, language(s, from, to)));
                    rest = true;
                    if (!item) {
                        leadIn = s.charAt(to - 1) == ':' ? index : -1;
                    }
                }
            }
            at = Math.max(end, at + 1);
        }
        return new Segmentation(List.of(new Section(0, 0, "", "", 0, s.length())), clauses);
    }

    private static int markerEnd(String s, int from, int to) {
        char c = s.charAt(from);
        int i = from;
        if (c == '-' || c == '*' || c == '\u2022' || c == '\u00B7') {
            i++;
        } else {
            boolean open = c == '(';
            i += open ? 1 : 0;
            int letters = i;
            while (i < to && i < letters + 4 && Character.isLetterOrDigit(s.charAt(i))) {
                i++;
            }
            if (i == letters || i == to || !(s.charAt(i) == ')' || !open && s.charAt(i) == '.' && i <= letters + 2)) {
                return from;
            }
            i++;
        }
        if (i >= to || s.charAt(i) != ' ') {
            return from;
        }
        while (i < to && s.charAt(i) == ' ') {
            i++;
        }
        return i == to ? from : i;
    }

    private static Language language(String s, int from, int to) {
        int han = 0;
        int latin = 0;
        for (int i = from; i < to; i++) {
            char c = s.charAt(i);
            if (c >= '\u4E00' && c <= '\u9FFF') {
                han++;
            } else if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z') {
                latin++;
            }
        }
        return han * 3 > latin ? Language.ZH : Language.EN;
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

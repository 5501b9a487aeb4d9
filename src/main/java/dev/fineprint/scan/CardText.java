// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The body of a model card: its sentences and headings. */
final class CardText {
    /** A sentence or a heading, and where it stands. */
    record Line(String text, String lower, int line, boolean heading) {}

    private final String path;
    private final List<Line> lines = new ArrayList<>();
    private final String squeezed;

    private CardText(String path, String squeezed) {
        this.path = path;
        this.squeezed = squeezed;
    }

    static CardText read(String path, LicenseText text, Segmenter segmenter) {
        int body = FrontMatter.end(text.original());
        CardText card = new CardText(path, squeeze(text.normalized().substring(body)));
        Segmentation segmentation = segmenter.segment(text);
        for (Clause clause : segmentation.clauses()) {
            if (clause.start() >= body) {
                String words = text.original().substring(clause.start(), clause.end());
                card.lines.add(new Line(
                        words,
                        text.normalized()
                                .substring(clause.start(), clause.end())
                                .toLowerCase(Locale.ROOT),
                        text.line(clause.start()),
                        clause.type() == Clause.Type.HEADING));
            }
        }
        return card;
    }

    String path() {
        return path;
    }

    List<Line> lines() {
        return lines;
    }

    Quotation quotation(Line line) {
        return new Quotation(path, line.line(), line.text());
    }

    /** Whether the words stand anywhere in the body, whatever their case and blanks. */
    boolean says(String words) {
        return squeezed.contains(squeeze(LicenseText.of("words", words).normalized()));
    }

    /** The first sentence under a heading that names one of the words. */
    Optional<Line> section(List<String> words) {
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.heading() && words.stream().anyMatch(line.lower()::contains)) {
                if (i + 1 < lines.size() && !lines.get(i + 1).heading()) {
                    return Optional.of(lines.get(i + 1));
                }
            }
        }
        return Optional.empty();
    }

    private static String squeeze(String text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                squeezed.append(Character.toLowerCase(c));
            }
        }
        return squeezed.toString();
    }
}

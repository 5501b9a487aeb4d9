// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Segmenter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The body of a model card: its sentences and headings. */
final class CardText {
    /**
     * A sentence or a heading, and where it stands.
     *
     * @param section the headings above it, the outermost first; empty for what stands above all headings, and for headings
     * @param label what stands in front of it on its line as if it were a heading, such as "License:"; mostly empty
     */
    record Line(String text, String lower, int line, boolean heading, String section, String label) {}

    private static final int MOST_LEVELS = 6;
    private static final int LONGEST_LINK = 500;

    private final String path;
    private final List<Line> lines = new ArrayList<>();
    private final String squeezed;
    private Optional<String> title = Optional.empty();

    private CardText(String path, String squeezed) {
        this.path = path;
        this.squeezed = squeezed;
    }

    static CardText read(String path, LicenseText text, Segmenter segmenter) {
        int body = FrontMatter.end(text.original());
        CardText card = new CardText(path, squeeze(text.normalized().substring(body)));
        String original = text.original();
        BitSet comments = comments(original);
        boolean marked = original.substring(body).lines().anyMatch(line -> level(line) > 0);
        Segmentation segmentation = segmenter.segment(text);
        String[] above = new String[MOST_LEVELS + 1];
        Arrays.fill(above, "");
        boolean titled = false;
        String label = "";
        int labelled = 0;
        for (Clause clause : segmentation.clauses()) {
            if (clause.start() < body || comments.get(clause.start())) {
                continue;
            }
            int start = start(original, clause);
            int end = end(original, clause);
            String words = original.substring(start, end);
            String lower = text.normalized().substring(start, end).toLowerCase(Locale.ROOT);
            int line = text.line(clause.start());
            boolean looks = clause.type() == Clause.Type.HEADING;
            int level = looks ? level(lineAt(original, clause.start())) : 0;
            if (looks && marked && level == 0) { // bold words, or a row of a table
                label = words;
                labelled = line;
                card.lines.add(new Line(words, lower, line, false, section(above), ""));
                continue;
            }
            if (looks) {
                int at = Math.max(1, level);
                boolean title = !titled && at == 1;
                titled = true;
                Arrays.fill(above, at, above.length, "");
                above[at] = title ? "" : words;
                card.lines.add(new Line(words, lower, line, true, "", ""));
                if (title) {
                    card.title = Optional.of(words);
                }
                continue;
            }
            card.lines.add(new Line(words, lower, line, false, section(above), labelled == line ? label : ""));
        }
        return card;
    }

    /** A link at the beginning or the end of a sentence belongs to it with its brackets and its address. */
    private static int start(String text, Clause clause) {
        int start = clause.start();
        return start > 0
                        && text.charAt(start - 1) == '['
                        && closing(text, start, ']') >= 0
                        && text.startsWith("](", closing(text, start, ']'))
                ? start - 1
                : start;
    }

    private static int end(String text, Clause clause) {
        if (!text.startsWith("](", clause.end())) {
            return clause.end();
        }
        int close = closing(text, clause.end(), ')');
        return close < 0 ? clause.end() : close + 1;
    }

    /** The bracket that closes not far behind; -1 where there is none. */
    private static int closing(String text, int from, char bracket) {
        int most = Math.min(text.length(), from + LONGEST_LINK);
        for (int i = from; i < most; i++) {
            if (text.charAt(i) == bracket) {
                return i;
            }
        }
        return -1;
    }

    private static BitSet comments(String text) {
        BitSet comments = new BitSet();
        for (int start = text.indexOf("<!--"); start >= 0; ) {
            int end = text.indexOf("-->", start);
            if (end < 0) {
                break; // never closed: no comment
            }
            comments.set(start, end + 3);
            start = text.indexOf("<!--", end);
        }
        return comments;
    }

    private static String section(String[] above) {
        return Arrays.stream(above).filter(words -> !words.isEmpty()).collect(Collectors.joining(" > "));
    }

    private static String lineAt(String text, int offset) {
        int start = text.lastIndexOf('\n', Math.max(0, offset - 1)) + 1;
        int end = text.indexOf('\n', offset);
        return text.substring(start, end < 0 ? text.length() : end);
    }

    /** The level of a heading by its marks; 0 for what is none. */
    private static int level(String line) {
        String words = line.stripLeading();
        int marks = 0;
        while (marks < words.length() && words.charAt(marks) == '#') {
            marks++;
        }
        boolean heading = marks > 0
                && marks <= MOST_LEVELS
                && marks < words.length()
                && Character.isWhitespace(words.charAt(marks));
        if (heading) {
            return marks;
        }
        String lower = words.toLowerCase(Locale.ROOT);
        return lower.length() > 3 && lower.startsWith("<h") && lower.charAt(2) >= '1' && lower.charAt(2) <= '6'
                ? lower.charAt(2) - '0'
                : 0;
    }

    String path() {
        return path;
    }

    List<Line> lines() {
        return lines;
    }

    Quotation quotation(Line line) {
        return new Quotation(path, line.line(), 0, line.section(), line.text());
    }

    /** Whether the words stand anywhere in the body, whatever their case and blanks. */
    boolean says(String words) {
        return squeezed.contains(squeeze(LicenseText.of("words", words).normalized()));
    }

    /** The first sentence under a heading that names one of the words. */
    Optional<Line> section(List<String> words) {
        return lines.stream()
                .filter(line -> !line.heading())
                .filter(line -> {
                    String section = line.section().toLowerCase(Locale.ROOT);
                    return words.stream().anyMatch(section::contains);
                })
                .findFirst();
    }

    /** The name at the head of the card, without what stands before the name in many cards. */
    Optional<String> title() {
        return title.or(() ->
                        lines.stream().filter(Line::heading).map(Line::text).findFirst())
                .map(words -> words.replaceFirst("^[^\\p{L}\\p{N}]+", "")
                        .replaceFirst("(?i)^(model card( for| of)?|model information|introducing)[:\\s]+", "")
                        .strip());
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

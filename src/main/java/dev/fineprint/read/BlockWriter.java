// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;

/**
 * Writes the text of a document block by block: paragraphs with a blank line between them, each on one line; list items
 * with their labels, indented by their depth; headings with the {@code #} of Markdown, bold ones with its {@code **},
 * which {@link dev.fineprint.text.Segmenter} knows as headings.
 */
final class BlockWriter {
    /** The readers in this room do not hand checked exceptions through their libraries' visitors. */
    static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super(null, null, false, false);
        }
    }

    private static final int LONGEST_BOLD = 150;
    private static final int LONGEST_RUN_IN = 100;
    private static final int DEEPEST = 12;
    private static final String CLOSING = ".:\u3002\uFF1A";

    private final int limit;
    private final StopSignal stop;
    private int step;
    private final StringBuilder out = new StringBuilder();

    // The current block.
    private final StringBuilder block = new StringBuilder();
    private int indent;
    private String label = "";
    private int heading;
    private boolean item;
    private boolean afterItem;
    /** Where the bold type ends that the block starts with; -1 as long as it goes on. */
    private int boldEnd = -1;

    /** Whether white space is kept. */
    private boolean verbatim;

    BlockWriter(int limit, StopSignal stop) {
        this.limit = limit;
        this.stop = stop;
    }

    /** Ends the current block and starts one at a depth of lists, 0 for none. */
    void block(int depth) {
        flush();
        if (label.isEmpty()) {
            indent = Math.min(depth, DEEPEST) * 2;
        }
    }

    /** Ends the current block and starts a list's item, whose label stands before the first words that come. */
    void item(int depth, String itemLabel) {
        flush();
        indent = Math.min(Math.max(depth - 1, 0), DEEPEST) * 2;
        label = itemLabel;
        item = true;
    }

    /** Ends an item, even one without words. */
    void itemEnd() {
        flush();
        label = "";
        item = false;
    }

    /** Makes the current block a heading. */
    void heading(int level) {
        heading = Math.max(1, Math.min(level, 6));
    }

    /** Keeps white space as it is from now on, or collapses it. */
    void verbatim(boolean keep) {
        verbatim = keep;
    }

    /** Adds words to the current block. */
    void text(String words, boolean bold) {
        for (int i = 0; i < words.length(); i++) {
            stop.checkAt(step++);
            char c = words.charAt(i);
            boolean space = isSpace(c);
            if (space && !verbatim) {
                if (endsWithSpace()) {
                    continue;
                }
                c = ' ';
            }
            if (c == '\r') {
                continue;
            }
            if (!bold && !space && boldEnd < 0) {
                boldEnd = block.length();
            }
            block.append(c);
        }
        if (out.length() + block.length() > limit) {
            throw new TooLong();
        }
    }

    /** Ends the current line inside the block. */
    void lineEnd() {
        trimEnd(block);
        block.append('\n');
    }

    /** Parts two cells of a row. */
    void cellEnd() {
        trimEnd(block);
        if (block.length() > 0 && block.charAt(block.length() - 1) != '\n') {
            block.append('\t');
        }
    }

    /** Ends a row of a table. */
    void rowEnd() {
        flush();
    }

    String finish() {
        flush();
        return out.toString();
    }

    private boolean endsWithSpace() {
        return block.length() == 0 || isSpace(block.charAt(block.length() - 1));
    }

    private void flush() {
        trimEnd(block);
        int start = 0;
        while (start < block.length() && (verbatim ? block.charAt(start) == '\n' : isSpace(block.charAt(start)))) {
            start++;
        }
        if (start < block.length()) {
            write(block.substring(start), boldEnd < 0 ? block.length() - start : boldEnd - start);
            // A label that no words followed yet goes to the next block.
            label = "";
            item = false;
        }
        heading = 0;
        boldEnd = -1;
        block.setLength(0);
    }

    private void write(String words, int bold) {
        // Items without labels would run together.
        boolean tight = item && !label.isEmpty() && heading == 0;
        if (out.length() > 0) {
            out.append(afterItem && tight ? "\n" : "\n\n");
        }
        afterItem = tight;
        String margin = " ".repeat(indent);
        out.append(margin);
        if (!label.isEmpty()) {
            if (heading > 0) {
                out.append("#".repeat(heading)).append(' ');
            }
            out.append(label).append(' ');
        } else if (heading > 0) {
            out.append("#".repeat(heading)).append(' ');
        }
        String marked = heading > 0 ? words.replace('\n', ' ') : emphasised(words, bold);
        int line = 0;
        for (int end = marked.indexOf('\n'); indent > 0 && end >= 0; end = marked.indexOf('\n', line)) {
            stop.checkAt(step++);
            out.append(marked, line, end + 1).append(margin);
            line = end + 1;
            checkLength();
        }
        out.append(marked, line, marked.length());
        checkLength();
    }

    private void checkLength() {
        if (out.length() > limit) {
            throw new TooLong();
        }
    }

    /** Marks bold type where it makes a heading: a short block as a whole, or words before a block's sentences. */
    private static String emphasised(String words, int bold) {
        if (words.indexOf('\n') >= 0 || bold <= 0) {
            return words;
        }
        if (bold >= words.length()) {
            return words.length() <= LONGEST_BOLD ? "**" + words + "**" : words;
        }
        int end = bold;
        while (end > 0 && isSpace(words.charAt(end - 1))) {
            end--;
        }
        boolean closed = end > 0 && CLOSING.indexOf(words.charAt(end - 1)) >= 0;
        if (!closed && end == bold && CLOSING.indexOf(words.charAt(bold)) >= 0) {
            end++;
            closed = true;
        }
        boolean runIn = closed && end <= LONGEST_RUN_IN && end < words.length() && isSpace(words.charAt(end));
        return runIn ? "**" + words.substring(0, end) + "**" + words.substring(end) : words;
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
    }

    private static void trimEnd(StringBuilder text) {
        int end = text.length();
        while (end > 0 && isSpace(text.charAt(end - 1)) && text.charAt(end - 1) != '\n') {
            end--;
        }
        text.setLength(end);
    }

    /** What is said of a document with more text than may be. */
    static UnreadableTextException tooLong(String name, int limit) {
        return new UnreadableTextException(name + ": holds more text than the limit of " + limit
                + " characters; give the licence alone, or raise the limit");
    }
}

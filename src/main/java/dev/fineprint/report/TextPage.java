// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Messages;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pages for a terminal: wrapped to its width, coloured where it shows colour. */
final class TextPage implements PageFormat {
    private static final int QUOTE_LINES = 3;
    private static final String BOX = "[ ] ";

    private final ReportOptions options;
    private final Locale locale;
    private final Messages messages;

    TextPage(ReportOptions options) {
        this.options = options;
        this.messages = Messages.in(options.locale());
        this.locale = messages.locale();
    }

    @Override
    public String separator() {
        return "\n\n";
    }

    @Override
    public void write(Page page, Writer out) throws IOException {
        Page.Block before = new Page.Heading(1, "");
        int margin = 0;
        for (Page.Block block : page.blocks()) {
            if (block instanceof Page.Quote quote) {
                int width = DisplayWidth.of(quote.place());
                margin = width <= widest() ? Math.max(margin, width) : margin;
            }
        }
        boolean first = true;
        for (Page.Block block : page.blocks()) {
            boolean list = block instanceof Page.Check && !(before instanceof Page.Paragraph)
                    || block instanceof Page.Quote
                    || block instanceof Page.Item
                    || before instanceof Page.Heading heading
                            && heading.level() > 2
                            && !(block instanceof Page.Paragraph);
            if (!first && !list) {
                out.write('\n');
            }
            first = false;
            for (String line : lines(block, margin)) {
                out.write(line);
                out.write('\n');
            }
            before = block;
        }
    }

    /** A place that is wider stands on a line of its own, so that room is left for the words. */
    private int widest() {
        return options.width() * 2 / 5;
    }

    private List<String> lines(Page.Block block, int margin) {
        if (block instanceof Page.Heading heading) {
            String indent = heading.level() > 2 ? "  " : "";
            return painted(indent, "1", heading.text(), heading.text());
        }
        if (block instanceof Page.Verdict verdict) {
            return painted(
                    "",
                    colour(verdict.tone()),
                    verdict.word(),
                    verdict.word() + messages.text("separator.colon") + verdict.text());
        }
        if (block instanceof Page.Check check) {
            return hanging("  " + BOX, SafeText.oneLine(check.text()));
        }
        if (block instanceof Page.Item item) {
            return hanging("  ", SafeText.oneLine(item.text()));
        }
        if (block instanceof Page.Quote quote) {
            return quote(quote, margin);
        }
        return hanging("", SafeText.oneLine(((Page.Paragraph) block).text()));
    }

    private List<String> quote(Page.Quote quote, int margin) {
        int room = Math.max(options.width() - margin - 6, 20);
        String words = messages.text("quote", SafeText.oneLine(quote.text(), QUOTE_LINES * room - room / 2));
        List<String> lines = new ArrayList<>(LineWrapper.wrap(words, room, locale));
        for (String remark : quote.remarks()) {
            lines.addAll(LineWrapper.wrap(SafeText.oneLine(remark), room, locale));
        }
        List<String> all = new ArrayList<>();
        boolean wide = DisplayWidth.of(quote.place()) > widest();
        if (wide) {
            all.addAll(hanging("    ", SafeText.oneLine(quote.place())));
        }
        String head = wide ? " ".repeat(margin) : DisplayWidth.pad(quote.place(), margin);
        for (String line : lines) {
            all.add("    " + head + "  " + line);
            head = " ".repeat(margin);
        }
        return all;
    }

    private List<String> hanging(String head, String text) {
        List<String> all = new ArrayList<>();
        String start = head;
        for (String line : LineWrapper.wrap(text, options.width() - head.length(), locale)) {
            all.add(start + line);
            start = " ".repeat(head.length());
        }
        return all;
    }

    private List<String> painted(String indent, String how, String head, String text) {
        String plainHead = SafeText.oneLine(head);
        List<String> all = new ArrayList<>();
        for (String line : LineWrapper.wrap(SafeText.oneLine(text), options.width() - indent.length(), locale)) {
            boolean whole = all.isEmpty() && options.colour() && line.startsWith(plainHead);
            all.add(indent
                    + (whole
                            ? "\u001B[" + how + "m" + plainHead + "\u001B[0m" + line.substring(plainHead.length())
                            : line));
        }
        return all;
    }

    private static String colour(Page.Tone tone) {
        return switch (tone) {
            case GOOD -> "1;32";
            case DUTY -> "1;33";
            case OPEN -> "1;35";
            case BAD -> "1;31";
        };
    }
}

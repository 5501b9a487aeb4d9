// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.ClauseChange;
import dev.fineprint.LicenseDiff;
import dev.fineprint.TextChange;
import dev.fineprint.catalog.LocalizedText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes for people at a terminal: what it means first, then every change with its words, then what else differs. */
final class TextDiffWriter implements DiffWriter {
    private static final int INDENT = 4;

    private final ReportOptions options;
    private final ReportWords words;

    TextDiffWriter(ReportOptions options) {
        this.options = options;
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void write(LicenseDiff diff, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Page(diff, writer).print();
        writer.flush();
    }

    private final class Page {
        private final LicenseDiff diff;
        private final Writer out;

        Page(LicenseDiff diff, Writer out) {
            this.diff = diff;
            this.out = out;
        }

        void print() throws IOException {
            line(words.text(
                    "diff.title",
                    SafeText.name(diff.before().document().name()),
                    SafeText.name(diff.after().document().name())));
            line("");
            for (LocalizedText meaning : diff.meanings()) {
                bullet(words.messages().of(meaning));
            }
            if (!diff.meanings().isEmpty()) {
                line("");
            }
            for (ClauseChange.Type type : ClauseChange.Type.values()) {
                if (type != ClauseChange.Type.UNCHANGED) {
                    group(type);
                }
            }
            others();
            int same = diff.changes(ClauseChange.Type.UNCHANGED).size();
            if (same > 0) {
                wrapped(0, words.text("diff.group.UNCHANGED", same));
                line("");
            }
            wrapped(0, words.text("disclaimer"));
            line("");
            wrapped(0, words.messages().of(diff.summary()));
        }

        private void group(ClauseChange.Type type) throws IOException {
            List<ClauseChange> changes = diff.changes(type);
            if (changes.isEmpty()) {
                return;
            }
            line(painted(colour(type), words.text("diff.group." + type, changes.size())));
            line("");
            for (ClauseChange change : changes) {
                String title = DiffWords.title(words, diff, change.kind());
                String kind = title.equals(change.kind()) ? "" : "  " + change.kind();
                line("  " + title + kind + "  " + words.effect(change.effect()));
                wrapped(INDENT, words.messages().of(change.meaning()));
                quote(DiffWords.place(words, change), DiffWords.parts(change, false), true);
                line("");
            }
        }

        private void others() throws IOException {
            if (diff.others().isEmpty()) {
                return;
            }
            line(words.text("diff.group.others", diff.others().size()));
            line("");
            for (TextChange other : diff.others()) {
                String at = DiffWords.place(words, other);
                quote(at, DiffWords.parts(other), false);
            }
            line("");
        }

        private void quote(String place, List<DiffWords.Part> parts, boolean quoted) throws IOException {
            StringBuilder text = new StringBuilder();
            for (DiffWords.Part part : parts) {
                if (part.blank()) {
                    text.append(' ');
                }
                text.append(
                        switch (part.side()) {
                            case BOTH -> part.text();
                            case OLD -> "[-" + part.text() + "-]";
                            case NEW -> "{+" + part.text() + "+}";
                        });
            }
            String margin = place + "  ";
            int room = Math.max(20, options.width() - INDENT - DisplayWidth.of(margin));
            String head = margin;
            String shown = quoted ? words.text("quote", text.toString()) : text.toString();
            for (String one : LineWrapper.wrap(shown, room, words.locale())) {
                line(" ".repeat(INDENT) + head + one);
                head = " ".repeat(DisplayWidth.of(margin));
            }
        }

        private void bullet(String text) throws IOException {
            String head = "- ";
            for (String one : LineWrapper.wrap(SafeText.oneLine(text), options.width() - 2, words.locale())) {
                line(head + one);
                head = "  ";
            }
        }

        private void wrapped(int indent, String text) throws IOException {
            for (String one : LineWrapper.wrap(SafeText.oneLine(text), options.width() - indent, words.locale())) {
                line(" ".repeat(indent) + one);
            }
        }

        private void line(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }
    }

    private String painted(String how, String text) {
        return options.colour() ? "\u001B[" + how + "m" + text + "\u001B[0m" : text;
    }

    private static String colour(ClauseChange.Type type) {
        return switch (type) {
            case APPEARED -> "1;31";
            case VANISHED -> "1;32";
            case CHANGED -> "1;33";
            default -> "1";
        };
    }
}

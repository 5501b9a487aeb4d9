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
import java.util.ArrayList;
import java.util.List;

/** Writes for a comment on a pull request: what it means, a table of the changes, the words folded away. */
final class MarkdownDiffWriter implements DiffWriter {
    /** Code hosts refuse comments of more than 65,536 characters; what is left out is said. */
    private static final int ROOM_FOR_TABLE = 25_000;

    private static final int ROOM_FOR_WORDS = 30_000;

    private final ReportWords words;

    MarkdownDiffWriter(ReportOptions options) {
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void write(LicenseDiff diff, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        line(
                writer,
                "### "
                        + words.text(
                                "diff.title",
                                escaped(diff.before().document().name()),
                                escaped(diff.after().document().name())));
        line(writer, "");
        line(writer, escaped(words.messages().of(diff.summary())));
        line(writer, "");
        for (LocalizedText meaning : diff.meanings()) {
            line(writer, "- " + escaped(words.messages().of(meaning)));
        }
        if (!diff.meanings().isEmpty()) {
            line(writer, "");
        }
        List<ClauseChange> changes = diff.changes().stream()
                .filter(change -> change.type() != ClauseChange.Type.UNCHANGED)
                .toList();
        if (!changes.isEmpty()) {
            table(diff, changes, writer);
            details(diff, changes, writer);
        }
        line(writer, "<sub>" + escaped(words.text("disclaimer")) + "</sub>");
        writer.flush();
    }

    private void table(LicenseDiff diff, List<ClauseChange> changes, Writer out) throws IOException {
        line(
                out,
                "| " + words.text("column.change") + " | " + words.text("column.effect") + " | "
                        + words.text("column.kind") + " | " + words.text("column.meaning") + " |");
        line(out, "|---|---|---|---|");
        List<String> rows = new ArrayList<>();
        for (ClauseChange change : changes) {
            rows.add("| " + words.text("diff.type." + change.type())
                    + " | " + words.effect(change.effect())
                    + " | " + escaped(DiffWords.title(words, diff, change.kind()))
                    + " | " + escaped(words.messages().of(change.meaning()))
                    + " |");
        }
        int more = fitting(rows, ROOM_FOR_TABLE, out);
        if (more > 0) {
            line(out, "");
            line(out, words.text("markdown.more", more));
        }
        line(out, "");
    }

    private void details(LicenseDiff diff, List<ClauseChange> changes, Writer out) throws IOException {
        List<String> items = new ArrayList<>();
        for (ClauseChange change : changes) {
            items.add("- " + words.text("diff.type." + change.type()) + words.text("separator.list")
                    + DiffWords.place(words, change) + words.text("separator.colon")
                    + quoted(DiffWords.parts(change, false)));
        }
        for (TextChange other : diff.others()) {
            String at = DiffWords.place(words, other);
            items.add("- " + at + words.text("separator.colon") + quoted(DiffWords.parts(other)));
        }
        line(out, "<details><summary>" + words.text("diff.markdown.words", items.size()) + "</summary>");
        line(out, "");
        int more = fitting(items, ROOM_FOR_WORDS, out);
        if (more > 0) {
            line(out, "");
            line(out, words.text("markdown.more", more));
        }
        line(out, "");
        line(out, "</details>");
        line(out, "");
    }

    /** Writes as many lines as there is room for; returns how many are left out. */
    private static int fitting(List<String> lines, int room, Writer out) throws IOException {
        int written = 0;
        int shown = 0;
        for (String each : lines) {
            written += each.length();
            if (written > room) {
                break;
            }
            line(out, each);
            shown++;
        }
        return lines.size() - shown;
    }

    private static String quoted(List<DiffWords.Part> parts) {
        StringBuilder shown = new StringBuilder();
        for (DiffWords.Part part : parts) {
            String text = escaped(part.text());
            shown.append(part.blank() ? " " : "")
                    .append(
                            switch (part.side()) {
                                case BOTH -> text;
                                case OLD -> "<del>" + text + "</del>";
                                case NEW -> "<ins>" + text + "</ins>";
                            });
        }
        return shown.toString();
    }

    private static String escaped(String text) {
        return MarkdownReportWriter.escaped(text);
    }

    private static void line(Writer out, String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}

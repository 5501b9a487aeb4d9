// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.AuthorityRef;
import dev.fineprint.Deviation;
import dev.fineprint.Finding;
import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.Verdict;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes for people at a terminal: grouped by effect, wrapped to the width, the verdict last. */
final class TextReportWriter implements ReportWriter {
    /** The order in which a reader should learn of things. */
    private static final List<Effect> ORDER =
            List.of(Effect.RESTRICTS, Effect.BURDENS, Effect.REVIEW, Effect.COMPATIBLE);

    private static final int QUOTE_LINES = 3;
    /** Read out of a definition by this project; the OSI has not said it of such clauses. */
    private static final String INFERENCE = "INFERENCE";

    private final ReportOptions options;
    private final ReportWords words;

    TextReportWriter(ReportOptions options) {
        this.options = options;
        this.words = new ReportWords(options.locale());
    }

    @Override
    public void write(LicenseReport report, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        new Page(report, writer).print();
        writer.flush();
    }

    @Override
    public void writeAll(Iterable<LicenseReport> reports, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        boolean first = true;
        for (LicenseReport report : reports) {
            if (!first) {
                writer.write("\n\n");
            }
            first = false;
            new Page(report, writer).print();
            writer.flush();
        }
        writer.flush();
    }

    /** One report on its way out. */
    private final class Page {
        private final LicenseReport report;
        private final Writer out;

        Page(LicenseReport report, Writer out) {
            this.report = report;
            this.out = out;
        }

        void print() throws IOException {
            String title =
                    words.text("text.title", SafeText.name(report.document().name()));
            lines(0, bold(title), title);
            line("");
            if (report.identification().isPresent()) {
                identification(report.identification().get());
            }
            for (Effect effect : ORDER) {
                group(effect);
            }
            notAssessed();
            wrapped(0, words.text("disclaimer"));
            line("");
            String verdict = words.text("verdict." + report.verdict().name());
            paragraph(
                    colour(report.verdict()),
                    verdict,
                    verdict
                            + words.text("separator.sentence")
                            + words.messages().of(report.rationale()));
            wrapped(0, words.messages().of(report.summary()));
        }

        private void identification(Identification known) throws IOException {
            if (known.relation() != Relation.NONE) {
                String osi = words.text(known.osiApproved() ? "identification.osi" : "identification.not-osi");
                wrapped(
                        0,
                        words.text(
                                "identification." + known.relation().name(), known.title(), known.similarity(), osi));
            }
            for (LocalizedText note : known.notes()) {
                wrapped(2, words.messages().of(note));
            }
            if (known.relation() != Relation.NONE || !known.notes().isEmpty()) {
                line("");
            }
        }

        private void group(Effect effect) throws IOException {
            Map<String, List<Finding>> kinds = new LinkedHashMap<>();
            int count = 0;
            for (Finding finding : report.findings()) {
                if (finding.effect() == effect) {
                    kinds.computeIfAbsent(finding.kind(), kind -> new ArrayList<>())
                            .add(finding);
                    count++;
                }
            }
            if (count == 0) {
                return;
            }
            String name = words.effect(effect);
            paragraph(colour(effect), name, words.text("text.group." + effect.code(), name, count));
            line("");
            for (Map.Entry<String, List<Finding>> kind : kinds.entrySet()) {
                kind(effect, kind.getKey(), kind.getValue());
            }
        }

        private void kind(Effect effect, String kind, List<Finding> findings) throws IOException {
            Optional<Deviation> deviation = report.deviations().stream()
                    .filter(one -> one.kind().equals(kind) && one.effect() == effect)
                    .findFirst();
            String title = words.title(report, kind);
            String rest = kind.equals(title) ? "" : "  " + kind;
            List<String> criteria = deviation.map(Deviation::criteria).orElse(List.of());
            String line = title + rest + (criteria.isEmpty() ? "" : "  " + words.list(criteria));
            wrappedWithHead(2, title, bold(title), line);
            if (deviation.isPresent()) {
                wrapped(4, words.messages().of(deviation.get().explanation()));
            }
            if (effect == Effect.COMPATIBLE) {
                places(findings);
            } else {
                quotes(findings);
            }
            if (deviation.isPresent()) {
                advice(deviation.get());
            }
            line("");
        }

        /** Compatible clauses are many and harmless: a reader wants to know that and where they are. */
        private void places(List<Finding> findings) throws IOException {
            boolean paged = report.document().pages() > 0;
            List<String> places = new ArrayList<>();
            for (Finding finding : findings) {
                places.add(
                        paged
                                ? Places.of(words.messages(), finding.span())
                                : String.valueOf(finding.span().line()));
            }
            wrapped(4, paged ? words.list(places) : words.text("text.lines", findings.size(), words.list(places)));
        }

        private void quotes(List<Finding> findings) throws IOException {
            int margin = 0;
            for (Finding finding : findings) {
                margin = Math.max(margin, DisplayWidth.of(place(finding)));
            }
            for (Finding finding : findings) {
                int indent = 4 + margin + 2;
                int room = Math.max(options.width() - indent, 20);
                String quote = words.text("quote", SafeText.oneLine(finding.text(), QUOTE_LINES * room - room / 2));
                List<String> lines = new ArrayList<>(LineWrapper.wrap(quote, room, words.locale()));
                String values = words.values(report, finding);
                if (!values.isEmpty()) {
                    lines.addAll(LineWrapper.wrap(words.text("text.values", values), room, words.locale()));
                }
                if (finding.reason().isPresent()) {
                    String reason = words.messages().of(finding.reason().get());
                    lines.addAll(LineWrapper.wrap(SafeText.oneLine(reason), room, words.locale()));
                }
                if (finding.counterpart().isPresent()) {
                    report.finding(finding.counterpart().get())
                            .ifPresent(other -> lines.addAll(LineWrapper.wrap(
                                    words.text("text.counterpart", place(other)), room, words.locale())));
                }
                String head = DisplayWidth.pad(place(finding), margin);
                for (String one : lines) {
                    line("    " + head + "  " + one);
                    head = " ".repeat(margin);
                }
            }
        }

        private String place(Finding finding) {
            return Places.of(words.messages(), finding.span());
        }

        private void advice(Deviation deviation) throws IOException {
            String remedy = words.messages().of(deviation.remedy());
            if (!remedy.isEmpty()) {
                wrapped(4, words.text("text.remedy", remedy));
            }
            Set<String> said = new LinkedHashSet<>();
            Set<String> read = new LinkedHashSet<>();
            for (AuthorityRef authority : deviation.authorities()) {
                if (authority.strength().equals(INFERENCE)) {
                    read.add(authority.source());
                } else {
                    String how = words.messages().textOr("strength." + authority.strength(), authority.strength());
                    said.add(words.text("text.authority", authority.source(), how));
                }
            }
            if (!said.isEmpty()) {
                wrapped(4, words.text("text.authorities", String.join(words.text("separator.values"), said)));
            }
            if (!read.isEmpty()) {
                wrapped(4, words.text("text.inferences", String.join(words.text("separator.values"), read)));
            }
            if (deviation.osiPrecedents().isPresent()) {
                wrapped(4, words.text("precedents", deviation.osiPrecedents().getAsInt(), deviation.osiLicences()));
            }
        }

        private void notAssessed() throws IOException {
            if (report.notAssessed().isEmpty()) {
                return;
            }
            for (LocalizedText one : report.notAssessed()) {
                wrapped(0, words.messages().of(one));
            }
            line("");
        }

        private void wrapped(int indent, String text) throws IOException {
            for (String one : LineWrapper.wrap(SafeText.oneLine(text), options.width() - indent, words.locale())) {
                line(" ".repeat(indent) + one);
            }
        }

        private void paragraph(String colour, String head, String text) throws IOException {
            wrappedWithHead(0, head, painted(colour, head), text);
        }

        /** Wraps a text whose start is painted; the paint takes no room. */
        private void wrappedWithHead(int indent, String head, String painted, String text) throws IOException {
            boolean first = true;
            for (String one : LineWrapper.wrap(text, options.width() - indent, words.locale())) {
                boolean whole = first && one.startsWith(head);
                line(" ".repeat(indent) + (whole ? painted + one.substring(head.length()) : one));
                first = false;
            }
        }

        private void lines(int indent, String painted, String plain) throws IOException {
            wrappedWithHead(indent, plain, painted, plain);
        }

        private void line(String text) throws IOException {
            out.write(text);
            out.write('\n');
        }
    }

    private String bold(String text) {
        return painted("1", text);
    }

    private String painted(String how, String text) {
        return options.colour() ? "\u001B[" + how + "m" + text + "\u001B[0m" : text;
    }

    private static String colour(Effect effect) {
        return switch (effect) {
            case RESTRICTS -> "1;31";
            case BURDENS -> "1;33";
            case REVIEW -> "1;35";
            case COMPATIBLE -> "1;32";
        };
    }

    private static String colour(Verdict verdict) {
        return switch (verdict) {
            case DEVIATES -> "1;31";
            case NO_DEVIATION_FOUND -> "1;32";
            case UNDETERMINED -> "1;35";
        };
    }
}

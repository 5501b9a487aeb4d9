// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.ClauseChange;
import dev.fineprint.LicenseDiff;
import dev.fineprint.LicenseReport;
import dev.fineprint.TextChange;
import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One comparison as its page shows it: everything in the words of one language, ready for the template. */
final class HtmlDiff {
    private final LicenseDiff diff;
    private final ReportWords words;

    HtmlDiff(LicenseDiff diff, ReportWords words) {
        this.diff = diff;
        this.words = words;
    }

    /** The old text and the new one. */
    List<Side> sides() {
        return List.of(side("diff.old", diff.before()), side("diff.new", diff.after()));
    }

    private Side side(String key, LicenseReport report) {
        return new Side(
                words.text(key),
                SafeText.name(report.document().name()),
                words.text("verdict." + report.verdict().name()),
                HtmlReport.signal(report),
                report.identification()
                        .flatMap(known -> HtmlReport.identity(known, words))
                        .orElse(""),
                report.document().sha256());
    }

    String summary() {
        return line(diff.summary());
    }

    List<String> meanings() {
        return diff.meanings().stream().map(this::line).toList();
    }

    /** How many clauses became what, for the row of figures. */
    List<Count> counts() {
        return Arrays.stream(ClauseChange.Type.values())
                .map(type -> new Count(
                        anchor(type),
                        words.text("diff.type." + type),
                        diff.changes(type).size()))
                .toList();
    }

    /** The changes, type by type; types without any are left out, and so are clauses that are the same. */
    List<Group> groups() {
        List<Group> groups = new ArrayList<>();
        for (ClauseChange.Type type : ClauseChange.Type.values()) {
            List<ClauseChange> changes = diff.changes(type);
            if (type != ClauseChange.Type.UNCHANGED && !changes.isEmpty()) {
                groups.add(new Group(
                        anchor(type),
                        words.text("diff.group." + type, changes.size()),
                        changes.stream().map(this::clause).toList()));
            }
        }
        return groups;
    }

    /** The clauses that both texts have in the same words. */
    List<Clause> unchanged() {
        return diff.changes(ClauseChange.Type.UNCHANGED).stream()
                .map(this::clause)
                .toList();
    }

    String unchangedTitle() {
        return words.text(
                "diff.group.UNCHANGED",
                diff.changes(ClauseChange.Type.UNCHANGED).size());
    }

    /** The passages in which no clause lies. */
    List<Other> others() {
        List<Other> others = new ArrayList<>();
        for (TextChange other : diff.others()) {
            String line = DiffWords.place(words, other);
            others.add(new Other(line, DiffWords.parts(other)));
        }
        return others;
    }

    String othersTitle() {
        return words.text("diff.group.others", diff.others().size());
    }

    private Clause clause(ClauseChange change) {
        return new Clause(
                change.effect(),
                words.effect(change.effect()),
                DiffWords.title(words, diff, change.kind()),
                line(change.meaning()),
                DiffWords.place(words, change),
                HtmlPage.htmlLanguage(change.clause().language()),
                DiffWords.parts(change, true));
    }

    private String line(LocalizedText text) {
        return SafeText.oneLine(words.messages().of(text));
    }

    private static String anchor(ClauseChange.Type type) {
        return HtmlReport.code(type);
    }

    /** What the two sides of a part are in HTML: kept, taken out, put in. */
    static boolean isOld(DiffWords.Part part) {
        return part.side() == DiffWords.Side.OLD;
    }

    static boolean isNew(DiffWords.Part part) {
        return part.side() == DiffWords.Side.NEW;
    }

    /** One of the two texts. */
    record Side(String which, String name, String verdict, Effect signal, String identity, String sha256) {}

    /** A figure of the row. */
    record Count(String anchor, String name, int count) {}

    /** Changes of one type. */
    record Group(String anchor, String title, List<Clause> clauses) {}

    /** A clause, with its words in both versions. */
    record Clause(
            Effect effect,
            String effectName,
            String title,
            String meaning,
            String place,
            String language,
            List<DiffWords.Part> parts) {}

    /** A passage in which no clause lies. */
    record Other(String place, List<DiffWords.Part> parts) {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.Finding;
import dev.fineprint.LicenseReport;
import dev.fineprint.Span;
import dev.fineprint.catalog.Attitude;
import dev.fineprint.catalog.LocalizedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One clause before its rule: the finding, what stands beside it, and the use. */
final class Case {
    /** How far back the sentence that a list item belongs to is looked for. */
    private static final int LONGEST_LEAD_IN = 1000;

    private final Documents documents;
    private final LicenseReport report;
    private final int index;
    private final Finding finding;
    private final UseProfile profile;
    private final ClauseWords words;

    Case(Documents documents, LicenseReport report, int index, UseProfile profile) {
        this.documents = documents;
        this.report = report;
        this.index = index;
        this.finding = report.findings().get(index);
        this.profile = profile;
        this.words = ClauseWords.of(finding.text());
    }

    Documents documents() {
        return documents;
    }

    Finding finding() {
        return finding;
    }

    UseProfile profile() {
        return profile;
    }

    ClauseWords words() {
        return words;
    }

    int line() {
        return finding.span().line();
    }

    boolean is(Attitude attitude) {
        return finding.attitude().filter(attitude::equals).isPresent();
    }

    OptionalLong number(String parameter) {
        return finding.params().get(parameter) instanceof Long number ? OptionalLong.of(number) : OptionalLong.empty();
    }

    Optional<String> word(String parameter) {
        return finding.params().get(parameter) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    List<String> list(String parameter) {
        List<String> all = new ArrayList<>();
        if (finding.params().get(parameter) instanceof List<?> list) {
            list.forEach(one -> all.add(String.valueOf(one)));
        }
        return all;
    }

    /** The name of a value, as the catalog gives it. */
    LocalizedText title(String value) {
        return report.kind(finding.kind()).map(kind -> kind.values().get(value)).orElse(Sentences.same(value));
    }

    /** The clause of a kind that shares words with this one. */
    Optional<Case> beside(String kindPrefix) {
        for (int i = 0; i < report.findings().size(); i++) {
            Finding other = report.findings().get(i);
            if (i != index && other.kind().startsWith(kindPrefix) && shares(other)) {
                return Optional.of(new Case(documents, report, i, profile));
            }
        }
        return Optional.empty();
    }

    private boolean shares(Finding other) {
        return finding.spans().stream().anyMatch(span -> other.spans().stream().anyMatch(span::overlaps));
    }

    /** The clause of a kind that ends right before this one, with nothing but blanks and a number between. */
    Optional<Case> before(String kindPrefix) {
        Optional<String> text = report.text();
        if (text.isEmpty()) {
            return Optional.empty();
        }
        int start = finding.span().start();
        for (int i = 0; i < report.findings().size(); i++) {
            Finding other = report.findings().get(i);
            Span last = other.spans().get(other.spans().size() - 1);
            if (other.kind().startsWith(kindPrefix)
                    && last.end() <= start
                    && text.get().substring(last.end(), start).isBlank()) {
                return Optional.of(new Case(documents, report, i, profile));
            }
        }
        return Optional.empty();
    }

    /** Whether a clause of a kind begins right behind this one, with nothing but blanks between. */
    boolean isBefore(String kind) {
        Optional<String> text = report.text();
        int end = finding.spans().get(finding.spans().size() - 1).end();
        return text.isPresent()
                && report.findings().stream()
                        .filter(other -> other.kind().equals(kind))
                        .map(other -> other.span().start())
                        .anyMatch(start ->
                                start >= end && text.get().substring(end, start).isBlank());
    }

    /** Other clauses of the same kind in the same section. */
    List<Case> siblings() {
        List<Case> all = new ArrayList<>();
        for (int i = 0; i < report.findings().size(); i++) {
            Finding other = report.findings().get(i);
            if (i != index
                    && other.kind().equals(finding.kind())
                    && other.section().equals(finding.section())) {
                all.add(new Case(documents, report, i, profile));
            }
        }
        return all;
    }

    /** The words of the clause and of what stands before it in its sentence: a list item alone does not say when it binds. */
    ClauseWords sentence() {
        Optional<String> text = report.text();
        if (text.isEmpty()) {
            return words;
        }
        int start = finding.span().start();
        int from = Math.max(0, start - LONGEST_LEAD_IN);
        String before = text.get().substring(from, start);
        int cut = Math.max(before.lastIndexOf("\n\n"), Math.max(before.lastIndexOf('。'), fullStop(before)));
        return ClauseWords.of(before.substring(cut + 1) + " " + finding.text());
    }

    /** The last full stop that ends a sentence: not that of "i." or "1." */
    private static int fullStop(String text) {
        for (int at = text.lastIndexOf('.'); at > 3; at = text.lastIndexOf('.', at - 1)) {
            boolean ends = at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1));
            boolean word = Character.isLetter(text.charAt(at - 1))
                    && Character.isLetter(text.charAt(at - 2))
                    && Character.isLetter(text.charAt(at - 3));
            if (ends && word) {
                return at;
            }
        }
        return -1;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * What a licence says, clause by clause, and how that deviates from OSI-approved licences. It is no legal advice.
 *
 * @param tool what made the report
 * @param document the text that was read
 * @param verdict what is said of the whole
 * @param rationale why the verdict is what it is, one sentence
 * @param summary the principal restrictions with their values, one line
 * @param identification the known licence that the text is or is nearest to; empty where nobody looked
 * @param findings the clauses, in the order of the text
 * @param deviations the findings that deviate, grouped by kind, the gravest first
 * @param kinds the kinds that occur among the findings, each once, in order of first occurrence
 * @param freedoms the four freedoms of the Open Source AI Definition
 * @param notAssessed what a licence text cannot show, one sentence each
 * @param text the decoded original text, for writers that show it; every span points into it
 */
public record LicenseReport(
        ToolInfo tool,
        DocumentInfo document,
        Verdict verdict,
        LocalizedText rationale,
        LocalizedText summary,
        Optional<Identification> identification,
        List<Finding> findings,
        List<Deviation> deviations,
        List<KindInfo> kinds,
        List<Freedom> freedoms,
        List<LocalizedText> notAssessed,
        Optional<String> text) {
    public LicenseReport {
        findings = List.copyOf(findings);
        deviations = List.copyOf(deviations);
        kinds = List.copyOf(kinds);
        freedoms = List.copyOf(freedoms);
        notAssessed = List.copyOf(notAssessed);
    }

    /** Returns this report for a copy of the text that is called otherwise. */
    public LicenseReport named(String name) {
        return new LicenseReport(
                tool,
                document.named(name),
                verdict,
                rationale,
                summary,
                identification,
                findings,
                deviations,
                kinds,
                freedoms,
                notAssessed,
                text);
    }

    /** Returns the finding of that id, if there is one. */
    public Optional<Finding> finding(String id) {
        return findings.stream().filter(finding -> finding.id().equals(id)).findFirst();
    }

    /** Returns what there is to know about a kind that occurs among the findings. */
    public Optional<KindInfo> kind(String id) {
        return kinds.stream().filter(kind -> kind.id().equals(id)).findFirst();
    }
}

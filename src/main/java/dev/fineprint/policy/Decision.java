// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.DocumentInfo;
import dev.fineprint.ToolInfo;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;

/**
 * What a licence, or several texts that apply together, mean for a use. It is no legal advice.
 *
 * @param tool what made the decision
 * @param documents the texts that were read
 * @param profile the use
 * @param answer the gravest answer of all clauses
 * @param summary why, one sentence
 * @param clauses each clause with its answer, in the order of the texts
 * @param duties the checklist: all duties, each once
 * @param missing keys of the profile that would settle what is unclear, each once, in the order of {@link UseProfile#KEYS}
 * @param notes what else a reader should know, one sentence each
 */
public record Decision(
        ToolInfo tool,
        List<DocumentInfo> documents,
        UseProfile profile,
        Answer answer,
        LocalizedText summary,
        List<ClauseDecision> clauses,
        List<Duty> duties,
        List<String> missing,
        List<LocalizedText> notes) {
    public Decision {
        documents = List.copyOf(documents);
        clauses = List.copyOf(clauses);
        duties = List.copyOf(duties);
        missing = List.copyOf(missing);
        notes = List.copyOf(notes);
        if (documents.isEmpty()) {
            throw new IllegalArgumentException("A decision is about at least one text");
        }
    }

    /** Returns the clauses that got an answer, in the order of the texts. */
    public List<ClauseDecision> clauses(Answer wanted) {
        return clauses.stream().filter(clause -> clause.answer() == wanted).toList();
    }
}

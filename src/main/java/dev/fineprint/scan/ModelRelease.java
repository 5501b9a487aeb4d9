// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.LicenseReport;
import dev.fineprint.ToolInfo;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.policy.Decision;
import java.util.List;
import java.util.Optional;

/**
 * A release as it lies in a folder. It is no legal advice.
 *
 * @param tool what read it
 * @param name the folder's name
 * @param documents its files, in the order of their paths; files of the role {@link Role#OTHER} are only counted
 * @param others how many files there are besides
 * @param card the front matter of its model card
 * @param fields what configuration and headers of weights say of licence, name and base model
 * @param lineage the models that it was made from, the nearest first
 * @param openness what of it is there
 * @param summary one line on how open it is
 * @param observations contradictions and what is missing, the gravest first
 * @param notes what was refused or left out while reading
 * @param terms everything that binds whoever uses it: its own licences and policies, then what comes down from the models
 *     that it was made from. A licence that is only named is there in the words of the SPDX list, or as the facts that are
 *     known of it; its verdict is then UNDETERMINED
 * @param decision what that means for a use, if somebody asked; see {@link ReleaseDecider}
 */
public record ModelRelease(
        ToolInfo tool,
        String name,
        List<ReleaseDocument> documents,
        int others,
        Optional<ModelCard> card,
        List<HeaderField> fields,
        List<Ancestor> lineage,
        List<OpenPart> openness,
        LocalizedText summary,
        List<Observation> observations,
        List<LocalizedText> notes,
        List<LicenseReport> terms,
        Optional<Decision> decision) {
    public ModelRelease {
        documents = List.copyOf(documents);
        fields = List.copyOf(fields);
        lineage = List.copyOf(lineage);
        openness = List.copyOf(openness);
        observations = List.copyOf(observations);
        notes = List.copyOf(notes);
        terms = List.copyOf(terms);
    }

    /** Returns the same release with a decision about its use. */
    public ModelRelease with(Decision about) {
        return new ModelRelease(
                tool,
                name,
                documents,
                others,
                card,
                fields,
                lineage,
                openness,
                summary,
                observations,
                notes,
                terms,
                Optional.of(about));
    }

    /** Returns the documents of a role. */
    public List<ReleaseDocument> documents(Role role) {
        return documents.stream().filter(document -> document.role() == role).toList();
    }
}

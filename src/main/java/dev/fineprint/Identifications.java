// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.identify.Change;
import dev.fineprint.text.LicenseText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts what was identified into a report: with lines and columns, and with the findings that each change brought. */
final class Identifications {
    private Identifications() {}

    static Identification of(dev.fineprint.identify.Identification known, LicenseText text, List<Finding> findings) {
        List<Passage> changes = new ArrayList<>();
        for (Change change : known.changes()) {
            changes.add(passage(change, text, findings));
        }
        return new Identification(
                known.id(),
                known.title(),
                Relation.valueOf(known.relation().name()),
                known.similarity(),
                known.baseCovered(),
                known.textCovered(),
                known.osiApproved(),
                known.contained().stream().map(each -> each.license().id()).toList(),
                known.runnersUp().stream().map(each -> each.license().id()).toList(),
                changes,
                List.of());
    }

    private static Passage passage(Change change, LicenseText text, List<Finding> findings) {
        Optional<Span> span = change.end() > change.start()
                ? Optional.of(Span.of(text, change.start(), change.end()))
                : Optional.empty();
        List<String> within = findings.stream()
                .filter(finding -> span.isPresent() && span.get().overlaps(finding.span()))
                .map(Finding::id)
                .toList();
        return new Passage(Passage.Change.valueOf(change.type().name()), span, change.removed(), within);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import dev.fineprint.osi.Precedents;
import java.util.List;
import java.util.OptionalInt;

/**
 * One way in which a text departs from OSI-approved licences: all findings of one kind, with what they offend.
 *
 * @param kind id of the kind of clause
 * @param effect {@link Effect#RESTRICTS}, {@link Effect#BURDENS} or {@link Effect#REVIEW}
 * @param criteria the criteria that it offends, such as {@code OSD-6} and {@code OSAID-use}; may be empty
 * @param findings ids of the findings, at least one
 * @param title the kind's name
 * @param explanation one plain sentence with the values read
 * @param affects who is touched
 * @param remedy what the licensor would have to change
 * @param authorities who says so
 * @param osiPrecedents how many OSI-approved licences carry a clause of this kind; empty where nobody counted
 */
public record Deviation(
        String kind,
        Effect effect,
        List<String> criteria,
        List<String> findings,
        LocalizedText title,
        LocalizedText explanation,
        LocalizedText affects,
        LocalizedText remedy,
        List<AuthorityRef> authorities,
        OptionalInt osiPrecedents) {
    public Deviation {
        criteria = List.copyOf(criteria);
        findings = List.copyOf(findings);
        authorities = List.copyOf(authorities);
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("A deviation rests on at least one finding; " + kind + " has none");
        }
    }

    /** Of how many OSI-approved licences {@link #osiPrecedents} are counted. */
    public int osiLicences() {
        return Precedents.bundled().licences();
    }
}

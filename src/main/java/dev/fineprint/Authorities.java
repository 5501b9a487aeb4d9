// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Authority;
import dev.fineprint.catalog.ClauseKind;
import dev.fineprint.catalog.CriterionRef;
import dev.fineprint.catalog.PatternCatalog;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Which criteria a kind of clause offends, and who says so. Where the catalog cites nobody for a criterion, it is read
 * from the definition's own words, and the report says that: nothing is put into the OSI's mouth. Thread-safe; what is
 * known of a kind is put together once.
 */
final class Authorities {
    private static final String INFERENCE = "INFERENCE";
    private static final String OSD = "OSD-";
    private static final String OSAID = "OSAID-";

    private final PatternCatalog catalog;
    private final Map<String, Offence> offences = new ConcurrentHashMap<>();

    /** What a kind offends, and who says so. */
    private record Offence(List<String> criteria, List<AuthorityRef> authorities) {}

    Authorities(PatternCatalog catalog) {
        this.catalog = catalog;
    }

    /** The criteria by name, such as {@code OSD-6} and {@code OSAID-use}. */
    List<String> criteria(ClauseKind kind) {
        return offence(kind).criteria;
    }

    /** Who says so: first whom the catalog cites, then what is read from a definition. */
    List<AuthorityRef> of(ClauseKind kind) {
        return offence(kind).authorities;
    }

    private Offence offence(ClauseKind kind) {
        Offence known = offences.get(kind.id());
        if (known == null) {
            List<String> criteria = named(kind);
            known = new Offence(criteria, List.copyOf(refs(kind, criteria)));
            offences.put(kind.id(), known);
        }
        return known;
    }

    private static List<String> named(ClauseKind kind) {
        Set<String> criteria = new LinkedHashSet<>();
        kind.osd().forEach(n -> criteria.add(OSD + n));
        kind.osaid().forEach(freedom -> criteria.add(OSAID + freedom));
        return List.copyOf(criteria);
    }

    private List<AuthorityRef> refs(ClauseKind kind, List<String> criteria) {
        List<AuthorityRef> refs = new ArrayList<>();
        Set<String> unsaid = new LinkedHashSet<>(criteria);
        for (CriterionRef ref : kind.criteria()) {
            unsaid.remove(ref.criterion());
            for (String by : ref.by()) {
                add(refs, catalog.authorities().get(by), ref.strength(), ref.criterion(), ref.note());
            }
        }
        for (String criterion : unsaid) {
            String definition = criterion.startsWith(OSD) ? "osd" : "osaid";
            add(refs, catalog.authorities().get(definition), INFERENCE, criterion, "");
        }
        return refs;
    }

    private static void add(
            List<AuthorityRef> refs, @Nullable Authority authority, String strength, String criterion, String note) {
        if (authority != null) { // a house catalog need not have the definitions
            refs.add(new AuthorityRef(authority.title(), authority.url(), strength, criterion, note));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The releases that are scanned together, by the names under which they may be known. */
final class Shelf {
    private final Map<String, List<Draft>> byName = new HashMap<>();

    Shelf(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (String id : draft.ids()) {
                byName.computeIfAbsent(Names.key(id), key -> new ArrayList<>()).add(draft);
            }
        }
    }

    /** The one release of that id; failing that, the one whose name is the last part of it. None where several are. */
    Optional<Draft> find(String id) {
        List<Draft> exact = byName.getOrDefault(Names.key(id), List.of());
        if (exact.size() == 1) {
            return Optional.of(exact.get(0));
        }
        List<Draft> named = byName.getOrDefault(Names.key(Names.last(id)), List.of());
        return exact.isEmpty() && named.size() == 1 && !otherPublisher(named.get(0), id)
                ? Optional.of(named.get(0))
                : Optional.empty();
    }

    /** Whether a release is known by a publisher that a cache names, and an id names another. */
    private static boolean otherPublisher(Draft draft, String id) {
        return Names.isId(id)
                && draft.publisherKnown()
                && draft.ids().stream().noneMatch(known -> Names.key(known).equals(Names.key(id)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Who refers to whom among the concepts, or among the kinds. Works without recursion: a hostile catalog may hold a chain
 * of any length.
 */
final class ReferenceGraph {

    /** Owner to the names it refers to, each with its first reference. */
    private final Map<String, Map<String, Reference>> refers = new TreeMap<>();

    private final Map<String, List<String>> referred = new HashMap<>();

    private ReferenceGraph() {}

    static ReferenceGraph of(List<Reference> references, Reference.What what) {
        ReferenceGraph graph = new ReferenceGraph();
        for (Reference reference : references) {
            if (reference.what() == what
                    && !reference.owner().isEmpty()
                    && graph.refers
                                    .computeIfAbsent(reference.owner(), owner -> new LinkedHashMap<>())
                                    .putIfAbsent(reference.name(), reference)
                            == null) {
                graph.referred
                        .computeIfAbsent(reference.name(), name -> new ArrayList<>())
                        .add(reference.owner());
            }
        }
        return graph;
    }

    /** One way round for every group of names that refer to each other, each beginning with its first name. */
    List<List<Reference>> circles() {
        Set<String> left = new LinkedHashSet<>(refers.keySet());
        left.removeAll(levels().keySet());
        List<List<Reference>> circles = new ArrayList<>();
        while (!left.isEmpty()) {
            List<Reference> path = path(left);
            if (path.isEmpty()) {
                continue;
            }
            circles.add(path);
            path.forEach(reference -> left.remove(reference.owner()));
        }
        return circles;
    }

    /** Follows what is left until it comes back to itself; takes away what leads to nothing that is left. */
    private List<Reference> path(Set<String> left) {
        Map<String, Integer> places = new HashMap<>();
        List<Reference> path = new ArrayList<>();
        String name = left.iterator().next();
        while (true) {
            Integer before = places.putIfAbsent(name, path.size());
            if (before != null) {
                return fromFirstName(path.subList(before, path.size()));
            }
            Optional<Reference> next = refers.getOrDefault(name, Map.of()).values().stream()
                    .filter(reference -> left.contains(reference.name()))
                    .findFirst();
            if (next.isEmpty()) {
                left.remove(name);
                if (path.isEmpty()) {
                    return path;
                }
                name = path.remove(path.size() - 1).owner();
                places.remove(name);
                continue;
            }
            path.add(next.get());
            name = next.get().name();
        }
    }

    private static List<Reference> fromFirstName(List<Reference> circle) {
        int first = 0;
        for (int i = 1; i < circle.size(); i++) {
            if (circle.get(i).owner().compareTo(circle.get(first).owner()) < 0) {
                first = i;
            }
        }
        List<Reference> turned = new ArrayList<>(circle.subList(first, circle.size()));
        turned.addAll(circle.subList(0, first));
        return turned;
    }

    /** The first reference of each owner from which a chain of exactly one reference more than {@code most} goes. */
    List<Reference> deeperThan(int most) {
        List<Reference> deep = new ArrayList<>();
        Map<String, Integer> levels = levels();
        refers.forEach((owner, names) -> {
            if (levels.getOrDefault(owner, 0) == most + 1) {
                deep.add(names.values().iterator().next());
            }
        });
        return deep;
    }

    /**
     * How long the longest chain of references from each name is. A name that stands in a circle, or from which one is
     * reached, has no level.
     */
    private Map<String, Integer> levels() {
        Map<String, Integer> open = new HashMap<>();
        refers.forEach((owner, names) -> open.put(owner, names.size()));
        Map<String, Integer> levels = new HashMap<>();
        Map<String, Integer> longest = new HashMap<>();
        Deque<String> done = new ArrayDeque<>();
        for (String name : referred.keySet()) {
            if (!refers.containsKey(name)) {
                done.add(name);
            }
        }
        while (!done.isEmpty()) {
            String name = done.remove();
            int level = longest.getOrDefault(name, 0);
            levels.put(name, level);
            for (String owner : referred.getOrDefault(name, List.of())) {
                longest.merge(owner, level + 1, Math::max);
                if (open.merge(owner, -1, Integer::sum) == 0) {
                    done.add(owner);
                }
            }
        }
        return levels;
    }
}

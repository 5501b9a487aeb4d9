// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.Clause;
import dev.fineprint.text.Tokens;
import dev.fineprint.text.entity.Entity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Sees which concepts occur in a stretch of one text, and notes them in a {@link ClauseScan}. One analysis, one thread. */
final class Sightings {
    private static final int[] NOTHING = {};

    private final CompiledCatalog catalog;
    private final String normalized;
    private final Tokens tokens;
    private final Entities entities;
    private final Quotations quotations;
    private final DefinedTerms terms;
    private final ClauseScan scan;

    Sightings(
            CompiledCatalog catalog,
            String normalized,
            Tokens tokens,
            Entities entities,
            Quotations quotations,
            List<Clause> clauses,
            ClauseScan scan) {
        this.catalog = catalog;
        this.normalized = normalized;
        this.tokens = tokens;
        this.entities = entities;
        this.quotations = quotations;
        this.scan = scan;
        this.terms = DefinedTerms.find(catalog, tokens, quotations, clauses, this::ofTerm);
    }

    /**
     * Fills the scan with what occurs between two tokens.
     *
     * @param inherited the concepts that the lead-ins put in front, in order
     */
    void fill(int from, int to, int[] inherited) {
        int own = inherited.length;
        scan.begin(own, to - from);
        for (int i = 0; i < own; i++) {
            scan.add(catalog.sayings.of(inherited[i]), i, i + 1);
        }
        for (int i = from; i < to; i++) {
            terms.emit(tokens, i, to, own - from, scan);
            if (!quotations.masked(i)) {
                word(i, to, own - from, false);
            }
        }
        quotationsAndEntities(from, to, own - from);
        scan.derive(catalog.allDerived);
    }

    /** Which of the concepts that matter to a defined term occur between two tokens. */
    private BitSet ofTerm(int from, int to, boolean withMasked) {
        scan.begin(0, to - from);
        for (int i = from; i < to; i++) {
            if (withMasked || !quotations.masked(i)) {
                word(i, to, -from, withMasked);
            }
        }
        quotationsAndEntities(from, to, -from);
        scan.derive(catalog.derivedOfTerms);
        // What a definition excepts is not what its term says.
        int excepted = catalog.carveOut >= 0 && scan.has(catalog.carveOut)
                ? scan.occurrences(catalog.carveOut).start(0)
                : Integer.MAX_VALUE;
        BitSet concepts = new BitSet();
        for (int concept : catalog.ofTerms) {
            if (scan.has(concept) && scan.occurrences(concept).start(0) < excepted) {
                concepts.set(concept);
            }
        }
        return concepts;
    }

    /** Notes what begins at a token. */
    private void word(int token, int to, int shift, boolean withMasked) {
        if (Character.isUpperCase(normalized.charAt(tokens.start(token)))) {
            scan.add(catalog.nameSaying, token + shift, token + shift + 1);
        }
        for (int symbol : tokens.symbols(token)) {
            int node = catalog.trie.first(symbol);
            if (node >= 0) {
                walk(node, token, token, to, shift, withMasked);
            }
        }
    }

    /** Notes the phrases that a node of the trie ends, and those that go on from there. */
    private void walk(int node, int first, int last, int to, int shift, boolean withMasked) {
        if (catalog.sayings.says(node)) {
            scan.add(node, first + shift, last + 1 + shift);
        }
        int next = last + 1;
        if (next == to || !catalog.trie.goesOn(node) || !withMasked && quotations.masked(next)) {
            return;
        }
        for (int symbol : tokens.symbols(next)) {
            int further = catalog.trie.next(node, symbol);
            if (further >= 0) {
                walk(further, first, next, to, shift, withMasked);
            }
        }
    }

    private void quotationsAndEntities(int from, int to, int shift) {
        quotations.emit(from, to, shift, catalog.quotedSaying, scan);
        int startOffset = tokens.start(from);
        int endOffset = tokens.end(to - 1);
        for (int i = entities.firstAtOrAfter(startOffset);
                i < entities.size() && entities.get(i).start() < endOffset;
                i++) {
            Entity entity = entities.get(i);
            int saying = catalog.saying(entity.type());
            int first = tokens.firstAtOrAfter(entity.start());
            int last = tokens.firstAtOrAfter(entity.end());
            if (first >= from && last <= to && last > first) {
                scan.add(saying, first + shift, last + shift);
            } else if (last == first && first > from && entity.end() <= tokens.end(first - 1)) {
                // The entity is a part of one token, as "$1M" or "100万" may be.
                scan.add(saying, first - 1 + shift, first + shift);
            }
        }
    }

    /** What the clause last seen hands to its list items if it is their lead-in: its inheritable concepts in order. */
    int[] handOn(int most) {
        record Handed(int start, int end, int concept) {}
        List<Handed> handed = new ArrayList<>();
        for (int concept : inheritable()) {
            Spans spans = scan.occurrences(concept);
            for (int s = 0; s < spans.size(); s++) {
                if (spans.end(s) > scan.ownStart()) {
                    handed.add(new Handed(spans.start(s), spans.end(s), concept));
                }
            }
        }
        if (handed.isEmpty()) {
            return NOTHING;
        }
        handed.sort(Comparator.comparingInt(Handed::start)
                .thenComparing(Comparator.comparingInt(Handed::end).reversed()));
        return handed.stream()
                .skip(Math.max(0, handed.size() - most))
                .mapToInt(Handed::concept)
                .toArray();
    }

    /** The inheritable concepts of the clause in the order in which they first occur, derived ones last. */
    private Set<Integer> inheritable() {
        Set<Integer> concepts = new LinkedHashSet<>();
        for (int i = 0; i < scan.seen(); i++) {
            add(scan.said(i), concepts);
        }
        scan.derivedToHandOn().forEach(concept -> add(catalog.sayings.of(concept), concepts));
        return concepts;
    }

    private void add(int saying, Set<Integer> concepts) {
        for (int concept : catalog.sayings.inheritable(saying)) {
            concepts.add(concept);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.text.Clause;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.Tokens;
import dev.fineprint.text.entity.Entity;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/** Sees which concepts occur in a stretch of one text, and notes them in a {@link ClauseScan}. One analysis, one thread. */
final class Sightings {
    /** Enough for a place in a clause, and for a concept. */
    private static final int PLACE_BITS = 21;

    private static final int MAX_PLACE = (1 << PLACE_BITS) - 1;

    private final CompiledCatalog catalog;
    private final PhraseWalk walk;
    private final String normalized;
    private final Tokens tokens;
    private final Entities entities;
    private final Quotations quotations;
    private final DefinedTerms terms;
    private final ClauseScan scan;
    private final StopSignal stop;

    /** The inheritable concepts of the clause last seen, as a list and as a set, and where they occur. */
    private final Numbers inheritable = new Numbers();

    private final BitSet listed = new BitSet();
    private long[] handed = new long[16];

    Sightings(
            CompiledCatalog catalog,
            String normalized,
            Tokens tokens,
            Entities entities,
            Quotations quotations,
            List<Clause> clauses,
            ClauseScan scan,
            StopSignal stop) {
        this.catalog = catalog;
        this.walk = catalog.walk;
        this.normalized = normalized;
        this.tokens = tokens;
        this.entities = entities;
        this.quotations = quotations;
        this.scan = scan;
        this.stop = stop;
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
        stop.check();
        if (!catalog.cuesOfTerms.mayOccur(tokens, from, to)) {
            return new BitSet();
        }
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
        boolean last = token + 1 == to || !withMasked && quotations.masked(token + 1);
        for (int symbol : tokens.symbols(token)) {
            int node = walk.first(symbol);
            if (node < 0) {
                continue;
            }
            int record = walk.record(node);
            if (record >= 0) {
                scan.add(node, record, token + shift, token + 1 + shift);
            }
            if (!last && walk.goesOn(node)) {
                walkOn(node, token, token + 1, to, shift, withMasked);
            }
        }
    }

    /** Notes the phrases that go on from a node of the trie with a token. */
    private void walkOn(int node, int first, int next, int to, int shift, boolean withMasked) {
        for (int symbol : tokens.symbols(next)) {
            int further = walk.next(node, symbol);
            if (further < 0) {
                continue;
            }
            int end = next + 1;
            int record = walk.record(further);
            if (record >= 0) {
                scan.add(further, record, first + shift, end + shift);
            }
            if (end < to && walk.goesOn(further) && (withMasked || !quotations.masked(end))) {
                walkOn(further, first, end, to, shift, withMasked);
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
        findInheritable();
        int count = 0;
        for (int i = 0; i < inheritable.size(); i++) {
            Spans spans = scan.occurrences(inheritable.get(i));
            for (int s = 0; s < spans.size(); s++) {
                if (spans.end(s) > scan.ownStart()) {
                    if (count == handed.length) {
                        handed = Arrays.copyOf(handed, count * 2);
                    }
                    handed[count++] = place(spans.start(s), spans.end(s), i);
                }
            }
        }
        Arrays.sort(handed, 0, count);
        int[] last = new int[Math.min(count, most)];
        for (int i = 0; i < last.length; i++) {
            last[i] = inheritable.get((int) (handed[count - last.length + i] & MAX_PLACE));
        }
        return last;
    }

    /** A number by which occurrences are sorted: by start, the longer first, then in the order of their concepts. */
    private static long place(int start, int end, int concept) {
        return ((long) start << PLACE_BITS | MAX_PLACE - end) << PLACE_BITS | concept;
    }

    /** Lists the inheritable concepts of the clause in the order in which they first occur, derived ones last. */
    private void findInheritable() {
        inheritable.clear();
        listed.clear();
        for (int i = 0; i < scan.seen(); i++) {
            addInheritable(scan.said(i));
        }
        for (int concept : scan.derivedToHandOn()) {
            addInheritable(catalog.sayings.of(concept));
        }
    }

    private void addInheritable(int saying) {
        for (int concept : catalog.sayings.inheritable(saying)) {
            if (!listed.get(concept)) {
                listed.set(concept);
                inheritable.add(concept);
            }
        }
    }
}

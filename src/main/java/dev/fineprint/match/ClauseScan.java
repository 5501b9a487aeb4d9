// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.Arrays;

/**
 * What is known of one clause while it is matched: which concepts occur at which token positions. Positions 0 to
 * {@link #ownStart()} - 1 are what the clause inherits from its lead-ins, of which each concept takes one position; its own
 * words follow. Reused from clause to clause and from analysis to analysis; one analysis at a time, one thread.
 *
 * <p>A phrase is noted once, with all that it says: a few dozen concepts may hold for one word, and most of them are never
 * asked for. A concept's occurrences are listed when somebody wants them.
 */
final class ClauseScan {
    /** Before the numbers of occurrences end, everything is cleared and they begin again. */
    private static final int LAST_NUMBER = 1 << 30;

    /** How many numbers are kept of a phrase seen: which it is, where, and the number of its occurrence before. */
    private static final int PHRASE_WIDTH = 4;

    private static final int SAID = 0;
    private static final int START = 1;
    private static final int END = 2;
    private static final int BEFORE = 3;

    /** How many numbers are kept of a concept: in one line of the processor's cache, since a clause asks for a hundred. */
    private static final int CONCEPT_WIDTH = 4;

    /** The number of the link to the phrase that said it last if it is linked; less than the base if there is none. */
    private static final int LAST = 0;

    /** The base of the clause of which its occurrences are listed. */
    private static final int LISTED = 1;

    /** The base of the clause in which it may be derived from others, and nobody has looked. */
    private static final int PENDING = 2;

    /** Where its phrases begin in the sayings, up to those of the next concept. */
    private static final int PHRASES = 3;

    private final int lastNumber;

    /** The phrases seen, in the order in which they start. */
    private int[] phrases = new int[128 * PHRASE_WIDTH];

    private int seen;

    /** For each phrase of the trie the number of its last occurrence; less than {@link #base} if it has none here. */
    private final int[] lastOfPhrase;

    /** What is known of each concept. */
    private final int[] concepts;

    /** For each concept its occurrences, if they are listed. */
    private final Spans[] lists;

    /** For each link the number of the one before of the same concept, and the phrase seen that it leads to. */
    private int[] linkBefore = new int[256];

    private int[] linkTo = new int[256];
    private int links;

    /**
     * Occurrences and links of this clause are numbered from here, so that nothing need be cleared between two clauses. Each
     * clause has a base of its own: whatever is marked with it is of this clause.
     */
    private int base;

    /** The concepts that this clause may have or has by an expression, in their order, and those that nothing else said. */
    private final Numbers postponed = new Numbers();

    private final Numbers newlyDerived = new Numbers();

    private final CompiledCatalog catalog;
    private final Sayings sayings;

    /** Which anchors of the rules of the agenda were seen, as {@link RuleSet} reads it. */
    private final long[] anchors;

    private int ownStart;
    private int size;

    private Spans[] lent = new Spans[64];
    private int lentCount;
    private int[] latest = new int[64];

    ClauseScan(CompiledCatalog catalog) {
        this(catalog, LAST_NUMBER);
    }

    /** For tests: the numbers begin again sooner. */
    ClauseScan(CompiledCatalog catalog, int lastNumber) {
        this.lastNumber = lastNumber;
        sayings = catalog.sayings;
        lastOfPhrase = new int[sayings.phrases()];
        lists = new Spans[catalog.concepts];
        concepts = new int[(catalog.concepts + 1) * CONCEPT_WIDTH];
        for (int concept = 0; concept <= catalog.concepts; concept++) {
            concepts[concept * CONCEPT_WIDTH + PHRASES] = sayings.firstPhrase(concept);
        }
        this.catalog = catalog;
        anchors = new long[catalog.unanchored.length];
    }

    /** Forgets the last clause. */
    void begin(int inherited, int ownTokens) {
        base += Math.max(links, seen) + 1;
        links = 0;
        if (base > lastNumber) {
            Arrays.fill(lastOfPhrase, 0);
            for (int at = 0; at < concepts.length; at += CONCEPT_WIDTH) {
                Arrays.fill(concepts, at, at + PHRASES, 0);
            }
            base = 1;
        }
        seen = 0;
        lentCount = 0;
        postponed.clear();
        newlyDerived.clear();
        System.arraycopy(catalog.unanchored, 0, anchors, 0, anchors.length);
        ownStart = inherited;
        size = inherited + ownTokens;
    }

    int ownStart() {
        return ownStart;
    }

    int size() {
        return size;
    }

    boolean has(int concept) {
        int at = concept * CONCEPT_WIDTH;
        int i = concepts[at + PHRASES];
        int end = concepts[at + CONCEPT_WIDTH + PHRASES];
        if (i == end) {
            lookFor(concept);
            return concepts[at + LAST] >= base;
        }
        for (; i < end; i++) {
            if (lastOfPhrase[sayings.phraseAt(i)] >= base) {
                return true;
            }
        }
        return false;
    }

    /** Whether a concept occurs that {@link Sayings#asked} turned into what can be looked up at once. */
    private boolean hasAsked(int asked) {
        return asked < 0 ? lastOfPhrase[~asked] >= base : has(asked);
    }

    /** The first rule of the agenda that the clause sets off and that is wanted, or -1. */
    int firstRule(RuleSet wanted) {
        return wanted.first(anchors);
    }

    /** The same, at or after another one. */
    int nextRule(RuleSet wanted, int from) {
        return wanted.next(anchors, from);
    }

    /** The same, before a third one. */
    int nextRule(RuleSet wanted, int from, int end) {
        return wanted.next(anchors, from, end);
    }

    /** Where a rule matches that the clause sets off. */
    Spans find(int rule) {
        int[] unsure = catalog.unsure;
        int end = catalog.unsureAt[rule + 1];
        for (int i = catalog.unsureAt[rule]; i < end; i++) {
            if (!hasAsked(unsure[i])) {
                return Spans.NONE;
            }
        }
        Node node = catalog.agenda.rule(rule);
        if (node instanceof Node.Sequence sequence) {
            return sequence.othersPossible(this) ? sequence.matches(this) : Spans.NONE;
        }
        return node == null ? Spans.NONE : node.find(this);
    }

    /** How many phrases were seen. */
    int seen() {
        return seen;
    }

    int said(int i) {
        return phrases[i * PHRASE_WIDTH + SAID];
    }

    /** Notes a saying; what is noted must come sorted by start. */
    void add(int saying, int start, int end) {
        add(saying, sayings.record(saying), start, end);
    }

    /** The same, whose record is known. */
    void add(int saying, int record, int start, int end) {
        int place = seen * PHRASE_WIDTH;
        if (place == phrases.length) {
            phrases = Arrays.copyOf(phrases, place * 2);
        }
        phrases[place + SAID] = saying;
        phrases[place + START] = start;
        phrases[place + END] = end;
        boolean again = false;
        if (saying < lastOfPhrase.length) {
            int last = lastOfPhrase[saying];
            phrases[place + BEFORE] = last;
            again = last >= base;
            lastOfPhrase[saying] = base + seen;
        }
        int[] records = sayings.records();
        int at = record;
        for (int linked = records[at++]; linked > 0; linked--) {
            link(records[at++], seen);
        }
        seen++;
        if (!again) {
            sayings.setOff(at, anchors);
        }
    }

    private void link(int concept, int phrase) {
        if (links == linkTo.length) {
            linkTo = Arrays.copyOf(linkTo, links * 2);
            linkBefore = Arrays.copyOf(linkBefore, links * 2);
        }
        linkTo[links] = phrase;
        int last = concept * CONCEPT_WIDTH + LAST;
        linkBefore[links] = concepts[last];
        concepts[last] = base + links++;
    }

    /** Where a concept occurs, sorted by start, then end. Read only, until the next clause begins. */
    Spans occurrences(int concept) {
        lookFor(concept);
        int at = concept * CONCEPT_WIDTH;
        if (concepts[at + LISTED] == base) {
            return lists[concept];
        }
        Spans list = Spans.NONE;
        int first = concepts[at + PHRASES];
        int end = concepts[at + CONCEPT_WIDTH + PHRASES];
        if (first == end) {
            for (int link = concepts[at + LAST] - base; link >= 0; link = linkBefore[link] - base) {
                list = with(list, linkTo[link]);
            }
        } else {
            for (int i = first; i < end; i++) {
                for (int phrase = lastOfPhrase[sayings.phraseAt(i)] - base;
                        phrase >= 0;
                        phrase = phrases[phrase * PHRASE_WIDTH + BEFORE] - base) {
                    list = with(list, phrase);
                }
            }
        }
        if (list.size() < 2) {
            return list(concept, list);
        }
        list.reverse();
        return list(concept, sorted(list));
    }

    private Spans with(Spans list, int phrase) {
        Spans longer = list.size() == 0 ? borrow() : list;
        int at = phrase * PHRASE_WIDTH;
        longer.add(phrases[at + START], phrases[at + END]);
        return longer;
    }

    private Spans list(int concept, Spans list) {
        lists[concept] = list;
        concepts[concept * CONCEPT_WIDTH + LISTED] = base;
        return list;
    }

    /**
     * Adds the concepts that are expressions over those seen so far, in the order in which they depend on each other. Most
     * are looked for when somebody asks for them; until then whatever depends on them is worth trying.
     */
    void derive(RuleSet wanted) {
        Agenda agenda = catalog.agenda;
        int end;
        for (int rule = firstRule(wanted); rule >= 0; rule = nextRule(wanted, end)) {
            int index = agenda.derivedOf(rule);
            end = agenda.firstOfDerived(index + 1);
            int concept = catalog.derivedConcept(index);
            if (index >= catalog.derivedAtOnce) {
                concepts[concept * CONCEPT_WIDTH + PENDING] = base;
                postponed.add(concept);
                setOff(concept);
                continue;
            }
            if (merge(concept, occurrences(rule, end))) {
                newlyDerived.add(concept);
                setOff(concept);
            }
            for (int hidden : catalog.derived.get(index).hides()) {
                dropInside(hidden, concept);
            }
        }
    }

    private void setOff(int concept) {
        int at = sayings.record(sayings.of(concept));
        sayings.setOff(at + 1 + sayings.records()[at], anchors);
    }

    /** Looks for a concept that may be derived from others, unless somebody has. */
    private void lookFor(int concept) {
        if (concepts[concept * CONCEPT_WIDTH + PENDING] == base) {
            concepts[concept * CONCEPT_WIDTH + PENDING] = 0;
            int index = catalog.derivedOf(concept);
            int end = catalog.agenda.firstOfDerived(index + 1);
            int rule = nextRule(catalog.allDerived, catalog.agenda.firstOfDerived(index), end);
            if (merge(concept, occurrences(rule, end))) {
                newlyDerived.add(concept);
            }
        }
    }

    /** The concepts that lead-ins hand on and that nothing but their expression brought into the clause. */
    int[] derivedToHandOn() {
        for (int i = 0; i < postponed.size(); i++) {
            int concept = postponed.get(i);
            if (sayings.inheritable(sayings.of(concept)).length > 0) {
                lookFor(concept);
            }
        }
        return newlyDerived.toArray();
    }

    /** Where the rules match that the clause sets off, from one of them to the end of their owner. */
    private Spans occurrences(int firstRule, int end) {
        Spans only = Spans.NONE;
        Spans several = Spans.NONE;
        for (int rule = firstRule; rule >= 0; rule = nextRule(catalog.allDerived, rule + 1, end)) {
            Spans each = find(rule);
            if (only.size() == 0) {
                only = each;
            } else if (each.size() > 0) {
                if (several.size() == 0) {
                    several = borrow();
                    several.addAll(only);
                }
                several.addAll(each);
            }
        }
        return several.size() == 0 ? only : several;
    }

    /** Adds to the occurrences of a concept with a name those of an expression. Returns whether it did not occur before. */
    private boolean merge(int concept, Spans more) {
        if (more.size() == 0) {
            return false;
        }
        if (has(concept)) {
            Spans all = borrow();
            all.addAll(occurrences(concept));
            all.addAll(more);
            list(concept, sorted(all));
            return false;
        }
        list(concept, sorted(more));
        link(concept, 0);
        return true;
    }

    /** Drops the occurrences of one concept that lie inside an occurrence of another. */
    void dropInside(int hidden, int hider) {
        if (!has(hidden) || !has(hider)) {
            return;
        }
        Spans around = occurrences(hider);
        Spans all = occurrences(hidden);
        Spans kept = borrow();
        for (int i = 0; i < all.size(); i++) {
            if (!around.anyAround(all.start(i), all.end(i))) {
                kept.add(all.start(i), all.end(i));
            }
        }
        list(hidden, kept);
        if (kept.size() == 0) {
            concepts[hidden * CONCEPT_WIDTH + LAST] = 0;
        }
    }

    /** An empty list, lent until the next clause begins. */
    Spans borrow() {
        if (lentCount == lent.length) {
            lent = Arrays.copyOf(lent, lentCount * 2);
        }
        Spans spans = lent[lentCount];
        if (spans == null) {
            spans = new Spans();
            lent[lentCount] = spans;
        }
        lentCount++;
        spans.clear();
        return spans;
    }

    /** The spans sorted by start, then end, without repetitions: they themselves if they are so already. */
    Spans sorted(Spans spans) {
        if (spans.isSorted()) {
            return spans;
        }
        Spans sorted = borrow();
        sorted.addSorted(spans);
        return sorted;
    }

    /** For each position, the span that ends last at or before it (of those that end alike, the longest), or -1. */
    int[] latestByEnd(Spans spans) {
        int n = size + 1;
        if (latest.length < n) {
            latest = new int[Math.max(n, latest.length * 2)];
        }
        Arrays.fill(latest, 0, n, -1);
        for (int i = 0; i < spans.size(); i++) {
            int end = spans.end(i);
            int known = latest[end];
            if (known < 0 || spans.start(known) > spans.start(i)) {
                latest[end] = i;
            }
        }
        for (int p = 1; p < n; p++) {
            if (latest[p] < 0) {
                latest[p] = latest[p - 1];
            }
        }
        return latest;
    }
}

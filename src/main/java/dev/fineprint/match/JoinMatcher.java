// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.Derived;
import dev.fineprint.text.Clause;
import dev.fineprint.text.Language;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.Tokenizer;
import dev.fineprint.text.Tokens;
import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Matches by joining sorted occurrence lists, clause by clause. */
final class JoinMatcher implements ClauseMatcher {
    /** Tokens of a clause looked at together; a longer clause is read in overlapping windows. */
    private static final int WINDOW = 640;

    private static final int WINDOW_STEP = 480;

    /** Concepts a list item inherits at the most, the nearest lead-in's first kept. */
    private static final int MAX_INHERITED = 32;

    private static final int[] NOTHING = {};

    private final CompiledCatalog catalog;
    private final Tokenizer tokenizer;
    private final EntityReader entities = EntityReader.create();
    private final ValueReading values;

    JoinMatcher(CompiledCatalog catalog) {
        this.catalog = catalog;
        this.tokenizer = Tokenizer.of(catalog.vocabulary);
        this.values = new ValueReading(catalog);
    }

    @Override
    public MatchResult match(LicenseText text, Segmentation segmentation) {
        Run run = new Run(text, segmentation, false);
        List<ClauseMatch> matches = run.match();
        return new MatchResult(matches, run.alarms, run.unexplained);
    }

    @Override
    public List<ClauseMatch> explain(LicenseText text, Segmentation segmentation) {
        return new Run(text, segmentation, true).match();
    }

    /** Shows what occurs in each clause, window by window, to somebody who checks the joins: the tests' oracle. */
    void visit(LicenseText text, Segmentation segmentation, BiConsumer<Clause, ClauseScan> visitor) {
        Run run = new Run(text, segmentation, true);
        run.visitor = visitor;
        run.match();
    }

    /** A pattern's match in one window. */
    private record Hit(CompiledPattern pattern, int start, int end) {}

    /** The state of one analysis. */
    private final class Run {
        private final LicenseText text;
        private final String normalized;
        private final List<Clause> clauses;
        private final Tokens tokens;
        private final Entities found;
        private final Quotations quotations;
        private final DefinedTerms terms;
        private final ClauseScan scan = new ClauseScan(catalog.conceptNames.size());
        private final BitSet isLeadIn = new BitSet();
        private final int[] @Nullable [] handedOn;
        private final int[] patternStamp = new int[catalog.patterns.size()];
        private final boolean explaining;
        private final List<Hit> hits = new ArrayList<>();
        private String language = "";
        private final List<MatchResult.Alarm> alarms = new ArrayList<>();
        private final List<Clause> unexplained = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();
        private int stamp;
        private boolean withMasked;
        private @Nullable BiConsumer<Clause, ClauseScan> visitor;

        Run(LicenseText text, Segmentation segmentation, boolean explaining) {
            this.text = text;
            this.explaining = explaining;
            this.normalized = text.normalized();
            this.clauses = segmentation.clauses();
            this.tokens = tokenizer.tokenize(normalized);
            this.found = new Entities(entities.read(normalized, 0, normalized.length()));
            this.quotations = Quotations.of(normalized, tokens);
            this.handedOn = new int[clauses.size()][];
            for (Clause clause : clauses) {
                for (int leadIn : clause.leadIns()) {
                    isLeadIn.set(leadIn);
                }
            }
            this.terms = DefinedTerms.find(catalog, normalized, tokens, quotations, clauses, this::conceptsOf);
        }

        List<ClauseMatch> match() {
            List<ClauseMatch> matches = new ArrayList<>();
            for (Clause clause : clauses) {
                int from = tokens.firstAtOrAfter(clause.start());
                int to = tokens.firstAtOrAfter(clause.end());
                int[] inherited = inherited(clause);
                if (from == to) {
                    continue;
                }
                if (to - from <= WINDOW) {
                    matchWindow(clause, from, to, inherited, matches);
                } else {
                    matchLong(clause, from, to, inherited, matches);
                }
            }
            if (!explaining && !answered.isEmpty()) {
                matches.removeIf(match -> answered.contains(match.kind().id()));
            }
            return matches;
        }

        private void matchLong(Clause clause, int from, int to, int[] inherited, List<ClauseMatch> matches) {
            List<ClauseMatch> all = new ArrayList<>();
            int alarmsBefore = alarms.size();
            int unexplainedBefore = unexplained.size();
            for (int start = from; ; start += WINDOW_STEP) {
                int end = Math.min(to, start + WINDOW);
                matchWindow(clause, start, end, inherited, all);
                if (end == to) {
                    break;
                }
            }
            // The windows are one clause: a pattern in any of them explains it, and it gives one alarm at the most.
            int alarmsKept = all.isEmpty() ? Math.min(alarms.size(), alarmsBefore + 1) : alarmsBefore;
            alarms.subList(alarmsKept, alarms.size()).clear();
            boolean silent = all.isEmpty() && alarmsKept == alarmsBefore;
            int unexplainedKept = silent ? Math.min(unexplained.size(), unexplainedBefore + 1) : unexplainedBefore;
            unexplained.subList(unexplainedKept, unexplained.size()).clear();
            Set<String> kinds = new HashSet<>();
            for (ClauseMatch match : all) {
                if (kinds.add(match.kind().id())) {
                    matches.add(match);
                }
            }
        }

        private int[] inherited(Clause clause) {
            if (clause.leadIns().isEmpty() || clause.continuation()) {
                return NOTHING;
            }
            int[] all = new int[MAX_INHERITED];
            int n = 0;
            for (int i = clause.leadIns().size() - 1; i >= 0; i--) {
                int[] handed = handedOn[clause.leadIns().get(i)];
                if (handed == null || handed.length == 0) {
                    continue;
                }
                int room = Math.min(handed.length, MAX_INHERITED - n);
                // The outer lead-ins stand further left.
                System.arraycopy(all, 0, all, room, n);
                System.arraycopy(handed, handed.length - room, all, 0, room);
                n += room;
            }
            return n == 0 ? NOTHING : Arrays.copyOf(all, n);
        }

        /** Fills {@link #scan} with what occurs between two tokens. */
        private void fill(int from, int to, int[] inherited, boolean withTerms) {
            int own = inherited.length;
            scan.begin(own, to - from);
            for (int i = 0; i < own; i++) {
                scan.add(inherited[i], i, i + 1);
            }
            PhraseTrie trie = catalog.trie;
            for (int i = from; i < to; i++) {
                if (withTerms) {
                    terms.emit(tokens, i, to, own - from, scan);
                }
                if (masked(i)) {
                    continue;
                }
                if (Character.isUpperCase(normalized.charAt(tokens.start(i)))) {
                    scan.add(catalog.name, own + i - from, own + i - from + 1);
                }
                if (tokens.symbols(i).length > 0) {
                    walk(trie, PhraseTrie.root(), i, i, to, own - from);
                }
            }
            quotations.emit(from, to, own - from, catalog.quoted, scan);
            emitEntities(from, to, own - from);
            derive();
        }

        private boolean masked(int token) {
            return !withMasked && quotations.masked(token);
        }

        private void walk(PhraseTrie trie, int node, int start, int at, int to, int shift) {
            for (int symbol : tokens.symbols(at)) {
                int next = trie.next(node, symbol);
                if (next < 0) {
                    continue;
                }
                for (int concept : trie.concepts(next)) {
                    scan.add(concept, start + shift, at + 1 + shift);
                }
                if (at + 1 < to && trie.goesOn(next) && !masked(at + 1)) {
                    walk(trie, next, start, at + 1, to, shift);
                }
            }
        }

        private void emitEntities(int from, int to, int shift) {
            int startOffset = tokens.start(from);
            int endOffset = tokens.end(to - 1);
            for (Entity entity : found.startingWithin(startOffset, endOffset)) {
                int concept = catalog.entities.getOrDefault(entity.type(), -1);
                int first = tokens.firstAtOrAfter(entity.start());
                int last = tokens.firstAtOrAfter(entity.end());
                if (first >= from && last <= to && last > first) {
                    scan.add(concept, first + shift, last + shift);
                } else if (last == first && first > from && entity.end() <= tokens.end(first - 1)) {
                    // The entity is a part of one token, as "$1M" or "100万" may be.
                    scan.add(concept, first - 1 + shift, first + shift);
                }
            }
        }

        private void derive() {
            BitSet due = new BitSet(catalog.derived.size());
            int seen = 0;
            int next = 0;
            while (true) {
                for (; seen < scan.presentCount(); seen++) {
                    for (int d : catalog.derivedByAnchor[scan.present(seen)]) {
                        if (d >= next) {
                            due.set(d);
                        }
                    }
                }
                next = due.nextSetBit(next);
                if (next < 0) {
                    return;
                }
                Derived derived = catalog.derived.get(next);
                Node node = derived.node();
                if (node != null && node.possible(scan)) {
                    Spans spans = scan.borrow();
                    node.eval(scan, spans);
                    scan.merge(derived.concept(), spans);
                    scan.giveBack(spans);
                }
                for (int hidden : derived.hides()) {
                    scan.dropInside(hidden, derived.concept());
                }
                next++;
            }
        }

        private BitSet conceptsOf(int from, int to, boolean masked) {
            withMasked = masked;
            fill(from, to, NOTHING, false);
            withMasked = false;
            // What a definition excepts is not what its term says.
            int excepted = catalog.carveOut >= 0 && scan.has(catalog.carveOut)
                    ? scan.firstStart(catalog.carveOut)
                    : Integer.MAX_VALUE;
            BitSet concepts = new BitSet();
            for (int i = 0; i < scan.presentCount(); i++) {
                if (scan.has(scan.present(i)) && scan.firstStart(scan.present(i)) < excepted) {
                    concepts.set(scan.present(i));
                }
            }
            return concepts;
        }

        private void matchWindow(Clause clause, int from, int to, int[] inherited, List<ClauseMatch> matches) {
            fill(from, to, inherited, true);
            if (isLeadIn.get(clause.index())) {
                handedOn[clause.index()] = handOn();
            }
            if (clause.type() == Clause.Type.HEADING) {
                return;
            }
            if (clause.language() == Language.OTHER) {
                unexplained.add(clause);
                return;
            }
            if (visitor != null) {
                visitor.accept(clause, scan);
            }
            for (int kind = 0; kind < catalog.answers.length; kind++) {
                if (catalog.answers[kind] >= 0 && scan.has(catalog.answers[kind])) {
                    answered.add(catalog.kinds.get(kind).source().id());
                }
            }
            stamp++;
            hits.clear();
            language = clause.language().code();
            @Nullable Hit[] best = new Hit[catalog.kinds.size()];
            boolean any = false;
            for (int i = 0; i < scan.presentCount(); i++) {
                for (int p : catalog.patternsByAnchor[scan.present(i)]) {
                    any |= tryPattern(p, best);
                }
            }
            for (int p : catalog.patternsWithoutAnchor) {
                any |= tryPattern(p, best);
            }
            if (any && explaining) {
                ValueReading.Clause reading = values.begin(text, tokens, quotations, found, scan, from, to);
                hits.forEach(hit -> matches.add(found(clause, from, hit, reading)));
            } else if (any) {
                report(clause, from, to, best, matches);
            } else {
                watch(clause, from);
            }
        }

        /** The safety net: words that bind, in a clause that no pattern describes. */
        private void watch(Clause clause, int from) {
            if (isLeadIn.get(clause.index())) {
                // Its items say what is forbidden or asked, each under what it hands on to them.
                return;
            }
            if (catalog.ordinary >= 0 && scan.has(catalog.ordinary)) {
                return;
            }
            if (catalog.safetyNet < 0 || !scan.has(catalog.safetyNet)) {
                unexplained.add(clause);
                return;
            }
            Spans spans = scan.borrow();
            scan.copyOccurrences(catalog.safetyNet, spans);
            int own = scan.ownStart();
            int start = Math.max(spans.start(0), own);
            int end = Math.max(spans.end(0), start + 1);
            scan.giveBack(spans);
            alarms.add(
                    new MatchResult.Alarm(clause, tokens.start(from + start - own), tokens.end(from + end - 1 - own)));
        }

        private boolean tryPattern(int p, @Nullable Hit[] best) {
            if (patternStamp[p] == stamp) {
                return false;
            }
            patternStamp[p] = stamp;
            CompiledPattern pattern = catalog.patterns.get(p);
            // Concepts unite the languages; a pattern and its vetoes are written for one of them.
            if (!pattern.source().lang().equals(language) || !pattern.node().possible(scan)) {
                return false;
            }
            Spans spans = scan.borrow();
            pattern.node().eval(scan, spans);
            Hit hit = null;
            for (int i = 0; i < spans.size(); i++) {
                int start = Math.max(spans.start(i), scan.ownStart());
                int end = spans.end(i);
                // The first match counts; of those that start alike, the longest says most.
                boolean better = hit == null || start == hit.start() && end > hit.end();
                if (better && end > start && !excepted(pattern, spans.start(i), end)) {
                    hit = new Hit(pattern, start, end);
                }
            }
            scan.giveBack(spans);
            if (hit == null || anyMatch(pattern.unless())) {
                return false;
            }
            Hit known = best[pattern.kind()];
            if (known == null && anyMatch(catalog.kinds.get(pattern.kind()).unless())) {
                return false;
            }
            if (explaining) {
                hits.add(hit);
            }
            if (known == null || p < known.pattern().index()) {
                best[pattern.kind()] = hit;
            }
            return true;
        }

        private boolean excepted(CompiledPattern pattern, int start, int end) {
            for (Node node : pattern.except()) {
                if (!node.possible(scan)) {
                    continue;
                }
                Spans spans = scan.borrow();
                node.eval(scan, spans);
                boolean overlaps = false;
                for (int i = 0; i < spans.size(); i++) {
                    overlaps |= spans.start(i) < end && start < spans.end(i);
                }
                scan.giveBack(spans);
                if (overlaps) {
                    return true;
                }
            }
            return false;
        }

        private boolean anyMatch(Node[] nodes) {
            for (Node node : nodes) {
                if (!node.possible(scan)) {
                    continue;
                }
                Spans spans = scan.borrow();
                node.eval(scan, spans);
                boolean matched = spans.size() > 0;
                scan.giveBack(spans);
                if (matched) {
                    return true;
                }
            }
            return false;
        }

        private void report(Clause clause, int from, int to, @Nullable Hit[] best, List<ClauseMatch> matches) {
            ValueReading.Clause reading = values.begin(text, tokens, quotations, found, scan, from, to);
            boolean[] silenced = new boolean[best.length];
            for (int k = 0; k < best.length; k++) {
                Hit hit = best[k];
                if (hit == null) {
                    continue;
                }
                CompiledKind kind = catalog.kinds.get(k);
                // A lead-in that names no domain itself leaves the forbidden uses to its items.
                silenced[k] = isLeadIn.get(clause.index()) && reading.leavesDomainsToItems(kind);
                for (int other : kind.yieldsTo()) {
                    Hit stronger = best[other];
                    if (stronger != null
                            && stronger.start() < hit.end()
                            && hit.start() < stronger.end()
                            && !reading.standsByItself(kind)) {
                        silenced[k] = true;
                    }
                }
            }
            for (int k = 0; k < best.length; k++) {
                Hit hit = best[k];
                if (hit != null && !silenced[k]) {
                    matches.add(found(clause, from, hit, reading));
                }
            }
        }

        private ClauseMatch found(Clause clause, int from, Hit hit, ValueReading.Clause reading) {
            CompiledKind kind = catalog.kinds.get(hit.pattern().kind());
            int own = scan.ownStart();
            return new ClauseMatch(
                    clause,
                    kind.source(),
                    hit.pattern().source(),
                    tokens.start(from + hit.start() - own),
                    tokens.end(from + hit.end() - 1 - own),
                    reading.read(kind, hit.start(), hit.end()),
                    reading.condition());
        }

        /** What a lead-in hands to its list items: its inheritable concepts in order. */
        private int[] handOn() {
            Spans spans = scan.borrow();
            List<long[]> handed = new ArrayList<>();
            for (int i = 0; i < scan.presentCount(); i++) {
                int concept = scan.present(i);
                if (!catalog.inherits[concept]) {
                    continue;
                }
                spans.clear();
                scan.copyOccurrences(concept, spans);
                for (int s = 0; s < spans.size(); s++) {
                    if (spans.end(s) > scan.ownStart()) {
                        handed.add(new long[] {spans.start(s), spans.end(s), concept});
                    }
                }
            }
            scan.giveBack(spans);
            handed.sort((a, b) -> a[0] != b[0] ? Long.compare(a[0], b[0]) : Long.compare(b[1], a[1]));
            List<Integer> concepts = handed.stream().map(h -> (int) h[2]).toList();
            int keep = Math.min(concepts.size(), MAX_INHERITED);
            return concepts.subList(concepts.size() - keep, concepts.size()).stream()
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
    }
}

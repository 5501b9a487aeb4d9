// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.text.Clause;
import dev.fineprint.text.Language;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.Tokenizer;
import dev.fineprint.text.Tokens;
import dev.fineprint.text.entity.EntityReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    /** Scans of analyses that ended, one for each thread that reads at a time: their tables need no clearing. */
    private final Queue<ClauseScan> spare = new ConcurrentLinkedQueue<>();

    JoinMatcher(CompiledCatalog catalog) {
        this.catalog = catalog;
        this.tokenizer = Tokenizer.of(catalog.vocabulary);
        this.values = new ValueReading(catalog);
    }

    @Override
    public MatchResult match(LicenseText text, Segmentation segmentation, StopSignal stop) {
        Run run = new Run(text, segmentation, false, stop);
        List<ClauseMatch> matches = run.match();
        return new MatchResult(matches, run.alarms, run.unexplained);
    }

    @Override
    public List<ClauseMatch> explain(LicenseText text, Segmentation segmentation) {
        return new Run(text, segmentation, true, StopSignal.onInterrupt()).match();
    }

    /** Shows what occurs in each clause, window by window, to somebody who checks the joins: the tests' oracle. */
    void visit(LicenseText text, Segmentation segmentation, BiConsumer<Clause, ClauseScan> visitor) {
        Run run = new Run(text, segmentation, true, StopSignal.onInterrupt());
        run.visitor = visitor;
        run.match();
    }

    /** A pattern's match in one window. */
    private record Hit(CompiledPattern pattern, int start, int end) {}

    /** The state of one analysis. */
    private final class Run {
        private final LicenseText text;
        private final List<Clause> clauses;
        private final Tokens tokens;
        private final Entities found;
        private final Quotations quotations;
        private final ClauseScan scan;
        private final Sightings sightings;
        private final BitSet isLeadIn = new BitSet();
        private final int[] @Nullable [] handedOn;
        private final boolean explaining;
        private final StopSignal stop;
        private final List<Hit> hits = new ArrayList<>();

        /** The best match of each kind in the clause. */
        private final @Nullable Hit[] best = new Hit[catalog.kinds.size()];

        private final List<MatchResult.Alarm> alarms = new ArrayList<>();
        private final List<Clause> unexplained = new ArrayList<>();
        private final Set<String> answered = new HashSet<>();
        private @Nullable BiConsumer<Clause, ClauseScan> visitor;

        Run(LicenseText text, Segmentation segmentation, boolean explaining, StopSignal stop) {
            ClauseScan used = spare.poll();
            this.scan = used == null ? new ClauseScan(catalog) : used;
            this.stop = stop;
            this.text = text;
            this.explaining = explaining;
            String normalized = text.normalized();
            this.clauses = segmentation.clauses();
            this.tokens = tokenizer.tokenize(text, stop);
            this.found = new Entities(entities.read(normalized, 0, normalized.length(), stop));
            this.quotations = Quotations.of(normalized, tokens, stop);
            this.handedOn = new int[clauses.size()][];
            for (int i = 0; i < clauses.size(); i++) {
                List<Integer> leadIns = clauses.get(i).leadIns();
                for (int j = 0; j < leadIns.size(); j++) {
                    isLeadIn.set(leadIns.get(j));
                }
            }
            this.sightings = new Sightings(catalog, normalized, tokens, found, quotations, clauses, scan, stop);
        }

        List<ClauseMatch> match() {
            List<ClauseMatch> matches = new ArrayList<>();
            int to = 0;
            for (Clause clause : clauses) {
                int from = tokens.firstAtOrAfter(clause.start(), to);
                to = tokens.firstAtOrAfter(clause.end(), from);
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
            spare.add(scan);
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
            boolean explained = all.stream().anyMatch(match -> !match.pattern().tentative());
            if (explained && !explaining) {
                all.removeIf(match -> match.pattern().tentative());
            }
            int alarmsKept = !explained ? Math.min(alarms.size(), alarmsBefore + 1) : alarmsBefore;
            alarms.subList(alarmsKept, alarms.size()).clear();
            boolean silent = !explained && alarmsKept == alarmsBefore;
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

        private void matchWindow(Clause clause, int from, int to, int[] inherited, List<ClauseMatch> matches) {
            stop.check();
            boolean leadIn = isLeadIn.get(clause.index());
            boolean heading = clause.type() == Clause.Type.HEADING;
            boolean foreign = clause.language() == Language.OTHER;
            if (leadIn || !heading && !foreign) {
                sightings.fill(from, to, inherited);
            }
            if (leadIn) {
                handedOn[clause.index()] = sightings.handOn(MAX_INHERITED);
            }
            if (heading) {
                return;
            }
            if (foreign) {
                unexplained.add(clause);
                return;
            }
            if (visitor != null) {
                visitor.accept(clause, scan);
            }
            for (int[] answer : catalog.answers) {
                if (scan.has(answer[0])) {
                    answered.add(catalog.kinds.get(answer[1]).source().id());
                }
            }
            hits.clear();
            // Concepts unite the languages; a pattern and its vetoes are written for one of them.
            Arrays.fill(best, null);
            boolean any = tryPatterns(clause.language(), false);
            if (explaining) {
                any |= tryPatterns(clause.language(), true);
            }
            if (any && explaining) {
                ValueReading.Clause reading = values.begin(text, tokens, quotations, found, scan, from, to);
                hits.forEach(hit -> matches.add(found(clause, from, hit, reading)));
            } else if (any) {
                report(clause, from, to, matches);
            } else {
                if (!leadIn && tryPatterns(clause.language(), true)) {
                    report(clause, from, to, matches);
                }
                watch(clause, from);
            }
        }

        private boolean tryPatterns(Language language, boolean tentative) {
            boolean any = false;
            RuleSet wanted = catalog.patternsIn(language, tentative);
            int end;
            for (int rule = scan.firstRule(wanted); rule >= 0; rule = scan.nextRule(wanted, end)) {
                end = catalog.agenda.endOfOwner(rule);
                any |= tryPattern(rule, end, wanted);
            }
            return any;
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
            Spans spans = scan.occurrences(catalog.safetyNet);
            int own = scan.ownStart();
            int start = Math.max(spans.start(0), own);
            int end = Math.max(spans.end(0), start + 1);
            alarms.add(
                    new MatchResult.Alarm(clause, tokens.start(from + start - own), tokens.end(from + end - 1 - own)));
        }

        /** Notes a pattern's match as the best of its kind, unless an earlier pattern of the kind has one. */
        private boolean tryPattern(int rule, int end, RuleSet wanted) {
            CompiledPattern pattern = catalog.patterns.get(catalog.agenda.patternOf(rule));
            boolean first = best[pattern.kind()] == null;
            if (!first && !explaining) {
                return false;
            }
            Hit hit = hit(pattern, rule, end, wanted);
            if (hit == null || anyMatch(pattern.unless()) || first && anyMatch(catalog.kindVetoes[pattern.index()])) {
                return false;
            }
            hits.add(hit);
            if (first) {
                best[pattern.kind()] = hit;
            }
            return true;
        }

        private @Nullable Hit hit(CompiledPattern pattern, int first, int endOfRules, RuleSet wanted) {
            int hitStart = Integer.MAX_VALUE;
            int hitEnd = 0;
            Spans excepted = null;
            for (int rule = first; rule >= 0; rule = scan.nextRule(wanted, rule + 1, endOfRules)) {
                Spans spans = scan.find(rule);
                for (int i = 0; i < spans.size(); i++) {
                    int start = Math.max(spans.start(i), scan.ownStart());
                    int end = spans.end(i);
                    // The first match counts; of those that start alike, the longest says most.
                    boolean better = start < hitStart || start == hitStart && end > hitEnd;
                    if (!better || end <= start) {
                        continue;
                    }
                    if (excepted == null) {
                        excepted = Node.findAll(scan, pattern.except());
                    }
                    if (!excepted.anyOverlaps(spans.start(i), end)) {
                        hitStart = start;
                        hitEnd = end;
                    }
                }
            }
            return hitEnd == 0 ? null : new Hit(pattern, hitStart, hitEnd);
        }

        private boolean anyMatch(Node[] nodes) {
            for (Node node : nodes) {
                if (node.find(scan).size() > 0) {
                    return true;
                }
            }
            return false;
        }

        private void report(Clause clause, int from, int to, List<ClauseMatch> matches) {
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
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Effect;
import dev.fineprint.identify.Change;
import dev.fineprint.identify.LicenseComparison;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lays two reports side by side. Immutable; thread-safe. */
final class DiffBuilder {
    /** Of a passage outside the clauses fewer words are not told: the stumps that clauses leave behind. */
    private static final int FEWEST_WORDS = 3;

    private static final int LONGEST_MARKER = 8;

    private static final List<String> STRICTNESS = List.of("states", "reserves", "permits-if", "requires", "forbids");
    private static final List<String> CONSEQUENCES = List.of("branding", "license-required", "prohibited");

    private final DiffWording wording;

    DiffBuilder(DiffWording wording) {
        this.wording = wording;
    }

    LicenseDiff build(
            LicenseText oldText, LicenseReport before, LicenseText newText, LicenseReport after, StopSignal stop) {
        List<Saying> olds = sayings(oldText, before);
        List<Saying> news = sayings(newText, after);
        Pairing pairing = Pairing.of(olds, news, stop);
        LicenseComparison words = LicenseComparison.of(oldText, newText, stop);
        Context context = new Context(before, after, words);
        List<ClauseChange> changes = new ArrayList<>();
        for (Pairing.Pair pair : pairing.pairs()) {
            stop.check();
            changes.add(both(pair, context));
        }
        for (Saying old : pairing.onlyOld()) {
            stop.checkAt(changes.size());
            changes.add(one(ClauseChange.Type.VANISHED, old.finding(), context));
        }
        for (Saying each : pairing.onlyNew()) {
            stop.checkAt(changes.size());
            changes.add(one(ClauseChange.Type.APPEARED, each.finding(), context));
        }
        changes.sort(Comparator.comparing(ClauseChange::type)
                .thenComparing(change -> gravity(change.effect()))
                .thenComparingInt(change -> change.clause().span().start()));
        List<TextChange> others = others(words, oldText, before, newText, after);
        return new LicenseDiff(
                before,
                after,
                words.beforeKept(),
                words.afterKept(),
                wording.summary(words.same(), changes, others.size()),
                wording.meanings(before, after, changes, context),
                changes,
                others);
    }

    private static int gravity(Effect effect) {
        return switch (effect) {
            case RESTRICTS -> 0;
            case BURDENS -> 1;
            case REVIEW -> 2;
            case COMPATIBLE -> 3;
        };
    }

    private static List<Saying> sayings(LicenseText text, LicenseReport report) {
        return report.findings().stream()
                .map(finding -> Saying.of(finding, text.normalized()))
                .toList();
    }

    /** What both texts say of each kind, all its clauses together. */
    static final class Context {
        private final LicenseReport before;
        private final LicenseReport after;
        private final Alterations gone;
        private final Alterations come;

        Context(LicenseReport before, LicenseReport after, LicenseComparison words) {
            this.before = before;
            this.after = after;
            this.gone = Alterations.of(words.differences().stream()
                    .map(each -> new int[] {each.beforeStart(), each.beforeEnd(), each.afterEnd() - each.afterStart()})
                    .toList());
            this.come = Alterations.of(words.differences().stream()
                    .map(each -> new int[] {each.afterStart(), each.afterEnd(), each.beforeEnd() - each.beforeStart()})
                    .toList());
        }

        /**
         * Whether a clause that one text alone is found to have stands in the other too, only read otherwise: because of
         * a lead-in, a definition, an exception, or because no pattern knows the new wording. True where the words by
         * which it was recognised are there, or where most of the clause is and some of it was put otherwise; not where
         * words were merely taken out of it, or put into it.
         */
        boolean wordsStay(Finding finding, boolean appeared) {
            Alterations alterations = appeared ? come : gone;
            boolean recognisable = !finding.evidence().isEmpty()
                    && finding.evidence().stream().allMatch(span -> alterations.within(span.start(), span.end()) == 0);
            int length = finding.spans().stream().mapToInt(Span::length).sum();
            int altered = finding.spans().stream()
                    .mapToInt(span -> alterations.within(span.start(), span.end()))
                    .sum();
            boolean put =
                    finding.spans().stream().anyMatch(span -> alterations.isPutOtherwise(span.start(), span.end()));
            return recognisable || put && altered * 2 < length;
        }

        boolean wasThere(String kind) {
            return before.kind(kind).isPresent();
        }

        boolean isThere(String kind) {
            return after.kind(kind).isPresent();
        }

        Set<String> entriesBefore(String kind, String name) {
            return entries(before, kind, name);
        }

        Set<String> entriesAfter(String kind, String name) {
            return entries(after, kind, name);
        }

        private static Set<String> entries(LicenseReport report, String kind, String name) {
            Set<String> entries = new LinkedHashSet<>();
            for (Finding finding : report.findings()) {
                if (finding.kind().equals(kind) && finding.params().get(name) instanceof List<?> list) {
                    list.forEach(entry -> entries.add(String.valueOf(entry)));
                }
            }
            return entries;
        }
    }

    private ClauseChange both(Pairing.Pair pair, Context context) {
        Finding old = pair.before().finding();
        Finding now = pair.after().finding();
        List<ValueChange> values = values(old, now);
        boolean sameWords = pair.before().words().equals(pair.after().words());
        ClauseChange.Type type = !values.isEmpty()
                ? ClauseChange.Type.CHANGED
                : !sameWords
                        ? ClauseChange.Type.REWORDED
                        : pair.moved() ? ClauseChange.Type.MOVED : ClauseChange.Type.UNCHANGED;
        ClauseChange.Direction direction = switch (type) {
            case CHANGED -> direction(now, values, context);
            case REWORDED ->
                now.effect() == Effect.COMPATIBLE ? ClauseChange.Direction.SAME : ClauseChange.Direction.UNCLEAR;
            default -> ClauseChange.Direction.SAME;
        };
        return new ClauseChange(
                type,
                pair.moved(),
                direction,
                now.kind(),
                now.effect(),
                Optional.of(old),
                Optional.of(now),
                values,
                sameWords ? List.of() : words(old, now),
                wording.meaning(type, direction, old, now, values, context));
    }

    private ClauseChange one(ClauseChange.Type type, Finding finding, Context context) {
        boolean appeared = type == ClauseChange.Type.APPEARED;
        ClauseChange.Direction direction = onlyOne(finding, appeared, context);
        return new ClauseChange(
                type,
                false,
                direction,
                finding.kind(),
                finding.effect(),
                appeared ? Optional.empty() : Optional.of(finding),
                appeared ? Optional.of(finding) : Optional.empty(),
                List.of(),
                List.of(),
                appeared ? wording.appeared(finding, context) : wording.vanished(finding, context));
    }

    /** A clause more or less is a step unless what it names is named in the other text too. */
    private static ClauseChange.Direction onlyOne(Finding finding, boolean appeared, Context context) {
        if (finding.effect() == Effect.COMPATIBLE) {
            return ClauseChange.Direction.SAME;
        }
        if (finding.effect() == Effect.REVIEW || context.wordsStay(finding, appeared)) {
            return ClauseChange.Direction.UNCLEAR;
        }
        for (Map.Entry<String, Object> value : finding.params().entrySet()) {
            if (value.getValue() instanceof List<?> list && !list.isEmpty()) {
                Set<String> there = appeared
                        ? context.entriesBefore(finding.kind(), value.getKey())
                        : context.entriesAfter(finding.kind(), value.getKey());
                if (there.containsAll(list)) {
                    return ClauseChange.Direction.UNCLEAR;
                }
            }
        }
        return appeared ? ClauseChange.Direction.STRICTER : ClauseChange.Direction.LOOSER;
    }

    private static List<ValueChange> values(Finding old, Finding now) {
        Set<String> names = new LinkedHashSet<>(old.params().keySet());
        names.addAll(now.params().keySet());
        List<ValueChange> changes = new ArrayList<>();
        for (String name : names) {
            @Nullable Object one = old.params().get(name);
            @Nullable Object other = now.params().get(name);
            if (!equal(one, other)) {
                changes.add(new ValueChange(name, Optional.ofNullable(one), Optional.ofNullable(other)));
            }
        }
        if (old.attitude().isPresent()
                && now.attitude().isPresent()
                && !old.attitude().equals(now.attitude())) {
            changes.add(new ValueChange(
                    ValueChange.ATTITUDE,
                    old.attitude().map(each -> (Object) each.code()),
                    now.attitude().map(each -> (Object) each.code())));
        }
        return changes;
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return one instanceof List<?> a && other instanceof List<?> b
                ? new HashSet<>(a).equals(new HashSet<>(b))
                : Objects.equals(one, other);
    }

    private static ClauseChange.Direction direction(Finding now, List<ValueChange> values, Context context) {
        if (now.effect() == Effect.COMPATIBLE) {
            return ClauseChange.Direction.SAME;
        }
        Set<ClauseChange.Direction> steps = new LinkedHashSet<>();
        for (ValueChange value : values) {
            ClauseChange.Direction step = step(now.kind(), value, context);
            if (step != ClauseChange.Direction.SAME) {
                steps.add(step);
            }
        }
        return steps.isEmpty()
                ? ClauseChange.Direction.SAME
                : steps.size() == 1 ? steps.iterator().next() : ClauseChange.Direction.UNCLEAR;
    }

    private static ClauseChange.Direction step(String kind, ValueChange value, Context context) {
        if (value.isList()) {
            return listStep(kind, value, context);
        }
        if (value.before().isEmpty() || value.after().isEmpty()) {
            return ClauseChange.Direction.UNCLEAR;
        }
        Object old = value.before().get();
        Object now = value.after().get();
        return switch (value.name()) {
            // a ceiling for the user: what is above it needs a licence or is forbidden
            case "threshold", "amount" -> compared(now, old);
            case "years" -> compared(old, now);
            case "consequence" -> compared(rank(CONSEQUENCES, old), rank(CONSEQUENCES, now));
            case ValueChange.ATTITUDE -> compared(rank(STRICTNESS, old), rank(STRICTNESS, now));
            default -> ClauseChange.Direction.UNCLEAR;
        };
    }

    private static Object rank(List<String> order, Object value) {
        int at = order.indexOf(String.valueOf(value));
        return at < 0 ? value : (Object) (long) at;
    }

    /** Stricter when the first is less than the second. */
    private static ClauseChange.Direction compared(Object less, Object more) {
        if (less instanceof Long a && more instanceof Long b) {
            return a < b
                    ? ClauseChange.Direction.STRICTER
                    : a > b ? ClauseChange.Direction.LOOSER : ClauseChange.Direction.SAME;
        }
        return ClauseChange.Direction.UNCLEAR;
    }

    /** What is named more forbids more, except the purposes that a grant is for. */
    private static ClauseChange.Direction listStep(String kind, ValueChange value, Context context) {
        List<String> added = new ArrayList<>(value.added());
        List<String> dropped = new ArrayList<>(value.dropped());
        added.removeAll(context.entriesBefore(kind, value.name()));
        dropped.removeAll(context.entriesAfter(kind, value.name()));
        if (added.isEmpty() && dropped.isEmpty()) {
            return ClauseChange.Direction.SAME;
        }
        boolean grants = value.name().equals("purposes");
        if (grants && (value.before().isEmpty() || value.after().isEmpty())) {
            return ClauseChange.Direction.UNCLEAR;
        }
        if (added.isEmpty()) {
            return grants ? ClauseChange.Direction.STRICTER : ClauseChange.Direction.LOOSER;
        }
        return dropped.isEmpty()
                ? grants ? ClauseChange.Direction.LOOSER : ClauseChange.Direction.STRICTER
                : ClauseChange.Direction.UNCLEAR;
    }

    private static List<WordChange> words(Finding old, Finding now) {
        LicenseComparison comparison =
                LicenseComparison.of(LicenseText.of("before", old.text()), LicenseText.of("after", now.text()));
        return comparison.differences().stream()
                .map(each -> new WordChange(
                        change(each.type()), each.beforeStart(), each.beforeEnd(), each.afterStart(), each.afterEnd()))
                .toList();
    }

    private static Passage.Change change(Change.Type type) {
        return Passage.Change.valueOf(type.name());
    }

    // ---------------------------------------------------------------- what no clause says

    private static List<TextChange> others(
            LicenseComparison words,
            LicenseText oldText,
            LicenseReport before,
            LicenseText newText,
            LicenseReport after) {
        Ranges oldClauses = Ranges.of(before.findings());
        Ranges newClauses = Ranges.of(after.findings());
        List<TextChange> others = new ArrayList<>();
        for (LicenseComparison.Difference each : words.differences()) {
            List<int[]> old = oldClauses.gaps(each.beforeStart(), each.beforeEnd());
            List<int[]> now = newClauses.gaps(each.afterStart(), each.afterEnd());
            boolean whole = old.size() == 1
                    && now.size() == 1
                    && covers(old.get(0), each.beforeStart(), each.beforeEnd())
                    && covers(now.get(0), each.afterStart(), each.afterEnd());
            if (whole) {
                if (!isMarker(oldText, old.get(0)) || !isMarker(newText, now.get(0))) {
                    others.add(replaced(oldText, old.get(0), newText, now.get(0)));
                }
                continue;
            }
            boolean pieces = !covered(old, each.beforeStart(), each.beforeEnd())
                    || !covered(now, each.afterStart(), each.afterEnd());
            for (int[] range : paragraphs(oldText, old)) {
                removed(oldText, range, pieces ? FEWEST_WORDS : 1).ifPresent(others::add);
            }
            for (int[] range : paragraphs(newText, now)) {
                inserted(newText, range, pieces ? FEWEST_WORDS : 1).ifPresent(others::add);
            }
        }
        return unmoved(others);
    }

    /** The ranges, cut where an empty line is. */
    private static List<int[]> paragraphs(LicenseText text, List<int[]> ranges) {
        String original = text.original();
        List<int[]> paragraphs = new ArrayList<>();
        for (int[] range : ranges) {
            int start = range[0];
            boolean blank = false;
            for (int i = range[0]; i < range[1]; i++) {
                char c = original.charAt(i);
                if (c == '\n' && blank) {
                    paragraphs.add(new int[] {start, i});
                    start = i;
                }
                blank = c == '\n' || blank && Character.isWhitespace(c);
            }
            paragraphs.add(new int[] {start, range[1]});
        }
        return paragraphs;
    }

    /** Whether a passage is the number of a list item or of a heading: renumbering changes nothing that is said. */
    private static boolean isMarker(LicenseText text, int[] range) {
        String normalized = text.normalized();
        int at = range[0];
        while (at > 0 && "#*-( \t".indexOf(normalized.charAt(at - 1)) >= 0) {
            at--;
        }
        boolean opensLine = at == 0 || normalized.charAt(at - 1) == '\n';
        if (!opensLine || range[1] - range[0] > LONGEST_MARKER) {
            return false;
        }
        for (int i = range[0]; i < range[1]; i++) {
            char c = normalized.charAt(i);
            if (!Character.isDigit(c) && "ivxIVX.()一二三四五六七八九十、 ".indexOf(c) < 0 && range[1] - range[0] > 2) {
                return false;
            }
        }
        char last = normalized.charAt(range[1] - 1);
        char next = range[1] < normalized.length() ? normalized.charAt(range[1]) : '\n';
        return ".):、".indexOf(last) >= 0 || ".):、".indexOf(next) >= 0;
    }

    private static boolean covers(int[] range, int start, int end) {
        return range[0] == start && range[1] == end;
    }

    /** Whether no clause was cut out of a passage. */
    private static boolean covered(List<int[]> ranges, int start, int end) {
        return start == end || ranges.size() == 1 && covers(ranges.get(0), start, end);
    }

    private static TextChange replaced(LicenseText oldText, int[] old, LicenseText newText, int[] now) {
        return new TextChange(
                Passage.Change.REPLACED,
                Optional.of(span(oldText, old)),
                Optional.of(span(newText, now)),
                oldText.original().substring(old[0], old[1]),
                newText.original().substring(now[0], now[1]));
    }

    private static Optional<TextChange> removed(LicenseText text, int[] range, int least) {
        return trimmed(text, range, least)
                .map(part -> new TextChange(
                        Passage.Change.REMOVED,
                        Optional.of(span(text, part)),
                        Optional.empty(),
                        text.original().substring(part[0], part[1]),
                        ""));
    }

    private static Optional<TextChange> inserted(LicenseText text, int[] range, int least) {
        return trimmed(text, range, least)
                .map(part -> new TextChange(
                        Passage.Change.INSERTED,
                        Optional.empty(),
                        Optional.of(span(text, part)),
                        "",
                        text.original().substring(part[0], part[1])));
    }

    private static Span span(LicenseText text, int[] range) {
        return Span.of(text, range[0], range[1]);
    }

    /** A range without what is neither letter nor digit at its ends; empty if it has too few words. */
    private static Optional<int[]> trimmed(LicenseText text, int[] range, int least) {
        String original = text.original();
        int start = range[0];
        int end = range[1];
        while (start < end && !Character.isLetterOrDigit(original.charAt(start))) {
            start++;
        }
        while (end > start && Character.isWhitespace(original.charAt(end - 1))) {
            end--;
        }
        int words = 0;
        for (int i = start; i < end && words < least; i++) {
            boolean letter = Character.isLetterOrDigit(original.charAt(i));
            boolean before = i > start && Character.isLetterOrDigit(original.charAt(i - 1));
            if (letter && (!before || Character.isIdeographic(original.charAt(i)))) {
                words++;
            }
        }
        return words < least || start == end ? Optional.empty() : Optional.of(new int[] {start, end});
    }

    /** Without those that stand, word for word, in the one text here and in the other there. */
    private static List<TextChange> unmoved(List<TextChange> changes) {
        Set<String> gone = new HashSet<>();
        Set<String> come = new HashSet<>();
        for (TextChange change : changes) {
            if (change.change() == Passage.Change.REMOVED) {
                gone.add(unnumbered(change.beforeText()));
            } else if (change.change() == Passage.Change.INSERTED) {
                come.add(unnumbered(change.afterText()));
            }
        }
        return changes.stream()
                .filter(change -> switch (change.change()) {
                    case REMOVED -> !come.contains(unnumbered(change.beforeText()));
                    case INSERTED -> !gone.contains(unnumbered(change.afterText()));
                    case REPLACED -> true;
                })
                .toList();
    }

    /** The words of a passage without the numbers that it begins with. */
    private static String unnumbered(String passage) {
        String words = Saying.words(passage);
        int at = 0;
        while (at < words.length() && (Character.isDigit(words.charAt(at)) || words.charAt(at) == ' ')) {
            at++;
        }
        return words.substring(at);
    }

    /**
     * Where one text differs from the other, in its own order.
     *
     * @param passages start, end, and how long what the other text has there is
     */
    private record Alterations(List<int[]> passages) {
        static Alterations of(List<int[]> passages) {
            return new Alterations(passages.stream()
                    .sorted(Comparator.comparingInt(passage -> passage[0]))
                    .toList());
        }

        /** How many characters of a stretch the other text has not. */
        int within(int from, int to) {
            int sum = 0;
            for (int i = first(from); i < passages.size() && passages.get(i)[0] < to; i++) {
                sum += Math.min(to, passages.get(i)[1]) - Math.max(from, passages.get(i)[0]);
            }
            return sum;
        }

        /** Whether the other text has words of its own inside a stretch. */
        boolean isPutOtherwise(int from, int to) {
            for (int i = first(from); i < passages.size() && passages.get(i)[0] < to; i++) {
                if (passages.get(i)[2] > 0 && passages.get(i)[0] > from) {
                    return true;
                }
            }
            return false;
        }

        private int first(int offset) {
            int low = 0;
            int high = passages.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (passages.get(middle)[1] <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }

    /** Stretches of a text, in order and without overlaps. */
    private record Ranges(List<int[]> ranges) {
        static Ranges of(List<Finding> findings) {
            return merged(findings.stream()
                    .flatMap(finding -> finding.spans().stream())
                    .map(span -> new int[] {span.start(), span.end()}));
        }

        static Ranges merged(Stream<int[]> stretches) {
            List<int[]> sorted = stretches
                    .filter(range -> range[1] > range[0])
                    .sorted(Comparator.comparingInt(range -> range[0]))
                    .toList();
            List<int[]> merged = new ArrayList<>();
            for (int[] range : sorted) {
                int[] last = merged.isEmpty() ? range : merged.get(merged.size() - 1);
                if (last != range && range[0] <= last[1]) {
                    last[1] = Math.max(last[1], range[1]);
                } else {
                    merged.add(range);
                }
            }
            return new Ranges(merged);
        }

        /** What of a stretch none of them takes. */
        List<int[]> gaps(int from, int to) {
            List<int[]> gaps = new ArrayList<>();
            int at = from;
            for (int i = first(from); i < ranges.size() && ranges.get(i)[0] < to; i++) {
                int[] range = ranges.get(i);
                if (range[0] > at) {
                    gaps.add(new int[] {at, range[0]});
                }
                at = Math.max(at, range[1]);
            }
            if (at < to) {
                gaps.add(new int[] {at, to});
            }
            return gaps;
        }

        /** Index of the first range that ends behind an offset. */
        private int first(int offset) {
            int low = 0;
            int high = ranges.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (ranges.get(middle)[1] <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low;
        }
    }
}

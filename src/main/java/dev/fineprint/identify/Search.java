// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.identify.Identification.Contained;
import dev.fineprint.identify.Identification.Form;
import dev.fineprint.identify.Identification.RunnerUp;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.StopSignal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One look-up of a text among the known licences. */
final class Search {
    /** How many candidates of each ranking are laid beside the text. */
    private static final int CANDIDATES = 6;
    /** How many times the words of a text are gone over in search of more licences: bounds the work. */
    private static final long PASSES = 40;

    /** A stretch with fewer words is no licence. */
    private static final int FEWEST = 8;
    /** Of a licence's shingles, so many must be in the text for it to be a candidate. */
    private static final double HINT = 0.12;
    /** One in so many is less than that. */
    private static final int FEWER = 9;
    /** A candidate that looks less like the text than this share of the best is not laid beside it. */
    private static final double NEAR = 0.6;
    /** One whose long common runs promise less than this share of the best is not aligned... */
    private static final double PROMISING = 0.8;
    /** ... where what a licence known by its fingerprint promises counts a little less ... */
    private static final double RIVAL = 0.8;
    /** ... nor is one that is less like the text than this, when another is the text word for word. */
    private static final double TIED = 0.97;
    /** A candidate that looks less like the text than this is no other name of it. */
    private static final double SAME_TEXT = 0.5;
    /** A licence and a text with less in common are not the same licence with changes. */
    private static final double MODIFIED = 0.55;
    /** A licence of which this share is there is the text's base even where most of the text was added... */
    private static final double WHOLE = 0.9;
    /** ... as long as this share of the text is the licence's. */
    private static final double DROWNED = 0.25;
    /** A text that is no licence but has a short notice of one is told by it if this share of the text is the notice. */
    private static final double NOTICED = 0.2;
    /** Beside other text a licence must be there with this share of its words. */
    private static final double CONTAINED = 0.85;
    /** So large a share of a licence's words may be the same although they are written as two words, or as one. */
    private static final double SPLIT = 0.05;
    /** The most words a title may have. */
    private static final int TITLE = 15;

    /** So many licences are told that are like the text, too. */
    private static final int RUNNERS_UP = 3;

    private static final int FINGERPRINT_STEP = 4;
    /** A multiple of 64, as many as are counted at once. */
    private static final int FINGERPRINT_BLOCK = 256;

    private static final String ONLY = "-only";
    private static final String LATER = "-or-later";
    private static final long ANY = Letters.hashOf("any");
    private static final long LATER_WORD = Letters.hashOf("later");
    private static final long VERSION = Letters.hashOf("version");
    private static final WordSet CLOSING = WordSet.of("end of the license terms and conditions text file agreement");

    private final SpdxIndex spdx;
    private final List<Fingerprint> fingerprints;
    private final FingerprintTable table;
    private final NameWords names;
    private final StopSignal stop;
    private final Words words;
    private final Shingles shingles;
    private @Nullable LetterSums sums;
    private @Nullable WordIndex index;
    private @Nullable WordCounts counts;
    /** How many words of the text are compared. */
    private final int counted;
    /** How similar each licence looked that was laid beside the whole text, by its id. */
    private final Map<String, RunnerUp> similarities = new LinkedHashMap<>();

    Search(
            SpdxIndex spdx,
            List<Fingerprint> fingerprints,
            FingerprintTable table,
            NameWords names,
            LicenseText text,
            StopSignal stop) {
        this.stop = stop;
        this.spdx = spdx;
        this.fingerprints = fingerprints;
        this.table = table;
        this.names = names;
        this.words = Words.of(text);
        this.shingles = Shingles.of(words);
        this.counted = counted(words);
    }

    Identification run() {
        if (shingles.core.length < FEWEST) {
            return Identification.UNKNOWN;
        }
        List<Occurrence> ranked = lookUp(0, words.size);
        if (ranked.isEmpty()) {
            return nothing();
        }
        Occurrence best = best(ranked);
        boolean exact = exact(best);
        List<Occurrence> found = new ArrayList<>();
        if (!exact || core(best.from()) >= FEWEST) {
            found.addAll(others(best));
        }
        found.add(best);
        found.sort(Comparator.comparingInt(Occurrence::from));
        return answer(best, exact, found, ranked);
    }

    /**
     * The best of a ranking that is not empty. Of a licence made of several ones, of which a good part is missing, and
     * one of those whole, the latter.
     */
    private static Occurrence best(List<Occurrence> ranked) {
        Occurrence first = ranked.get(0);
        if (first.whole() || first.baseCovered() >= WHOLE) {
            return first;
        }
        return ranked.stream()
                .filter(o -> o.whole()
                        && o.from() >= first.from()
                        && o.to() <= first.to()
                        && o.form() == Form.LICENSE
                        && (o.same() >= 100 || o.same() * 3 >= first.same()))
                .findFirst()
                .orElse(first);
    }

    /** Where the text's runs of words stand; made when the first candidate is laid beside it. */
    private WordIndex index() {
        WordIndex made = index;
        if (made == null) {
            made = new WordIndex(words.hash, words.size);
            index = made;
        }
        return made;
    }

    /** How often the text has each word; made when the first candidate might be aligned. */
    private WordCounts counts() {
        WordCounts made = counts;
        if (made == null) {
            made = new WordCounts(words.hash, words.size);
            counts = made;
        }
        return made;
    }

    /** Letters and values of the text's runs; made when first asked for. */
    private LetterSums sums() {
        LetterSums made = sums;
        if (made == null) {
            made = new LetterSums(shingles);
            sums = made;
        }
        return made;
    }

    private static int counted(Words words) {
        int counted = 0;
        for (int i = 0; i < words.size; i++) {
            counted += words.flags[i] == 0 ? 1 : 0;
        }
        return counted;
    }

    // ---------------------------------------------------------------- candidates

    /** A candidate of which the long common runs are known. */
    private record Chained(SpdxIndex.Entry entry, Template base, Aligner aligner, int chained) {
        double promise() {
            return chained * (1 + (double) chained / base.size) / 2;
        }
    }

    /** The known licences most like the words {@code from} to {@code to}, best first. */
    private List<Occurrence> lookUp(int from, int to) {
        int coreFrom = core(from);
        int coreTo = core(to);
        int last = Math.max(coreFrom, coreTo - Shingles.LENGTH + 1);
        if (coreTo - coreFrom < FEWEST) {
            return List.of();
        }
        List<Candidate> candidates = candidates(coreFrom, last);
        List<Ranked> found = byFingerprint(from, to, coreFrom, coreTo, last);
        // Only another name of the very same text can compete with a licence that is there word for word.
        boolean known = false;
        for (Ranked each : found) {
            known |= each.fills;
        }
        if (known) {
            candidates.removeIf(c -> c.alike < SAME_TEXT);
        }
        if (!candidates.isEmpty()) {
            found.addAll(0, aligned(candidates, from, to, promise(found)));
        }
        found.sort(Ranked.BEST_FIRST);
        List<Occurrence> ranked = new ArrayList<>(found.size());
        for (Ranked each : found) {
            ranked.add(each.occurrence);
        }
        preferCurrent(ranked);
        return ranked;
    }

    /**
     * An occurrence among others in the same words.
     *
     * @param fills whether it is there word for word and nothing else is
     */
    private record Ranked(Occurrence occurrence, boolean fills, double score) {
        /** Puts the better occurrence first; made once, for every text is ranked. */
        private static final Comparator<Ranked> BEST_FIRST = Comparator.comparing(Ranked::fills)
                .thenComparingDouble(Ranked::score)
                .thenComparing(each -> each.occurrence.whole())
                .reversed()
                .thenComparing(each -> each.license().source())
                .thenComparing(each -> each.occurrence.form())
                .thenComparing(each -> each.license().deprecated())
                .thenComparing(each -> each.license().id());

        private KnownLicense license() {
            return occurrence.license();
        }
    }

    private Ranked ranked(Occurrence o, int from, int to) {
        return new Ranked(o, o.whole() && fills(o, from, to), o.score());
    }

    private List<Ranked> byFingerprint(int from, int to, int coreFrom, int coreTo, int lastShingle) {
        List<Ranked> found = new ArrayList<>();
        for (Hint hint : likely(coreFrom, lastShingle)) {
            Fingerprint fingerprint = hint.fingerprint;
            Optional<FingerprintOccurrence> occurrence =
                    FingerprintOccurrence.find(fingerprint, hint.known, shingles, this::sums, coreFrom, coreTo);
            if (occurrence.isEmpty()) {
                continue;
            }
            Occurrence o = occurrence.get();
            found.add(ranked(o, from, to));
            if (from == 0 && to == words.size) {
                double text = textCovered(o.same());
                double sum = text + o.baseCovered();
                note(fingerprint.license(), sum == 0 ? 0 : 2 * text * o.baseCovered() / sum);
            }
        }
        return found;
    }

    /** Notes how similar a licence looks that is laid beside the whole text; it may be known in more than one way. */
    private void note(KnownLicense license, double similarity) {
        RunnerUp before = similarities.get(license.id());
        if (before == null || similarity > before.similarity()) {
            similarities.put(license.id(), new RunnerUp(license, similarity));
        }
    }

    /** What the best of those known by fingerprint has in common with the text, as long common runs are counted. */
    private static double promise(List<Ranked> byFingerprint) {
        double most = 0;
        for (Ranked each : byFingerprint) {
            Occurrence o = each.occurrence;
            most = Math.max(most, o.same() * (1 + o.baseCovered()) / 2);
        }
        return most;
    }

    /** The candidates that are worth it beside a rival, laid beside the words {@code from} to {@code to}. */
    private List<Ranked> aligned(List<Candidate> candidates, int from, int to, double rival) {
        List<Ranked> found = new ArrayList<>();
        List<Chained> chained = new ArrayList<>();
        boolean literal = false;
        for (Candidate candidate : candidates) {
            stop.check();
            if (literal && candidate.alike < candidates.get(0).alike * TIED) {
                continue;
            }
            Template base = spdx.template(candidate.entry);
            Aligner aligner = new Aligner(base, words, index(), from, to);
            chained.add(new Chained(spdx.entries().get(candidate.entry), base, aligner, aligner.chained()));
            literal |= base.size == to - from && aligner.chained() == base.size;
        }
        chained.sort(Comparator.comparingDouble(Chained::promise).reversed());
        double most =
                Math.max(rival * RIVAL, chained.isEmpty() ? 0 : chained.get(0).promise());
        for (Chained each : chained) {
            stop.check();
            if (each.promise() < most * (literal ? TIED : PROMISING)
                    && (literal || each.chained < each.base.required * CONTAINED)) {
                continue;
            }
            if (!tells(each, from, to)) {
                continue;
            }
            Alignment alignment = each.aligner.align();
            if (alignment.same > 0) {
                found.add(ranked(new SpdxOccurrence(each.entry, alignment), from, to));
            }
        }
        return found;
    }

    /**
     * Whether the words of a candidate that can stand in the words {@code from} to {@code to} may be enough for it to be
     * told: most licences that look a little like a text are found out here, without being aligned.
     */
    private boolean tells(Chained candidate, int from, int to) {
        Aligner.Reach reach = candidate.aligner.reach(counts());
        int required = candidate.base.required;
        boolean nearlyAll = reach.required() >= required * (CONTAINED - SPLIT);
        boolean whole = from == 0 && to == words.size;
        return nearlyAll
                || whole
                        && reach.required() >= required * (MODIFIED - SPLIT)
                        && reach.all() >= counted * (MODIFIED - SPLIT);
    }

    /** Puts a current id before the deprecated one that it replaced, where the text is either. */
    private static void preferCurrent(List<Occurrence> ranked) {
        if (ranked.isEmpty()
                || !ranked.get(0).license().deprecated()
                || !ranked.get(0).whole()) {
            return;
        }
        Occurrence old = ranked.get(0);
        for (int i = 1; i < ranked.size(); i++) {
            Occurrence current = ranked.get(i);
            if (current.whole()
                    && !current.license().deprecated()
                    && current.form() == old.form()
                    && stem(current.license().id()).equals(stem(old.license().id()))
                    && current.same() * 20 >= old.same() * 19) {
                ranked.remove(i);
                ranked.add(0, current);
                return;
            }
        }
    }

    /** An id without what says whether later versions are meant. */
    private static String stem(String id) {
        if (id.endsWith("+")) {
            return id.substring(0, id.length() - 1);
        }
        return id.endsWith(ONLY)
                ? id.substring(0, id.length() - ONLY.length())
                : id.endsWith(LATER) ? id.substring(0, id.length() - LATER.length()) : id;
    }

    private int core(int word) {
        int low = 0;
        int high = shingles.core.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (shingles.core[middle] < word) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * An entry of the list worth laying beside a text.
     *
     * @param alike how alike they look, 0 to 1
     * @param inside how much it looks as if the entry stood in the text as a whole; higher is more
     */
    private record Candidate(int entry, double alike, double inside) {}

    private List<Candidate> candidates(int from, int to) {
        ShingleTable table = spdx.table();
        int[] hits = new int[table.texts()];
        table.count(shingles.hash, from, to, hits);
        int shinglesHere = Math.max(1, to - from);
        List<Candidate> hinted = new ArrayList<>();
        for (int k = table.next(hits, FEWER, 0); k >= 0; k = table.next(hits, FEWER, k + 1)) {
            double share = table.share(k, hits[k]);
            if (share < HINT) {
                continue;
            }
            int estimate = table.estimate(k, hits[k]);
            int size = (int) (estimate / share);
            double alike = 2.0 * estimate / (shinglesHere + size);
            if (from == 0 && to == shingles.hash.length) {
                note(spdx.entries().get(k).licenses().get(0), Math.min(1, alike));
            }
            hinted.add(new Candidate(k, alike, estimate * share * share * share * share));
        }
        if (hinted.isEmpty()) {
            return hinted;
        }
        List<Candidate> best = best(hinted, Candidate::alike);
        for (Candidate each : best(hinted, Candidate::inside)) {
            if (!best.contains(each)) {
                best.add(each);
            }
        }
        return best;
    }

    /** The first of some candidates, which are at least one, by a rank. */
    private static List<Candidate> best(List<Candidate> hinted, ToDoubleFunction<Candidate> rank) {
        List<Candidate> best = new ArrayList<>(hinted);
        best.sort(Comparator.comparingDouble(rank).reversed());
        double most = rank.applyAsDouble(best.get(0));
        int few = 0;
        while (few < Math.min(best.size(), CANDIDATES) && rank.applyAsDouble(best.get(few)) >= most * NEAR) {
            few++;
        }
        best.subList(few, best.size()).clear();
        return best;
    }

    /**
     * A fingerprint that a text may have.
     *
     * @param known which of the text's shingles it has
     * @param hits how many of those that were looked at
     */
    private record Hint(Fingerprint fingerprint, BitRow known, int hits) {}

    /** The fingerprints of which some block of the text has much more than chance would give. */
    private List<Hint> likely(int from, int to) {
        int step = to - from < FINGERPRINT_BLOCK ? 1 : FINGERPRINT_STEP;
        BitSet possible = new BitSet();
        for (int block = from; block < to; block += FINGERPRINT_BLOCK) {
            stop.checkAt(block);
            int end = Math.min(to, block + FINGERPRINT_BLOCK);
            table.find(shingles.hash, block, end, step, (end - block) * 2 / 5 / step, possible);
        }
        List<Hint> hints = new ArrayList<>();
        for (int f = possible.nextSetBit(0); f >= 0; f = possible.nextSetBit(f + 1)) {
            stop.check();
            Fingerprint fingerprint = fingerprints.get(f);
            BitRow known = fingerprint.known(shingles.hash, from, to);
            boolean likely = false;
            int all = 0;
            for (int block = 0; block < to - from; block += FINGERPRINT_BLOCK) {
                int end = Math.min(to - from, block + FINGERPRINT_BLOCK);
                int hits = known.count(block, end, step);
                likely |= hits * step > (end - block) * 2 / 5;
                all += hits;
            }
            if (likely) {
                hints.add(new Hint(fingerprint, known, all));
            }
        }
        hints.sort((one, other) -> Integer.compare(other.hits, one.hits));
        return hints.size() <= 2 * CANDIDATES ? hints : hints.subList(0, 2 * CANDIDATES);
    }

    // ---------------------------------------------------------------- several licences in one text

    /** What else is known in the text before and after the best. */
    private List<Occurrence> others(Occurrence best) {
        List<Occurrence> found = new ArrayList<>();
        Deque<int[]> stretches = new ArrayDeque<>();
        stretches.add(new int[] {0, best.from()});
        stretches.add(new int[] {best.to(), words.size});
        long work = PASSES * words.size;
        while (work > 0 && !stretches.isEmpty()) {
            stop.check();
            int[] stretch = stretches.remove();
            work -= stretch[1] - stretch[0];
            List<Occurrence> here = lookUp(stretch[0], stretch[1]);
            Optional<Occurrence> next = (here.isEmpty()
                            ? Stream.<Occurrence>empty()
                            : Stream.concat(Stream.of(best(here)), here.stream()))
                    .filter(o -> o.whole() || o.baseCovered() >= CONTAINED && o.against() * 5 < o.same())
                    .findFirst();
            if (next.isPresent()) {
                Occurrence other = next.get();
                found.add(other);
                stretches.add(new int[] {stretch[0], other.from()});
                stretches.add(new int[] {other.to(), stretch[1]});
            }
        }
        return found;
    }

    // ---------------------------------------------------------------- the answer

    /** Whether the text is this licence and nothing else. */
    private boolean exact(Occurrence o) {
        return o.whole() && fills(o, 0, words.size) && o.form() != Form.NOTICE;
    }

    /** Whether nothing but a title, a notice or a closing line stands beside the licence. */
    private boolean fills(Occurrence o, int from, int to) {
        return title(from, o.from(), o) && closing(o.to(), to) && !(words.truncated && to == words.size);
    }

    /** Whether words before a licence can be its title: few, and none that carries a condition but its own name's. */
    private boolean title(int from, int to, Occurrence o) {
        if (from >= to) {
            return true;
        }
        long[] own = names.of(o.license().title());
        BitSet named = named(from, to, o);
        int counted = 0;
        int small = 0;
        int sentence = from;
        for (int i = from; i < to; i++) {
            if (words.flags[i] != 0 || named.get(i)) {
                continue;
            }
            sentence = i > from && words.opensLine(i) ? i : sentence;
            boolean allowed = false;
            for (int k = 0; k < own.length && !allowed; k++) {
                allowed = own[k] == words.hash[i]
                        && !Operative.restricts(words.hash[i])
                        && (!Operative.contains(words.hash[i]) || neighbours(own, k, i, from, to));
            }
            counted += allowed ? 0 : 1;
            small += !allowed && MatchPattern.smallAndUnknown(words, i) ? 1 : 0;
            if (counted > TITLE
                    || small > 2
                    || !allowed && Operative.contains(words.hash[i]) && !Operative.inAddress(words, i)) {
                return false;
            }
            if (words.endsSentence(i) && MatchPattern.prose(words, sentence, i + 1)) {
                return false;
            }
            sentence = words.endsSentence(i) ? i + 1 : sentence;
        }
        return true;
    }

    /** Whether a word of a title stands in the text beside the word that it stands beside in the title. */
    private boolean neighbours(long[] title, int k, int i, int from, int to) {
        return k > 0 && i > from && title[k - 1] == words.hash[i - 1]
                || k + 1 < title.length && i + 1 < to && title[k + 1] == words.hash[i + 1];
    }

    /** The words before a licence that are its whole name or id, whatever words that is made of. */
    private BitSet named(int from, int to, Occurrence o) {
        BitSet named = new BitSet();
        for (KnownLicense license : o.names()) {
            note(names.of(license.title()), from, to, named);
            note(names.of(license.id()), from, to, named);
        }
        return named;
    }

    /** Notes the words of a name wherever all of it stands in the words {@code from} to {@code to}. */
    private void note(long[] name, int from, int to, BitSet named) {
        for (int i = from; i + name.length <= to; i++) {
            int same = 0;
            while (same < name.length && name[same] == words.hash[i + same]) {
                same++;
            }
            if (same == name.length) {
                named.set(i, i + same);
            }
        }
    }

    private boolean closing(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.flags[i] == 0 && !CLOSING.contains(words.hash[i])) {
                return false;
            }
        }
        return true;
    }

    /**
     * What to say of a text.
     *
     * @param exact whether the best is all of the text
     * @param found the best and what else the text has, in the order of the text
     */
    private Identification answer(Occurrence best, boolean exact, List<Occurrence> found, List<Occurrence> ranked) {
        int same = 0;
        boolean approved = true;
        for (Occurrence each : found) {
            same += each.same();
            approved &= each.whole() && each.license().osiApproved();
        }
        double textCovered = textCovered(same);
        Relation relation;
        if (found.size() == 1) {
            if (best.form() == Form.NOTICE) {
                boolean most = best.baseCovered() >= CONTAINED && textCovered >= NOTICED;
                if (!most && (best.baseCovered() < MODIFIED || textCovered < MODIFIED)) {
                    return nothing();
                }
                relation = Relation.CONTAINS;
            } else if (exact) {
                relation = Relation.EXACT;
            } else if (best.whole()) {
                relation = framed(best) ? Relation.MODIFIED : Relation.CONTAINS;
            } else if (best.baseCovered() >= MODIFIED && textCovered >= MODIFIED
                    || best.baseCovered() >= WHOLE && textCovered >= DROWNED) {
                relation = Relation.MODIFIED;
            } else if (best.baseCovered() >= CONTAINED && best.against() * 5 < best.same()) {
                relation = Relation.CONTAINS;
            } else {
                return nothing();
            }
        } else {
            relation = Relation.CONTAINS;
        }
        List<KnownLicense> names = names(best, found);
        KnownLicense name = names.get(0);
        List<String> sameWords = sameWords(best, ranked, names);
        List<Contained> contained = new ArrayList<>(found.size());
        for (Occurrence each : found) {
            contained.add(contained(each, found));
        }
        return new Identification(
                relation,
                Optional.of(name),
                sameWords,
                best.baseCovered(),
                relation == Relation.EXACT ? 1 : textCovered,
                approved && outside(found).isEmpty(),
                contained,
                relation == Relation.EXACT ? List.of() : changes(found),
                runnersUp(best, sameWords));
    }

    /** Whether other words stand between a licence and its own title or notice, and nowhere else. */
    private boolean framed(Occurrence o) {
        List<int[]> outside = outside(List.of(o));
        int before = 0;
        int after = 0;
        for (int[] passage : outside) {
            if (passage[0] < o.from()) {
                before++;
                if (!hasNotice(0, passage[0])) {
                    return false;
                }
            } else {
                after++;
                if (!hasNotice(passage[1], words.size)) {
                    return false;
                }
            }
        }
        return before <= 1 && after <= 1;
    }

    private boolean hasNotice(int from, int to) {
        for (int i = from; i < to; i++) {
            if (words.is(i, Words.NOTICE)) {
                return true;
            }
        }
        return false;
    }

    private Identification nothing() {
        return new Identification(
                Relation.NONE, Optional.empty(), List.of(), 0, 0, false, List.of(), List.of(), runnersUp(Set.of()));
    }

    /** The names of an occurrence; words beside the licence may say that later versions are meant too. */
    private List<KnownLicense> names(Occurrence o, List<Occurrence> found) {
        KnownLicense first = o.license();
        if (!first.id().endsWith(ONLY) || o.form() != Form.LICENSE || !saysLater(found)) {
            return o.names();
        }
        String later = stem(first.id()) + LATER;
        List<KnownLicense> names = new ArrayList<>(o.names());
        spdx.entries().stream()
                .flatMap(e -> e.licenses().stream())
                .filter(l -> l.id().equals(later))
                .findFirst()
                .ifPresent(l -> {
                    names.remove(l);
                    names.add(0, l);
                });
        return names;
    }

    /** Whether words outside the licences allow later versions. */
    private boolean saysLater(List<Occurrence> found) {
        for (int i = 0; i + 2 < words.size; i++) {
            if (words.hash[i] == ANY && words.hash[i + 1] == LATER_WORD && words.hash[i + 2] == VERSION) {
                int at = i;
                if (found.stream().noneMatch(o -> o.form() == Form.LICENSE && at >= o.from() && at < o.to())) {
                    return true;
                }
            }
        }
        return false;
    }

    private Contained contained(Occurrence o, List<Occurrence> found) {
        return new Contained(
                names(o, found).get(0),
                o.form(),
                o.whole() ? Relation.EXACT : Relation.MODIFIED,
                words.start[o.from()],
                words.end[o.to() - 1],
                o.baseCovered());
    }

    /** Ids with the very same words: of the same entry, and of entries that the text fits as well as this one. */
    private static List<String> sameWords(Occurrence best, List<Occurrence> ranked, List<KnownLicense> names) {
        List<String> same = new ArrayList<>();
        for (KnownLicense name : names.subList(1, names.size())) {
            same.add(name.id());
        }
        String id = names.get(0).id();
        for (Occurrence o : ranked) {
            if (o != best
                    && o.form() == best.form()
                    && o.against() == best.against()
                    && Math.abs(o.same() - best.same()) * 50 <= best.same()
                    && Math.abs(o.baseCovered() - best.baseCovered()) < 0.01) {
                for (KnownLicense other : o.names()) {
                    if (!other.id().equals(id) && !same.contains(other.id())) {
                        same.add(other.id());
                    }
                }
            }
        }
        return same;
    }

    /** The share of the text that so many of its words are. */
    private double textCovered(int same) {
        return counted == 0 ? 0 : Math.min(1, (double) same / counted);
    }

    private List<int[]> outside(List<Occurrence> found) {
        List<int[]> outside = new ArrayList<>();
        int at = 0;
        boolean first = true;
        boolean lenient = true;
        for (Occurrence o : found) {
            lenient &= o.knowsTitle();
            boolean passed = first ? title(0, o.from(), o) : closing(at, o.from());
            addOutside(outside, at, o.from(), passed && lenient);
            at = Math.max(at, o.to());
            first = false;
        }
        addOutside(outside, at, words.size, closing(at, words.size) && lenient);
        return outside;
    }

    private void addOutside(List<int[]> outside, int from, int to, boolean passed) {
        int first = from;
        int last = to;
        while (first < last && words.flags[first] != 0) {
            first++;
        }
        while (first < last && words.flags[last - 1] != 0) {
            last--;
        }
        if (first < last && !passed) {
            outside.add(new int[] {sentenceStart(first), last});
        }
    }

    /** The start of the sentence, when a word or three before {@code first} passed for the licence's by chance. */
    private int sentenceStart(int first) {
        boolean inside = !words.boundary(first)
                && Character.isLowerCase(words.text.normalized().charAt(words.start[first]));
        for (int k = 1; k <= 3 && inside && first >= k; k++) {
            if (words.boundary(first - k) || words.opensLine(first - k)) {
                return first - k;
            }
        }
        return first;
    }

    private List<Change> changes(List<Occurrence> found) {
        List<Change> changes = new ArrayList<>();
        for (int[] passage : outside(found)) {
            changes.add(Passages.change(Change.Type.INSERTED, words, passage[0], passage[1], ""));
        }
        found.forEach(o -> changes.addAll(o.changes()));
        if (words.truncated) {
            changes.add(new Change(
                    Change.Type.INSERTED,
                    words.end[words.size - 1],
                    words.text.original().length(),
                    ""));
        }
        changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
        return changes;
    }

    private List<RunnerUp> runnersUp(Occurrence best, List<String> sameWords) {
        Set<String> named = new HashSet<>(sameWords);
        named.add(best.license().id());
        return runnersUp(named);
    }

    /** The most similar licences but for some, of equally similar ones those first that were noted first. */
    private List<RunnerUp> runnersUp(Set<String> named) {
        List<RunnerUp> best = new ArrayList<>(RUNNERS_UP + 1);
        for (RunnerUp each : similarities.values()) {
            if (named.contains(each.license().id())) {
                continue;
            }
            int at = best.size();
            while (at > 0 && best.get(at - 1).similarity() < each.similarity()) {
                at--;
            }
            best.add(at, each);
            if (best.size() > RUNNERS_UP) {
                best.remove(RUNNERS_UP);
            }
        }
        return best;
    }
}

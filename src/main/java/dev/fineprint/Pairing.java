// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.text.StopSignal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which clause of an old text is which of a new one: within a kind those of the same words, then those most alike, then
 * those that name the same or are the only ones left. Takes time linear in the number of clauses, whatever they say.
 *
 * @param pairs in the order of the old text
 * @param onlyOld the clauses that have no counterpart in the new text
 * @param onlyNew the clauses that have none in the old text
 */
record Pairing(List<Pair> pairs, List<Saying> onlyOld, List<Saying> onlyNew) {
    /** Two clauses less alike than this are two clauses, not one reworded. */
    private static final double ALIKE = 0.4;

    /** What equal values add to a likeness. */
    private static final double SAME_VALUES = 0.15;

    /** A word that so many clauses of a kind have tells none of them from the others. */
    private static final int COMMON = 200;

    /** How many counterparts are kept in mind for a clause. */
    private static final int CANDIDATES = 5;

    /**
     * Two versions of one clause.
     *
     * @param before the old one
     * @param after the new one
     * @param moved whether it stands elsewhere among the clauses that both texts have
     */
    record Pair(Saying before, Saying after, boolean moved) {}

    static Pairing of(List<Saying> olds, List<Saying> news, StopSignal stop) {
        Map<String, List<Saying>> oldKinds = byKind(olds);
        Map<String, List<Saying>> newKinds = byKind(news);
        List<Pair> pairs = new ArrayList<>();
        oldKinds.forEach((kind, list) -> {
            Kind matching = new Kind(list, newKinds.getOrDefault(kind, List.of()), stop);
            matching.pair();
            pairs.addAll(matching.pairs);
        });
        Set<Finding> paired = new HashSet<>();
        pairs.forEach(pair -> paired.add(pair.before().finding()));
        List<Saying> onlyOld =
                olds.stream().filter(each -> !paired.contains(each.finding())).toList();
        paired.clear();
        pairs.forEach(pair -> paired.add(pair.after().finding()));
        List<Saying> onlyNew =
                news.stream().filter(each -> !paired.contains(each.finding())).toList();
        return new Pairing(placed(pairs), onlyOld, onlyNew);
    }

    private static Map<String, List<Saying>> byKind(List<Saying> sayings) {
        Map<String, List<Saying>> kinds = new LinkedHashMap<>();
        for (Saying saying : sayings) {
            kinds.computeIfAbsent(saying.finding().kind(), kind -> new ArrayList<>())
                    .add(saying);
        }
        return kinds;
    }

    /** Those in the longest run that keeps its order stay; the others moved. */
    private static List<Pair> placed(List<Pair> pairs) {
        List<Pair> sorted = new ArrayList<>(pairs);
        sorted.sort(Comparator.comparingInt((Pair pair) -> start(pair.before()))
                .thenComparingInt(pair -> start(pair.after())));
        int n = sorted.size();
        int[] tails = new int[n];
        int[] previous = new int[n];
        int length = 0;
        for (int i = 0; i < n; i++) {
            int place = start(sorted.get(i).after());
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (start(sorted.get(tails[middle]).after()) <= place) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            previous[i] = low > 0 ? tails[low - 1] : -1;
            tails[low] = i;
            length = Math.max(length, low + 1);
        }
        boolean[] stays = new boolean[n];
        for (int i = length > 0 ? tails[length - 1] : -1; i >= 0; i = previous[i]) {
            stays[i] = true;
        }
        List<Pair> placed = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            placed.add(new Pair(sorted.get(i).before(), sorted.get(i).after(), !stays[i]));
        }
        return placed;
    }

    private static int start(Saying saying) {
        return saying.finding().span().start();
    }

    /** The clauses of one kind in both texts. */
    private static final class Kind {
        private final List<Saying> olds;
        private final List<Saying> news;
        private final boolean[] oldTaken;
        private final boolean[] newTaken;
        private final StopSignal stop;
        private final List<Pair> pairs = new ArrayList<>();

        Kind(List<Saying> olds, List<Saying> news, StopSignal stop) {
            this.olds = olds;
            this.news = news;
            this.stop = stop;
            this.oldTaken = new boolean[olds.size()];
            this.newTaken = new boolean[news.size()];
        }

        void pair() {
            if (news.isEmpty()) {
                return;
            }
            sameWords();
            alike();
            if (!olds.get(0).finding().kind().equals(Finding.UNCLASSIFIED)) {
                sameValues();
                onlyOnesLeft();
            }
        }

        private void take(int old, int now) {
            oldTaken[old] = true;
            newTaken[now] = true;
            pairs.add(new Pair(olds.get(old), news.get(now), false));
        }

        private void sameWords() {
            Map<String, Deque<Integer>> places = new HashMap<>();
            for (int j = 0; j < news.size(); j++) {
                places.computeIfAbsent(news.get(j).words(), words -> new ArrayDeque<>())
                        .add(j);
            }
            for (int i = 0; i < olds.size(); i++) {
                Deque<Integer> same = places.getOrDefault(olds.get(i).words(), new ArrayDeque<>());
                if (!same.isEmpty()) {
                    take(i, same.remove());
                }
            }
        }

        private record Candidate(int old, int now, double likeness) {}

        private void alike() {
            Map<Integer, List<Integer>> holders = new HashMap<>();
            for (int j = 0; j < news.size(); j++) {
                if (!newTaken[j]) {
                    for (int feature : news.get(j).features()) {
                        holders.computeIfAbsent(feature, f -> new ArrayList<>()).add(j);
                    }
                }
            }
            List<Candidate> candidates = new ArrayList<>();
            int[] common = new int[news.size()];
            for (int i = 0; i < olds.size(); i++) {
                stop.check();
                if (!oldTaken[i]) {
                    candidates.addAll(candidates(i, holders, common));
                }
            }
            candidates.sort(Comparator.comparingDouble(Candidate::likeness)
                    .reversed()
                    .thenComparingInt(Candidate::old)
                    .thenComparingInt(Candidate::now));
            for (Candidate each : candidates) {
                if (!oldTaken[each.old()] && !newTaken[each.now()]) {
                    take(each.old(), each.now());
                }
            }
        }

        /** The new clauses most like an old one; {@code common} is all zero before and after. */
        private List<Candidate> candidates(int old, Map<Integer, List<Integer>> holders, int[] common) {
            List<Integer> touched = new ArrayList<>();
            for (int feature : olds.get(old).features()) {
                List<Integer> having = holders.getOrDefault(feature, List.of());
                if (having.size() <= COMMON) {
                    for (int now : having) {
                        if (common[now]++ == 0) {
                            touched.add(now);
                        }
                    }
                }
            }
            List<Candidate> candidates = new ArrayList<>();
            for (int now : touched) {
                int features = olds.get(old).features().length + news.get(now).features().length;
                double likeness = 2.0 * common[now] / features;
                common[now] = 0;
                if (olds.get(old)
                        .finding()
                        .params()
                        .equals(news.get(now).finding().params())) {
                    likeness += SAME_VALUES;
                }
                if (likeness >= ALIKE) {
                    candidates.add(new Candidate(old, now, likeness));
                }
            }
            candidates.sort(Comparator.comparingDouble(Candidate::likeness).reversed());
            return candidates.subList(0, Math.min(CANDIDATES, candidates.size()));
        }

        /** Other words, another language perhaps, but the same values. */
        private void sameValues() {
            Map<Map<String, Object>, Deque<Integer>> places = new HashMap<>();
            for (int j = 0; j < news.size(); j++) {
                Map<String, Object> params = news.get(j).finding().params();
                if (!newTaken[j] && !params.isEmpty()) {
                    places.computeIfAbsent(params, key -> new ArrayDeque<>()).add(j);
                }
            }
            for (int i = 0; i < olds.size(); i++) {
                Deque<Integer> same = places.getOrDefault(olds.get(i).finding().params(), new ArrayDeque<>());
                if (!oldTaken[i] && !same.isEmpty()) {
                    take(i, same.remove());
                }
            }
        }

        /** One left in each text: the same clause said otherwise, unless each names what the other does not. */
        private void onlyOnesLeft() {
            int[] old = left(oldTaken);
            int[] now = left(newTaken);
            if (old.length == 1
                    && now.length == 1
                    && meet(olds.get(old[0]).finding(), news.get(now[0]).finding())) {
                take(old[0], now[0]);
            }
        }

        private static int[] left(boolean[] taken) {
            int[] left = new int[taken.length];
            int n = 0;
            for (int i = 0; i < taken.length; i++) {
                if (!taken[i]) {
                    left[n++] = i;
                }
            }
            return Arrays.copyOf(left, n);
        }

        private static boolean meet(Finding one, Finding other) {
            for (Map.Entry<String, Object> value : one.params().entrySet()) {
                if (value.getValue() instanceof List<?> a
                        && other.params().get(value.getKey()) instanceof List<?> b
                        && a.stream().noneMatch(b::contains)) {
                    return false;
                }
            }
            return true;
        }
    }
}

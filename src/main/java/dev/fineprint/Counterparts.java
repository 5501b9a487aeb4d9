// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.text.Clause;
import dev.fineprint.text.Language;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.StopSignal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds, in a text that says itself twice, in English and in Chinese, the findings that are one clause in both
 * languages. Findings of one kind are lined up in the order of the text; equal values, equal section numbers and a like
 * place in its half of the text speak for a pair.
 */
final class Counterparts {
    /** Values that hold in every language; names and quoted words do not. */
    private static final List<String> COMPARED =
            List.of("threshold", "amount", "currency", "period", "territories", "years", "duration");

    /** Values in words of one language. */
    private static final Set<String> WORDS = Set.of("text", "name", "law", "who", "metric");

    /** A language that holds less than this share of a text does not repeat it. */
    private static final double LEAST_SHARE = 0.2;

    /** What takes one Chinese character takes about so many English ones. */
    private static final int ENGLISH_FOR_HAN = 3;

    /** Two lists longer than this are of no licence that a person wrote; the clauses are left single. */
    private static final int LONGEST = 1000;

    private static final double SAME_KIND = 1;
    private static final double SAME_VALUE = 1;
    private static final double OTHER_VALUE = -0.5;
    private static final double SAME_SECTION = 0.5;
    private static final double FAR_AWAY = -2;

    /** Two findings of one clause, the earlier one first, and the names of the values in which they differ. */
    record Pair(Finding first, Finding second, List<String> differing) {}

    private Counterparts() {}

    /**
     * The pairs, in the order of their first findings' kinds and places; none in a text of one language.
     *
     * @param lengths how many characters the clauses of each language hold; nothing of a language without clauses
     */
    static List<Pair> find(Segmentation segmentation, Map<Language, Integer> lengths, List<Finding> findings) {
        if (!lengths.containsKey(Language.EN) || !lengths.containsKey(Language.ZH)) {
            return List.of();
        }
        EnumMap<Language, Reach> reaches = new EnumMap<>(Language.class);
        for (Clause clause : segmentation.clauses()) {
            reaches.merge(
                    clause.language(),
                    new Reach(clause.start(), clause.end(), clause.end() - clause.start()),
                    Reach::with);
        }
        Reach english = Objects.requireNonNull(reaches.get(Language.EN));
        Reach chinese = Objects.requireNonNull(reaches.get(Language.ZH));
        double han = (double) chinese.length() * ENGLISH_FOR_HAN;
        double share = han / (han + english.length());
        if (share < LEAST_SHARE || share > 1 - LEAST_SHARE) {
            return List.of();
        }
        Map<String, List<Finding>> inEnglish = byKind(findings, Language.EN);
        Map<String, List<Finding>> inChinese = byKind(findings, Language.ZH);
        List<Pair> pairs = new ArrayList<>();
        inEnglish.forEach((kind, list) -> {
            List<Finding> others = inChinese.getOrDefault(kind, List.of());
            if (!others.isEmpty() && list.size() <= LONGEST && others.size() <= LONGEST) {
                align(list, others, english, chinese, pairs);
            }
        });
        return pairs;
    }

    /** From where to where a language's clauses reach, and how many characters they hold together. */
    private record Reach(int start, int end, int length) {
        Reach with(Reach other) {
            return new Reach(Math.min(start, other.start), Math.max(end, other.end), length + other.length);
        }

        double place(Finding finding) {
            return (double) (finding.span().start() - start) / Math.max(1, end - start);
        }
    }

    private static Map<String, List<Finding>> byKind(List<Finding> findings, Language language) {
        Map<String, List<Finding>> byKind = new LinkedHashMap<>();
        for (Finding finding : findings) {
            if (finding.language().equals(language.code()) && !finding.kind().equals(Finding.UNCLASSIFIED)) {
                byKind.computeIfAbsent(finding.kind(), k -> new ArrayList<>()).add(finding);
            }
        }
        return byKind;
    }

    /** The best way to pair two lists without crossing: the usual table of best sums, read backwards. */
    private static void align(
            List<Finding> english, List<Finding> chinese, Reach englishReach, Reach chineseReach, List<Pair> pairs) {
        double[][] best = new double[english.size() + 1][chinese.size() + 1];
        double[][] likeness = new double[english.size()][chinese.size()];
        for (int i = english.size() - 1; i >= 0; i--) {
            for (int j = chinese.size() - 1; j >= 0; j--) {
                double apart = Math.abs(englishReach.place(english.get(i)) - chineseReach.place(chinese.get(j)));
                likeness[i][j] = likeness(english.get(i), chinese.get(j)) + FAR_AWAY * apart;
                best[i][j] = Math.max(best[i + 1][j], best[i][j + 1]);
                if (likeness[i][j] > 0) {
                    best[i][j] = Math.max(best[i][j], likeness[i][j] + best[i + 1][j + 1]);
                }
            }
        }
        int i = 0;
        int j = 0;
        while (i < english.size() && j < chinese.size()) {
            if (likeness[i][j] > 0 && best[i][j] == likeness[i][j] + best[i + 1][j + 1]) {
                pairs.add(pair(english.get(i++), chinese.get(j++)));
            } else if (best[i][j] == best[i + 1][j]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static double likeness(Finding one, Finding other) {
        double likeness = SAME_KIND;
        for (Map.Entry<String, Object> value : one.params().entrySet()) {
            @Nullable Object same = other.params().get(value.getKey());
            if (same != null && !WORDS.contains(value.getKey())) {
                likeness += equal(value.getValue(), same) ? SAME_VALUE : OTHER_VALUE;
            }
        }
        Optional<String> number = number(one.section());
        return number.isPresent() && number.equals(number(other.section())) ? likeness + SAME_SECTION : likeness;
    }

    /** The digits that a section's name begins with. */
    private static Optional<String> number(Optional<String> section) {
        return section.map(name -> {
                    int end = 0;
                    while (end < name.length() && (Character.isDigit(name.charAt(end)) || name.charAt(end) == '.')) {
                        end++;
                    }
                    return name.substring(0, end);
                })
                .filter(number -> !number.isEmpty());
    }

    private static boolean equal(Object one, Object other) {
        return one instanceof List<?> a && other instanceof List<?> b
                ? new HashSet<>(a).equals(new HashSet<>(b))
                : one.equals(other);
    }

    private static Pair pair(Finding english, Finding chinese) {
        List<String> differing = new ArrayList<>();
        for (String name : COMPARED) {
            @Nullable Object one = english.params().get(name);
            @Nullable Object other = chinese.params().get(name);
            if (one != null && other != null && !equal(one, other)) {
                differing.add(name);
            }
        }
        boolean englishFirst = english.span().start() <= chinese.span().start();
        return englishFirst
                ? new Pair(english, chinese, List.copyOf(differing))
                : new Pair(chinese, english, List.copyOf(differing));
    }

    /** The findings in their order, those of a pair knowing each other. */
    static List<Finding> linked(List<Finding> findings, List<Pair> pairs) {
        if (pairs.isEmpty()) {
            return new ArrayList<>(findings);
        }
        Map<String, String> other = new HashMap<>();
        for (Pair pair : pairs) {
            other.put(pair.first().id(), pair.second().id());
            other.put(pair.second().id(), pair.first().id());
        }
        List<Finding> linked = new ArrayList<>();
        for (Finding finding : findings) {
            @Nullable String id = other.get(finding.id());
            linked.add(id == null ? finding : with(finding, finding.params(), Optional.of(id)));
        }
        return linked;
    }

    /** How many clauses the findings are when one that is said in two languages counts once. */
    static int clauses(List<Finding> findings) {
        return findings.size() - repeated(findings).size();
    }

    /**
     * The findings as a summary tells them: what the later finding of a pair says in words of its language is left out;
     * its numbers, places and domains stay, for they are the same ones or differ for good.
     */
    static List<Finding> toldOnce(List<Finding> findings, StopSignal stop) {
        Set<String> repeated = repeated(findings);
        if (repeated.isEmpty()) {
            return findings;
        }
        stop.check();
        List<Finding> told = new ArrayList<>();
        for (Finding finding : findings) {
            stop.checkAt(told.size());
            if (repeated.contains(finding.id())) {
                Map<String, Object> params = new LinkedHashMap<>(finding.params());
                params.keySet().removeAll(WORDS);
                told.add(with(finding, params, finding.counterpart()));
            } else {
                told.add(finding);
            }
        }
        return told;
    }

    /** Ids of the findings whose counterpart stands before them. */
    private static Set<String> repeated(List<Finding> findings) {
        boolean paired = false;
        for (Finding finding : findings) {
            paired |= finding.counterpart().isPresent();
        }
        if (!paired) {
            return Set.of();
        }
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        for (Finding finding : findings) {
            if (finding.counterpart().filter(seen::contains).isPresent()) {
                repeated.add(finding.id());
            }
            seen.add(finding.id());
        }
        return repeated;
    }

    private static Finding with(Finding finding, Map<String, Object> params, Optional<String> counterpart) {
        return new Finding(
                finding.id(),
                finding.kind(),
                finding.effect(),
                finding.attitude(),
                params,
                finding.condition(),
                finding.section(),
                finding.spans(),
                finding.evidence(),
                finding.text(),
                finding.pattern(),
                finding.language(),
                counterpart,
                finding.reason());
    }
}

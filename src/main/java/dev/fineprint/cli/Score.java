// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import java.io.PrintWriter;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares what was found with what people labelled. A labelled clause is found when a finding of its kind overlaps it
 * by at least half of the shorter of the two; a finding that so overlaps no label of its kind is a false alarm.
 */
final class Score {
    private static final String UNCLASSIFIED = "unclassified";
    private static final String PROHIBITED = "use.prohibited";
    /** Free text is for people to read; only these parameters are compared. */
    private static final Set<String> COMPARED =
            Set.of("threshold", "period", "amount", "currency", "years", "territories", "consequence");

    private static final Pattern NUMBER = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?");

    private final Map<String, Tally> documents = new TreeMap<>();
    private final Map<String, Tally> clauses = new TreeMap<>();
    private final Map<String, Double> perDocument = new LinkedHashMap<>();
    private final Tally domains = new Tally();
    private int count;
    private int valuesRight;
    private int values;
    private int touched;
    private int labels;
    private int stray;
    private long length;

    /**
     * A clause, labelled or found.
     *
     * @param params a number, a text or a list of texts each
     */
    record Marked(String kind, int start, int end, Map<String, Object> params) {
        boolean overlaps(Marked other) {
            int common = Math.min(end, other.end) - Math.max(start, other.start);
            return common > 0 && 2 * common >= Math.min(end - start, other.end - other.start);
        }

        boolean sameClause(Marked other) {
            return kind.equals(other.kind) && overlaps(other);
        }
    }

    /** Right, false and missed ones. */
    static final class Tally {
        private int right;
        private int wrong;
        private int missed;

        double precision() {
            return ratio(right, right + wrong);
        }

        double recall() {
            return ratio(right, right + missed);
        }

        double f1() {
            return ratio(2 * right, 2 * right + wrong + missed);
        }

        private void count(boolean wanted, boolean given) {
            right += wanted && given ? 1 : 0;
            wrong += !wanted && given ? 1 : 0;
            missed += wanted && !given ? 1 : 0;
        }

        private static double ratio(double part, double whole) {
            return whole == 0 ? Double.NaN : part / whole;
        }
    }

    /** Adds one document of so many UTF-16 code units. */
    void add(String name, List<Marked> gold, List<Marked> all, int textLength) {
        count++;
        labels += gold.size();
        length += textLength;
        for (Marked label : gold) {
            touched += all.stream().anyMatch(label::overlaps) ? 1 : 0;
        }
        List<Marked> found = new ArrayList<>();
        for (Marked one : all) {
            if (!one.kind().equals(UNCLASSIFIED)) {
                found.add(one);
            } else if (gold.stream().noneMatch(one::overlaps)) {
                stray++;
            }
        }
        kinds(gold, found);
        Tally mine = clauses(gold, found);
        Set<String> wanted = domains(gold);
        Set<String> given = domains(found);
        for (String domain : union(wanted, given)) {
            domains.count(wanted.contains(domain), given.contains(domain));
        }
        perDocument.put(name, mine.f1());
    }

    private void kinds(List<Marked> gold, List<Marked> found) {
        Set<String> wanted = kindsOf(gold);
        Set<String> given = kindsOf(found);
        for (String kind : union(wanted, given)) {
            tally(documents, kind).count(wanted.contains(kind), given.contains(kind));
        }
    }

    private Tally clauses(List<Marked> gold, List<Marked> found) {
        Tally mine = new Tally();
        for (Marked label : gold) {
            List<Marked> hits = found.stream().filter(label::sameClause).toList();
            tally(clauses, label.kind()).count(true, !hits.isEmpty());
            mine.count(true, !hits.isEmpty());
            if (!hits.isEmpty()) {
                values(label, hits);
            }
        }
        for (Marked one : found) {
            if (gold.stream().noneMatch(one::sameClause)) {
                tally(clauses, one.kind()).count(false, true);
                mine.count(false, true);
            }
        }
        return mine;
    }

    private void values(Marked label, List<Marked> hits) {
        label.params().forEach((name, want) -> {
            if (COMPARED.contains(name)) {
                values++;
                Object wanted = norm(want);
                boolean right = hits.stream()
                        .anyMatch(hit -> Objects.equals(norm(hit.params().get(name)), wanted));
                valuesRight += right ? 1 : 0;
            }
        });
    }

    private static @Nullable Object norm(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream()
                    .map(one -> String.valueOf(one).toLowerCase(Locale.ROOT))
                    .sorted()
                    .toList();
        }
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value == null || value instanceof Boolean) {
            return value;
        }
        String text = String.valueOf(value).strip().toLowerCase(Locale.ROOT).replace(",", "");
        return NUMBER.matcher(text).matches() ? (Object) Double.valueOf(text) : text;
    }

    private static Set<String> domains(List<Marked> clauses) {
        Set<String> domains = new HashSet<>();
        for (Marked clause : clauses) {
            if (clause.kind().equals(PROHIBITED) && clause.params().get("domains") instanceof Collection<?> several) {
                several.forEach(domain -> domains.add(String.valueOf(domain)));
            }
        }
        return domains;
    }

    private static Set<String> kindsOf(List<Marked> clauses) {
        Set<String> kinds = new HashSet<>();
        clauses.forEach(clause -> kinds.add(clause.kind()));
        return kinds;
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> both = new TreeSet<>(one);
        both.addAll(other);
        return both;
    }

    private static Tally tally(Map<String, Tally> table, String kind) {
        return table.computeIfAbsent(kind, id -> new Tally());
    }

    private static Tally total(Map<String, Tally> table) {
        Tally total = new Tally();
        for (Tally one : table.values()) {
            total.right += one.right;
            total.wrong += one.wrong;
            total.missed += one.missed;
        }
        return total;
    }

    /** The mean of the kinds' F1 over those that were labelled at all. */
    private static double macro(Map<String, Tally> table) {
        return table.values().stream()
                .filter(tally -> tally.right + tally.missed > 0)
                .mapToDouble(Tally::f1)
                .average()
                .orElse(Double.NaN);
    }

    /** A row for each kind, then the totals. */
    void print(PrintWriter out) {
        out.println("kind" + " ".repeat(38) + "  gold   doc P    R    F1   clause P    R    F1");
        for (String kind : union(documents.keySet(), clauses.keySet())) {
            Tally document = tally(documents, kind);
            Tally clause = tally(clauses, kind);
            out.println(kind + " ".repeat(Math.max(0, 42 - kind.length())) + " "
                    + padded(String.valueOf(clause.right + clause.missed)) + "  " + row(document) + "     "
                    + row(clause));
        }
        out.println("document  " + figures(documents));
        out.println("clause    " + figures(clauses));
        out.println("values    " + valuesRight + " of " + values + " right");
        out.println("domains   P " + rounded(domains.precision(), 3) + "  R " + rounded(domains.recall(), 3) + "  F1 "
                + rounded(domains.f1(), 3));
        out.println("touched   " + rounded(touchedShare(), 3) + " of " + labels + "; stray unclassified "
                + rounded(strayShare(), 1) + " per 10,000 characters");
    }

    /** The totals by name. */
    Map<String, Object> totals() {
        Map<String, Object> totals = new LinkedHashMap<>();
        totals.put("documents", count);
        totals.put("document", named(documents));
        totals.put("clause", named(clauses));
        Map<String, Object> read = new LinkedHashMap<>();
        read.put("right", valuesRight);
        read.put("of", values);
        read.put("accuracy", Tally.ratio(valuesRight, values));
        totals.put("values", read);
        totals.put("domains", named(domains));
        totals.put("touched", touchedShare());
        totals.put("stray_unclassified_per_10k", strayShare());
        totals.put("per_document_clause_f1", perDocument);
        Map<String, Object> kinds = new LinkedHashMap<>();
        for (String kind : union(documents.keySet(), clauses.keySet())) {
            Tally clause = tally(clauses, kind);
            Map<String, Object> both = new LinkedHashMap<>();
            both.put("gold", clause.right + clause.missed);
            both.put("document", named(tally(documents, kind)));
            both.put("clause", named(clause));
            kinds.put(kind, both);
        }
        totals.put("kinds", kinds);
        return totals;
    }

    private static Map<String, Object> named(Tally tally) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("precision", tally.precision());
        figures.put("recall", tally.recall());
        figures.put("f1", tally.f1());
        return figures;
    }

    private static Map<String, Object> named(Map<String, Tally> table) {
        Map<String, Object> figures = named(total(table));
        figures.put("macro_f1", macro(table));
        return figures;
    }

    private double touchedShare() {
        return Tally.ratio(touched, labels);
    }

    private double strayShare() {
        return Tally.ratio(1e4 * stray, (double) length);
    }

    private static String figures(Map<String, Tally> table) {
        Tally total = total(table);
        return "P " + rounded(total.precision(), 3) + "  R " + rounded(total.recall(), 3) + "  F1 "
                + rounded(total.f1(), 3) + "  macro-F1 " + rounded(macro(table), 3);
    }

    private static String row(Tally tally) {
        return padded(rounded(tally.precision(), 2)) + " " + padded(rounded(tally.recall(), 2)) + " "
                + padded(rounded(tally.f1(), 2));
    }

    private static String padded(String text) {
        return " ".repeat(Math.max(0, 5 - text.length())) + text;
    }

    /** Half to even on the exact value of the number, as other languages print it. */
    private static String rounded(double value, int digits) {
        return Double.isNaN(value)
                ? "nan"
                : new BigDecimal(value).setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
    }
}

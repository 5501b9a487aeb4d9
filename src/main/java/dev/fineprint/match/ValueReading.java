// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import com.google.common.collect.ImmutableMap;
import dev.fineprint.catalog.ValueReader;
import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledReader;
import dev.fineprint.match.Quotations.Quotation;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Tokens;
import dev.fineprint.text.Vocabulary;
import dev.fineprint.text.entity.Entity;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the values of findings: amounts, places, periods, names, purposes and the domains of a forbidden use. */
final class ValueReading {
    private static final String DOMAINS = "domains";
    private static final String OTHER_DOMAIN = "other";
    private static final int MAX_TEXT = 120;
    private static final int LONGEST_HAN_NAME = 60;
    /** Law, court, arbitration: in Chinese the name of the place stands before them. */
    private static final String[] HAN_LAW_OR_COURT = {
        "\u6CD5\u5F8B",
        "\u4EBA\u6C11\u6CD5\u9662",
        "\u6CD5\u9662",
        "\u4EF2\u88C1",
        "\u6CD5\u4EE4",
        "\u6CD5\u89C4",
        "\u6709\u7BA1\u8F96"
    };
    /** Of: it belongs to no name. */
    private static final String HAN_OF = "\u7684\u4E4B";

    private final CompiledCatalog catalog;
    private final int carveOut;

    ValueReading(CompiledCatalog catalog) {
        this.catalog = catalog;
        this.carveOut = catalog.carveOut;
    }

    Clause begin(
            LicenseText text,
            Tokens tokens,
            Quotations quotations,
            Entities entities,
            ClauseScan scan,
            int from,
            int to) {
        return new Clause(text, tokens, quotations, entities, scan, from, to);
    }

    /** The values of one clause, or of one window of a long one. */
    final class Clause {
        private final LicenseText text;
        private final Tokens tokens;
        private final Quotations quotations;
        private final Entities entities;
        private final ClauseScan scan;
        private final int from;
        private final int to;
        private @Nullable List<String> domains;

        Clause(
                LicenseText text,
                Tokens tokens,
                Quotations quotations,
                Entities entities,
                ClauseScan scan,
                int from,
                int to) {
            this.text = text;
            this.tokens = tokens;
            this.quotations = quotations;
            this.entities = entities;
            this.scan = scan;
            this.from = from;
            this.to = to;
        }

        /** Whether a clause of this kind names a domain, so that another kind's words do not account for all of it. */
        boolean standsByItself(CompiledKind kind) {
            return kind.source().params().containsKey(DOMAINS) && !domains().contains(OTHER_DOMAIN);
        }

        boolean leavesDomainsToItems(CompiledKind kind) {
            return kind.source().params().containsKey(DOMAINS) && domains().contains(OTHER_DOMAIN);
        }

        Map<String, Object> read(CompiledKind kind, int start, int end) {
            ImmutableMap.Builder<String, Object> values = ImmutableMap.builder();
            kind.reads().forEach((name, reader) -> {
                Object value = read(reader, start, end);
                if (value != null) {
                    values.put(name, value);
                }
            });
            if (kind.source().params().containsKey(DOMAINS)) {
                values.put(DOMAINS, domains());
            }
            return values.buildKeepingLast();
        }

        Optional<String> condition() {
            int first = firstCarveOut(0);
            if (first < 0) {
                return Optional.empty();
            }
            int start = tokens.start(from + first - scan.ownStart());
            int end = tokens.end(to - 1);
            return Optional.of(collapsed(start, Math.min(end, start + 400)));
        }

        private @Nullable Object read(CompiledReader reader, int start, int end) {
            boolean inMatch = reader.source().scope() == ValueReader.Scope.MATCH;
            if (reader.source() instanceof ValueReader.EntityValue entity) {
                return entity(entity.entity(), start, end, inMatch);
            }
            if (reader.source() instanceof ValueReader.ChoiceValue) {
                for (Map.Entry<String, Node[]> choice : reader.choices().entrySet()) {
                    if (first(choice.getValue(), inMatch ? start : 0, inMatch ? end : scan.size()) >= 0) {
                        return choice.getKey();
                    }
                }
                return null;
            }
            if (reader.source() instanceof ValueReader.SetValue) {
                List<String> members = new ArrayList<>();
                reader.choices().forEach((value, nodes) -> {
                    if (first(nodes, inMatch ? start : 0, inMatch ? end : scan.size()) >= 0) {
                        members.add(value);
                    }
                });
                return members.isEmpty() ? null : members;
            }
            if (reader.source() instanceof ValueReader.QuotedValue) {
                return quoted(start, end, inMatch);
            }
            return textAfter(reader.after());
        }

        private @Nullable Object entity(String what, int start, int end, boolean inMatch) {
            String type = switch (what) {
                case "money-amount", "money-currency" -> "MONEY";
                default -> what.toUpperCase(Locale.ROOT);
            };
            int matchStart = tokens.start(from + start - scan.ownStart());
            int matchEnd = tokens.end(from + end - 1 - scan.ownStart());
            int clauseStart = tokens.start(from);
            int clauseEnd = tokens.end(to - 1);
            Entity best = null;
            long bestDistance = Long.MAX_VALUE;
            List<String> codes = new ArrayList<>();
            for (Entity entity : entities.startingWithin(clauseStart, clauseEnd)) {
                if (!entity.type().name().equals(type)) {
                    continue;
                }
                long distance = entity.start() >= matchEnd
                        ? entity.start() - matchEnd + 1
                        : entity.end() <= matchStart ? matchStart - entity.end() + 2 : 0;
                if (inMatch && distance > 0) {
                    continue;
                }
                // The vocabulary of places has no code for the Economic Area: the Union is the most of it.
                String code = entity.code().equals("EEA") ? "EU" : entity.code();
                if (!codes.contains(code)) {
                    codes.add(code);
                }
                if (distance < bestDistance) {
                    best = entity;
                    bestDistance = distance;
                }
            }
            if (best == null) {
                return null;
            }
            return switch (what) {
                case "territory" -> codes;
                case "period", "money-currency", "duration" -> best.code();
                default -> best.value() < 0 ? null : (Long) best.value();
            };
        }

        private @Nullable String quoted(int start, int end, boolean inMatch) {
            int first = from + start - scan.ownStart();
            int last = from + end - scan.ownStart();
            Quotation fallback = null;
            for (Quotation quotation : quotations.between(from, to)) {
                if (quotation.definition() || quotation.parenthesised()) {
                    continue;
                }
                if (quotation.endToken() > first && quotation.firstToken() < last) {
                    return collapsed(quotation.start(), quotation.end());
                }
                if (fallback == null) {
                    fallback = quotation;
                }
            }
            return inMatch || fallback == null ? null : collapsed(fallback.start(), fallback.end());
        }

        /**
         * The place or name that follows certain words: a run of capitalised words, or the Han characters up to the word
         * for its law or court.
         */
        private @Nullable String textAfter(Node[] after) {
            BitSet ends = new BitSet();
            for (Node node : after) {
                Spans spans = node.find(scan);
                for (int i = 0; i < spans.size(); i++) {
                    if (spans.end(i) > scan.ownStart()) {
                        ends.set(spans.end(i));
                    }
                }
            }
            for (int at = ends.nextSetBit(0); at >= 0; at = ends.nextSetBit(at + 1)) {
                int token = from + at - scan.ownStart();
                boolean han = token < to && Vocabulary.isHan(text.normalized().charAt(tokens.start(token)));
                String name = han ? hanName(token) : capitalised(token);
                if (name != null) {
                    return name;
                }
            }
            return null;
        }

        private @Nullable String capitalised(int token) {
            String normalized = text.normalized();
            int first = -1;
            int last = -1;
            for (int t = token; t < to; t++) {
                if (last >= 0 && !withinOneName(normalized, tokens.end(t - 1), tokens.start(t))) {
                    break;
                }
                if (Character.isUpperCase(normalized.charAt(tokens.start(t)))) {
                    first = first < 0 ? t : first;
                    last = t;
                } else if (!isSmallWord(tokens.end(t) - tokens.start(t))) {
                    break;
                }
            }
            if (first < 0) {
                return null;
            }
            int start = tokens.start(first);
            return collapsed(start, Math.min(tokens.end(last), start + MAX_TEXT));
        }

        /** The Han characters from a token on, if no comma stands between them and the word for a law or a court. */
        private @Nullable String hanName(int token) {
            String normalized = text.normalized();
            int start = tokens.start(token);
            if (token > from
                    && normalized.substring(tokens.end(token - 1), start).indexOf(',') >= 0) {
                return null;
            }
            int limit = Math.min(tokens.end(to - 1), start + LONGEST_HAN_NAME);
            int open = -1;
            for (int i = start; i < limit; i++) {
                char c = normalized.charAt(i);
                open = c == '(' && open < 0 ? i : open;
                boolean inName =
                        Vocabulary.isHan(c) || Character.isWhitespace(c) || c == LicenseText.IGNORABLE || open >= 0;
                for (String word : HAN_LAW_OR_COURT) {
                    if (startsWith(normalized, i, word) && (open < 0 || normalized.lastIndexOf(')', i) > open)) {
                        int end = open < 0 ? i : open;
                        while (end > start && isOfOrUnread(normalized.charAt(end - 1))) {
                            end--;
                        }
                        return end > start ? collapsed(start, end) : null;
                    }
                }
                if (!inName) {
                    return null;
                }
            }
            return null;
        }

        private static boolean isOfOrUnread(char c) {
            return HAN_OF.indexOf(c) >= 0 || c == LicenseText.IGNORABLE;
        }

        /** Whether a word starts at an offset, whatever is not to be read between its characters. */
        private static boolean startsWith(String text, int at, String word) {
            int i = at;
            for (int w = 0; w < word.length(); w++, i++) {
                while (w > 0 && i < text.length() && text.charAt(i) == LicenseText.IGNORABLE) {
                    i++;
                }
                if (i >= text.length() || text.charAt(i) != word.charAt(w)) {
                    return false;
                }
            }
            return true;
        }

        private static boolean withinOneName(String text, int end, int start) {
            for (int i = end; i < start; i++) {
                char c = text.charAt(i);
                if (c == '\'' && i + 1 < start && text.charAt(i + 1) == 's') {
                    i++; // the People's Republic
                } else if (c != ' ' && c != ',' && c != '\n' && c != '-' && c != '.' && c != LicenseText.IGNORABLE) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isSmallWord(int length) {
            return length <= 3;
        }

        private List<String> domains() {
            List<String> known = domains;
            if (known == null) {
                known = readDomains();
                domains = known;
            }
            return known;
        }

        private List<String> readDomains() {
            int limit = scan.size();
            int carved = firstCarveOut(scan.ownStart() + 1);
            if (carved >= 0) {
                limit = carved;
            }
            List<String> ids = new ArrayList<>();
            Agenda agenda = catalog.agenda;
            int end;
            for (int rule = scan.firstRule(catalog.allDomains);
                    rule >= 0;
                    rule = scan.nextRule(catalog.allDomains, end)) {
                end = agenda.endOfOwner(rule);
                CompiledDomain domain = catalog.domains.get(agenda.domainOf(rule));
                if (anyWithin(rule, end, limit) && first(domain.unless(), 0, scan.size()) < 0) {
                    ids.add(domain.id());
                }
            }
            if (ids.isEmpty()) {
                ids.add(OTHER_DOMAIN);
            }
            return List.copyOf(ids);
        }

        /** Whether a rule of a domain, or one of those after it, matches own words before a limit. */
        private boolean anyWithin(int first, int endOfRules, int limit) {
            for (int rule = first; rule >= 0; rule = scan.nextRule(catalog.allDomains, rule + 1, endOfRules)) {
                if (first(scan.find(rule), scan.ownStart(), limit) >= 0) {
                    return true;
                }
            }
            return false;
        }

        /** The first own position of an exception ("unless", "except"), or -1. */
        private int firstCarveOut(int notBefore) {
            if (carveOut < 0 || !scan.has(carveOut)) {
                return -1;
            }
            Spans spans = scan.occurrences(carveOut);
            int first = -1;
            for (int i = 0; i < spans.size() && first < 0; i++) {
                if (spans.start(i) >= Math.max(notBefore, scan.ownStart())) {
                    first = spans.start(i);
                }
            }
            return first;
        }

        /** Where the first match that lies between two positions starts, or -1. */
        private int first(Node[] nodes, int lowest, int highest) {
            int best = -1;
            for (Node node : nodes) {
                int start = first(node.find(scan), lowest, highest);
                if (start >= 0 && (best < 0 || start < best)) {
                    best = start;
                }
            }
            return best;
        }

        private static int first(Spans spans, int lowest, int highest) {
            for (int i = 0; i < spans.size(); i++) {
                if (spans.end(i) > lowest && spans.end(i) <= highest) {
                    return spans.start(i);
                }
            }
            return -1;
        }

        /** The original words with each run of white space as one blank, and none between Han characters that a line end parts. */
        private String collapsed(int start, int end) {
            String original = text.original();
            String normalized = text.normalized();
            StringBuilder out = new StringBuilder(end - start);
            for (int i = start; i < end; ) {
                char c = original.charAt(i);
                if (Character.isHighSurrogate(c) && !Character.isSurrogate(normalized.charAt(i))) {
                    // A letter of a mathematical alphabet.
                    c = normalized.charAt(i);
                }
                if (normalized.charAt(i) == LicenseText.IGNORABLE && !isAccent(c)) {
                    // Of a word broken at a line's end neither the hyphen nor the break is part; nor what separates
                    // letters.
                    i++;
                    continue;
                }
                if (!isSpace(c)) {
                    out.append(c);
                    i++;
                    continue;
                }
                boolean lineEnd = false;
                while (i < end && isSpace(original.charAt(i))) {
                    lineEnd |= original.charAt(i) == '\n';
                    i++;
                }
                boolean withinHan = lineEnd
                        && i < end
                        && out.length() > 0
                        && Character.isIdeographic(original.charAt(i))
                        && Character.isIdeographic(out.charAt(out.length() - 1));
                if (!withinHan) {
                    out.append(' ');
                }
            }
            return out.toString().strip();
        }

        /** Whether a character that is not read by itself is the accent of the one before. */
        private static boolean isAccent(char c) {
            return Character.getType(c) == Character.NON_SPACING_MARK;
        }

        private static boolean isSpace(char c) {
            return c == ' ' || c >= '\t' && c <= '\r';
        }
    }
}

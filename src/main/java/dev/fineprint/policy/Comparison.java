// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import dev.fineprint.text.entity.Entity;
import dev.fineprint.text.entity.EntityReader;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a clause compares a figure with its threshold, read from the words around the threshold. Where the words name the
 * large ("more than"), they are the ones that something is asked of; where they name the small ("fewer than"), those are
 * the ones that go free.
 */
enum Comparison {
    /** More than the threshold is too much. */
    ABOVE,
    /** The threshold itself is too much. */
    AT_LEAST,
    /** Less than the threshold goes free. */
    BELOW,
    /** The threshold itself goes free. */
    AT_MOST;

    /** How far before the number its comparison may stand, in characters. */
    private static final int BEFORE = 60;
    /** How far behind the number, units and what is counted between. */
    private static final int BEHIND = 40;

    private static final Map<Comparison, List<String>> LEADING = Map.of(
            ABOVE,
            List.of(
                    "greater than",
                    "more than",
                    "larger than",
                    "higher than",
                    "exceed",
                    "exceeds",
                    "exceeding",
                    "exceeded",
                    "in excess of",
                    "over",
                    "above",
                    "beyond",
                    "surpass",
                    "surpasses",
                    "surpassing",
                    "surpassed",
                    "upwards of",
                    "passes",
                    "passing",
                    ">",
                    "超过",
                    "超出",
                    "大于",
                    "多于",
                    "高于",
                    "逾",
                    "突破"),
            AT_LEAST,
            List.of(
                    "at least",
                    "a minimum of",
                    "greater than or equal to",
                    "more than or equal to",
                    "equal to or greater than",
                    "equal to or more than",
                    "equals or exceeds",
                    "equal or exceed",
                    "equal or exceeds",
                    "meets or exceeds",
                    "meet or exceed",
                    "reach or exceed",
                    "reaches or exceeds",
                    "reach",
                    "reaches",
                    "reaching",
                    "reached",
                    "from",
                    ">=",
                    "≥",
                    "达到",
                    "达",
                    "至少",
                    "达到或超过",
                    "大于等于",
                    "大于或等于",
                    "不小于",
                    "满"),
            BELOW,
            List.of(
                    "less than",
                    "fewer than",
                    "below",
                    "under",
                    "lower than",
                    "smaller than",
                    "<",
                    "低于",
                    "少于",
                    "小于",
                    "不足",
                    "不满",
                    "不到"),
            AT_MOST,
            List.of(
                    "at most",
                    "up to",
                    "a maximum of",
                    "less than or equal to",
                    "fewer than or equal to",
                    "equal to or less than",
                    "equal to or fewer than",
                    "no greater than",
                    "within",
                    "<=",
                    "≤",
                    "至多",
                    "最多",
                    "小于等于",
                    "小于或等于",
                    "不大于",
                    "不超"));

    private static final Map<Comparison, List<String>> TRAILING = Map.of(
            AT_LEAST,
            List.of(
                    "or more",
                    "or greater",
                    "or higher",
                    "or above",
                    "or over",
                    "and above",
                    "and more",
                    "or larger",
                    "以上",
                    "或以上",
                    "及以上"),
            AT_MOST,
            List.of("or less", "or fewer", "or lower", "or below", "or under", "and below", "以下", "以内", "或以下", "及以下"));

    private static final Set<String> NEGATIONS = Set.of("not", "no", "never", "不", "未", "没有");

    /** Whether a figure is in the range that something is asked of, by how it compares with the threshold. */
    boolean asksOf(int compared) {
        return switch (this) {
            case ABOVE, AT_MOST -> compared > 0;
            case AT_LEAST, BELOW -> compared >= 0;
        };
    }

    private Comparison negated() {
        return switch (this) {
            case ABOVE -> AT_MOST;
            case AT_MOST -> ABOVE;
            case AT_LEAST -> BELOW;
            case BELOW -> AT_LEAST;
        };
    }

    /** The comparison that stands with a threshold; empty where there is none or where two disagree. */
    static Optional<Comparison> read(ClauseWords words, EntityReader reader, long threshold) {
        Set<Comparison> read = EnumSet.noneOf(Comparison.class);
        String text = words.text();
        for (Entity entity : reader.read(text, 0, text.length())) {
            boolean figure = entity.type() == Entity.Type.NUMBER || entity.type() == Entity.Type.MONEY;
            if (figure && entity.value() == threshold) {
                around(words.lower(), entity.start(), entity.end(), read);
            }
        }
        return read.size() == 1 ? Optional.of(read.iterator().next()) : Optional.empty();
    }

    private static void around(String text, int start, int end, Set<Comparison> read) {
        Optional<Comparison> before = before(text, start);
        String behind = text.substring(end, Math.min(text.length(), end + BEHIND));
        Optional<Comparison> after = after(behind);
        if (behind.contains("(含") || behind.contains("含本数") || behind.contains("(inclusive")) {
            before = before.map(one -> one == ABOVE ? AT_LEAST : one == BELOW ? AT_MOST : one);
        } else if (behind.contains("(不含") || behind.contains("不含本数") || behind.contains("(exclusive")) {
            after = after.map(one -> one == AT_LEAST ? ABOVE : one == AT_MOST ? BELOW : one);
        }
        before.ifPresent(read::add);
        after.ifPresent(read::add);
    }

    private static Optional<Comparison> before(String text, int start) {
        int from = Math.max(0, start - BEFORE);
        String stretch = text.substring(from, start);
        int cut = Math.max(stretch.lastIndexOf(';'), stretch.lastIndexOf('。'));
        stretch = stretch.substring(cut + 1);
        Optional<Comparison> best = Optional.empty();
        int bestEnd = -1;
        int bestLength = 0;
        for (Map.Entry<Comparison, List<String>> entry : LEADING.entrySet()) {
            for (String phrase : entry.getValue()) {
                int at = last(stretch, phrase);
                int end = at + phrase.length();
                if (at >= 0 && (end > bestEnd || end == bestEnd && phrase.length() > bestLength)) {
                    bestEnd = end;
                    bestLength = phrase.length();
                    Comparison found = entry.getKey();
                    best = Optional.of(negated(stretch.substring(0, at)) ? found.negated() : found);
                }
            }
        }
        return best;
    }

    /** The last place where a phrase stands as words of its own. */
    private static int last(String text, String phrase) {
        for (int at = text.lastIndexOf(phrase); at >= 0; at = text.lastIndexOf(phrase, at - 1)) {
            int end = at + phrase.length();
            boolean word = ClauseWords.latin(phrase.charAt(0));
            boolean alone = !word
                    || (at == 0 || !ClauseWords.latin(text.charAt(at - 1)))
                            && (end == text.length() || !ClauseWords.latin(text.charAt(end)));
            if (alone) {
                return at;
            }
            if (at == 0) {
                break;
            }
        }
        return -1;
    }

    private static boolean negated(String before) {
        String rest = before.stripTrailing();
        if (rest.endsWith(" to")) {
            rest = rest.substring(0, rest.length() - 3).stripTrailing();
        }
        for (String negation : NEGATIONS) {
            if (rest.endsWith(negation)) {
                int at = rest.length() - negation.length();
                boolean word = ClauseWords.latin(negation.charAt(0));
                if (!word || at == 0 || !ClauseWords.latin(rest.charAt(at - 1))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Optional<Comparison> after(String behind) {
        String stretch = behind;
        for (int i = 0; i < stretch.length(); i++) {
            char c = stretch.charAt(i);
            if (c == ',' || c == ';' || c == '.' || c == '。' || c == '、') {
                stretch = stretch.substring(0, i);
            }
        }
        for (Map.Entry<Comparison, List<String>> entry : TRAILING.entrySet()) {
            for (String phrase : entry.getValue()) {
                int at = last(stretch, phrase);
                if (at >= 0 && !stretch.startsWith(" than", at + phrase.length())) {
                    return Optional.of(entry.getKey());
                }
            }
        }
        return Optional.empty();
    }
}

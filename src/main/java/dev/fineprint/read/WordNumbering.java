// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Counts the numbered paragraphs of a Word document and writes their labels, which the document does not hold: a
 * paragraph names a list and a level, the list its abstract list, and that says for each level how to count and to write.
 */
final class WordNumbering {
    static final int LEVELS = 9;
    private static final int LONGEST_LABEL = 40;

    /** How one level of a list counts. */
    static final class Level {
        int start = 1;
        String format = "decimal";
        String text = "";
        boolean legal;
        boolean restarts = true;

        @Nullable
        String style;
    }

    /** What lists share; several may count together. */
    static final class AbstractList {
        final Level[] levels = new Level[LEVELS];
        /** The style that says it all instead. */
        @Nullable
        String styleLink;

        final int[] counts = new int[LEVELS];
        final boolean[] started = new boolean[LEVELS];
    }

    /** A list as paragraphs name it. */
    static final class NumberedList {
        String abstractId = "";
        final Map<Integer, Integer> starts = new HashMap<>();
        final Map<Integer, Level> levels = new HashMap<>();
    }

    final Map<String, AbstractList> abstracts = new HashMap<>();
    final Map<String, NumberedList> lists = new HashMap<>();
    /** Levels of lists that have begun anew where the list says so. */
    private final Set<String> begun = new HashSet<>();

    /** The level that a style stands for in a list; 0 if the list does not say. */
    int levelOf(String listId, String style) {
        NumberedList list = lists.get(listId);
        AbstractList shared = list == null ? null : abstracts.get(list.abstractId);
        for (int i = 0; shared != null && i < LEVELS; i++) {
            Level level = shared.levels[i];
            if (level != null && style.equals(level.style)) {
                return i;
            }
        }
        return 0;
    }

    /** Counts a paragraph; its label, empty if it shows none. */
    String next(String listId, int depth, WordStyles styles) {
        NumberedList list = lists.get(listId);
        AbstractList shared = list == null ? null : abstracts.get(list.abstractId);
        if (shared != null && shared.styleLink != null) {
            NumberedList linked = lists.get(styles.listOf(shared.styleLink));
            shared = linked == null ? shared : abstracts.getOrDefault(linked.abstractId, shared);
        }
        if (list == null || shared == null || depth < 0 || depth >= LEVELS) {
            return "";
        }
        Level level = level(list, shared, depth);
        Integer anew = list.starts.get(depth);
        if (anew != null && begun.add(listId + ":" + depth)) {
            shared.counts[depth] = anew;
        } else if (shared.started[depth]) {
            shared.counts[depth]++;
        } else {
            shared.counts[depth] = level.start;
        }
        shared.started[depth] = true;
        for (int i = depth + 1; i < LEVELS; i++) {
            if (level(list, shared, i).restarts) {
                shared.started[i] = false;
            }
        }
        return label(list, shared, depth);
    }

    private static Level level(NumberedList list, AbstractList shared, int depth) {
        Level own = list.levels.get(depth);
        Level usual = shared.levels[depth];
        return own != null ? own : usual != null ? usual : new Level();
    }

    private static String label(NumberedList list, AbstractList shared, int depth) {
        Level level = level(list, shared, depth);
        if (level.format.equals("bullet")) {
            return ListLabels.BULLET;
        }
        if (level.format.equals("none")) {
            return "";
        }
        StringBuilder label = new StringBuilder();
        String text = level.text;
        for (int i = 0; i < text.length() && label.length() < LONGEST_LABEL; i++) {
            char c = text.charAt(i);
            int digit = i + 1 < text.length() ? text.charAt(i + 1) - '1' : -1;
            if (c == '%' && digit >= 0 && digit < LEVELS) {
                Level counted = level(list, shared, digit);
                int value = shared.started[digit] ? shared.counts[digit] : counted.start;
                label.append(format(level.legal ? "decimal" : counted.format, value));
                i++;
            } else {
                label.append(c == '\t' ? ' ' : c);
            }
        }
        return label.toString().strip();
    }

    private static String format(String format, int value) {
        return switch (format) {
            case "lowerLetter" -> ListLabels.letters(value, true);
            case "upperLetter" -> ListLabels.upper(ListLabels.letters(value, true));
            case "lowerRoman" -> ListLabels.roman(value);
            case "upperRoman" -> ListLabels.upper(ListLabels.roman(value));
            case "decimalZero" -> value < 10 ? "0" + value : String.valueOf(value);
            case "ordinal" -> ListLabels.ordinal(value);
            case "cardinalText" -> ListLabels.words(value);
            case "chineseCounting",
                    "chineseCountingThousand",
                    "taiwaneseCounting",
                    "taiwaneseCountingThousand",
                    "japaneseCounting",
                    "ideographDigital",
                    "taiwaneseDigital" -> ListLabels.han(value);
            case "chineseLegalSimplified", "ideographLegalTraditional", "japaneseLegal" -> ListLabels.hanFormal(value);
            case "ideographTraditional" -> ListLabels.stem(value);
            case "decimalEnclosedCircle", "decimalEnclosedCircleChinese" -> ListLabels.circled(value);
            case "none", "bullet" -> "";
            default -> String.valueOf(value);
        };
    }
}

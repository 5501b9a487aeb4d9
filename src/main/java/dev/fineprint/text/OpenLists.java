// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lists that are open at a place of the text, the outermost first.
 *
 * <p>Which of them an item belongs to is weighed from its marker's kind, its ordinal and its indent together, because
 * each alone misleads: {@code i.} may follow {@code h.} or start Roman numerals, tabs and blanks mix, Markdown repeats
 * {@code 1.}, and many texts do not indent at all. Depth is bounded, so that every item costs the same.
 */
final class OpenLists {
    private static final int DEEPEST = 24;

    /**
     * Where an item belongs.
     *
     * @param list the open list that it goes on with, or null if it starts a new one inside those left open
     * @param family how its marker is read
     * @param value its ordinal when read so
     */
    record Place(@Nullable Level list, Marker.Family family, int value) {}

    private final List<Level> levels = new ArrayList<>();

    /** The innermost open list, or null. */
    @Nullable
    Level top() {
        return levels.isEmpty() ? null : levels.get(levels.size() - 1);
    }

    int size() {
        return levels.size();
    }

    /** An open list by its depth, 0 for the outermost. */
    Level get(int depth) {
        return levels.get(depth);
    }

    void push(Level level) {
        if (levels.size() == DEEPEST) {
            close(DEEPEST - 1);
        }
        levels.add(level);
    }

    /** Closes the innermost lists until so many are left. */
    void close(int size) {
        while (levels.size() > size) {
            levels.remove(levels.size() - 1);
        }
    }

    /** Closes the innermost lists that a paragraph has ended; they hold no other list. */
    void closeInterrupted() {
        while (!levels.isEmpty() && levels.get(levels.size() - 1).interrupted) {
            levels.remove(levels.size() - 1);
        }
    }

    /** Notes that a paragraph has followed that belongs to no item. Sections hold paragraphs. */
    void interrupt() {
        for (Level level : levels) {
            level.interrupted |= !level.section;
        }
    }

    /** How many numberings of sections are open, at least 1. */
    int sectionDepth() {
        int depth = 0;
        for (Level level : levels) {
            depth += level.section ? 1 : 0;
        }
        return Math.max(1, depth);
    }

    /**
     * Finds where an item belongs and closes the lists that it ends.
     *
     * @param waiting whether the words before wait for a list
     */
    Place place(Marker marker, int indent, boolean waiting) {
        int best = Integer.MIN_VALUE;
        int bestDepth = -1;
        boolean bestRoman = false;
        for (int depth = levels.size() - 1; depth >= 0; depth--) {
            Level level = levels.get(depth);
            for (int reading = 0; reading < (marker.roman() > 0 ? 2 : 1); reading++) {
                boolean roman = reading == 1;
                int score =
                        goesOn(level, marker, roman) ? siblingScore(level, marker, roman, indent) : Integer.MIN_VALUE;
                if (score > best) {
                    best = score;
                    bestDepth = depth;
                    bestRoman = roman;
                }
            }
        }
        if (bestDepth >= 0 && best >= childScore(marker, indent, bestDepth >= 0, waiting)) {
            Level level = levels.get(bestDepth);
            boolean again = startsAgain(level, marker, value(marker, bestRoman));
            close(again ? bestDepth : bestDepth + 1);
            return new Place(again ? null : level, family(marker, bestRoman), value(marker, bestRoman));
        }
        if (marker.family() == Marker.Family.WORD) {
            closeInsideWord(marker);
        }
        closeInterrupted();
        while (levels.size() > 1
                && indent + 1 < levels.get(levels.size() - 1).indent
                && !levels.get(levels.size() - 1).section) {
            close(levels.size() - 1);
        }
        boolean roman = marker.roman() == 1 && marker.value() != 1;
        return new Place(null, family(marker, roman), value(marker, roman));
    }

    private static Marker.Family family(Marker marker, boolean roman) {
        return roman ? marker.romanStyle().family() : marker.family();
    }

    private static int value(Marker marker, boolean roman) {
        return roman ? marker.roman() : marker.value();
    }

    private static boolean goesOn(Level level, Marker marker, boolean roman) {
        return level.family == family(marker, roman)
                && level.shape == marker.shape()
                && level.depth == marker.depth()
                && (level.family != Marker.Family.BULLET || level.value == marker.value());
    }

    private static int siblingScore(Level level, Marker marker, boolean roman, int indent) {
        int distance = indent - level.indent;
        boolean level0 = distance >= -1 && distance <= 1;
        int byIndent = distance > 3 ? -2 : distance > 1 ? 0 : level0 ? 3 : distance >= -3 ? 1 : 0;
        Marker.Family family = family(marker, roman);
        if (family == Marker.Family.BULLET) {
            return distance > 1 ? -3 : 3 + byIndent;
        }
        int value = value(marker, roman);
        int byOrdinal;
        if (value == level.value + 1) {
            byOrdinal = 4;
        } else if (family == Marker.Family.DECIMAL || family == Marker.Family.WORD || value == level.value && level0) {
            byOrdinal = 3;
        } else if (value > level.value && value <= level.value + 3) {
            byOrdinal = 2;
        } else {
            byOrdinal = value <= 1 && level0 ? 1 : 0;
        }
        return byOrdinal + byIndent - (level.interrupted ? 1 : 0);
    }

    /** How well an item starts a list inside the innermost one. */
    private int childScore(Marker marker, int indent, boolean known, boolean waiting) {
        int distance = indent - levels.get(levels.size() - 1).indent;
        int score = marker.isFirst() ? 3 : -1;
        score += distance > 1 ? 3 : distance < -1 ? -3 : 0;
        score += known ? 0 : 2;
        return marker.isFirst() && waiting ? score + 2 : score;
    }

    /** Whether a first ordinal, or a bullet after other words, starts a new list in the place of one like it. */
    private static boolean startsAgain(Level level, Marker marker, int value) {
        if (marker.family() == Marker.Family.BULLET) {
            return level.interrupted;
        }
        // Markdown repeats 1. for every item.
        boolean repeated = level.value <= 1 && !level.interrupted;
        return value <= 1 && level.value >= 1 && !repeated && marker.depth() == 1;
    }

    /** Articles, exhibits and the like hold numbers, and are in none. */
    private void closeInsideWord(Marker marker) {
        int depth = levels.size();
        while (depth > 0
                && (levels.get(depth - 1).family != Marker.Family.WORD
                        || levels.get(depth - 1).depth >= marker.depth())) {
            depth--;
        }
        close(depth);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import dev.fineprint.text.StopSignal;
import java.util.List;
import java.util.Objects;

/**
 * Finds the values in English and Chinese licence text in one pass over its characters.
 *
 * <p>Immutable and safe for use by many threads. Work and memory grow linearly with the text, whatever it holds.
 */
public final class EntityReader {

    private static final EntityReader READER = new EntityReader();

    /** The look-up tables (names of countries, currencies, numbers), read when the first text is. */
    private static final class Tables {
        private static final Lexicon LEXICON = Lexicon.bundled();
    }

    private EntityReader() {}

    /** The reader. */
    public static EntityReader create() {
        return READER;
    }

    /**
     * Reads one range of a text. Characters outside the range are not looked at.
     *
     * @param normalized the text, best as {@code LicenseText.normalized()} gives it
     * @param from first offset to read
     * @param to offset after the last character to read
     * @return entities by start, the longer first; an entity of another type may overlap, but no number lies inside an
     *     amount of money, an age or a duration
     * @throws IndexOutOfBoundsException if the range does not lie in the text
     */
    public List<Entity> read(CharSequence normalized, int from, int to) {
        return read(normalized, from, to, StopSignal.onInterrupt());
    }

    /**
     * The same, as long as it may.
     *
     * @throws dev.fineprint.text.AnalysisStoppedException if the signal tells to stop
     * @throws IndexOutOfBoundsException if the range does not lie in the text
     */
    public List<Entity> read(CharSequence normalized, int from, int to, StopSignal stop) {
        Objects.checkFromToIndex(from, to, normalized.length());
        return new EntityScan(normalized, from, to, Tables.LEXICON, stop).run();
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text.entity;

import java.util.Objects;

/**
 * A value that a text names: a number, a sum of money, a rhythm, a place, an age or a stretch of time.
 *
 * @param type what kind of value it is
 * @param start first UTF-16 offset, in the sequence that was read
 * @param end offset after the last character
 * @param value the number, the whole units of money (fractions cut off), the years of an age ({@link #MAJORITY} for an age
 *     that is named but not in years) or the count of a duration's unit; 0 for a period and a territory
 * @param code ISO 4217 for money; {@code day}, {@code week}, {@code month}, {@code quarter} or {@code year} for a
 *     period; ISO 3166 alpha-2, {@code EU} or {@code EEA} for a territory; ISO 8601 for a duration ({@code P30D});
 *     otherwise empty
 */
public record Entity(Type type, int start, int end, long value, String code) {

    /** The value of an {@link Type#AGE} such as "age of majority", which differs from place to place. */
    public static final long MAJORITY = -1;

    /** Refuses a missing type or code, and a span that is empty or starts before the text. */
    public Entity {
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(code, "code");
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("an entity covers at least one character, not " + start + ".." + end);
        }
    }

    /** What an entity can be. */
    public enum Type {
        /** A count: "700 million", "seven hundred million (700,000,000)", 7亿. Not a year, a section, a version or a share. */
        NUMBER,
        /** An amount with its currency: "US$10 million", 100万元人民币. */
        MONEY,
        /** A rhythm that something is counted by: "per month", "annual", 每月. */
        PERIOD,
        /** A country, the European Union or the European Economic Area. */
        TERRITORY,
        /** An age of a person: "18 years of age", "age of majority", 18周岁. */
        AGE,
        /** A stretch of time: "thirty (30) days", 三年. */
        DURATION
    }
}

// SPDX-License-Identifier: Apache-2.0
/**
 * Reads the values that a licence text names: numbers, money, periods, territories, ages and durations.
 *
 * <pre>{@code
 * EntityReader reader = EntityReader.create(); // once; thread-safe
 * String text = licence.normalized();
 * for (Entity e : reader.read(text, clause.start(), clause.end())) {
 *     // "more than 700 million monthly active users":
 *     // NUMBER 700000000 over "700 million", PERIOD month over "monthly"
 * }
 * }</pre>
 *
 * <p><b>What a span covers.</b> A value and its unit, never the comparison around it: "18 years" of "18 years or older",
 * "100万元" of "100万元以上". A value that is said twice and means the same, "seven hundred million (700,000,000)", is one
 * entity over both. A period covers what makes it one: "monthly", "per calendar month", "trailing twelve (12) months",
 * 上一自然月; in 月活跃用户 and 年收入 it is the one character 月 or 年, so that what is counted stays free for a pattern.
 *
 * <p><b>What is no number.</b> Sections, versions, dates, years, shares, list markers, addresses, telephone numbers, ordinals
 * and estimates (数百万, "several hundred"). A figure below 100 counts only where something is counted or compared. Whatever
 * does not fit a {@code long} is left out.
 *
 * <p><b>What may overlap.</b> "The trailing twelve months" is a period and, in part, a duration. A number inside money, an age
 * or a duration is not told again, nor is the country in "US dollars" a territory.
 *
 * <p>Inside, {@code Tokens} cuts the characters as they are asked for and keeps a window of a few hundred; {@code EntityScan}
 * asks at each token what may start there; {@code NumberScan} reads numbers; {@code CountScan} decides
 * what they are, with {@code NumberContext}, {@code MoneyScan}, {@code AgeScan} and {@code TimeScan}; {@code PlaceScan} knows places. No regular expression sees the text, nothing goes back further than a few
 * tokens, and so the work grows with the length of the text alone. Names lie in {@code Lexicon} and its tables.
 */
@NullMarked
package dev.fineprint.text.entity;

import org.jspecify.annotations.NullMarked;

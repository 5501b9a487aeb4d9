// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/**
 * A stretch of text under one heading or section number.
 *
 * @param index its place in {@link Segmentation#sections()}; section 0 is what stands before the first heading
 * @param level depth: 0 for the preamble, 1 for chapters, 2 for what stands under them, and so on
 * @param number its number as written, without trailing punctuation ("3.1", "IV", "二"), or empty
 * @param heading its heading without number and markup, or empty
 * @param start offset of its first character, number and heading included
 * @param end offset where the next section starts, or the text's length
 */
public record Section(int index, int level, String number, String heading, int start, int end) {}

// SPDX-License-Identifier: Apache-2.0
/**
 * Reads a licence text and finds its sections, sentences and list items.
 *
 * <p>{@link dev.fineprint.text.LicenseText} holds a decoded text twice: as it was published, and normalised to the
 * same length, so that every offset found in the normalised text is an offset into the published one. {@link
 * dev.fineprint.text.Segmenter} cuts it into {@linkplain dev.fineprint.text.Clause clauses}, each one sentence or one
 * list item, and tells which other clauses (lead-ins) govern it:
 *
 * <pre>{@code
 * LicenseText text = LicenseText.read(Path.of("LICENSE"));
 * for (Clause clause : Segmenter.create().segment(text).clauses()) {
 *     System.out.println(text.line(clause.start()) + ": " + text.original().substring(clause.start(), clause.end()));
 * }
 * }</pre>
 *
 * <p>All offsets are UTF-16 code units, start inclusive, end exclusive. Whatever the characters of a text, nothing here
 * throws because of them; only bytes that are no text, or too many of them, are refused. All work is linear in the
 * length of the text.
 */
@NullMarked
package dev.fineprint.text;

import org.jspecify.annotations.NullMarked;

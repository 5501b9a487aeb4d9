// SPDX-License-Identifier: Apache-2.0
/**
 * Finds the catalog's patterns in the clauses of a text and reads values out of what was found.
 *
 * <p>The way of a clause: its tokens carry the symbols of the catalog's words; a {@link dev.fineprint.match.PhraseWalk}
 * turns runs of symbols into occurrences of concepts (all of them, overlapping ones too); entities are concepts as well;
 * concepts that are expressions over other concepts are joined next; what a lead-in governs is put in front of a list
 * item's own words. Then each pattern whose rarest concept occurs is joined: a pattern is a tree of
 * {@link dev.fineprint.match.Node}s over sorted occurrence lists, without backtracking, so that the time is linear in the
 * text. Values are read last, from the matches that count.
 */
@NullMarked
package dev.fineprint.match;

import org.jspecify.annotations.NullMarked;

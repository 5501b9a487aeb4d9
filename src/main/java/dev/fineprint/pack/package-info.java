// SPDX-License-Identifier: Apache-2.0
/**
 * Rows of numbers and texts, as the build packs them and the library reads them when it starts: a
 * {@link dev.fineprint.pack.PackWriter} runs in the build and in tests alone.
 *
 * <p>A virtual machine that has just started interprets every step, so that to make a table of a few thousand entries takes
 * it longer than to analyse a text. Tables that are always the same are made by the build, and taken over in one piece.
 */
@NullMarked
package dev.fineprint.pack;

import org.jspecify.annotations.NullMarked;

// SPDX-License-Identifier: Apache-2.0
/**
 * The OSI's side: which licences it approved and what their texts say.
 *
 * <p>{@link dev.fineprint.osi.OsiReference} answers whether a passage stands, in nearly the same words, in a licence
 * that the OSI approved:
 *
 * <pre>{@code
 * double share = OsiReference.bundled().coverage(text, clause.start(), clause.end());
 * }</pre>
 */
@NullMarked
package dev.fineprint.osi;

import org.jspecify.annotations.NullMarked;

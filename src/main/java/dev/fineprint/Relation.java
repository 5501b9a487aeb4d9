// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

/** How a text relates to the known licence that is nearest to it. */
public enum Relation {
    /** Word for word the same. */
    EXACT,
    /** The known licence with changes. */
    MODIFIED,
    /** The known licence stands in the text, among other things. */
    CONTAINS,
    /** No known licence is near. */
    NONE
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

/** How a text stands to the known licences. */
public enum Relation {
    /**
     * It is one known licence, word for word by the SPDX matching guidelines: case, white space, punctuation, list
     * markers, copyright notices and accepted spellings do not count, optional parts may be missing, replaceable parts
     * may be replaced by a name.
     */
    EXACT,
    /** It is one known licence with changes. */
    MODIFIED,
    /** It holds a whole known licence beside other terms, or several known licences. */
    CONTAINS,
    /** It is none of the known licences. */
    NONE
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

/**
 * Words in which two versions of a clause differ. Offsets are UTF-16 code units into {@link Finding#text()} of the old
 * and of the new clause, the end exclusive; where a version has nothing to show, its start and end are equal.
 *
 * @param change what was done to the old words
 * @param beforeStart where the old words start
 * @param beforeEnd where they end
 * @param afterStart where the new words start
 * @param afterEnd where they end
 */
public record WordChange(Passage.Change change, int beforeStart, int beforeEnd, int afterStart, int afterEnd) {
    public WordChange {
        if (beforeStart < 0 || beforeEnd < beforeStart || afterStart < 0 || afterEnd < afterStart) {
            throw new IllegalArgumentException(
                    "No ranges: " + beforeStart + " to " + beforeEnd + " and " + afterStart + " to " + afterEnd);
        }
    }
}

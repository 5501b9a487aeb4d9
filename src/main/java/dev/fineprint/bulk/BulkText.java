// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import java.util.List;

/**
 * One of many texts.
 *
 * @param name what its report calls it: the path of a file, {@code ARCHIVE!/PATH} for a file in an archive, the id of a
 *     line of JSON
 * @param path where it lies: the file name of its source, then the steps below that. The steps are as somebody else chose
 *     them; of a line of JSON the second is its id, whatever characters that has
 */
public record BulkText(String name, List<String> path) {
    public BulkText {
        path = List.copyOf(path);
        if (path.isEmpty()) {
            throw new IllegalArgumentException(name + ": a text has a path of at least one step");
        }
    }
}

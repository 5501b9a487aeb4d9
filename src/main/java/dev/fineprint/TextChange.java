// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import java.util.Optional;

/**
 * A passage in which two texts differ and in which no finding lies: words that do not restrict anybody as far as the
 * catalog knows, such as those of a grant, a definition or an address.
 *
 * @param change what was done to the old text
 * @param before where the old words stand; empty for inserted ones
 * @param after where the new words stand; empty for removed ones
 * @param beforeText the old words, exactly as they stand there; may be empty
 * @param afterText the new words, exactly as they stand there; may be empty
 */
public record TextChange(
        Passage.Change change, Optional<Span> before, Optional<Span> after, String beforeText, String afterText) {}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.List;
import java.util.Optional;

/**
 * A model that a release was made from.
 *
 * @param id its name, such as {@code publisher/model}
 * @param generation 1 for a model that the release names itself, 2 for what that one was made from, and so on
 * @param of the model that was made from it; empty for the release itself
 * @param relation how: {@code finetune}, {@code adapter}, {@code merge}, {@code quantized}, {@code distilled} ...; empty if
 *     nothing says so
 * @param license id of its licence, or the name that its card gives; empty if it is not known
 * @param folder the folder in which it was scanned, too; empty if it is known from the list alone, or not at all
 * @param inherited what its licence asks of everything made from it
 * @param quotations where the release, the folder or the list of models says so
 */
public record Ancestor(
        String id,
        int generation,
        String of,
        Optional<String> relation,
        Optional<String> license,
        Optional<String> folder,
        List<Inherited> inherited,
        List<Quotation> quotations) {
    public Ancestor {
        inherited = List.copyOf(inherited);
        quotations = List.copyOf(quotations);
    }
}

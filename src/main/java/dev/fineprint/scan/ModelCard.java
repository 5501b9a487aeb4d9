// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The front matter of a model card.
 *
 * @param path the card
 * @param licenses {@code license}: ids as Hugging Face and ModelScope know them
 * @param licenseName {@code license_name}
 * @param licenseLink {@code license_link}
 * @param baseModels {@code base_model}
 * @param baseModelRelation {@code base_model_relation}: finetune, adapter, merge, quantized ...
 * @param datasets {@code datasets}
 * @param tags {@code tags}
 * @param lines the line of each key that was read
 */
public record ModelCard(
        String path,
        List<String> licenses,
        Optional<String> licenseName,
        Optional<String> licenseLink,
        List<String> baseModels,
        Optional<String> baseModelRelation,
        List<String> datasets,
        List<String> tags,
        Map<String, Integer> lines) {
    public ModelCard {
        licenses = List.copyOf(licenses);
        baseModels = List.copyOf(baseModels);
        datasets = List.copyOf(datasets);
        tags = List.copyOf(tags);
        lines = Map.copyOf(lines);
    }

    /** Returns a key and its value as words to quote. */
    Quotation quotation(String key, String value) {
        return new Quotation(path, lines.getOrDefault(key, 1), key + ": " + value);
    }
}

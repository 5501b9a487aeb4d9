// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import dev.fineprint.text.LicenseText;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The words of the titles and ids of known licences, as numbers, each read when first asked for. Thread-safe. */
final class NameWords {
    private final Map<String, long[]> read = new ConcurrentHashMap<>();

    /** The words of a known licence's title or id, as {@link Words#hash}; not to be changed. */
    long[] of(String name) {
        long[] known = read.get(name);
        if (known == null) {
            Words words = Words.of(LicenseText.of("", name));
            known = Arrays.copyOf(words.hash, words.size);
            read.put(name, known);
        }
        return known;
    }
}

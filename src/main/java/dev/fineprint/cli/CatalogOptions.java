// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.cli;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.catalog.PatternCatalog;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which patterns to read with. */
final class CatalogOptions {
    @Option(
            names = {"-p", "--patterns"},
            paramLabel = "DIR",
            descriptionKey = "cli.option.patterns")
    private List<Path> patterns = new ArrayList<>();

    /** The bundled catalog and what the folders add to it. */
    PatternCatalog catalog() {
        PatternCatalog catalog = PatternCatalog.bundled();
        for (Path folder : patterns) {
            catalog = catalog.plus(folder);
        }
        return catalog;
    }

    /** An analyzer with that catalog. */
    LicenseAnalyzer analyzer() {
        return analyzer(null);
    }

    /**
     * An analyzer with that catalog.
     *
     * @param limit how many bytes a text may have; null for the usual limit
     */
    LicenseAnalyzer analyzer(@Nullable Integer limit) {
        if (patterns.isEmpty() && limit == null) {
            return Preload.analyzer();
        }
        LicenseAnalyzer.Builder builder = LicenseAnalyzer.builder().catalog(catalog());
        return limit == null ? builder.build() : builder.limit(limit).build();
    }
}

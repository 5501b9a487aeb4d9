// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.spark;

import dev.fineprint.LicenseAnalyzer;
import dev.fineprint.Messages;
import dev.fineprint.catalog.CatalogFolder;
import dev.fineprint.catalog.PatternCatalog;
import java.io.Serializable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes to the executors: how to analyse, and the files of house catalogs. Immutable and serialisable. */
final class Settings implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int limit;
    private final @Nullable Duration deadline;
    private final String language;
    private final CatalogFolder[] patterns;

    Settings(int limit, @Nullable Duration deadline, String language, List<CatalogFolder> patterns) {
        this.limit = limit;
        this.deadline = deadline;
        this.language = language;
        this.patterns = patterns.toArray(CatalogFolder[]::new);
    }

    /**
     * What one analyzer is made of. Two settings with the same parts share it.
     *
     * @param limit how long a text may be
     * @param patterns versions of the catalogs on top of the bundled one, in their order
     */
    record Parts(int limit, List<String> patterns) {
        Parts {
            patterns = List.copyOf(patterns);
        }
    }

    Parts parts() {
        return new Parts(
                limit, Arrays.stream(patterns).map(CatalogFolder::version).toList());
    }

    /** The bundled catalog and what the house adds to it. */
    PatternCatalog catalog() {
        PatternCatalog catalog = PatternCatalog.bundled();
        for (CatalogFolder folder : patterns) {
            catalog = catalog.plus(folder);
        }
        return catalog;
    }

    /** Compiles the catalog: takes far longer than most texts. */
    LicenseAnalyzer newAnalyzer() {
        return LicenseAnalyzer.builder().catalog(catalog()).limit(limit).build();
    }

    /** How long the analysis of one text may take. */
    Optional<Duration> deadline() {
        return Optional.ofNullable(deadline);
    }

    /** The words of titles and explanations: Chinese or English. */
    Messages messages() {
        return Messages.in(Locale.forLanguageTag(language));
    }
}

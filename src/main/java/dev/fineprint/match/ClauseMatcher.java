// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.StopSignal;
import java.util.List;

/** Finds the clauses of a text that the patterns of a catalog describe. Immutable and thread-safe. */
public interface ClauseMatcher {
    /** A matcher for a catalog; compiling takes some ten milliseconds and happens here, once. */
    static ClauseMatcher compile(PatternCatalog catalog) {
        return new JoinMatcher(CompiledCatalog.compile(catalog));
    }

    /** Reads a text. */
    default MatchResult match(LicenseText text, Segmentation segmentation) {
        return match(text, segmentation, StopSignal.onInterrupt());
    }

    /**
     * Reads a text, as long as it may.
     *
     * @throws dev.fineprint.text.AnalysisStoppedException if the signal tells to stop
     */
    MatchResult match(LicenseText text, Segmentation segmentation, StopSignal stop);

    /**
     * Every pattern's first match in every clause, before one is chosen and before kinds give way to each other: what
     * somebody who writes a pattern wants to see.
     */
    List<ClauseMatch> explain(LicenseText text, Segmentation segmentation);
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.identify;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Which known licence a text is.
 *
 * @param relation how the text stands to {@code license}
 * @param license the licence; for {@link Relation#CONTAINS} the one that most of the text is; empty for {@link
 *     Relation#NONE}
 * @param sameWords ids of other known licences with the very same words, among them deprecated names of {@code license}
 * @param baseCovered the share of the licence's words that stand in the text, 0 to 1
 * @param textCovered the share of the text's words that are the licence's (for {@link Relation#CONTAINS}, of any
 *     contained licence), 0 to 1
 * @param osiApproved whether every word of the text belongs to a licence that the OSI approved, unchanged
 * @param contained the known licences in the text, in the order in which they stand there; one for {@link
 *     Relation#EXACT} and {@link Relation#MODIFIED}
 * @param changes what was changed beyond what the matching guidelines allow, ordered by start: passages that no
 *     contained licence has, and passages of contained licences that are missing; empty for {@link Relation#EXACT} and
 *     {@link Relation#NONE}
 * @param runnersUp the next best licences, best first, at most three
 */
public record Identification(
        Relation relation,
        Optional<KnownLicense> license,
        List<String> sameWords,
        double baseCovered,
        double textCovered,
        boolean osiApproved,
        List<Contained> contained,
        List<Change> changes,
        List<RunnerUp> runnersUp) {
    /** Copies the lists and refuses null. */
    public Identification {
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(license, "license");
        sameWords = List.copyOf(sameWords);
        contained = List.copyOf(contained);
        changes = List.copyOf(changes);
        runnersUp = List.copyOf(runnersUp);
    }

    static final Identification UNKNOWN = new Identification(
            Relation.NONE, Optional.empty(), List.of(), 0, 0, false, List.of(), List.of(), List.of());

    /** What of a known licence stands in a text. */
    public enum Form {
        /** The licence itself. */
        LICENSE,
        /** The short notice that puts a file under the licence. */
        NOTICE,
        /** An exception that adds to another licence. */
        EXCEPTION
    }

    /**
     * A known licence in a text.
     *
     * @param license which
     * @param form the licence itself, its short notice, or an exception
     * @param relation {@link Relation#EXACT} or {@link Relation#MODIFIED}
     * @param start where it starts in the text, in UTF-16 code units
     * @param end where it ends, exclusive
     * @param baseCovered the share of the licence's words that stand there, 0 to 1
     */
    public record Contained(
            KnownLicense license, Form form, Relation relation, int start, int end, double baseCovered) {}

    /**
     * A licence that is less like the text than the one that was named.
     *
     * @param license which
     * @param similarity the share of words that it has in common with the text, 0 to 1
     */
    public record RunnerUp(KnownLicense license, double similarity) {}

    /** The id of the licence; empty for {@link Relation#NONE}. */
    public String id() {
        return license.map(KnownLicense::id).orElse("");
    }

    /** The title of the licence; empty for {@link Relation#NONE}. */
    public String title() {
        return license.map(KnownLicense::title).orElse("");
    }

    /** One number for both shares, their harmonic mean: 1 only where the text is the licence and no more. */
    public double similarity() {
        double sum = baseCovered + textCovered;
        return sum == 0 ? 0 : 2 * baseCovered * textCovered / sum;
    }
}

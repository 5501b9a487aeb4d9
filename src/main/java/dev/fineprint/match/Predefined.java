// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.List;

/** The concepts that no lexicon defines because they are read from the text itself. */
final class Predefined {
    static final String ANY = "any";
    static final String REST = "rest";
    static final String QUOTED = "quoted";
    static final String NAME = "name";

    /** The lexicon's concept of words that forbid, require, limit or reserve. */
    static final String SAFETY_NET = "safety-net";

    /** The lexicon's concept of ordinary duties of contract life, at which the safety net stays quiet. */
    static final String ORDINARY = "ordinary";

    /** The lexicon's concept of words that make a defined term one of purpose or use. */
    static final String TERM_OF_USE = "term-of-use";

    /** The lexicon's concept of words after which an exception stands. */
    static final String CARVE_OUT = "carve-out";

    static final String DEFINES = "defines-";

    /**
     * A concept named so, with a kind's id behind (hyphens for dots), takes that kind's findings out of a document in
     * one of whose clauses it stands.
     */
    static final String ANSWERS = "answers-";

    /** Those that occur at token positions; {@link #ANY} and {@link #REST} are positions themselves. */
    static final List<String> OCCURRENCES =
            List.of("number", "money", "period", "territory", "age", "duration", QUOTED, NAME);

    private Predefined() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.List;

/** The concepts that no lexicon defines because they are read from the text itself. */
final class Predefined {
    static final String ANY = "any";
    static final String REST = "rest";
    static final String QUOTED = "quoted";
    static final String NAME = "name";
    static final String DEFINES = "defines-";

    /** Those that occur at token positions; {@link #ANY} and {@link #REST} are positions themselves. */
    static final List<String> OCCURRENCES =
            List.of("number", "money", "period", "territory", "age", "duration", QUOTED, NAME);

    private Predefined() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.Locale;

/** What somebody uses a model for. The ids are those of the parameter {@code purposes} of the kind {@code use.purpose-limited}. */
public enum Purpose {
    /** Research of any kind. */
    RESEARCH,
    /** Scholarly work. */
    ACADEMIC,
    /** Teaching and learning. */
    EDUCATION,
    /** Trying out, comparing, benchmarking. */
    EVALUATION,
    /** Private use and hobby. */
    PERSONAL,
    /** Inside one's own organisation alone. */
    INTERNAL,
    /** Tests, experiments, prototypes. */
    TESTING,
    /** Doing real work with it. */
    PRODUCTION,
    /** Anything else. */
    OTHER;

    /** Returns how files and command lines write it, such as {@code research}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

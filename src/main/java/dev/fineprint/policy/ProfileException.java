// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.policy;

import java.util.List;

/** A use profile that cannot be read, with everything that is wrong with it at once. */
public final class ProfileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    ProfileException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** What is wrong: file, line, column, what was expected, what to do; at least one. */
    public List<String> problems() {
        return problems;
    }
}

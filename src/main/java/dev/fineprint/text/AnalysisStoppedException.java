// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

/** An analysis that ended before it had a result, because its time was over or its thread was interrupted. */
public final class AnalysisStoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AnalysisStoppedException(String message) {
        super(message);
    }
}

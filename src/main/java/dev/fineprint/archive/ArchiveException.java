// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.archive;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** An archive that cannot be read, or not further. */
public final class ArchiveException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Why an archive is not read. */
    public enum Reason {
        /** It is not the archive that its name promises, or it ends too early. */
        BROKEN,
        /** It unpacks to far more than its size. */
        TOO_DENSE,
        /** Its list of files, or what it says of one of them, is too large to be honest. */
        TOO_LARGE_A_LIST
    }

    private final Reason reason;

    ArchiveException(Reason reason, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.reason = reason;
    }

    /** Returns why. */
    public Reason reason() {
        return reason;
    }
}

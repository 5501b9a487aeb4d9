// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.bulk;

import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;

/** A source or a part of it that cannot be read; the message says where, why and what to do. */
public final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedText why;

    SourceException(LocalizedText why) {
        super(why.en());
        this.why = why;
    }

    /** Returns the message in both languages. */
    public LocalizedText why() {
        return why;
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.LocalizedText;
import java.io.IOException;

/** A file that is not what it says, or claims more than the limits allow; the message says which. */
final class Refused extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient LocalizedText why;

    Refused(LocalizedText why) {
        super(why.en());
        this.why = why;
    }

    LocalizedText why() {
        return why;
    }
}

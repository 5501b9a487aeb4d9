// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.io.IOException;

/** Bytes that cannot be read as a licence text: no text at all, or too much of it. The message says what to do. */
public final class UnreadableTextException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message names the document, and says why it cannot be read and what to do about it */
    public UnreadableTextException(String message) {
        super(message);
    }
}

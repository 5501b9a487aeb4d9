// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.Messages;
import dev.fineprint.Span;

/** Where a clause stands, in words: "line 12", or "page 3, line 112" in a document with pages. */
final class Places {
    private Places() {}

    static String of(Messages messages, Span span) {
        String line = String.valueOf(span.line());
        return span.page() == 0
                ? messages.text("text.line", line)
                : messages.text("text.page", String.valueOf(span.page()), line);
    }
}

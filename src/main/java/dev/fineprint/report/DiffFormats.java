// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.List;
import java.util.Optional;

/** The formats that comparisons are written in: {@code text}, {@code json}, {@code html} and {@code markdown}. */
public final class DiffFormats {
    private DiffFormats() {}

    /** Returns the names, in the order in which help texts list them. */
    public static List<String> names() {
        return List.of("text", "json", "html", "markdown");
    }

    /** Returns a writer of the format of that name, if there is one. */
    public static Optional<DiffWriter> writer(String name, ReportOptions options) {
        return Optional.ofNullable(
                switch (name) {
                    case "text" -> new TextDiffWriter(options);
                    case "json" -> new JsonDiffWriter(options);
                    case "html" -> new HtmlDiffWriter(options);
                    case "markdown" -> new MarkdownDiffWriter(options);
                    default -> null;
                });
    }
}

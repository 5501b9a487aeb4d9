// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.List;
import java.util.Optional;

/** The formats that scanned releases are written in. */
public final class ReleaseFormats {
    private ReleaseFormats() {}

    /** Returns the names, in the order in which help texts list them. */
    public static List<String> names() {
        return List.of("text", "json", "html", "markdown", "sarif");
    }

    /** Returns a writer of the format of that name. */
    public static Optional<ReleaseWriter> find(String name, ReportOptions options) {
        return switch (name) {
            case "text" -> Optional.of(new ReleasePageWriter(options, new TextPage(options)));
            case "json" -> Optional.of(new ReleaseJsonWriter(options));
            case "html" -> Optional.of(new ReleasePageWriter(options, new PlainHtmlPage(options)));
            case "markdown" -> Optional.of(new ReleasePageWriter(options, new MarkdownPage()));
            case "sarif" -> Optional.of(new ReleaseSarifWriter(options));
            default -> Optional.empty();
        };
    }
}

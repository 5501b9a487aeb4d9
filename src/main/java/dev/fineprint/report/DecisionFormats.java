// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.List;
import java.util.Optional;

/** The formats that decisions are written in. */
public final class DecisionFormats {
    private DecisionFormats() {}

    /** Returns the names, in the order in which help texts list them. */
    public static List<String> names() {
        return List.of("text", "json", "html", "markdown", "sarif");
    }

    /** Returns a writer of the format of that name. */
    public static Optional<DecisionWriter> find(String name, ReportOptions options) {
        return switch (name) {
            case "text" -> Optional.of(new DecisionPageWriter(options, new TextPage(options)));
            case "json" -> Optional.of(new DecisionJsonWriter(options));
            case "html" -> Optional.of(new DecisionPageWriter(options, new PlainHtmlPage(options)));
            case "markdown" -> Optional.of(new DecisionPageWriter(options, new MarkdownPage()));
            case "sarif" -> Optional.of(new DecisionSarifWriter(options));
            default -> Optional.empty();
        };
    }

    /** Returns what a file of the format of that name is called behind the dot. */
    public static String extension(String name) {
        return switch (name) {
            case "text" -> "txt";
            case "markdown" -> "md";
            default -> name;
        };
    }
}

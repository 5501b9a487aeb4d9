// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;

/** Writes a document's name as a relative URI: what scanning services and bills of materials want. */
final class RelativeUri {
    private RelativeUri() {}

    static String of(String name) {
        String path = SafeText.visible(name).replace('\\', '/');
        path = withoutDots(path.replaceFirst("^[A-Za-z]:", ""));
        try {
            // the dot keeps a colon in the first step from being read as a scheme
            String uri = new URI(null, null, "./" + path, null).toASCIIString().substring(2);
            return uri.isEmpty() ? "unnamed" : uri.contains(":") ? "./" + uri : uri;
        } catch (URISyntaxException e) {
            return "unnamed";
        }
    }

    /** Without steps that lead nowhere or up: nothing lies above the top. */
    private static String withoutDots(String path) {
        ArrayDeque<String> steps = new ArrayDeque<>();
        for (String step : path.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.net.URI;
import java.net.URISyntaxException;

/** Writes a document's name as a relative URI: what scanning services and bills of materials want. */
final class RelativeUri {
    private RelativeUri() {}

    static String of(String name) {
        String path = SafeText.visible(name).replace('\\', '/');
        path = path.replaceFirst("^[A-Za-z]:", "").replaceFirst("^(\\.?/)+", "");
        try {
            // the dot keeps a colon in the first step from being read as a scheme
            String uri = new URI(null, null, "./" + path, null).toASCIIString().substring(2);
            return uri.isEmpty() ? "unnamed" : uri.contains(":") ? "./" + uri : uri;
        } catch (URISyntaxException e) {
            return "unnamed";
        }
    }
}

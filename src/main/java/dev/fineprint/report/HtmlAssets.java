// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import com.google.common.hash.Hashing;
import com.google.common.io.Resources;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Style and script of all HTML pages, and the policy that lets a browser run these and nothing else.
 *
 * @param style the style sheet
 * @param script the script
 * @param policy a Content-Security-Policy that allows exactly the two, and no request to anywhere
 */
record HtmlAssets(String style, String script, String policy) {
    static HtmlAssets load() {
        String style = resource("report.css");
        String script = resource("report.js");
        return new HtmlAssets(
                style,
                script,
                "default-src 'none'; style-src " + source(style) + "; script-src " + source(script)
                        + "; base-uri 'none'; form-action 'none'");
    }

    private static String source(String content) {
        byte[] hash =
                Hashing.sha256().hashString(content, StandardCharsets.UTF_8).asBytes();
        return "'sha256-" + Base64.getEncoder().encodeToString(hash) + "'";
    }

    private static String resource(String name) {
        try {
            return Resources.toString(Resources.getResource(HtmlAssets.class, name), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The jar is damaged, " + name + " cannot be read", e);
        }
    }
}

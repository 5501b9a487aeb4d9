// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import dev.fineprint.catalog.Effect;
import java.util.List;

/** What every HTML page needs: its words, title, style and script. */
final class HtmlPage {
    /** The order in which a reader should learn of things, and the order of the legend. */
    static final List<Effect> EFFECTS = List.of(Effect.RESTRICTS, Effect.BURDENS, Effect.REVIEW, Effect.COMPATIBLE);

    private final ReportWords words;
    private final HtmlAssets assets;
    private final String title;

    HtmlPage(ReportWords words, HtmlAssets assets, String title) {
        this.words = words;
        this.assets = assets;
        this.title = title;
    }

    /** The language of the page's own words, as HTML names it. */
    String language() {
        return htmlLanguage(words.locale().getLanguage());
    }

    /** What {@code en}, {@code zh} and {@code other} are in HTML; nothing is known of others. */
    static String htmlLanguage(String code) {
        return switch (code) {
            case "en" -> "en";
            case "zh" -> "zh-Hans";
            default -> "";
        };
    }

    String title() {
        return title;
    }

    String style() {
        return assets.style();
    }

    String script() {
        return assets.script();
    }

    String policy() {
        return assets.policy();
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    List<Effect> effects() {
        return EFFECTS;
    }

    String effect(Effect effect) {
        return words.effect(effect);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the styles of a Word document say of its paragraphs: headings and lists. */
final class WordStyles {
    /** Styles are based on others; so many steps are followed. */
    private static final int LONGEST_CHAIN = 20;

    static final class Style {
        String name = "";

        @Nullable
        String base;

        @Nullable
        Integer outline;

        @Nullable
        String list;

        @Nullable
        Integer level;

        @Nullable
        Boolean bold;
    }

    final Map<String, Style> styles = new HashMap<>();

    /** The level of the heading that a style makes, from 1; 0 if it makes none. */
    int heading(String id) {
        Style style = styles.get(id);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.outline != null) {
                return style.outline < WordNumbering.LEVELS ? style.outline + 1 : 0;
            }
            String name = style.name.toLowerCase(Locale.ROOT);
            if (name.equals("title")) {
                return 1;
            }
            if (name.startsWith("heading ") && name.length() == 9 && Character.isDigit(name.charAt(8))) {
                return name.charAt(8) - '0';
            }
            style = style.base == null ? null : styles.get(style.base);
        }
        return 0;
    }

    /** Whether paragraphs of a style are lines of a table of contents. */
    boolean isContents(String id) {
        Style style = styles.get(id);
        return style != null && style.name.toLowerCase(Locale.ROOT).startsWith("toc ");
    }

    /** Whether a style's words are bold. */
    boolean isBold(String id) {
        Style style = styles.get(id);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.bold != null) {
                return style.bold;
            }
            style = style.base == null ? null : styles.get(style.base);
        }
        return false;
    }

    /** The list that a style belongs to; empty if to none. */
    String listOf(String id) {
        return numbered(id).map(style -> style.list).orElse("");
    }

    /** The level of the list that a style says, if it does. */
    Optional<Integer> levelOf(String id) {
        return numbered(id).map(style -> style.level);
    }

    private Optional<Style> numbered(String id) {
        Style style = styles.get(id);
        for (int i = 0; style != null && i < LONGEST_CHAIN; i++) {
            if (style.list != null) {
                return Optional.of(style);
            }
            style = style.base == null ? null : styles.get(style.base);
        }
        return Optional.empty();
    }
}

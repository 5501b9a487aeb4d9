// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the styles and the lists of a Word document. */
final class WordParts {
    private static final int LONGEST_VALUE = 1000;

    private WordParts() {}

    /**
     * An attribute by its local name: the namespace differs between the two dialects of the format. None if it is longer than
     * any name or label is, which each paragraph would be compared with.
     */
    static Optional<String> attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                String value = reader.getAttributeValue(i);
                return value.length() > LONGEST_VALUE ? Optional.empty() : Optional.of(value);
            }
        }
        return Optional.empty();
    }

    static String value(XMLStreamReader reader) {
        return attribute(reader, "val").orElse("");
    }

    static int number(XMLStreamReader reader, int otherwise) {
        return number(value(reader), otherwise);
    }

    private static int number(String digits, int otherwise) {
        try {
            return Integer.parseInt(digits.strip());
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Whether an element that switches something on does so: {@code <w:b/>}, but not {@code <w:b w:val="0"/>}. */
    static boolean on(XMLStreamReader reader) {
        String value = value(reader);
        return !value.equals("0") && !value.equals("false") && !value.equals("off");
    }

    /** Passes over an element with everything in it. */
    static void skip(XMLStreamReader reader) throws XMLStreamException {
        for (int depth = 1; depth > 0 && reader.hasNext(); ) {
            int event = reader.next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    static void styles(XMLStreamReader reader, WordStyles styles) throws XMLStreamException {
        WordStyles.Style style = new WordStyles.Style();
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "style" -> {
                    style = new WordStyles.Style();
                    styles.styles.put(attribute(reader, "styleId").orElse(""), style);
                }
                case "name" -> style.name = value(reader);
                case "basedOn" -> style.base = value(reader);
                case "outlineLvl" -> style.outline = number(reader, WordNumbering.LEVELS);
                case "numId" -> style.list = value(reader);
                case "ilvl" -> style.level = number(reader, 0);
                case "b" -> style.bold = on(reader);
                case "docDefaults", "latentStyles", "tblStylePr", "pPrChange", "rPrChange" -> skip(reader);
                default -> {}
            }
        }
    }

    static void numbering(XMLStreamReader reader, WordNumbering numbering) throws XMLStreamException {
        WordNumbering.@Nullable AbstractList shared = null;
        WordNumbering.@Nullable NumberedList list = null;
        WordNumbering.Level level = new WordNumbering.Level();
        int overridden = 0;
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (reader.getLocalName()) {
                case "abstractNum" -> {
                    shared = new WordNumbering.AbstractList();
                    list = null;
                    numbering.abstracts.put(attribute(reader, "abstractNumId").orElse(""), shared);
                }
                case "num" -> {
                    list = new WordNumbering.NumberedList();
                    shared = null;
                    numbering.lists.put(attribute(reader, "numId").orElse(""), list);
                }
                case "abstractNumId" -> {
                    if (list != null) {
                        list.abstractId = value(reader);
                    }
                }
                case "lvlOverride" ->
                    overridden = number(attribute(reader, "ilvl").orElse(""), 0);
                case "startOverride" -> {
                    if (list != null) {
                        list.starts.put(overridden, number(reader, 1));
                    }
                }
                case "lvl" -> {
                    level = new WordNumbering.Level();
                    int depth = number(attribute(reader, "ilvl").orElse(""), -1);
                    if (shared != null && depth >= 0 && depth < WordNumbering.LEVELS) {
                        shared.levels[depth] = level;
                    } else if (list != null) {
                        list.levels.put(depth, level);
                    }
                }
                case "start" -> level.start = number(reader, 1);
                case "numFmt" -> level.format = value(reader);
                case "lvlText" -> level.text = value(reader);
                case "isLgl" -> level.legal = on(reader);
                case "lvlRestart" -> level.restarts = number(reader, 1) != 0;
                case "pStyle" -> level.style = value(reader);
                case "numStyleLink" -> {
                    if (shared != null) {
                        shared.styleLink = value(reader);
                    }
                }
                default -> {}
            }
        }
    }
}

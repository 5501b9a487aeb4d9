// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the paragraphs of a Word document: what stands after all tracked changes are accepted, with the labels of
 * lists, tables row by row, text boxes behind the paragraph that they hang on.
 */
final class WordBody {
    /** Bullets of the symbol fonts lie in the private-use area. */
    private static final int FIRST_PRIVATE = 0xE000;

    private static final int DEEPEST = 1000;
    /** What stands in a table or text box is handed from each to the one around it. */
    private static final int MOST_AROUND = 30;

    private final WordStyles styles;
    private final WordNumbering numbering;
    private final BlockWriter blocks;
    private final StopSignal stop;
    private final Deque<Paragraph> open = new ArrayDeque<>();
    private final Deque<Row> rows = new ArrayDeque<>();
    private int notes;
    private int handed;

    /** Some words of one kind of type; a line end has no words. */
    private record Run(String text, boolean bold) {}

    private static final class Paragraph {
        final List<Run> runs = new ArrayList<>();
        /** Paragraphs of the text boxes that hang on it. */
        final List<Paragraph> boxes = new ArrayList<>();

        String style = "";
        String list = "";
        int level = -1;
        int outline = -1;
        String label = "";
        int heading;
        /** Whether it is a row of a table, with its cells parted by tabs. */
        boolean row;

        boolean bold;
        boolean hidden;
    }

    private static final class Row {
        final List<List<Paragraph>> cells = new ArrayList<>();
        /** How many paragraphs were open outside. */
        int outside;
    }

    WordBody(WordStyles styles, WordNumbering numbering, BlockWriter blocks, StopSignal stop) {
        this.styles = styles;
        this.numbering = numbering;
        this.blocks = blocks;
        this.stop = stop;
    }

    /** Reads footnotes or endnotes, each to a block with its number. */
    void readNotes(XMLStreamReader reader) throws XMLStreamException {
        while (reader.hasNext()) {
            if (reader.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            String element = reader.getLocalName();
            if (element.equals("footnote") || element.equals("endnote")) {
                if (WordParts.attribute(reader, "type")
                        .filter(type -> !type.equals("normal"))
                        .isPresent()) {
                    WordParts.skip(reader);
                } else {
                    notes++;
                    blocks.item(1, "[" + notes + "]");
                    readUntil(reader, element);
                    blocks.itemEnd();
                }
            }
        }
    }

    void read(XMLStreamReader reader) throws XMLStreamException {
        readUntil(reader, "");
    }

    private void readUntil(XMLStreamReader reader, String end) throws XMLStreamException {
        int depth = 0;
        int step = 0;
        while (reader.hasNext()) {
            stop.checkAt(step++);
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                if (++depth > DEEPEST) {
                    throw new XMLStreamException("elements are nested more than " + DEEPEST + " deep");
                }
                depth -= start(reader) ? 0 : 1;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                String element = reader.getLocalName();
                if (element.equals(end) && depth < 0) {
                    return;
                }
                end(element);
            }
        }
    }

    /** Reads the start of an element; false if it was passed over as a whole. */
    private boolean start(XMLStreamReader reader) throws XMLStreamException {
        Paragraph paragraph = open.peek();
        switch (reader.getLocalName()) {
            case "del",
                    "moveFrom",
                    "instrText",
                    "delText",
                    "delInstrText",
                    "Fallback",
                    "pPrChange",
                    "rPrChange",
                    "sectPr",
                    "numberingChange",
                    "tblPr",
                    "tblGrid",
                    "trPr",
                    "tcPr",
                    "sdtPr",
                    "rt" -> {
                WordParts.skip(reader);
                return false;
            }
            case "t" -> {
                characters(reader.getElementText());
                return false;
            }
            case "p" -> {
                open.push(new Paragraph());
                checkDepth(open.size(), "text boxes");
            }
            case "tr" -> {
                checkDepth(rows.size(), "tables");
                Row row = new Row();
                row.outside = open.size();
                rows.push(row);
            }
            case "tc" -> {
                if (!rows.isEmpty()) {
                    rows.element().cells.add(new ArrayList<>());
                }
            }
            default -> {
                if (paragraph != null) {
                    inParagraph(reader, paragraph);
                }
            }
        }
        return true;
    }

    private static void checkDepth(int depth, String what) throws XMLStreamException {
        if (depth > MOST_AROUND) {
            throw new XMLStreamException(what + " are nested more than " + MOST_AROUND + " deep");
        }
    }

    private void inParagraph(XMLStreamReader reader, Paragraph paragraph) {
        switch (reader.getLocalName()) {
            case "pStyle" -> paragraph.style = WordParts.value(reader);
            case "numId" -> paragraph.list = WordParts.value(reader);
            case "ilvl" -> paragraph.level = WordParts.number(reader, 0);
            case "outlineLvl" -> paragraph.outline = WordParts.number(reader, WordNumbering.LEVELS);
            case "r" -> {
                paragraph.bold = styles.isBold(paragraph.style);
                paragraph.hidden = false;
            }
            case "b" -> paragraph.bold = WordParts.on(reader);
            case "vanish", "strike", "dstrike" -> paragraph.hidden |= WordParts.on(reader);
            default -> words(reader, paragraph);
        }
    }

    private static void words(XMLStreamReader reader, Paragraph paragraph) {
        String words = switch (reader.getLocalName()) {
            case "tab", "ptab" -> " ";
            case "br", "cr" -> "\n";
            case "noBreakHyphen" -> "\u2011";
            case "softHyphen" -> "\u00AD";
            case "sym" -> symbol(WordParts.attribute(reader, "char").orElse(""));
            default -> "";
        };
        if (!words.isEmpty() && !paragraph.hidden) {
            paragraph.runs.add(new Run(words, paragraph.bold));
        }
    }

    private static String symbol(String code) {
        try {
            int c = Integer.parseInt(code, 16);
            return c >= FIRST_PRIVATE || c <= 0 ? ListLabels.BULLET : String.valueOf((char) c);
        } catch (NumberFormatException e) {
            return "";
        }
    }

    private void end(String element) {
        switch (element) {
            case "p" -> {
                if (!open.isEmpty()) {
                    ended(open.pop());
                }
            }
            case "tr" -> {
                if (!rows.isEmpty()) {
                    ended(rows.pop());
                }
            }
            default -> {}
        }
    }

    private void ended(Paragraph paragraph) {
        if (styles.isContents(paragraph.style)) {
            return;
        }
        number(paragraph);
        // Inside a cell, of the row that was opened last and not outside a text box.
        boolean box = !open.isEmpty() && (rows.isEmpty() || open.size() > rows.element().outside);
        if (box) {
            open.element().boxes.add(paragraph);
            open.element().boxes.addAll(paragraph.boxes);
        } else {
            hand(paragraph);
            paragraph.boxes.forEach(this::hand);
        }
    }

    private void number(Paragraph paragraph) {
        String list = paragraph.list.isEmpty() ? styles.listOf(paragraph.style) : paragraph.list;
        if (!list.isEmpty() && !list.equals("0")) {
            int level = paragraph.level >= 0
                    ? paragraph.level
                    : styles.levelOf(paragraph.style).orElseGet(() -> numbering.levelOf(list, paragraph.style));
            paragraph.level = level;
            paragraph.label = numbering.next(list, level, styles);
        }
        paragraph.heading = paragraph.outline >= 0
                ? paragraph.outline < WordNumbering.LEVELS ? paragraph.outline + 1 : 0
                : styles.heading(paragraph.style);
    }

    /** Hands a paragraph to the cell that it stands in, or writes it. */
    private void hand(Paragraph paragraph) {
        stop.checkAt(handed++);
        if (rows.isEmpty()) {
            write(paragraph);
        } else {
            List<List<Paragraph>> cells = rows.element().cells;
            if (cells.isEmpty()) {
                cells.add(new ArrayList<>());
            }
            cells.get(cells.size() - 1).add(paragraph);
        }
    }

    /** A row of small cells becomes one line; of larger ones each paragraph is one. */
    private void ended(Row row) {
        boolean small = row.cells.stream()
                .allMatch(cell ->
                        cell.stream().filter(each -> !each.runs.isEmpty()).count() <= 1
                                && cell.stream().noneMatch(each -> each.row));
        if (!small || row.cells.size() == 1) {
            row.cells.forEach(cell -> cell.forEach(this::hand));
            return;
        }
        Paragraph line = new Paragraph();
        line.row = true;
        for (List<Paragraph> cell : row.cells) {
            for (Paragraph paragraph : cell) {
                if (!line.runs.isEmpty() && !paragraph.runs.isEmpty()) {
                    line.runs.add(new Run("\t", false));
                }
                if (!paragraph.label.isEmpty()) {
                    line.runs.add(new Run(paragraph.label + " ", false));
                }
                line.runs.addAll(paragraph.runs);
            }
        }
        hand(line);
    }

    private void write(Paragraph paragraph) {
        if (paragraph.row) {
            for (Run run : paragraph.runs) {
                if (run.text().equals("\t")) {
                    blocks.cellEnd();
                } else {
                    blocks.text(run.text().replace('\n', ' '), false);
                }
            }
            blocks.rowEnd();
            return;
        }
        if (!paragraph.label.isEmpty() && paragraph.heading == 0) {
            blocks.item(paragraph.level + 1, paragraph.label);
        } else {
            blocks.block(0);
            if (paragraph.heading > 0) {
                blocks.heading(paragraph.heading);
                if (!paragraph.label.isEmpty()) {
                    blocks.text(paragraph.label + " ", true);
                }
            }
        }
        for (Run run : paragraph.runs) {
            if (run.text().equals("\n")) {
                blocks.lineEnd();
            } else {
                blocks.text(run.text(), run.bold());
            }
        }
        if (!paragraph.label.isEmpty()) {
            blocks.itemEnd();
        } else {
            blocks.block(0);
        }
    }

    /** Adds the words of an element {@code t}. */
    private void characters(String words) {
        Paragraph paragraph = open.peek();
        if (paragraph != null && !paragraph.hidden) {
            paragraph.runs.add(new Run(words, paragraph.bold));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import com.rtfparserkit.parser.RtfListenerAdaptor;
import com.rtfparserkit.parser.RtfStreamSource;
import com.rtfparserkit.parser.standard.StandardRtfParser;
import com.rtfparserkit.rtf.Command;
import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Takes the text out of an RTF document: its paragraphs with the labels that its writer put before list items. */
final class RtfText extends RtfListenerAdaptor {
    /** Where no text of the document stands. */
    private static final Set<Command> SKIPPED = EnumSet.of(
            Command.fonttbl,
            Command.colortbl,
            Command.info,
            Command.pict,
            Command.header,
            Command.headerl,
            Command.headerr,
            Command.headerf,
            Command.footer,
            Command.footerl,
            Command.footerr,
            Command.footerf,
            Command.listtable,
            Command.listoverridetable,
            Command.generator,
            Command.themedata,
            Command.datastore,
            Command.fldinst,
            Command.objdata,
            Command.nonshppict,
            Command.sp,
            Command.xe,
            Command.tc,
            Command.annotation,
            Command.atnid,
            Command.atnauthor,
            Command.bkmkstart,
            Command.bkmkend,
            Command.revtbl,
            Command.rsidtbl,
            Command.latentstyles,
            Command.xmlnstbl,
            Command.mmathPr,
            Command.ud);
    /** Of what readers may leave out, what is text all the same. */
    private static final Set<Command> KEPT = EnumSet.of(Command.shptxt, Command.listtext, Command.pntext);

    private static final String BINARY = "\\bin";
    private static final int DEEPEST = 500;
    private static final int LONGEST_LABEL = 40;
    /** Names of styles are longer, but none that counts. */
    private static final int LONGEST_NAME = 100;

    /** What ends with a group. */
    private static final class Group {
        Where where = Where.BODY;
        boolean bold;
        boolean gone;

        Group copy() {
            Group copy = new Group();
            copy.where = where;
            copy.bold = bold;
            copy.gone = gone;
            return copy;
        }
    }

    private enum Where {
        BODY,
        LABEL,
        NOTE,
        STYLES,
        NOWHERE
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeep() {
            super(null, null, false, false);
        }
    }

    private final BlockWriter blocks;
    private final StopSignal stop;
    private final Deque<Group> outer = new ArrayDeque<>();
    private Group group = new Group();
    private final StringBuilder label = new StringBuilder();
    private final StringBuilder note = new StringBuilder();
    private final List<String> notes = new ArrayList<>();
    /** The level of the heading that a style makes, by the style's number. */
    private final Map<Integer, Integer> headings = new HashMap<>();

    private final StringBuilder styleName = new StringBuilder();
    private int style;
    private int depth = 1;
    private int heading;
    private boolean started;
    private int step;

    private RtfText(int limit, StopSignal stop) {
        this.blocks = new BlockWriter(limit, stop);
        this.stop = stop;
    }

    static String read(String name, byte[] bytes, int limit, StopSignal stop) throws UnreadableTextException {
        if (hasFalseLength(bytes, stop)) {
            throw damaged(name, "it announces more bytes than it has");
        }
        RtfText text = new RtfText(limit, stop);
        try {
            new StandardRtfParser().parse(new RtfStreamSource(new RtfBytes(bytes, stop)), text);
        } catch (BlockWriter.TooLong e) {
            throw BlockWriter.tooLong(name, limit);
        } catch (TooDeep e) {
            throw damaged(name, "its groups are nested more than " + DEEPEST + " deep");
        } catch (IOException | RuntimeException e) {
            if (e instanceof dev.fineprint.text.AnalysisStoppedException stopped) {
                throw stopped;
            }
            throw damaged(name, "it cannot be parsed");
        }
        if (!text.outer.isEmpty()) {
            throw damaged(name, "it ends in the middle");
        }
        return text.finish();
    }

    /** Whether {@code \bin} announces more bytes than there are: the parser would make room for them before it looks. */
    private static boolean hasFalseLength(byte[] bytes, StopSignal stop) {
        for (int i = 0; i + BINARY.length() < bytes.length; i++) {
            stop.checkAt(i);
            int k = 0;
            while (k < BINARY.length() && bytes[i + k] == BINARY.charAt(k)) {
                k++;
            }
            long length = 0;
            for (int at = i + k; k == BINARY.length() && at < bytes.length && isDigit(bytes[at]); at++) {
                length = length * 10 + bytes[at] - '0';
                if (length > bytes.length) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isDigit(byte b) {
        return b >= '0' && b <= '9';
    }

    private static UnreadableTextException damaged(String name, String why) {
        return new UnreadableTextException(
                name + ": a damaged RTF document: " + why + "; get it again, or save it as plain text");
    }

    private String finish() {
        for (int i = 0; i < notes.size(); i++) {
            blocks.block(0);
            blocks.text("[" + (i + 1) + "] " + notes.get(i), false);
        }
        return blocks.finish();
    }

    @Override
    public void processGroupStart() {
        if (outer.size() >= DEEPEST) {
            throw new TooDeep();
        }
        outer.push(group);
        group = group.copy();
    }

    @Override
    public void processGroupEnd() {
        Where ended = group.where;
        Group before = outer.poll();
        group = before == null ? new Group() : before;
        if (ended == group.where) {
            return;
        }
        if (ended == Where.LABEL) {
            labelEnds();
        } else if (ended == Where.NOTE) {
            notes.add(note.toString().strip());
            note.setLength(0);
        }
    }

    private void labelEnds() {
        String words = label.toString().strip();
        label.setLength(0);
        if (words.length() == 1
                && (words.charAt(0) == '\u00B7' || words.charAt(0) >= '\uE000' && words.charAt(0) <= '\uF8FF')) {
            words = ListLabels.BULLET;
        }
        if (!words.isEmpty() && words.length() <= LONGEST_LABEL) {
            blocks.item(depth, words);
            if (heading > 0) {
                blocks.heading(heading);
            }
            started = true;
        }
    }

    @Override
    public void processString(String words) {
        stop.checkAt(step++);
        switch (group.where) {
            case BODY -> {
                if (!group.gone) {
                    write(words);
                }
            }
            case LABEL -> label.append(words);
            case NOTE -> note.append(words);
            case STYLES -> styleName(words);
            case NOWHERE -> {}
        }
    }

    private void write(String words) {
        if (!started && !words.isBlank()) {
            started = true;
            if (heading > 0) {
                blocks.heading(heading);
            }
        }
        // Line ends of the file are none of the text; the parser hands some through.
        blocks.text(words, group.bold);
    }

    /** The name of a style ends with a semicolon: "heading 2;". */
    private void styleName(String words) {
        int end = words.indexOf(';');
        if (styleName.length() < LONGEST_NAME) {
            styleName.append(words, 0, end < 0 ? words.length() : end);
        }
        if (end >= 0) {
            String name = styleName.toString().strip().toLowerCase(Locale.ROOT);
            styleName.setLength(0);
            int digit = name.length() - 1;
            if (name.startsWith("heading ") && digit == 8 && Character.isDigit(name.charAt(digit))) {
                headings.put(style, name.charAt(digit) - '0');
            } else if (name.equals("title")) {
                headings.put(style, 1);
            }
            style = 0;
        }
    }

    @Override
    public void processCommand(Command command, int parameter, boolean hasParameter, boolean optional) {
        stop.checkAt(step++);
        if (command == Command.optionalcommand) {
            group.where = Where.NOWHERE;
            return;
        }
        if (command == Command.stylesheet) {
            group.where = Where.STYLES;
            return;
        }
        if (SKIPPED.contains(command) && !(command == Command.ud)) {
            group.where = Where.NOWHERE;
            return;
        }
        if (group.where == Where.STYLES) {
            if (command == Command.s) {
                style = parameter;
            }
            return;
        }
        if (group.where == Where.NOWHERE) {
            if (KEPT.contains(command) && !outer.isEmpty() && outer.peek().where == Where.BODY) {
                group.where = command == Command.shptxt ? Where.BODY : Where.LABEL;
            }
            return;
        }
        switch (command) {
            case listtext, pntext -> group.where = Where.LABEL;
            case footnote -> group.where = Where.NOTE;
            case b -> group.bold = !hasParameter || parameter != 0;
            case v, deleted, strike -> group.gone = !hasParameter || parameter != 0;
            case plain -> {
                group.bold = false;
                group.gone = false;
            }
            case nonbreakingspace -> processString("\u00A0");
            case nonbreakinghyphen -> processString("\u2011");
            case optionalhyphen -> processString("\u00AD");
            case tab, emspace, enspace, qmspace -> processString(" ");
            default -> {
                if (group.where == Where.BODY) {
                    layout(command, parameter);
                }
            }
        }
    }

    private void layout(Command command, int parameter) {
        switch (command) {
            case pard -> {
                depth = 1;
                heading = 0;
            }
            case ilvl -> depth = Math.max(0, Math.min(parameter, 8)) + 1;
            case s -> {
                heading = headings.getOrDefault(parameter, 0);
                if (started && heading > 0) {
                    blocks.heading(heading);
                }
            }
            case par, sect, page -> {
                blocks.itemEnd();
                blocks.block(0);
                started = false;
            }
            case line, softline -> blocks.lineEnd();
            case cell, nestcell -> {
                blocks.cellEnd();
            }
            case row, nestrow -> {
                blocks.rowEnd();
                started = false;
            }
            default -> {}
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import com.google.common.base.CharMatcher;
import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML file into a {@link YamlNode}: the one YAML reader of the house, for catalogs, use profiles and the front
 * matter of model cards.
 *
 * <p>Built on the event stream, not on the composer: aliases are then refused where they stand and cannot multiply
 * anything, duplicate keys are reported with both places, and nothing is resolved to a type.
 */
public final class YamlReader {

    private static final int MAX_DEPTH = 20;

    private final String file;
    private final String content;
    private final Problems problems;
    private final List<Integer> lines = new ArrayList<>();

    private YamlReader(String file, String content, Problems problems) {
        this.file = file;
        this.content = content;
        this.problems = problems;
    }

    /**
     * Reads a file.
     *
     * @param file what messages call it
     * @param content its text
     * @param problems what is wrong with it is added here
     * @return its root, or nothing after a problem that leaves nothing to read
     */
    public static Optional<YamlNode> read(String file, String content, List<CatalogProblem> problems) {
        Problems gathered = new Problems();
        Optional<YamlNode> root = read(file, content, gathered);
        if (!gathered.isEmpty()) {
            problems.addAll(gathered.exception().problems());
        }
        return root;
    }

    /** The root of the file, or nothing after a problem that leaves nothing to read. */
    static Optional<YamlNode> read(String file, String content, Problems problems) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        if (text.indexOf('\r') >= 0) {
            text = text.replace("\r\n", "\n").replace('\r', '\n');
        }
        return new YamlReader(file, text, problems).read();
    }

    private Optional<YamlNode> read() {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(Math.max(1, content.length()))
                .build();
        try {
            Iterator<Event> events = new Parse(settings)
                    .parseReader(new WholeCharacters(content))
                    .iterator();
            Optional<YamlNode> root = Optional.empty();
            while (events.hasNext()) {
                Event event = events.next();
                switch (event.getEventId()) {
                    case DocumentStart -> {
                        if (root.isPresent()) {
                            throw new Refusal(problem(
                                    at(event),
                                    "a second document",
                                    "---",
                                    "one document a file",
                                    "make two files of it"));
                        }
                    }
                    case Scalar, SequenceStart, MappingStart, Alias -> root = Optional.of(node(event, events, 0));
                    default -> {
                        // stream and document ends carry nothing
                    }
                }
            }
            if (root.isEmpty()) {
                problems.add(
                        problem(new SourceRef(file, 1, 1), "the file is empty", "", "a mapping", "fill or remove it"));
            }
            return root;
        } catch (Refusal refusal) {
            problems.add(refusal.problem);
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark().or(e::getContextMark);
            String what = e.getProblem() == null ? "unreadable" : e.getProblem();
            String context = e.getContext() == null ? "" : " " + e.getContext();
            String begun = e.getContextMark()
                    .map(begin -> " (begun in line " + (begin.getLine() + 1) + ")")
                    .orElse("");
            problems.add(problem(
                    mark.map(this::at).orElse(new SourceRef(file, 1, 1)),
                    "no valid YAML" + context + begun + ": "
                            + CharMatcher.whitespace().trimAndCollapseFrom(what, ' '),
                    "",
                    "YAML 1.2",
                    "put texts with : # { [ < & * ! or a leading quote into double quotes and check the indentation"));
        } catch (YamlEngineException e) {
            problems.add(problem(
                    new SourceRef(file, 1, 1),
                    "no valid YAML: "
                            + CharMatcher.whitespace().trimAndCollapseFrom(String.valueOf(e.getMessage()), ' '),
                    "",
                    "YAML 1.2",
                    "mend the file"));
        }
        return Optional.empty();
    }

    private YamlNode node(Event event, Iterator<Event> events, int depth) {
        SourceRef at = at(event);
        if (event instanceof AliasEvent alias) {
            throw new Refusal(problem(
                    at,
                    "an alias",
                    "*" + alias.getAlias(),
                    "plain YAML",
                    "write the value out; quote a text that begins with *"));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refusal(problem(
                    at,
                    "an anchor",
                    "&" + node.getAnchor().get(),
                    "plain YAML",
                    "remove it; quote a text that begins with &"));
        }
        Optional<String> tag =
                event instanceof ScalarEvent scalar ? scalar.getTag() : ((CollectionStartEvent) event).getTag();
        if (tag.isPresent()) {
            throw new Refusal(
                    problem(at, "a tag", tag.get(), "plain YAML", "remove it; quote a text that begins with !"));
        }
        if (depth > MAX_DEPTH) {
            throw new Refusal(problem(
                    at,
                    "lists and mappings are nested too deep",
                    "",
                    "at most " + MAX_DEPTH + " levels",
                    "flatten them"));
        }
        if (event instanceof ScalarEvent scalar) {
            return text(scalar, at);
        }
        if (event instanceof SequenceStartEvent) {
            List<YamlNode> items = new ArrayList<>();
            for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
                items.add(node(next, events, depth + 1));
            }
            return new Items(items, at);
        }
        Map<String, Field> fields = new LinkedHashMap<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            YamlNode key = node(next, events, depth + 1);
            YamlNode value = node(events.next(), events, depth + 1);
            if (!(key instanceof Text name)) {
                problems.add(problem(
                        key.at(),
                        "a key that is " + key.shape(),
                        "",
                        "a word",
                        "quote a text that begins with { or ["));
                continue;
            }
            Field before = fields.putIfAbsent(name.value(), new Field(name, value));
            if (before != null) {
                problems.add(problem(
                        key.at(),
                        "a key given twice",
                        name.value(),
                        "every key once",
                        "join it with the one in line " + before.key().at().line()));
            }
        }
        return new Fields(fields, at);
    }

    private Text text(ScalarEvent scalar, SourceRef at) {
        String value = scalar.getValue();
        ScalarStyle style = scalar.getScalarStyle();
        Mark start = mark(scalar.getStartMark());
        Mark end = mark(scalar.getEndMark());
        boolean plain = style == ScalarStyle.PLAIN;
        int quotes = plain ? 0 : 2;
        // nearly every scalar stands on one line and has nothing to unescape
        boolean literal = start.getLine() == end.getLine()
                && end.getColumn() - start.getColumn() == value.codePointCount(0, value.length()) + quotes;
        return new Text(
                value,
                plain,
                at,
                literal
                        ? (text, offset) -> at.right(quotes / 2 + value.codePointCount(0, offset))
                        : (text, offset) -> walk(text, style, offset));
    }

    /**
     * The place of a character of a scalar's value, found by reading the scalar again. Exact for every style as far as
     * line breaks fold to one blank; only messages depend on it.
     */
    private SourceRef walk(Text text, ScalarStyle style, int offset) {
        int i = indexOf(text.at());
        boolean block = style == ScalarStyle.LITERAL || style == ScalarStyle.FOLDED;
        if (block) {
            i = skipBlank(content.indexOf('\n', i));
        } else if (style != ScalarStyle.PLAIN) {
            i++;
        }
        String value = text.value();
        for (int k = 0; k < offset && i < content.length(); k++) {
            char raw = content.charAt(i);
            char cooked = value.charAt(k);
            if (style == ScalarStyle.DOUBLE_QUOTED && raw == '\\') {
                int kind = i + 1 < content.length() ? content.charAt(i + 1) : ' ';
                i += kind == 'x' ? 4 : kind == 'u' ? 6 : kind == 'U' ? 10 : 2;
            } else if (style == ScalarStyle.SINGLE_QUOTED && raw == '\'') {
                i += 2;
            } else if ((cooked == ' ' || cooked == '\n') && breaksLine(i)) {
                i = skipBlank(i);
            } else {
                i++;
            }
        }
        return place(Math.min(i, content.length()));
    }

    private boolean breaksLine(int from) {
        int i = from;
        while (i < content.length() && (content.charAt(i) == ' ' || content.charAt(i) == '\r')) {
            i++;
        }
        return i < content.length() && content.charAt(i) == '\n';
    }

    private int skipBlank(int from) {
        int i = Math.max(0, from);
        while (i < content.length() && CharMatcher.whitespace().matches(content.charAt(i))) {
            i++;
        }
        return i;
    }

    private int indexOf(SourceRef ref) {
        return content.offsetByCodePoints(lines().get(ref.line() - 1), ref.column() - 1);
    }

    private SourceRef place(int index) {
        int found = Collections.binarySearch(lines(), index);
        int line = found >= 0 ? found : -found - 2;
        return new SourceRef(file, line + 1, 1 + content.codePointCount(lines().get(line), index));
    }

    /** Where each line begins. */
    private List<Integer> lines() {
        if (lines.isEmpty()) {
            lines.add(0);
            for (int end = content.indexOf('\n'); end >= 0; end = content.indexOf('\n', end + 1)) {
                lines.add(end + 1);
            }
        }
        return lines;
    }

    private SourceRef at(Event event) {
        return at(mark(event.getStartMark()));
    }

    private SourceRef at(Mark mark) {
        return new SourceRef(file, mark.getLine() + 1, mark.getColumn() + 1);
    }

    private static Mark mark(Optional<Mark> mark) {
        return mark.orElseThrow(() -> new IllegalStateException("marks are on by default"));
    }

    private static CatalogProblem problem(SourceRef at, String what, String value, String expected, String advice) {
        return new CatalogProblem(at, what, value, expected, advice);
    }

    /** Ends the reading of a file; caught where it began. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient CatalogProblem problem;

        Refusal(CatalogProblem problem) {
            super(problem.what(), null, false, false);
            this.problem = problem;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import dev.fineprint.text.UnreadableTextException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.QueryParser;

/** Takes the text out of a web page: what a reader of its main part sees, in blocks, with the labels of its lists. */
final class HtmlText {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "div",
            "section",
            "article",
            "main",
            "header",
            "footer",
            "aside",
            "nav",
            "blockquote",
            "figure",
            "figcaption",
            "address",
            "center",
            "details",
            "summary",
            "fieldset",
            "legend",
            "form",
            "hgroup",
            "dl",
            "dt",
            "dd",
            "ul",
            "ol",
            "menu",
            "table",
            "caption",
            "thead",
            "tbody",
            "tfoot",
            "pre",
            "textarea",
            "hr",
            "body",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "li",
            "tr",
            "dir",
            "option");
    private static final String NEVER_READ =
            "script, style, template, noscript, svg, math annotation, canvas, iframe, object,"
                    + " embed, audio, video, button, select, input, datalist, del, s, strike, head, map";

    private static final String FRAME = "nav, footer, aside, header, form, [role=navigation], [role=banner],"
            + " [role=contentinfo], [role=search], [role=complementary], [role=dialog], [role=alertdialog]";
    private static final String HIDDEN = "[hidden], [aria-hidden=true], [style*=display:none], [style*=display: none]";

    /** A part of the page's frame with more text than this is read all the same: there are terms in footers. */
    private static final int LARGE_FRAME = 800;

    private static final int LARGE_HIDDEN = 200;
    private static final int LONGEST_MARKER = 8;
    private static final int LONGEST_START = 200;
    /** A list item's first words are not looked for further than this. */
    private static final int MOST_NODES = 40;
    /** Each tag takes some hundred bytes of memory. */
    private static final int MOST_TAGS = 500_000;

    private HtmlText() {}

    static String read(String name, byte[] bytes, int limit, StopSignal stop) throws UnreadableTextException {
        String html = HtmlCharset.decode(name, bytes, stop);
        if (html.chars().filter(c -> c == '<').limit(MOST_TAGS + 1L).count() > MOST_TAGS) {
            throw new UnreadableTextException(
                    name + ": a web page of more than " + MOST_TAGS + " tags; save the licence alone, as plain text");
        }
        stop.check();
        Document page = Parser.htmlParser().parseInput(new AskingReader(html, stop), "");
        remove(select(page, NEVER_READ, stop));
        removeFrame(page, stop);
        PageSurvey survey = PageSurvey.of(page, stop);
        BlockWriter blocks = new BlockWriter(limit, stop);
        try {
            NodeTraversor.traverse(new Writer(blocks, survey, stop), content(page, survey, stop));
        } catch (BlockWriter.TooLong e) {
            throw BlockWriter.tooLong(name, limit);
        }
        return blocks.finish();
    }

    /** A page for the parser, which does not ask whether to stop. */
    private static final class AskingReader extends StringReader {
        private final StopSignal stop;

        AskingReader(String html, StopSignal stop) {
            super(html);
            this.stop = stop;
        }

        @Override
        public int read(char[] into, int offset, int length) throws IOException {
            stop.check();
            return super.read(into, offset, length);
        }
    }

    private static List<Element> select(Document page, String query, StopSignal stop) {
        Evaluator evaluator = QueryParser.parse(query);
        List<Element> found = new ArrayList<>();
        int[] step = new int[1];
        page.stream().forEach(element -> {
            stop.checkAt(step[0]++);
            if (evaluator.matches(page, element)) {
                found.add(element);
            }
        });
        return found;
    }

    /** Takes parts out of the page: those of one parent at once, since each alone would move all that are behind it. */
    private static void remove(List<Element> parts) {
        IdentityHashMap<Element, Set<Node>> removed = new IdentityHashMap<>();
        for (Element part : parts) {
            Element parent = part.parent();
            if (parent != null) {
                removed.computeIfAbsent(parent, any -> Collections.newSetFromMap(new IdentityHashMap<>()))
                        .add(part);
            }
        }
        removed.forEach((parent, gone) -> {
            List<Node> kept = new ArrayList<>(parent.childNodes());
            kept.removeIf(gone::contains);
            parent.empty().appendChildren(kept);
        });
    }

    /** Leaves out menus, headers, footers, side columns, dialogs: what is on every page of a site. */
    private static void removeFrame(Document page, StopSignal stop) {
        PageSurvey survey = PageSurvey.of(page, stop);
        List<Element> out = new ArrayList<>();
        for (Element part : select(page, HIDDEN, stop)) {
            if (survey.length(part) < LARGE_HIDDEN) {
                out.add(part);
            }
        }
        for (Element part : select(page, FRAME, stop)) {
            int length = survey.length(part);
            boolean links = survey.linked(part) * 2 > length;
            boolean menu = part.normalName().equals("nav") || part.attr("role").equals("navigation");
            boolean small = length < (menu ? LARGE_FRAME / 2 : LARGE_FRAME);
            if (!survey.hasTitle(part) && !survey.isOfContent(part) && (links || small)) {
                out.add(part);
            }
        }
        // A note's number behind a word is no part of the word.
        out.addAll(select(page, "sup > a[href^=#]", stop));
        remove(out);
    }

    /** The part of the page that the page itself calls its main one, if that holds most of the text. */
    private static Element content(Document page, PageSurvey survey, StopSignal stop) {
        Element body = page.body();
        int whole = survey.length(body);
        for (String candidate : List.of("main", "[role=main]", "article")) {
            List<Element> found = select(page, candidate, stop);
            if (found.size() == 1 && survey.length(found.get(0)) * 2 >= whole) {
                return found.get(0);
            }
        }
        return body;
    }

    /** A list that is open. */
    private static final class Open {
        final Element list;
        final boolean numbered;
        final boolean labelled;
        final int step;
        int next;

        Open(Element list) {
            this.list = list;
            this.numbered = list.normalName().equals("ol");
            int items = (int) list.children().stream()
                    .filter(child -> child.normalName().equals("li"))
                    .count();
            this.step = list.hasAttr("reversed") ? -1 : 1;
            this.next = number(list.attr("start"), step > 0 ? 1 : items);
            this.labelled = !style(list).equals("none") && !labelsItself(list);
        }

        /** Whether the items' own words begin with labels, so that another one would be one too many. */
        private static boolean labelsItself(Element list) {
            int items = 0;
            int marked = 0;
            for (Element item : list.children()) {
                if (item.normalName().equals("li")) {
                    items++;
                    marked += startsWithMarker(firstWords(item)) ? 1 : 0;
                }
            }
            return items > 0 && marked == items;
        }

        private static String firstWords(Element item) {
            StringBuilder words = new StringBuilder();
            int[] nodes = new int[1];
            NodeTraversor.filter(
                    (node, depth) -> {
                        if (node instanceof TextNode text) {
                            words.append(start(text.getWholeText(), words.isEmpty()));
                        }
                        return words.length() > LONGEST_MARKER + 2 || ++nodes[0] > MOST_NODES
                                ? NodeFilter.FilterResult.STOP
                                : NodeFilter.FilterResult.CONTINUE;
                    },
                    item);
            return words.toString();
        }

        /** The first of the words in a node, their white space collapsed: lists in lists look at the same words again. */
        private static String start(String whole, boolean stripped) {
            int from = 0;
            while (stripped && from < whole.length() && Character.isWhitespace(whole.charAt(from))) {
                from++;
            }
            String words = new TextNode(whole.substring(from, Math.min(whole.length(), from + LONGEST_START))).text();
            return stripped ? words.stripLeading() : words;
        }

        String label(Element item) {
            if (!numbered) {
                return labelled ? ListLabels.BULLET : "";
            }
            int value = number(item.attr("value"), next);
            next = value + step;
            String own = style(item);
            return labelled && !own.equals("none") ? ordinal(own.isEmpty() ? style(list) : own, value) : "";
        }

        private static String ordinal(String type, int value) {
            return switch (type) {
                case "a", "lower-alpha", "lower-latin" -> ListLabels.letters(value, false) + ".";
                case "A", "upper-alpha", "upper-latin" -> ListLabels.upper(ListLabels.letters(value, false)) + ".";
                case "i", "lower-roman" -> ListLabels.roman(value) + ".";
                case "I", "upper-roman" -> ListLabels.upper(ListLabels.roman(value)) + ".";
                case "cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal" ->
                    ListLabels.han(value) + "\u3001";
                case "simp-chinese-formal", "trad-chinese-formal" -> ListLabels.hanFormal(value) + "\u3001";
                case "disc", "circle", "square" -> ListLabels.BULLET;
                default -> value + ".";
            };
        }

        /** What the {@code type} or the style says of the labels; empty for nothing. */
        private static String style(Element element) {
            String style = element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "");
            for (String property : List.of("list-style-type:", "list-style:")) {
                int at = style.indexOf(property);
                if (at >= 0) {
                    int end = style.indexOf(';', at);
                    return style.substring(at + property.length(), end < 0 ? style.length() : end);
                }
            }
            return element.attr("type").strip();
        }

        private static int number(String digits, int otherwise) {
            try {
                return Integer.parseInt(digits.strip());
            } catch (NumberFormatException e) {
                return otherwise;
            }
        }
    }

    /** Whether a text starts with "3.", "3.1", "(b)", "iv)", "第三条", a dash or a bullet. */
    static boolean startsWithMarker(String text) {
        if (text.isEmpty()) {
            return false;
        }
        char first = text.charAt(0);
        if ("\u2022\u00B7\u25CF\u25E6\u25AA\u2013\u2014-*".indexOf(first) >= 0) {
            return text.length() > 1 && text.charAt(1) == ' ';
        }
        if (first == '\u7B2C' || first >= '\u2460' && first <= '\u2473') {
            return true;
        }
        boolean open = first == '(' || first == '\uFF08';
        int i = open ? 1 : 0;
        int start = i;
        boolean digits = i < text.length() && Character.isDigit(text.charAt(i));
        boolean dotted = false;
        while (i < text.length() && i - start < LONGEST_MARKER) {
            char c = text.charAt(i);
            boolean goesOn = digits
                    ? Character.isDigit(c) || c == '.' && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1))
                    : isOrdinalLetter(c);
            if (!goesOn) {
                break;
            }
            dotted |= c == '.';
            i++;
        }
        if (i == start || i == text.length() || !digits && i - start > 4) {
            return false;
        }
        char close = text.charAt(i);
        return open
                ? close == ')' || close == '\uFF09'
                : ".)\u3001\uFF09\uFF0E".indexOf(close) >= 0 || dotted && close == ' ';
    }

    private static boolean isOrdinalLetter(char c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || "\u4E00\u4E8C\u4E09\u56DB\u4E94\u516D\u4E03\u516B\u4E5D\u5341".indexOf(c) >= 0;
    }

    /** Writes the blocks while the tree is walked, without recursion: pages may be nested as deep as they like. */
    private static final class Writer implements NodeVisitor {
        private final BlockWriter blocks;
        private final PageSurvey survey;
        private final StopSignal stop;
        private final Deque<Open> lists = new ArrayDeque<>();
        private int bold;
        private int cells;
        private int verbatim;
        private int step;

        Writer(BlockWriter blocks, PageSurvey survey, StopSignal stop) {
            this.blocks = blocks;
            this.survey = survey;
            this.stop = stop;
        }

        @Override
        public void head(Node node, int depth) {
            stop.checkAt(step++);
            if (node instanceof TextNode text) {
                blocks.text(text.getWholeText(), bold > 0);
                return;
            }
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            switch (tag) {
                case "ol", "ul", "menu", "dir" -> {
                    blocks.block(lists.size());
                    lists.push(new Open(element));
                }
                case "li" -> {
                    Open list = lists.peek();
                    if (list == null) {
                        blocks.item(1, ListLabels.BULLET);
                    } else {
                        blocks.item(lists.size(), list.label(element));
                    }
                }
                case "br" -> blocks.lineEnd();
                case "h1", "h2", "h3", "h4", "h5", "h6" -> {
                    blocks.block(lists.size());
                    if (lists.isEmpty() && cells == 0) {
                        blocks.heading(tag.charAt(1) - '0');
                    }
                }
                case "b", "strong" -> bold++;
                case "pre", "textarea" -> {
                    blocks.block(lists.size());
                    verbatim++;
                    blocks.verbatim(true);
                }
                case "td", "th" -> {
                    cells++;
                    if (survey.isLargeCell(element)) {
                        blocks.block(lists.size());
                    }
                }
                case "q" -> blocks.text("\u201C", bold > 0);
                case "img", "wbr" -> {}
                default -> {
                    if (BLOCKS.contains(tag) && !opensCell(element)) {
                        blocks.block(lists.size());
                    }
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            String tag = element.normalName();
            switch (tag) {
                case "ol", "ul", "menu", "dir" -> {
                    blocks.block(0);
                    lists.pop();
                    blocks.block(lists.size());
                }
                case "b", "strong" -> bold--;
                case "pre", "textarea" -> {
                    blocks.block(lists.size());
                    verbatim--;
                    blocks.verbatim(verbatim > 0);
                }
                case "td", "th" -> {
                    cells--;
                    if (survey.isLargeCell(element)) {
                        blocks.block(lists.size());
                    } else {
                        blocks.cellEnd();
                    }
                }
                case "tr" -> blocks.rowEnd();
                case "li" -> {
                    blocks.itemEnd();
                    blocks.block(lists.size());
                }
                case "q" -> blocks.text("\u201D", bold > 0);
                default -> {
                    if (BLOCKS.contains(tag) && !opensCell(element)) {
                        blocks.block(lists.size());
                    }
                }
            }
        }

        /** Whether an element is the only block of a table's cell, which then is no block of its own. */
        private boolean opensCell(Element element) {
            Element parent = element.parent();
            return parent != null
                    && (parent.normalName().equals("td") || parent.normalName().equals("th"))
                    && !survey.isLargeCell(parent);
        }
    }
}

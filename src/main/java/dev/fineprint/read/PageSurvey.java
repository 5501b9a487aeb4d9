// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.read;

import dev.fineprint.text.StopSignal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** How much text each part of a web page holds, and how much of that in links: one walk over the page. */
final class PageSurvey implements NodeVisitor {
    private static final Set<String> LARGE =
            Set.of("ul", "ol", "table", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote");

    /** What is known of an element: text before it, then in it; the same of links and of titles; whether it is in the content. */
    private static final class Part {
        int text;
        int linked;
        int titles;
        boolean ofContent;
        /** Of a cell: how many paragraphs are in it; more than one make it large. */
        int paragraphs;

        boolean large;
    }

    private static final Part NONE = new Part();

    private final IdentityHashMap<Element, Part> parts = new IdentityHashMap<>();
    private final Deque<Part> cells = new ArrayDeque<>();
    private final StopSignal stop;
    private int step;
    private int text;
    private int linked;
    private int links;
    private int titles;
    private int content;

    private PageSurvey(StopSignal stop) {
        this.stop = stop;
    }

    static PageSurvey of(Document page, StopSignal stop) {
        PageSurvey survey = new PageSurvey(stop);
        NodeTraversor.traverse(survey, page);
        return survey;
    }

    /** The number of characters in a part of the page. */
    int length(Element part) {
        return parts.getOrDefault(part, NONE).text;
    }

    /** How many of them stand in links. */
    int linked(Element part) {
        return parts.getOrDefault(part, NONE).linked;
    }

    /** Whether the page's title stands in a part. */
    boolean hasTitle(Element part) {
        return parts.getOrDefault(part, NONE).titles > 0;
    }

    /** Whether a part is a header inside what the page calls its content. */
    boolean isOfContent(Element part) {
        return parts.getOrDefault(part, NONE).ofContent && part.normalName().equals("header");
    }

    /** Whether a table's cell holds more than a few words: paragraphs, a list, another table. */
    boolean isLargeCell(Element cell) {
        return parts.getOrDefault(cell, NONE).large;
    }

    @Override
    public void head(Node node, int depth) {
        stop.checkAt(step++);
        if (node instanceof TextNode words) {
            if (!words.isBlank()) {
                int length = words.getWholeText().length();
                text += length;
                linked += links > 0 ? length : 0;
            }
            return;
        }
        if (!(node instanceof Element element)) {
            return;
        }
        Part part = new Part();
        part.text = text;
        part.linked = linked;
        part.titles = titles;
        part.ofContent = content > 0;
        parts.put(element, part);
        Part cell = cells.peek();
        String tag = element.normalName();
        if (cell != null) {
            cell.large |= LARGE.contains(tag);
            if (tag.equals("p") || tag.equals("div")) {
                cell.paragraphs++;
                cell.large |= cell.paragraphs > 1;
            }
        }
        switch (tag) {
            case "td", "th" -> cells.push(part);
            case "a" -> links++;
            case "h1" -> titles++;
            case "main", "article" -> content++;
            default -> {}
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (!(node instanceof Element element)) {
            return;
        }
        Part part = parts.get(element);
        if (part == null) {
            return;
        }
        part.text = text - part.text;
        part.linked = linked - part.linked;
        part.titles = titles - part.titles;
        switch (element.normalName()) {
            case "td", "th" -> cells.poll();
            case "a" -> links--;
            case "main", "article" -> content--;
            default -> {}
        }
    }
}

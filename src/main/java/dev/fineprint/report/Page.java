// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.report;

import java.util.ArrayList;
import java.util.List;

/** What a report for people says, before it is known whether they read it at a terminal or in a browser. Not thread-safe. */
final class Page {
    /** How an answer is meant. */
    enum Tone {
        GOOD,
        DUTY,
        OPEN,
        BAD
    }

    /** A piece of a page. All texts are raw: other people's words among them. */
    sealed interface Block {}

    /** A line above what follows; level 1 is the title of the page. */
    record Heading(int level, String text) implements Block {}

    /** A word that sums up, and a sentence. */
    record Verdict(Tone tone, String word, String text) implements Block {}

    /** A sentence or more. */
    record Paragraph(String text) implements Block {}

    /** Something to do. */
    record Check(String text) implements Block {}

    /** A thing and where it stands, on a line of its own. */
    record Item(String text) implements Block {}

    /** Words quoted from a place, with remarks below them. */
    record Quote(String place, String text, List<String> remarks) implements Block {}

    private final List<Block> blocks = new ArrayList<>();

    List<Block> blocks() {
        return blocks;
    }

    void heading(int level, String text) {
        blocks.add(new Heading(level, text));
    }

    void verdict(Tone tone, String word, String text) {
        blocks.add(new Verdict(tone, word, text));
    }

    void paragraph(String text) {
        blocks.add(new Paragraph(text));
    }

    void item(String text) {
        blocks.add(new Item(text));
    }

    void check(String text) {
        blocks.add(new Check(text));
    }

    void quote(String place, String text, List<String> remarks) {
        blocks.add(new Quote(place, text, List.copyOf(remarks)));
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Knows what stood right before a block, and so which clauses govern a list that starts with it. */
final class LeadIns {
    private final char[] c;
    private final ClauseList clauses;
    private final Phrases phrases;

    /** The last clause written, -1 for none; the indent of its block; whether it is a heading. */
    private int last = -1;

    private int lastIndent;
    private boolean lastHeading;

    /** The clause that was asked last whether it waits for a list, and the answer. */
    private int asked = -1;

    private boolean waiting;

    /** The lead-ins that stand over the headings of a level: "You must not use it for:" above "### Crime". */
    private List<Integer> standing = List.of();

    private int standingLevel;

    LeadIns(char[] c, ClauseList clauses, Phrases phrases) {
        this.c = c;
        this.clauses = clauses;
        this.phrases = phrases;
    }

    /** Notes a block that has been written. */
    void wrote(Block block) {
        if (clauses.size() - 1 > last) {
            last = clauses.size() - 1;
            lastIndent = block.indent();
            lastHeading = clauses.get(last).type() == Clause.Type.HEADING;
        }
    }

    /** Notes that a heading follows that stands by itself. */
    void beforeHeading(int level) {
        if (endsWithColon()) {
            standing = leaning(clauses.chain(last));
            standingLevel = level;
        } else if (level < standingLevel) {
            standing = List.of();
        }
    }

    /** Notes that a paragraph follows that no lead-in over the headings can govern. */
    void endStanding() {
        standing = List.of();
    }

    /** What governs a paragraph right under a heading that stands below a lead-in; empty if nothing does. */
    List<Integer> underHeading() {
        return lastHeading && !standing.isEmpty() ? ClauseList.append(standing, last) : List.of();
    }

    /** The last clause, -1 for none. */
    int last() {
        return last;
    }

    int lastIndent() {
        return lastIndent;
    }

    /** The last clause if it is a sentence or an item, null if it is a heading or there is none. */
    @Nullable
    Clause lastSentence() {
        return last < 0 || lastHeading ? null : clauses.get(last);
    }

    /** Whether the last clause waits for a list. */
    boolean isWaiting() {
        Clause clause = lastSentence();
        if (clause == null) {
            return false;
        }
        if (asked != clause.index()) {
            asked = clause.index();
            waiting = phrases.isOpen(clause.start(), clause.end());
        }
        return waiting;
    }

    /** Whether the last clause waits for a list and says so with a colon. */
    boolean endsWithColon() {
        Clause clause = lastSentence();
        return clause != null && phrases.endsWithColon(clause.start(), clause.end());
    }

    /** What governs a list without markers that starts after the last clause. */
    List<Integer> ofList() {
        return leaning(clauses.chain(last));
    }

    /** What governs a list inside {@code parent} that starts with {@code block}. */
    List<Integer> ofList(@Nullable Level parent, Block block) {
        if (parent != null && parent.item < 0 && !parent.interrupted) {
            return parent.leadIns;
        }
        if (last < 0) {
            return List.of();
        }
        if (lastHeading) {
            List<Integer> above = parent == null || parent.interrupted ? standing : parent.leadIns;
            return ClauseList.append(above, last);
        }
        Clause clause = clauses.get(last);
        // The missing full stop of an item means nothing when its list has ended.
        boolean loose = clause.type() == Clause.Type.ITEM && (parent == null || parent.item < 0);
        boolean adjacent = !block.blankBefore() || !block.isEmpty() && Chars.isLower(c[block.start()]);
        boolean unfinished = adjacent && !loose && phrases.isUnfinished(clause.start(), clause.end());
        if (unfinished || isWaiting()) {
            return leaning(clauses.chain(last));
        }
        if (parent != null && !parent.section && !parent.interrupted) {
            return ClauseList.append(parent.leadIns, parent.item);
        }
        return List.of();
    }

    /** Adds to a chain the sentence or heading that its last clause leans on, as "Such uses include:" does. */
    List<Integer> leaning(List<Integer> chain) {
        int index = chain.get(chain.size() - 1);
        Clause clause = clauses.get(index);
        if (index == 0 || chain.contains(index - 1) || !phrases.leans(clause.start(), clause.end())) {
            return chain;
        }
        Clause before = clauses.get(index - 1);
        boolean near = before.section() == clause.section()
                && (before.type() == clause.type() || before.type() == Clause.Type.HEADING);
        return near
                ? ClauseList.append(ClauseList.append(chain.subList(0, chain.size() - 1), index - 1), index)
                : chain;
    }

    boolean areHeadings(List<Integer> leadIns) {
        for (int index : leadIns) {
            if (clauses.get(index).type() != Clause.Type.HEADING) {
                return false;
            }
        }
        return true;
    }

    /** What of the lead-ins governs a block: a full sentence is governed by no heading. */
    List<Integer> over(Block block, List<Integer> leadIns) {
        if (leadIns.isEmpty() || !phrases.isSentence(block.start(), block.end())) {
            return leadIns;
        }
        List<Integer> kept = new ArrayList<>(leadIns);
        kept.removeIf(index -> clauses.get(index).type() == Clause.Type.HEADING);
        return List.copyOf(kept);
    }
}

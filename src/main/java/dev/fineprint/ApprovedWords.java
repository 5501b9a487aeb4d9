// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.osi.OsiReference;
import dev.fineprint.text.Clause;
import dev.fineprint.text.LicenseText;
import dev.fineprint.text.Segmentation;
import dev.fineprint.text.StopSignal;
import java.util.BitSet;
import java.util.List;

/** Which clauses of one text approved licences contain in nearly the same words. One analysis, one thread. */
final class ApprovedWords {
    /** A clause of which approved licences have this share of the words in a row says nothing that they do not. */
    private static final double KNOWN_WORDS = 0.5;

    private final LicenseText text;
    private final Segmentation segmentation;
    private final StopSignal stop;

    /** Each clause is looked up once: a lead-in is asked for again with every one of its items. */
    private final BitSet asked = new BitSet();

    private final BitSet known = new BitSet();

    ApprovedWords(LicenseText text, Segmentation segmentation, StopSignal stop) {
        this.text = text;
        this.segmentation = segmentation;
        this.stop = stop;
    }

    /** Whether approved licences contain the clause, its nearest lead-in too if it is an item. */
    boolean say(Clause clause) {
        if (!contain(clause)) {
            return false;
        }
        List<Integer> leadIns = clause.leadIns();
        return leadIns.isEmpty() || contain(segmentation.clauses().get(leadIns.get(leadIns.size() - 1)));
    }

    private boolean contain(Clause clause) {
        int index = clause.index();
        if (!asked.get(index)) {
            stop.check();
            asked.set(index);
            known.set(index, OsiReference.bundled().coverage(text, clause.start(), clause.end()) >= KNOWN_WORDS);
        }
        return known.get(index);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What each phrase says, and each concept that has a name: the concepts that occur where it stands, those of them that
 * lead-ins hand on, and the rules of the {@link Agenda} that it may set off. Made once, when a catalog is compiled, and laid
 * out flat, so that a phrase of which dozens of concepts hold is noted in a few steps. A saying is a number: that of a
 * phrase's node in the {@link PhraseTrie}, or the one that {@link #of} gives a concept. Immutable.
 *
 * <p>A concept of few phrases, as most alternatives of a pattern are, is not noted with them: whoever asks for it looks for
 * its phrases. The others are <em>linked</em>: noted with each phrase that says them.
 */
final class Sayings {
    /** A concept of more phrases than these is linked. */
    private static final int FEW = 16;

    private final int phrases;

    /** For each saying where its record begins in {@link #records}; -1 for one that says nothing. */
    private final int[] at;

    /**
     * The records: how many concepts are linked, and these; how many numbers the marks have that this sets, and these: for
     * each the word of a set of marks to which it belongs, and its two halves.
     */
    private final int[] records;

    private final int[][] inheritable;

    /** For each concept where its phrases begin in {@link #phraseList}, up to those of the next; a linked one has none. */
    private final int[] phrasesAt;

    private final int[] phraseList;

    /**
     * Lays out what is said.
     *
     * @param trie the phrases
     * @param concepts how many concepts there are
     * @param inherits for each concept with a name, and these are numbered first, whether lead-ins hand it on
     * @param triggers what sets off the rules
     */
    Sayings(PhraseTrie trie, int concepts, boolean[] inherits, Triggers triggers) {
        int named = inherits.length;
        phrases = trie.size();
        int[] counts = new int[concepts];
        for (int node = 0; node < phrases; node++) {
            for (int concept : trie.concepts(node)) {
                counts[concept]++;
            }
        }
        phrasesAt = new int[concepts + 1];
        for (int concept = 0; concept < concepts; concept++) {
            boolean linked = concept < named || counts[concept] > FEW;
            phrasesAt[concept + 1] = phrasesAt[concept] + (linked ? 0 : counts[concept]);
        }
        phraseList = new int[phrasesAt[concepts]];
        at = new int[phrases + named];
        inheritable = new int[phrases + named][];
        int[] next = phrasesAt.clone();
        Numbers out = new Numbers();
        for (int saying = 0; saying < at.length; saying++) {
            int[] said = saying < phrases ? trie.concepts(saying) : new int[] {saying - phrases};
            inheritable[saying] = IntStream.of(said)
                    .filter(concept -> concept < named && inherits[concept])
                    .toArray();
            at[saying] = said.length == 0 ? -1 : out.size();
            if (said.length > 0) {
                out.addRow(IntStream.of(said).filter(this::isLinked).toArray());
                out.addRow(triggers.marks(said));
            }
            for (int concept : said) {
                if (saying < phrases && !isLinked(concept)) {
                    phraseList[next[concept]++] = saying;
                }
            }
        }
        records = out.toArray();
    }

    /** What {@link #write} wrote. */
    Sayings(int phrases, int[] at, int[] records, int[][] inheritable, int[] phrasesAt, int[] phraseList) {
        this.phrases = phrases;
        this.at = at;
        this.records = records;
        this.inheritable = inheritable;
        this.phrasesAt = phrasesAt;
        this.phraseList = phraseList;
    }

    /** Hands out all of it but the number of phrases, in the order of the constructor that takes it. */
    void write(Consumer<int[]> row, Consumer<int[][]> rows) {
        row.accept(at);
        row.accept(records);
        rows.accept(inheritable);
        row.accept(phrasesAt);
        row.accept(phraseList);
    }

    /** How many sayings are phrases; the others are concepts. */
    int phrases() {
        return phrases;
    }

    /** How many concepts have a name. */
    int named() {
        return at.length - phrases;
    }

    /** What an occurrence of a concept says that has a name. */
    int of(int concept) {
        return phrases + concept;
    }

    /** Those concepts of a saying that lead-ins hand on, in the catalog's order; read only. */
    int[] inheritable(int saying) {
        return inheritable[saying];
    }

    /** Whether a concept is noted with each phrase that says it. */
    boolean isLinked(int concept) {
        return phrasesAt[concept] == phrasesAt[concept + 1];
    }

    /** A concept as it is asked for most quickly: of one that is nothing but a phrase the complement of this, or itself. */
    int asked(int concept) {
        int first = phrasesAt[concept];
        return phrasesAt[concept + 1] == first + 1 ? ~phraseList[first] : concept;
    }

    /** Where in {@link #phraseAt} the phrases of a concept begin that is not linked; they end where the next one's begin. */
    int firstPhrase(int concept) {
        return phrasesAt[concept];
    }

    /** A phrase of a concept. */
    int phraseAt(int index) {
        return phraseList[index];
    }

    /** Where the record of a saying begins; -1 for one that says nothing. */
    int record(int saying) {
        return at[saying];
    }

    /** The numbers of which the records consist; read only. */
    int[] records() {
        return records;
    }

    /**
     * Marks the anchors of which a record says that they were seen.
     *
     * @param from where they begin in the record
     * @param anchors the marks, as {@link RuleSet#next} reads them
     */
    void setOff(int from, long[] anchors) {
        int end = from + 1 + records[from];
        for (int i = from + 1; i < end; i += 3) {
            anchors[records[i]] |= (long) records[i + 2] << 32 | records[i + 1] & 0xFFFF_FFFFL;
        }
    }
}

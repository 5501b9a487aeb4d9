// SPDX-License-Identifier: Apache-2.0
package dev.fineprint;

import dev.fineprint.catalog.Effect;
import dev.fineprint.catalog.LocalizedText;
import java.util.List;
import java.util.Optional;

/**
 * Two texts side by side, clause by clause: what the new version of a licence takes, gives and says otherwise. It is no
 * legal advice.
 *
 * <pre>{@code
 * LicenseDiff diff = analyzer.compare(Path.of("LICENSE-1"), Path.of("LICENSE-2"));
 * for (LocalizedText sentence : diff.meanings()) {
 *     System.out.println(sentence.en());   // Limit by active users: threshold 700,000,000 -> 100,000,000 (stricter).
 * }
 * }</pre>
 *
 * @param before what was found in the old text
 * @param after what was found in the new text
 * @param beforeKept the share of the old text's words that the new one has too, 0 to 1
 * @param afterKept the share of the new text's words that the old one has too, 0 to 1
 * @param summary how many clauses appeared, vanished, changed and stayed, one sentence
 * @param meanings what the changes mean, one sentence each: the verdict, which licences these are, then kind by kind,
 *     the gravest first; empty if nothing changed that a user would notice
 * @param changes every clause of both texts, those that appeared first, then by {@link ClauseChange.Type}; the gravest
 *     first within a type
 * @param others the passages that differ outside the clauses, in the order of the new text; passages that only moved are
 *     left out
 */
public record LicenseDiff(
        LicenseReport before,
        LicenseReport after,
        double beforeKept,
        double afterKept,
        LocalizedText summary,
        List<LocalizedText> meanings,
        List<ClauseChange> changes,
        List<TextChange> others) {
    public LicenseDiff {
        meanings = List.copyOf(meanings);
        changes = List.copyOf(changes);
        others = List.copyOf(others);
    }

    /** Whether the texts have the same words in the same order. */
    public boolean isSame() {
        return others.isEmpty()
                && changes.stream().allMatch(change -> change.type() == ClauseChange.Type.UNCHANGED)
                && beforeKept == 1
                && afterKept == 1;
    }

    /** Returns the changes of one type. */
    public List<ClauseChange> changes(ClauseChange.Type type) {
        return changes.stream().filter(change -> change.type() == type).toList();
    }

    /** Whether the new text asks more of its user than the old one, in a clause of this effect. */
    public boolean isStricter(Effect effect) {
        return changes.stream()
                .anyMatch(change -> change.effect() == effect
                        && (change.direction() == ClauseChange.Direction.STRICTER
                                || change.direction() == ClauseChange.Direction.UNCLEAR
                                        && change.type() != ClauseChange.Type.REWORDED
                                        && change.type() != ClauseChange.Type.VANISHED));
    }

    /** Returns what there is to know about a kind that occurs in one of the texts. */
    public Optional<KindInfo> kind(String id) {
        return after.kind(id).or(() -> before.kind(id));
    }
}

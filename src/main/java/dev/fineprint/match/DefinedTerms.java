// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.match.Quotations.Quotation;
import dev.fineprint.text.Clause;
import dev.fineprint.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms that a text defines for itself and the concepts that they carry there: where "Permitted Purpose" means
 * non-commercial research, each later "Permitted Purpose" says non-commercial.
 */
final class DefinedTerms {
    /** Terms kept at the most; a text with more is no licence, and its other terms are plain words. */
    private static final int MAX_TERMS = 256;

    /** Tokens of a definition that are read. */
    private static final int MAX_DEFINITION = 120;

    /** Tokens within which a definition must say what sort of thing it defines. */
    private static final int HEAD = 14;

    /** Tokens before a term given in parentheses that may say what it carries. */
    private static final int NEAR = 6;

    private static final int MAX_TERM_LENGTH = 8;

    private static final int FIRST_WORDS = 1024;

    /** Tells the concepts that occur between two tokens. */
    interface Concepts {
        /** Those of a stretch of text; masked words count only where the caller says so. */
        BitSet between(int fromToken, int toToken, boolean masked);

        default BitSet between(int fromToken, int toToken) {
            return between(fromToken, toToken, false);
        }
    }

    private record Term(int[] hashes, int[] sayings) {}

    private final Map<Integer, List<Term>> byFirstWord;

    /** A bit for each first word, several words sharing one: most words of a text are asked no further. */
    private final long[] firstWords = Bits.of(FIRST_WORDS);

    private DefinedTerms(Map<Integer, List<Term>> byFirstWord) {
        this.byFirstWord = byFirstWord;
        byFirstWord.keySet().forEach(hash -> Bits.set(firstWords, slot(hash)));
    }

    static DefinedTerms find(
            CompiledCatalog catalog, Tokens tokens, Quotations quotations, List<Clause> clauses, Concepts concepts) {
        Map<Integer, List<Term>> terms = new HashMap<>();
        int clauseIndex = 0;
        int count = 0;
        for (Quotation quotation : quotations.all()) {
            if (!quotation.definition() && !quotation.parenthesised()
                    || quotation.endToken() - quotation.firstToken() > MAX_TERM_LENGTH) {
                continue;
            }
            while (clauseIndex < clauses.size() && clauses.get(clauseIndex).end() <= quotation.start()) {
                clauseIndex++;
            }
            if (clauseIndex == clauses.size() || count == MAX_TERMS) {
                break;
            }
            Clause clause = clauses.get(clauseIndex);
            int clauseFrom = tokens.firstAtOrAfter(clause.start());
            int clauseTo = tokens.firstAtOrAfter(clause.end());
            BitSet carried = new BitSet();
            // Only a term that names a purpose or use says what its definition says; "you" or "the Model" does not.
            boolean purpose = catalog.definable.length > 0
                    && (catalog.termOfUse < 0
                            || concepts.between(quotation.firstToken(), quotation.endToken(), true)
                                    .get(catalog.termOfUse));
            if (quotation.definition()) {
                int from = quotation.endToken();
                int to = Math.min(clauseTo, from + MAX_DEFINITION);
                if (from < to) {
                    if (purpose) {
                        carry(concepts.between(from, to), catalog.definable, carried);
                    }
                    BitSet head = concepts.between(from, Math.min(to, from + HEAD));
                    for (int[] cue : catalog.defines) {
                        if (head.get(cue[0])) {
                            carried.set(cue[1]);
                        }
                    }
                }
                for (int i = clauseIndex + 1; purpose && i < clauses.size() && i <= clauseIndex + 12; i++) {
                    if (!clauses.get(i).leadIns().contains(clauseIndex)) {
                        break;
                    }
                    int itemFrom = tokens.firstAtOrAfter(clauses.get(i).start());
                    int itemTo = Math.min(tokens.firstAtOrAfter(clauses.get(i).end()), itemFrom + MAX_DEFINITION);
                    if (itemFrom < itemTo) {
                        carry(concepts.between(itemFrom, itemTo), catalog.definable, carried);
                    }
                }
            } else {
                int from = Math.max(clauseFrom, quotation.firstToken() - HEAD);
                if (from < quotation.firstToken()) {
                    BitSet before = concepts.between(from, quotation.firstToken());
                    for (int[] cue : catalog.defines) {
                        if (before.get(cue[0])) {
                            carried.set(cue[1]);
                        }
                    }
                    if (purpose) {
                        int near = Math.max(clauseFrom, quotation.firstToken() - NEAR);
                        carry(concepts.between(near, quotation.firstToken()), catalog.definable, carried);
                    }
                }
            }
            if (!carried.isEmpty()) {
                int[] hashes = new int[quotation.endToken() - quotation.firstToken()];
                for (int t = 0; t < hashes.length; t++) {
                    hashes[t] = tokens.hash(quotation.firstToken() + t);
                }
                terms.computeIfAbsent(hashes[0], h -> new ArrayList<>())
                        .add(new Term(
                                hashes,
                                carried.stream().map(catalog.sayings::of).toArray()));
                count++;
            }
        }
        return new DefinedTerms(terms);
    }

    private static void carry(BitSet present, int[] definable, BitSet carried) {
        for (int concept : definable) {
            if (present.get(concept)) {
                carried.set(concept);
            }
        }
    }

    private static int slot(int hash) {
        return (hash ^ hash >>> 11) & FIRST_WORDS - 1;
    }

    /** Adds the concepts of the terms that begin at a token. */
    void emit(Tokens tokens, int at, int to, int shift, ClauseScan scan) {
        if (!Bits.get(firstWords, slot(tokens.hash(at)))) {
            return;
        }
        List<Term> candidates = byFirstWord.get(tokens.hash(at));
        if (candidates == null) {
            return;
        }
        for (Term term : candidates) {
            int n = term.hashes().length;
            boolean same = at + n <= to;
            for (int i = 1; same && i < n; i++) {
                same = tokens.hash(at + i) == term.hashes()[i];
            }
            if (same) {
                for (int saying : term.sayings()) {
                    scan.add(saying, at + shift, at + n + shift);
                }
            }
        }
    }
}

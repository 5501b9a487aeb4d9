// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of clause: what it is, what it offends, and the patterns that find it.
 *
 * @param id unique and never reused; group and name: {@code use.prohibited}
 * @param group the part before the dot, and the folder of the file
 * @param since the release that brought it
 * @param effect what it does to the freedoms of open source
 * @param title its name
 * @param meaning what the clause is, in a sentence
 * @param affects who is touched
 * @param remedy what a licensor would have to change; may be empty for a compatible kind
 * @param explanation a plain sentence for a report; {@code {param}} is filled with the value read, and a
 *     {@code [bracketed part]} naming an absent parameter is dropped
 * @param osd numbers of the Open Source Definition's criteria that it speaks to
 * @param osaid freedoms of the Open Source AI Definition: {@code use}, {@code study}, {@code modify}, {@code share}
 * @param criteria who says that it offends which criterion
 * @param params name to description of the values that a finding may carry
 * @param reads how those values are read out of the text
 * @param yieldsTo kinds before which it steps back: no finding of this kind where one of those has overlapping evidence
 *     in the same clause
 * @param patterns what finds it, sorted by id
 * @param unless vetoes for all patterns of a language, by its code
 * @param knownMisses sentences that belong here and are known not to be found yet
 * @param source where the file begins
 */
public record ClauseKind(
        String id,
        String group,
        String since,
        Effect effect,
        LocalizedText title,
        LocalizedText meaning,
        LocalizedText affects,
        LocalizedText remedy,
        LocalizedText explanation,
        List<Integer> osd,
        List<String> osaid,
        List<CriterionRef> criteria,
        Map<String, String> params,
        Map<String, ValueReader> reads,
        List<String> yieldsTo,
        List<ClausePattern> patterns,
        Map<String, List<Expression>> unless,
        List<Example> knownMisses,
        SourceRef source) {

    /** Copies the collections, keeping their order. */
    public ClauseKind {
        osd = List.copyOf(osd);
        osaid = List.copyOf(osaid);
        criteria = List.copyOf(criteria);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        reads = Collections.unmodifiableMap(new LinkedHashMap<>(reads));
        yieldsTo = List.copyOf(yieldsTo);
        patterns = List.copyOf(patterns);
        Map<String, List<Expression>> vetoes = new LinkedHashMap<>();
        unless.forEach((lang, expressions) -> vetoes.put(lang, LaterExpressions.keep(expressions)));
        unless = Collections.unmodifiableMap(vetoes);
        knownMisses = LaterExamples.keep(knownMisses);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.match;

import dev.fineprint.catalog.PatternCatalog;
import dev.fineprint.match.CompiledCatalog.CompiledDomain;
import dev.fineprint.match.CompiledCatalog.CompiledKind;
import dev.fineprint.match.CompiledCatalog.CompiledPattern;
import dev.fineprint.match.CompiledCatalog.Derived;
import dev.fineprint.text.Vocabulary;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Those parts of a compiled catalog that take time to make; the rest follows from them. They come from a compiler, or, for
 * the bundled catalog, out of the jar, where the build has put what the compiler made: see {@link PackedParts}.
 *
 * @param concepts how many concepts there are, those without a name included
 * @param conceptIds the numbers of those with a name, which are numbered first; in their order
 * @param derived concepts that are expressions over others, or that hide them, in the order in which they depend on each
 *     other
 * @param derivedAtOnce how many of these must be looked for in each clause before anything else
 */
record CompiledParts(
        Vocabulary vocabulary,
        PhraseTrie trie,
        int concepts,
        Map<String, Integer> conceptIds,
        List<Derived> derived,
        int derivedAtOnce,
        List<CompiledKind> kinds,
        List<CompiledPattern> patterns,
        List<CompiledDomain> domains,
        Agenda agenda,
        long[] unanchored,
        int[] unsure,
        int[] unsureAt,
        Sayings sayings) {

    /** What the build packed for this catalog if there is such a thing, and what a compiler makes of it otherwise. */
    static CompiledParts of(PatternCatalog catalog) {
        return PackedParts.bundled(catalog).orElseGet(() -> compile(catalog));
    }

    static CompiledParts compile(PatternCatalog catalog) {
        CatalogCompiler compiler = new CatalogCompiler(catalog);
        PhraseTrie trie = compiler.phrases.build(compiler::frequency);
        Agenda agenda = new Agenda(compiler.derived, compiler.patterns, compiler.domains);
        Triggers triggers = new Triggers(compiler, agenda, compiler.derived);
        boolean[] inherits = new boolean[compiler.conceptIds.size()];
        catalog.concepts().forEach(concept -> inherits[compiler.conceptId(concept.name())] = concept.inherits());
        Sayings sayings = new Sayings(trie, compiler.conceptNames.size(), inherits, triggers);
        return new CompiledParts(
                compiler.words.build(),
                trie,
                compiler.conceptNames.size(),
                Collections.unmodifiableMap(new LinkedHashMap<>(compiler.conceptIds)),
                List.copyOf(compiler.derived),
                compiler.derivedAtOnce,
                List.copyOf(compiler.kinds),
                List.copyOf(compiler.patterns),
                List.copyOf(compiler.domains),
                agenda,
                triggers.unanchored(),
                IntStream.of(triggers.unsure()).map(sayings::asked).toArray(),
                triggers.unsureAt(),
                sayings);
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import dev.fineprint.pack.PackReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The bundled catalog as the build packs it, out of the same files that lie beside it: reading and checking those takes
 * longer than the analysis that waits for it. Equal to what the files give; the examples are in a file of their own, and
 * what {@link PatternCatalog#plus} needs comes out of the files when it is asked for.
 */
final class PackedCatalog {

    static final String CATALOG = "catalog.bin";
    static final String EXAMPLES = "examples.bin";

    private static final Effect[] EFFECTS = Effect.values();
    private static final Attitude[] ATTITUDES = Attitude.values();
    private static final ValueReader.Scope[] SCOPES = ValueReader.Scope.values();

    /** How a value is read. */
    static final int ENTITY = 0;

    static final int CHOICE = 1;
    static final int SET = 2;
    static final int QUOTED = 3;
    static final int AFTER = 4;

    private final PackedReader in;
    private final Later<List<Example>> examples;

    private PackedCatalog(PackedReader in, Later<List<Example>> examples) {
        this.in = in;
        this.examples = examples;
    }

    /** The packed catalog beside these classes, if it can be relied on. */
    static Optional<PatternCatalog> bundled() {
        URL file = PackedCatalog.class.getResource(CATALOG);
        if (file == null) {
            return Optional.empty();
        }
        PatternCatalog catalog;
        try {
            catalog = read(
                    bytes(CATALOG), Later.by(PackedCatalog::bundledExamples), Later.by(PatternCatalog::bundledDraft));
        } catch (IOException e) {
            throw new UncheckedIOException("the packed catalog cannot be read; build the library anew", e);
        }
        // A jar is of one piece. In a folder of classes somebody may have changed the files since.
        return file.getProtocol().equals("file")
                        && !CatalogFiles.version(CatalogFiles.bundled(new Problems()))
                                .equals(catalog.version())
                ? Optional.empty()
                : Optional.of(catalog);
    }

    private static List<Example> bundledExamples() {
        try {
            return examples(bytes(EXAMPLES));
        } catch (IOException e) {
            throw new UncheckedIOException("the packed examples cannot be read; build the library anew", e);
        }
    }

    private static byte[] bytes(String name) throws IOException {
        return PackReader.bytes(PackedCatalog.class, name);
    }

    /**
     * Reads a catalog.
     *
     * @param examples the examples of all of it, in the order in which it names them
     * @param draft what another catalog is added to
     * @throws IOException if it is something else
     */
    static PatternCatalog read(byte[] catalog, Later<List<Example>> examples, Later<Draft> draft) throws IOException {
        PackedReader in = new PackedReader(catalog);
        try {
            return new PackedCatalog(in, examples).read(draft);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a packed catalog that ends too early", e);
        }
    }

    private PatternCatalog read(Later<Draft> draft) {
        String version = in.text();
        return new PatternCatalog(draft, kinds(), domains(), concepts(), authorities(), version);
    }

    private Map<String, Authority> authorities() {
        Map<String, Authority> authorities = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            Authority authority = new Authority(in.text(), in.text(), in.text());
            authorities.put(authority.id(), authority);
        }
        return authorities;
    }

    private Map<String, Domain> domains() {
        Map<String, Domain> domains = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            Domain domain = new Domain(
                    in.text(),
                    in.localized(),
                    in.localized(),
                    in.expressionsByName(),
                    in.expressions(),
                    someExamples(),
                    someExamples(),
                    in.source());
            domains.put(domain.id(), domain);
        }
        return domains;
    }

    private Map<String, Concept> concepts() {
        Map<String, Concept> concepts = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            Concept concept = new Concept(
                    in.text(), in.text(), in.flag(), in.flag(), in.texts(), in.expressionsByName(), in.source());
            concepts.put(concept.name(), concept);
        }
        return concepts;
    }

    private Map<String, ClauseKind> kinds() {
        Map<String, ClauseKind> kinds = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            ClauseKind kind = new ClauseKind(
                    in.text(),
                    in.text(),
                    in.text(),
                    EFFECTS[in.number()],
                    in.localized(),
                    in.localized(),
                    in.localized(),
                    in.localized(),
                    in.localized(),
                    numbers(),
                    in.texts(),
                    criteria(),
                    params(),
                    reads(),
                    in.texts(),
                    patterns(),
                    in.expressionsByName(),
                    someExamples(),
                    in.source());
            kinds.put(kind.id(), kind);
        }
        return kinds;
    }

    private List<Integer> numbers() {
        Integer[] numbers = new Integer[in.number()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = in.number();
        }
        return List.of(numbers);
    }

    private List<CriterionRef> criteria() {
        CriterionRef[] criteria = new CriterionRef[in.number()];
        for (int i = 0; i < criteria.length; i++) {
            criteria[i] = new CriterionRef(in.text(), in.text(), in.texts(), in.text());
        }
        return List.of(criteria);
    }

    private Map<String, String> params() {
        Map<String, String> params = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            params.put(in.text(), in.text());
        }
        return params;
    }

    private Map<String, ValueReader> reads() {
        Map<String, ValueReader> reads = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            reads.put(in.text(), valueReader());
        }
        return reads;
    }

    private ValueReader valueReader() {
        int how = in.number();
        ValueReader.Scope scope = SCOPES[in.number()];
        return switch (how) {
            case ENTITY -> new ValueReader.EntityValue(in.text(), scope);
            case CHOICE -> new ValueReader.ChoiceValue(in.expressionsByName(), scope);
            case SET -> new ValueReader.SetValue(in.expressionsByName(), scope);
            case QUOTED -> new ValueReader.QuotedValue(scope);
            default -> new ValueReader.TextAfterValue(in.expressions(), scope);
        };
    }

    private List<ClausePattern> patterns() {
        ClausePattern[] patterns = new ClausePattern[in.number()];
        for (int i = 0; i < patterns.length; i++) {
            patterns[i] = new ClausePattern(
                    in.text(),
                    in.text(),
                    in.expression(),
                    in.expressions(),
                    in.expressions(),
                    in.flag(),
                    attitude(),
                    someExamples(),
                    someExamples(),
                    in.source());
        }
        return List.of(patterns);
    }

    private Optional<Attitude> attitude() {
        int number = in.number();
        return number == 0 ? Optional.empty() : Optional.of(ATTITUDES[number - 1]);
    }

    private List<Example> someExamples() {
        return new LaterExamples(examples, in.number(), in.number());
    }

    /**
     * Reads the examples of a catalog.
     *
     * @throws IOException if it is something else
     */
    static List<Example> examples(byte[] examples) throws IOException {
        PackedReader in = new PackedReader(examples);
        try {
            Example[] all = new Example[in.number()];
            for (int i = 0; i < all.length; i++) {
                all[i] = example(in);
            }
            return List.of(all);
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("packed examples that end too early", e);
        }
    }

    private static Example example(PackedReader in) {
        String text = in.text();
        int start = in.number() - 1;
        int end = in.number() - 1;
        Optional<String> context = in.flag() ? Optional.of(in.text()) : Optional.empty();
        Map<String, Object> values = new LinkedHashMap<>();
        for (int left = in.number(); left > 0; left--) {
            values.put(in.text(), in.value());
        }
        return new Example(text, start, end, context, values, in.source());
    }
}

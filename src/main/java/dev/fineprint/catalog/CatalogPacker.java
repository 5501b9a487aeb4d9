// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Packs the bundled catalog for {@link PackedCatalog}, which reads everything in the order in which it is written here.
 * Runs in the build, after compilation; it is not in the jar.
 */
public final class CatalogPacker {

    private final PackedWriter out = new PackedWriter();
    private final PackedWriter examplesOut = new PackedWriter();
    private final List<Example> examples = new ArrayList<>();

    /** A catalog and its examples, packed. */
    record Pack(byte[] catalog, byte[] examples) {}

    private CatalogPacker() {}

    /**
     * Writes the resources.
     *
     * @param args the folder of the compiled classes, or another one that will be on the class path
     */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("usage: CatalogPacker OUTPUT-DIRECTORY");
        }
        Pack pack = pack(PatternCatalog.ofBundledFiles());
        Path folder = Files.createDirectories(Path.of(args[0]).resolve("dev/fineprint/catalog"));
        Files.write(folder.resolve(PackedCatalog.CATALOG), pack.catalog());
        Files.write(folder.resolve(PackedCatalog.EXAMPLES), pack.examples());
    }

    static Pack pack(PatternCatalog catalog) {
        CatalogPacker packer = new CatalogPacker();
        packer.catalog(catalog);
        packer.allExamples();
        return new Pack(packer.out.toBytes(), packer.examplesOut.toBytes());
    }

    private void catalog(PatternCatalog catalog) {
        out.text(catalog.version());
        out.number(catalog.kinds().size());
        catalog.kinds().forEach(this::kind);
        out.number(catalog.domains().size());
        catalog.domains().forEach(this::domain);
        out.number(catalog.concepts().size());
        catalog.concepts().forEach(this::concept);
        out.number(catalog.authorities().size());
        catalog.authorities().values().forEach(this::authority);
    }

    private void authority(Authority authority) {
        out.text(authority.id());
        out.text(authority.title());
        out.text(authority.url());
    }

    private void domain(Domain domain) {
        out.text(domain.id());
        out.localized(domain.title());
        out.localized(domain.says());
        out.expressionsByName(domain.expressions());
        out.expressions(domain.unless());
        examples(domain.examples());
        examples(domain.nearMisses());
        out.source(domain.source());
    }

    private void concept(Concept concept) {
        out.text(concept.name());
        out.text(concept.says());
        out.flag(concept.inherits());
        out.flag(concept.definable());
        out.texts(concept.hides());
        out.expressionsByName(concept.expressions());
        out.source(concept.source());
    }

    private void kind(ClauseKind kind) {
        out.text(kind.id());
        out.text(kind.group());
        out.text(kind.since());
        out.number(number(kind.effect(), Effect.values()));
        out.localized(kind.title());
        out.localized(kind.meaning());
        out.localized(kind.affects());
        out.localized(kind.remedy());
        out.localized(kind.explanation());
        out.number(kind.osd().size());
        kind.osd().forEach(out::number);
        out.texts(kind.osaid());
        out.number(kind.criteria().size());
        kind.criteria().forEach(this::criterion);
        out.number(kind.params().size());
        kind.params().forEach((name, says) -> {
            out.text(name);
            out.text(says);
        });
        out.number(kind.reads().size());
        kind.reads().forEach((name, reader) -> {
            out.text(name);
            valueReader(reader);
        });
        out.texts(kind.yieldsTo());
        out.number(kind.patterns().size());
        kind.patterns().forEach(this::pattern);
        out.expressionsByName(kind.unless());
        examples(kind.knownMisses());
        out.source(kind.source());
    }

    private void criterion(CriterionRef criterion) {
        out.text(criterion.criterion());
        out.text(criterion.strength());
        out.texts(criterion.by());
        out.text(criterion.note());
    }

    private void valueReader(ValueReader reader) {
        if (reader instanceof ValueReader.EntityValue entity) {
            head(PackedCatalog.ENTITY, reader);
            out.text(entity.entity());
        } else if (reader instanceof ValueReader.ChoiceValue choice) {
            head(PackedCatalog.CHOICE, reader);
            out.expressionsByName(choice.choices());
        } else if (reader instanceof ValueReader.SetValue set) {
            head(PackedCatalog.SET, reader);
            out.expressionsByName(set.members());
        } else if (reader instanceof ValueReader.TextAfterValue text) {
            head(PackedCatalog.AFTER, reader);
            out.expressions(text.after());
        } else {
            head(PackedCatalog.QUOTED, reader);
        }
    }

    private void head(int how, ValueReader reader) {
        out.number(how);
        out.number(number(reader.scope(), ValueReader.Scope.values()));
    }

    private void pattern(ClausePattern pattern) {
        out.text(pattern.id());
        out.text(pattern.lang());
        out.expression(pattern.expr());
        out.expressions(pattern.unless());
        out.expressions(pattern.except());
        out.flag(pattern.tentative());
        out.number(pattern.attitude()
                .map(attitude -> number(attitude, Attitude.values()) + 1)
                .orElse(0));
        examples(pattern.examples());
        examples(pattern.nearMisses());
        out.source(pattern.source());
    }

    private void examples(List<Example> some) {
        out.number(examples.size());
        out.number(some.size());
        examples.addAll(some);
    }

    private static <T> int number(T one, T[] all) {
        return Arrays.asList(all).indexOf(one);
    }

    private void allExamples() {
        examplesOut.number(examples.size());
        for (Example example : examples) {
            examplesOut.text(example.text());
            examplesOut.number(example.markStart() + 1);
            examplesOut.number(example.markEnd() + 1);
            examplesOut.flag(example.context().isPresent());
            example.context().ifPresent(examplesOut::text);
            examplesOut.number(example.values().size());
            for (Map.Entry<String, Object> value : example.values().entrySet()) {
                examplesOut.text(value.getKey());
                examplesOut.value(value.getValue());
            }
            examplesOut.source(example.source());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.Identification;
import dev.fineprint.LicenseReport;
import dev.fineprint.Relation;
import dev.fineprint.catalog.LocalizedText;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A release as far as it is read by itself, before it is laid beside others.
 *
 * @param name what it is called
 * @param ids the names under which others may know it, the surest first
 * @param publisherKnown whether the first of them surely names the publisher
 * @param entries its files
 * @param documents its files by role
 * @param others how many files there are besides
 * @param card the front matter of its card
 * @param text the body of its card
 * @param cards the bodies of all cards, the first of them {@code text}
 * @param cardRead whether the front matter could be read
 * @param fields what configuration and headers say
 * @param merged the models that a recipe of a merge names
 * @param codeTerms the licences that code files name in their heads; the section of each is the licence
 * @param shards the files that an index of weights lists
 * @param pointers weights that are pointers of Git LFS
 * @param dataCards the front matter of cards that lie beside data
 * @param notes what was refused or left out
 */
record Draft(
        String name,
        List<String> ids,
        boolean publisherKnown,
        List<Folder.Entry> entries,
        List<ReleaseDocument> documents,
        int others,
        Optional<ModelCard> card,
        Optional<CardText> text,
        List<CardText> cards,
        boolean cardRead,
        List<HeaderField> fields,
        List<Quotation> merged,
        List<Quotation> codeTerms,
        List<Quotation> shards,
        Set<String> pointers,
        List<ModelCard> dataCards,
        List<LocalizedText> notes) {

    /** What stands in the names of quantised models. */
    private static final List<String> QUANTIZED =
            List.of("gguf", "gptq", "awq", "int4", "int8", "-fp8", "exl2", "4bit", "8bit", "-w4a16", "-w8a8", "bnb-");

    List<ReleaseDocument> licenses() {
        return documents.stream()
                .filter(document -> document.role() == Role.LICENSE
                        && document.report().isPresent()
                        && Scope.of(document.path()) != Scope.THIRD_PARTY)
                .toList();
    }

    /** The licences of the model, not those of data that lie beside it. */
    List<ReleaseDocument> ofTheModel() {
        return licenses().stream()
                .filter(document -> Scope.of(document.path()) != Scope.DATA)
                .toList();
    }

    /** The ids that the card names, as they stand there. */
    List<String> named() {
        return card.map(ModelCard::licenses).orElse(List.of());
    }

    /** What the release is under, as far as it can be known by an id. */
    Set<String> ownIds(KnownModels known) {
        Set<String> ids = new LinkedHashSet<>();
        named().forEach(id -> known.license(id, card).ifPresent(ids::add));
        for (ReleaseDocument license : ofTheModel()) {
            identified(license.report()).map(Identification::id).ifPresent(ids::add);
        }
        return ids;
    }

    static Optional<Identification> identified(Optional<LicenseReport> report) {
        return report.flatMap(LicenseReport::identification)
                .filter(found ->
                        found.relation() != Relation.NONE && !found.id().isEmpty());
    }

    /** A model that this one was made from, as something in the release says. */
    record Base(String id, Optional<String> relation, Quotation quotation) {}

    /** The models that card, configuration, headers and recipe name; each may be named several times. */
    List<Base> bases() {
        List<Base> all = new ArrayList<>();
        Optional<String> said = card.flatMap(ModelCard::baseModelRelation);
        Optional<String> relation = said.or(this::inferredRelation);
        card.ifPresent(one -> one.baseModels()
                .forEach(base -> all.add(new Base(Names.id(base), relation, one.quotation("base_model", base)))));
        for (HeaderField field : fields) {
            String name = field.name();
            if (name.startsWith("general.base_model.") && name.endsWith(".repo_url")) {
                String id = Names.id(field.value());
                if (Names.isId(id)) {
                    all.add(new Base(id, relation, field.quotation()));
                }
            } else if (name.startsWith("general.base_model.") && name.endsWith(".name") && !addressed(name)) {
                String id = publisher(name).map(one -> one + "/").orElse("") + field.value();
                all.add(new Base(id.replace(' ', '-'), relation, field.quotation()));
            } else if (name.equals("base_model_name_or_path") || name.equals("base_model")) {
                all.add(new Base(
                        Names.id(field.value()), relation.or(() -> Optional.of("adapter")), field.quotation()));
            }
        }
        if (all.isEmpty()) {
            cards.forEach(text -> CardBases.read(text, all));
        }
        for (Quotation recipe : merged) {
            String model =
                    recipe.text().substring(recipe.text().indexOf(':') + 1).strip();
            all.add(new Base(Names.id(model), Optional.of("merge"), recipe));
        }
        return all;
    }

    /** Whether the address of the same base model stands beside its name. */
    private boolean addressed(String field) {
        String address = field.substring(0, field.length() - "name".length()) + "repo_url";
        return fields.stream().anyMatch(other -> other.name().equals(address));
    }

    private Optional<String> publisher(String field) {
        String organization = field.substring(0, field.length() - "name".length()) + "organization";
        return fields.stream()
                .filter(other -> other.name().equals(organization))
                .map(HeaderField::value)
                .findFirst();
    }

    private Optional<String> inferredRelation() {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean quantized =
                documents.stream().anyMatch(document -> document.path().endsWith(".gguf"))
                        || fields.stream().anyMatch(field -> field.name().equals("quantization_config"))
                        || QUANTIZED.stream().anyMatch(lower::contains);
        if (documents.stream().anyMatch(document -> document.path().endsWith("adapter_config.json"))) {
            return Optional.of("adapter");
        }
        boolean merge = !merged.isEmpty()
                || card.filter(one -> one.tags().contains("merge")
                                || one.tags().contains("mergekit")
                                || one.baseModels().size() > 1)
                        .isPresent();
        return merge
                ? Optional.of("merge")
                : quantized
                        ? Optional.of("quantized")
                        : lower.contains("distill") ? Optional.of("distilled") : Optional.empty();
    }
}

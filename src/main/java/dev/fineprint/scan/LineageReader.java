// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Follows a release back to the models that it was made from, as far as they are known. */
final class LineageReader {
    private static final int MOST_BASES = 50;
    private static final int OLDEST = 20;
    private static final String HUB = "huggingface.co/";

    private final KnownModels known;
    private final Sentences sentences;

    LineageReader(KnownModels known, Sentences sentences) {
        this.known = known;
        this.sentences = sentences;
    }

    List<Ancestor> read(Optional<ModelCard> card, List<HeaderField> fields) {
        Map<String, List<Quotation>> bases = new LinkedHashMap<>();
        card.ifPresent(one -> one.baseModels()
                .forEach(base ->
                        bases.computeIfAbsent(base, b -> new ArrayList<>()).add(one.quotation("base_model", base))));
        for (HeaderField field : fields) {
            base(field)
                    .ifPresent(base ->
                            bases.computeIfAbsent(base, b -> new ArrayList<>()).add(field.quotation()));
        }
        Optional<String> relation = card.flatMap(ModelCard::baseModelRelation);
        List<Ancestor> all = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        bases.entrySet().stream().limit(MOST_BASES).forEach(base -> {
            if (seen.add(base.getKey().toLowerCase(Locale.ROOT))) {
                all.add(ancestor(base.getKey(), 1, relation, base.getValue()));
            }
        });
        for (int i = 0; i < all.size(); i++) { // grows while it is read
            Ancestor child = all.get(i);
            Optional<KnownModels.Model> model = known.model(child.id());
            String base = model.map(KnownModels.Model::base).orElse("");
            if (!base.isEmpty() && child.generation() < OLDEST && seen.add(base.toLowerCase(Locale.ROOT))) {
                String line = sentences.message("lineage.listed").en();
                all.add(ancestor(
                        base,
                        child.generation() + 1,
                        Optional.empty(),
                        List.of(new Quotation(line, 0, child.id() + " <- " + base))));
            }
        }
        return all;
    }

    private Ancestor ancestor(String id, int generation, Optional<String> relation, List<Quotation> quotations) {
        Optional<String> license = known.model(id).map(KnownModels.Model::license);
        return new Ancestor(
                id, generation, relation, license, license.map(known::inherited).orElse(Map.of()), quotations);
    }

    /** The base model that a field names. */
    private static Optional<String> base(HeaderField field) {
        String name = field.name();
        String value = field.value();
        if (name.startsWith("general.base_model.") && name.endsWith(".repo_url")) {
            int hub = value.indexOf(HUB);
            return hub < 0
                    ? Optional.empty()
                    : Optional.of(value.substring(hub + HUB.length()).replaceFirst("/+$", ""));
        }
        boolean adapter = name.equals("base_model_name_or_path") || name.equals("base_model");
        return adapter && value.matches("[\\w.-]{1,100}/[\\w.-]{1,100}") ? Optional.of(value) : Optional.empty();
    }
}

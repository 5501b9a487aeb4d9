// SPDX-License-Identifier: Apache-2.0
package dev.fineprint.scan;

import dev.fineprint.catalog.CatalogProblem;
import dev.fineprint.catalog.YamlNode;
import dev.fineprint.catalog.YamlNode.Field;
import dev.fineprint.catalog.YamlNode.Fields;
import dev.fineprint.catalog.YamlNode.Items;
import dev.fineprint.catalog.YamlNode.Text;
import dev.fineprint.catalog.YamlReader;
import dev.fineprint.identify.KnownLicense;
import dev.fineprint.identify.LicenseIndex;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The facts of {@code corpus/models.yaml}: what cards call licences, what those ask of derivatives, and which model comes from which. */
final class KnownModels {
    private static final String FILE = "models.yaml";

    /** A model: its id, the id of its licence, the model that it was made from (empty for none that is known). */
    record Model(String id, String license, String base) {}

    private final Map<String, String> cardIds = new HashMap<>();
    private final Map<String, Map<String, String>> inherited = new HashMap<>();
    private final Map<String, Model> models = new LinkedHashMap<>();
    private final Map<String, KnownLicense> licenses = new HashMap<>();

    private KnownModels() {}

    static KnownModels bundled() {
        KnownModels known = new KnownModels();
        for (KnownLicense license : LicenseIndex.bundled().known()) {
            known.licenses.putIfAbsent(key(license.id()), license);
        }
        try (InputStream in = KnownModels.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException(FILE + " is missing");
            }
            List<CatalogProblem> problems = new ArrayList<>();
            Optional<YamlNode> root =
                    YamlReader.read(FILE, new String(in.readAllBytes(), StandardCharsets.UTF_8), problems);
            if (!problems.isEmpty() || root.isEmpty()) {
                throw new IllegalStateException(FILE + ": " + problems);
            }
            Fields file = (Fields) root.get();
            for (Map.Entry<String, Field> license : fields(file, "licenses").entrySet()) {
                known.license(license.getKey(), (Fields) license.getValue().value());
            }
            for (Map.Entry<String, Field> model : fields(file, "models").entrySet()) {
                Fields facts = (Fields) model.getValue().value();
                Model one = new Model(model.getKey(), text(facts, "license"), text(facts, "base"));
                known.models.put(key(one.id()), one);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return known;
    }

    private void license(String id, Fields facts) {
        Field cards = facts.fields().get("cards");
        if (cards != null && cards.value() instanceof Items items) {
            for (YamlNode item : items.items()) {
                cardIds.put(key(((Text) item).value()), id);
            }
        }
        Map<String, String> asks = new LinkedHashMap<>();
        fields(facts, "inherited").forEach((kind, value) -> asks.put(kind, ((Text) value.value()).value()));
        inherited.put(key(id), asks);
    }

    private static Map<String, Field> fields(Fields node, String key) {
        Field field = node.fields().get(key);
        return field != null && field.value() instanceof Fields inner ? inner.fields() : Map.of();
    }

    private static String text(Fields node, String key) {
        Field field = node.fields().get(key);
        return field != null && field.value() instanceof Text text ? text.value() : "";
    }

    private static String key(String id) {
        return id.toLowerCase(Locale.ROOT).replaceFirst("-(only|or-later)$", "");
    }

    /** The id under which a licence is known that a card or a header names; empty for "other" and what nobody knows. */
    Optional<String> license(String named) {
        String key = key(named.strip());
        if (cardIds.containsKey(key)) {
            return Optional.of(cardIds.getOrDefault(key, ""));
        }
        return Optional.ofNullable(licenses.get(key)).map(KnownLicense::id);
    }

    /** Whether two ids name the same licence, whatever is said of later versions. */
    static boolean same(String one, String other) {
        return key(one).equals(key(other));
    }

    boolean osiApproved(String id) {
        return Optional.ofNullable(licenses.get(key(id)))
                .filter(KnownLicense::osiApproved)
                .isPresent();
    }

    String title(String id) {
        return Optional.ofNullable(licenses.get(key(id)))
                .map(KnownLicense::title)
                .orElse(id);
    }

    Optional<Model> model(String id) {
        return Optional.ofNullable(models.get(key(id)));
    }

    Map<String, String> inherited(String license) {
        return inherited.getOrDefault(key(license), Map.of());
    }

    List<Model> models() {
        return List.copyOf(models.values());
    }

    boolean known(String license) {
        return licenses.containsKey(key(license));
    }
}
